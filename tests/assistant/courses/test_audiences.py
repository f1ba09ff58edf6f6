"""How much of what an audience gets."""

from __future__ import annotations

import pytest

from assistant.courses.audiences import NEEDS, exercise_count, limits, quiz_size
from assistant.courses.types import Audience, Part
from assistant.types import Language


def test_every_audience_has_every_part_but_the_checklist_which_is_for_firms():
    for audience, needs in NEEDS.items():
        firm = audience is Audience.ENTERPRISE_HEAD
        assert {part for part, _ in needs.order} == set(Part) - (set() if firm else {Part.CHECKLIST})
    assert set(NEEDS) == set(Audience)


@pytest.mark.parametrize("audience", Audience)
def test_more_time_gives_more_lines(audience):
    short, long = (limits(audience, hours, Language.ZH) for hours in (0.5, 8))
    assert all(1 <= count < long[part] for part, count in short.items())
    assert exercise_count(0.5) < exercise_count(2) < exercise_count(8)
    assert quiz_size(0.5) < quiz_size(2) < quiz_size(8)


@pytest.mark.parametrize("audience", Audience)
def test_statements_are_fewer_in_english(audience):
    zh, en = (limits(audience, 2, language) for language in Language)
    assert en[Part.POINTS] < zh[Part.POINTS]
    assert en[Part.FIGURES] == zh[Part.FIGURES]


def test_leaders_begin_with_who_answers_and_firms_with_what_went_wrong():
    second = {audience: needs.order[1][0] for audience, needs in NEEDS.items()}
    assert second[Audience.PARTY_HEAD] is Part.DUTIES
    assert second[Audience.ENTERPRISE_HEAD] is Part.CASES
