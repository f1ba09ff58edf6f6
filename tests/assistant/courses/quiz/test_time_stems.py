"""Stems about dates and rhythms."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant import Language
from assistant.courses import GAP
from assistant.courses.quiz.time_stems import OFTEN, deadline_stems, often_stems
from index import Deadline, of_kind


def test_dates_are_asked_as_the_plan_writes_them(material, scribe):
    stems = list(deadline_stems(material(), scribe()))
    water = next(s for s in stems if "消防供水" in s.original)
    assert water.original.startswith(f"{GAP}年底前")
    assert water.right == "2025"
    assert set(water.wrong) == {"2024", "2026"}


def test_english_gap_stands_where_the_gloss_puts_the_date(material, scribe):
    words = scribe(language=Language.EN)
    water = next(s for s in deadline_stems(material(), words) if "消防供水" in s.original)
    assert f"by the end of {GAP}" in water.prompt.lower()
    assert "消防供水" in water.original


@pytest.mark.parametrize("plan", ["jincheng-13th", "ningxia-14th"])
def test_year_in_which_most_falls_due_is_not_asked(plans, material, scribe, plan):
    years = Counter(f.date[:4] for f in of_kind(Deadline, plans.document(plan).facts) if f.date)
    common = years.most_common(1)[0][0]
    asked = {"plans": (plan,), "topics": ()}
    assert common not in {stem.right for stem in deadline_stems(material(**asked), scribe(**asked))}


def test_how_often_is_asked_with_rhythms_the_sentence_does_not_have(material, scribe):
    asked = {"plans": ("kizilsu-2024",), "topics": ()}
    drill = next(s for s in often_stems(material(**asked), scribe(**asked)) if s.right == "每半年")
    assert "疏散逃生演练" in drill.original
    assert drill.original.count(GAP) == 1
    assert len(drill.wrong) >= 3
    assert "每年" not in drill.wrong  # which stands in the same sentence
    assert set(drill.wrong) <= set(OFTEN)
    assert drill.weighty


def test_once_a_year_is_guessed(material, scribe):
    asked = {"plans": ("jincheng-13th",), "topics": ()}
    found = [s for s in often_stems(material(**asked), scribe(**asked)) if s.right == "每年"]
    assert found
    assert not any(stem.weighty for stem in found)


def test_rhythm_in_english_is_a_phrase_that_fits_the_gap(material, scribe):
    asked = {"plans": ("jincheng-13th",), "topics": (), "language": Language.EN}
    stem = next(iter(often_stems(material(**asked), scribe(**asked))))
    assert stem.shown(stem.right) == "every year"
    assert GAP in stem.prompt
    assert "every year" not in stem.prompt


def test_what_concerns_the_plan_itself_or_no_firm_weighs_little(material, scribe):
    asked = {"plans": ("jincheng-13th",), "topics": ()}
    stems = list(deadline_stems(material(**asked), scribe(**asked)))
    assert not next(s for s in stems if "中期评估" in s.original).weighty
    assert not next(s for s in stems if "苗匠" in s.original).weighty
    assert next(s for s in stems if "全市企业隐患排查治理系统" in s.original).weighty


def test_what_a_bound_beside_it_rules_out_is_no_lure(material, scribe):
    stems = [
        stem
        for stem in often_stems(
            material(plans=("kizilsu-2024",), topics=()), scribe(plans=("kizilsu-2024",), topics=())
        )
        if stem.right == "每季度" and "每月" in stem.original
    ]
    assert stems
    assert not {"每天", "每周", "每月"} & {word for stem in stems for word in (*stem.wrong, *stem.false)}
