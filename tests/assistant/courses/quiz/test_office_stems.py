"""Stems about divided duties."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.courses.quiz.office_stems import division_stems
from assistant.courses.quiz.rivals import tells_away


@pytest.mark.parametrize("language", Language)
def test_no_question_names_its_answer(scribe, language):
    stems = list(division_stems(scribe(language=language)))
    assert stems
    for stem in stems:
        assert stem.right not in stem.prompt
        assert stem.shown(stem.right).partition(" (")[0] not in stem.prompt
        assert not tells_away(stem.right, stem.prompt)


def test_every_question_has_rivals_that_the_field_does_not_name(scribe):
    for stem in division_stems(scribe(topics=())):
        assert len(stem.wrong) >= 3
        assert not any(wrong in stem.evidence.text for wrong in stem.wrong)


def test_english_options_bear_the_chinese(scribe):
    stem = next(iter(division_stems(scribe(language=Language.EN))))
    assert stem.shown(stem.right).endswith(")")
    assert "for 2024–2026" in stem.prompt


def test_office_of_a_like_field_is_a_likely_rival(scribe):
    stem = next(s for s in division_stems(scribe(topics=())) if "技工院校" in s.prompt)
    assert stem.right == "自治州人力资源和社会保障局"
    assert stem.wrong[0] == "自治州教育局"


def test_field_that_is_the_offices_by_common_sense_is_not_asked(scribe):
    # Schools are the education bureau's, shops the commerce bureau's, railways the station's.
    prompts = "".join(stem.prompt for stem in division_stems(scribe(topics=())))
    assert not any(told in prompts for told in ("校舍", "商场超市", "铁路客货"))
