"""Stems of four statements from one part."""

from __future__ import annotations

import random

import pytest

from assistant import Language
from assistant.courses.quiz.cell_stems import cell_stems
from assistant.courses.quiz.figure_stems import figure_stems
from assistant.courses.quiz.statement_stems import STATEMENTS, statement_stems


def _stems(material, scribe, language=Language.ZH, seed=1):
    asked = {"plans": ("ningxia-14th",), "topics": (), "language": language}
    held = material(**asked), scribe(**asked)
    every = [*cell_stems(*held), *figure_stems(*held)]
    return list(statement_stems(held[1], every, random.Random(seed)))


@pytest.mark.parametrize("seed", range(4))
def test_two_or_three_of_four_statements_hold(plans, material, scribe, seed):
    text = plans.document("ningxia-14th").clean.text
    stems = _stems(material, scribe, seed=seed)
    coal = next(s for s in stems if "煤矿安全量化指标" in s.prompt)
    assert len(stems) >= 3
    for stem in stems:
        assert len(stem.several) in (2, 3)
        assert len(stem.several) + len(stem.others) == STATEMENTS
    assert all(one in text for one in coal.several)
    assert not any(one in text for one in coal.others)


def test_explanation_tells_all_of_them_as_the_plan_has_them(plans, material, scribe):
    text = plans.document("ningxia-14th").clean.text
    coal = next(s for s in _stems(material, scribe) if "煤矿安全量化指标" in s.prompt)
    told = coal.claim("").partition("规定：")[2].removesuffix("。").split("；")
    assert len(told) == STATEMENTS
    assert all(one in text for one in told)


def test_english_statements_close_with_no_mark(material, scribe):
    stems = _stems(material, scribe, Language.EN)
    assert stems
    for stem in stems:
        assert not any(one.endswith(".") for one in (*stem.several, *stem.others))
        assert ".;" not in stem.claim("")


def test_one_value_three_times_does_not_leave_the_other_one_out(material, scribe):
    seen = 0
    for seed in range(6):
        for stem in _stems(material, scribe, seed=seed):
            told = [*stem.several, *stem.others]
            full = sum("100%" in one for one in told)
            seen += full
            assert full < 3 or all("100%" in one for one in told)
    assert seen
