"""Questions for discussion."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.courses import Audience, Part


def asked(pack):
    return [line for part in pack.parts if part.part is Part.DISCUSSION for line in part.lines]


def test_audiences_are_asked_different_things(make):
    told = [
        {line.text.rpartition("”")[2] for line in asked(make(topics=(), audience=audience))} for audience in Audience
    ]
    assert not set.intersection(*told)


def test_two_points_are_compared_only_of_one_plan(make):
    pack = make(plans=("kunming-14th", "ningxia-14th"), topics=("消防",), hours=4.0)
    weighed = [line for line in asked(pack) if "也要求" in line.text]
    assert len(weighed) == 1
    assert len(weighed[0].citations) == 2
    assert len({citation.document for citation in weighed[0].citations}) == 1


def test_what_is_asked_about_speaks_of_the_topic(make):
    for line in asked(make(topics=("消防",), hours=4.0)):
        assert all("消防" in citation.quote for citation in line.citations)


def test_a_figure_is_quoted_with_its_number(make):
    pack = make(plans=("ningxia-14th",), topics=("消防",), hours=4.0)
    figures = [line.text for line in asked(pack) if "一项数据" in line.text]
    assert figures
    assert all(any(char.isdigit() for char in text.partition("一项数据")[2]) for text in figures)


@pytest.mark.parametrize("day", [date(2024, 1, 2), date(2027, 1, 1)])
def test_of_a_date_that_is_past_proof_is_asked_for(make, day):
    dates = [line.text for line in asked(make(topics=("消防",), day=day)) if "时限" in line.text]
    assert dates
    assert all(("已经过去" in text) is (day.year == 2027) for text in dates)


def test_a_note_holds_what_the_plan_itself_answers(make):
    assert all("好的回答" in line.note for line in asked(make()))
