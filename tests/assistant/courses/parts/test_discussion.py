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


def test_one_question_weighs_two_points(make):
    weighed = [line for line in asked(make()) if "又要求" in line.text]
    assert len(weighed) == 1
    assert len(weighed[0].citations) == 2


@pytest.mark.parametrize("day", [date(2024, 1, 2), date(2027, 1, 1)])
def test_of_a_date_that_is_past_proof_is_asked_for(make, day):
    dates = [line.text for line in asked(make(topics=("消防",), day=day)) if "时限" in line.text]
    assert dates
    assert all(("已经过去" in text) is (day.year == 2027) for text in dates)


def test_what_to_do_with_the_answers_is_noted(make):
    assert all(line.note for line in asked(make()))
