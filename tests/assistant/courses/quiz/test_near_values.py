"""Wrong figures that could be right."""

from __future__ import annotations

import pytest

from assistant.courses.quiz.near_values import could_be_taken, near_values, nearest


@pytest.mark.parametrize(
    ("value", "near"),
    [
        ("85%", ("70%", "75%", "80%", "90%", "95%")),
        ("100%", ("85%", "90%", "95%")),
        ("24", ("12", "18", "30", "36", "48")),
        ("4.0", ("2.0", "3.0", "5.0", "6.0", "8.0")),
        ("3", ("2", "4", "6")),
    ],
)
def test_near_values_are_as_round_and_written_alike(value, near):
    assert near_values(value) == near


@pytest.mark.parametrize("value", ["1", "0.058", "33%", "0.5%", "2900", "20000"])
def test_no_near_value_is_the_value_or_nought(value):
    found = near_values(value)
    assert value not in found
    assert found
    assert all(float(one.rstrip("%")) > 0 for one in found)


def test_what_is_far_or_less_exact_gives_itself_away():
    assert could_be_taken("85%", "90%")
    assert not could_be_taken("85%", "20%")
    assert not could_be_taken("4.0", "4")
    assert not could_be_taken("85%", "89%")
    assert could_be_taken("17", "21")


def test_nearest_come_first():
    assert nearest("80%", ("50%", "85%", "70%"), 2) == ("85%", "70%")


def test_exact_figure_stands_beside_no_halves_of_it():
    found = set(map(float, near_values("0.142")))
    assert not found & {0.071, 0.072, 0.106, 0.107, 0.178, 0.212, 0.213, 0.284}
