"""Stems about who leads a task."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.courses.quiz.lead_stems import lead_stems


def test_wrong_offices_do_not_lead_the_task(scribe):
    stems = list(lead_stems(scribe(topics=())))
    assert any(stem.several for stem in stems)
    for stem in stems:
        for wrong in (*stem.wrong, *stem.others):
            assert not any(wrong in one or one in wrong for one in stem.right.split("、"))


def test_several_leads_are_asked_for_together(scribe):
    stem = next(s for s in lead_stems(scribe(topics=())) if s.several)
    assert "是哪几个" in stem.prompt
    assert "、".join(stem.several) == stem.right
    assert not stem.wrong


def test_offices_left_open_or_misprinted_are_never_an_option(scribe):
    for stem in lead_stems(scribe(topics=())):
        for option in (stem.right, *stem.wrong, *stem.others):
            assert not any(word in option for word in ("有关", "成员单位", "办公室局"))


def test_what_is_a_part_of_the_task_is_told_as_that(plans, scribe):
    text = plans.document("kizilsu-2024").clean.text
    stems = list(lead_stems(scribe(topics=())))
    assert any("”等）" in stem.prompt for stem in stems)
    for stem in stems:
        if "”等）" not in stem.prompt:
            told = stem.prompt.partition("（")[2].rpartition("）")[0].replace("‘", "“").replace("’", "”")
            assert told.replace(",", "") in text.replace(",", "")


def test_committee_office_and_the_bureau_it_sits_in_are_no_rivals(scribe):
    stems = [s for s in lead_stems(scribe(topics=())) if "安委会办公室" in s.right]
    assert stems
    assert not any("应急管理局" in wrong for stem in stems for wrong in stem.wrong)


def test_usual_lead_is_asked_about_once(scribe):
    stems = [s for s in lead_stems(scribe(topics=())) if s.right == "自治州安委会办公室"]
    assert len(stems) > 1
    assert len({s.asks_for for s in stems}) == 1


def test_statement_names_as_many_offices_as_lead(scribe):
    stems = list(lead_stems(scribe(topics=())))
    assert any(stem.false for stem in stems)
    for stem in stems:
        assert all(group.count("、") == stem.right.count("、") and group != stem.right for group in stem.false)


@pytest.mark.parametrize("language", Language)
def test_no_question_names_its_answer(scribe, language):
    for stem in lead_stems(scribe(topics=(), language=language)):
        assert stem.right not in stem.prompt


def test_who_is_for_all_of_work_safety_is_guessed(scribe):
    stems = list(lead_stems(scribe(topics=())))
    assert not any(stem.weighty for stem in stems if stem.right == "自治州安委会办公室")
    assert any(stem.weighty for stem in stems)
