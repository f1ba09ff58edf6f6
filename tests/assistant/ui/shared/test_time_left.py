"""How long work still takes is learnt from its pace, and told roundly."""

from __future__ import annotations

import pytest

from assistant.ui.shared.time_left import Pace, time_left


def left(*told):
    """What is left after each (second, share) in its turn."""
    now = iter(second for second, _ in told)
    pace = Pace(lambda: next(now))
    return [pace.seconds_left(share) for _, share in told]


def test_the_rest_takes_as_long_as_what_is_done_did():
    # A fifth in ten seconds: four fifths take forty. Of those three have gone by without news.
    assert left((0, 0.0), (10, 0.2), (13, 0.2)) == [None, 40, 37]


def test_what_was_done_before_anyone_looked_counts_for_nothing():
    assert left((0, 0.5), (10, 0.75)) == [None, 10]


def test_nothing_is_told_before_anything_is_known_nor_at_the_end():
    assert left((0, 0.0), (9, 0.0), (9.5, 0.1)) == [None, None, pytest.approx(9.5 * 9)]
    assert left((0, 0.0), (1, 0.5), (20, 1.0)) == [None, None, None]


def test_other_work_is_learnt_anew():
    assert left((0, 0.0), (10, 0.9), (11, 0.1), (21, 0.2)) == [None, pytest.approx(10 / 9), None, pytest.approx(80)]


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (0, "还需约5秒", "about 5 seconds left"),
        (22.4, "还需约20秒", "about 20 seconds left"),
        (91, "还需约2分钟", "about 2 minutes left"),
        (170, "还需约3分钟", "about 3 minutes left"),
    ],
)
def test_in_words(seconds, zh, en):
    assert (time_left(seconds, "zh"), time_left(seconds, "en")) == (zh, en)
