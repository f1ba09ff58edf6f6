"""How much of what an audience gets."""

from __future__ import annotations

import pytest

from assistant.courses.audiences import EXERCISE_SHARE, NEEDS, QUIZ_SHARE, limits, minutes, part_shares, quiz_size
from assistant.courses.types import Audience, Part
from assistant.types import Language


def test_every_audience_has_every_part():
    assert all({part for part, _, _ in needs.order} == set(Part) for needs in NEEDS.values())
    assert set(NEEDS) == set(Audience)


@pytest.mark.parametrize("audience", Audience)
def test_more_time_gives_more_lines(audience):
    short, long = (limits(audience, hours, Language.ZH) for hours in (0.5, 8))
    assert all(1 <= short[part] < long[part] for part in Part)
    assert quiz_size(0.5) < quiz_size(2) < quiz_size(8)


@pytest.mark.parametrize("audience", Audience)
def test_statements_are_fewer_in_english(audience):
    zh, en = (limits(audience, 2, language) for language in Language)
    assert en[Part.POINTS] < zh[Part.POINTS]
    assert en[Part.FIGURES] == zh[Part.FIGURES]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(("hours", "free"), [(0.5, 28), (1, 55), (2, 110), (8, 440)])
def test_minutes_are_the_time_without_its_breaks(audience, hours, free):
    shares = {part: share for part, _, share in NEEDS[audience].order}
    given = minutes(shares | {"exercises": EXERCISE_SHARE, "quiz": QUIZ_SHARE}, hours)
    assert sum(given.values()) == free
    assert min(given.values()) >= 1
    assert all(count % 5 == 0 for count in given.values()) is (hours >= 1)


def test_leaders_begin_with_who_answers_and_firms_with_what_went_wrong():
    second = {audience: needs.order[1][0] for audience, needs in NEEDS.items()}
    assert second[Audience.PARTY_HEAD] is Part.DUTIES
    assert second[Audience.ENTERPRISE_HEAD] is Part.CASES


def test_a_part_with_few_lines_takes_less_of_the_time():
    full = dict(limits(Audience.PARTY_HEAD, 2, Language.ZH))
    few = full | {Part.FIGURES: 2}
    shares = [part_shares(Audience.PARTY_HEAD, full, lines) for lines in (full, few)]
    assert shares[1][Part.FIGURES] < shares[0][Part.FIGURES]
    given = minutes(shares[1], 1)
    assert sum(given.values()) == 55
    assert Part.CASES not in part_shares(Audience.PARTY_HEAD, full, full | {Part.CASES: 0})
