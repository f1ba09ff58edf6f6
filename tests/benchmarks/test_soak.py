"""How the soak run judges answers: which may be right, which cannot be."""

from __future__ import annotations

import pytest

from benchmarks.soak.soak_judging import Asked, Soaked, Written, breaches, in_force
from benchmarks.soak.soak_plans import PLACES, Version, told_versions

# Xi'an has version 1 from second 1 or 2 on, version 2 from 5 or 6 on, and none from 9 or 10 on; Baoji has version 3.
WRITTEN = (
    Written("西安", 1, 1.0, 2.0),
    Written("宝鸡", 3, 2.0, 3.0),
    Written("西安", 2, 5.0, 6.0),
    Written("西安", None, 9.0, 10.0),
)


def asked(begun: float, *told: int, error: str = "") -> Asked:
    return Asked(0, "西安", "?", begun, begun + 0.5, told, not told, error)


@pytest.mark.parametrize(
    ("begun", "versions"),
    [
        (0.0, {None}),
        (1.2, {None, 1}),
        (3.0, {1}),
        (4.8, {1, 2}),
        (7.0, {2}),
        (9.2, {2, None}),
        (11.0, {None}),
    ],
)
def test_a_change_comes_into_force_between_its_begin_and_its_end(begun, versions):
    assert in_force(asked(begun), "西安", WRITTEN) == versions


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (asked(3.0, 1), ""),
        (asked(5.2, 1), ""),
        (asked(5.2, 2), ""),
        (asked(9.2), ""),
        (asked(11.0, 3), ""),  # from another plan, since this one is gone
        (asked(5.2, 1, 2), "mixture"),
        (asked(7.0, 1), "in force were [2]"),
        (asked(11.0, 2), "in force were [None]"),
        (asked(3.0), "although it was there"),
        (asked(3.0, 3), "although it was there"),
        (asked(3.0, error="503 busy"), "503 busy"),
    ],
)
def test_what_cannot_be_right_is_a_breach(answer, told):
    found = breaches(Soaked(20.0, WRITTEN, (answer,), ()))
    assert told in "".join(found)
    assert bool(found) == bool(told)


def test_a_change_that_fails_is_a_breach():
    failed = Written("西安", 1, 1.0, 2.0, "StoreError: the server cannot be reached")
    assert "cannot be reached" in breaches(Soaked(20.0, (failed,), (), ()))[0]


def test_versions_are_told_apart_by_figure_and_leader():
    versions = [Version(place, number) for number, place in enumerate([*PLACES] * 200)]
    assert len({version.figure for version in versions}) == len({version.leader for version in versions}) == 800
    for version in versions[::97]:
        for lines in (version.text, f"主任是{version.leader}。", f"每年{version.figure}人次"):
            assert told_versions(lines, versions) == {version}
