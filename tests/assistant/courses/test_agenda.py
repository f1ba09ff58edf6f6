"""The time of a lesson."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Language
from assistant.courses import Audience, Pack, Part
from assistant.courses.agenda import agenda, breaks, free_minutes, minutes

MUCH = dict.fromkeys(Part, 20)
"""More lines than any lesson has time for."""


def _counts(pack: Pack) -> list[int]:
    return [int(count.removesuffix("分钟")) for _, count in agenda(pack)]


@pytest.mark.parametrize(("hours", "free"), [(0.5, 28), (1, 55), (2, 110), (4, 210), (8, 410)])
def test_minutes_are_the_time_without_its_breaks(hours, free):
    given = minutes(MUCH, 4, 20, hours)
    assert free_minutes(hours) == free
    assert sum(given.values()) == free
    assert min(given.values()) >= 1
    assert all(count % 5 == 0 for count in given.values()) is (hours >= 1)


def test_a_part_with_few_lines_takes_less_of_the_time():
    few = minutes(MUCH | {Part.FIGURES: 2}, 2, 10, 4)
    assert few[Part.FIGURES] < minutes(MUCH, 2, 10, 4)[Part.FIGURES]
    assert Part.CASES not in minutes(MUCH | {Part.CASES: 0}, 2, 10, 2)


def test_what_the_plans_do_not_fill_is_not_stretched():
    little = {Part.POINTS: 4, Part.DUTIES: 2}
    assert sum(minutes(little, 0, 4, 4).values()) < 30
    assert minutes(little, 0, 4, 4) == minutes(little, 0, 4, 8)
    assert not minutes({}, 0, 0, 4)


@pytest.mark.parametrize("hours", [0.5, 1.0, 2.0, 4.0, 8.0])
def test_an_agenda_has_all_of_the_time(make, hours):
    pack = make(plans=("kunming-14th",), topics=(), hours=hours)
    assert sum(_counts(pack)) == round(hours * 60)


def test_a_long_lesson_has_a_break_each_hour(make):
    pack = make(plans=("kunming-14th",), topics=(), hours=4.0)
    named = [name for name, _ in agenda(pack)]
    assert named.count("休息") == breaks(4.0) == 3
    blocks, since = [], 0
    for name, count in zip(named, _counts(pack), strict=True):
        since = 0 if name == "休息" else since + count
        blocks.append(since)
    assert max(blocks) <= 70
    assert named[0] != "休息" != named[-1]


def test_what_is_left_to_the_trainer_is_told(make):
    pack = make(plans=("kizilsu-2024",), topics=("燃气",), audience=Audience.ENTERPRISE_HEAD, hours=4.0)
    told = sum(part.minutes for part in pack.parts) + pack.exercise_minutes + pack.quiz_minutes
    own = [(name, count) for name, count in agenda(pack) if name.startswith("本单位自查与补充")]
    assert f"可讲约{told}分钟" in own[0][0]
    english = replace(pack, request=replace(pack.request, language=Language.EN))
    assert any(f"fill about {told} minutes" in name for name, _ in agenda(english))


def test_a_pack_that_was_stretched_has_fewer_breaks(make):
    pack = make(plans=("kunming-14th",), topics=(), hours=4.0)
    full = replace(pack, quiz_minutes=pack.quiz_minutes + 20)
    assert [name for name, _ in agenda(full)].count("休息") == 1
    assert sum(_counts(full)) == 240
