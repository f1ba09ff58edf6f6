"""How much of what an audience gets."""

from __future__ import annotations

import pytest

from assistant.courses.audiences import NEEDS, limits, minutes, quiz_size
from assistant.courses.types import Audience, Part


def test_every_audience_has_every_part():
    assert all(set(needs.lines_at_two_hours) == set(Part) for needs in NEEDS.values())
    assert set(NEEDS) == set(Audience)


@pytest.mark.parametrize("audience", Audience)
def test_more_time_gives_more_lines(audience):
    short, long = limits(audience, 0.5), limits(audience, 8)
    assert all(1 <= short[part] < long[part] for part in Part)
    assert quiz_size(0.5) < quiz_size(2) < quiz_size(8)


@pytest.mark.parametrize("hours", [0.5, 2, 8])
def test_minutes_fit_into_the_time(hours):
    shares, quiz = minutes(tuple(Part), hours)
    assert sum(shares.values()) + quiz <= hours * 60
    assert min(*shares.values(), quiz) >= 1
