"""How a speaker opens a point."""

from __future__ import annotations

import pytest

from assistant.courses import Audience, Part


def notes(pack, part):
    return [line.note for one in pack.parts if one.part is part for line in one.lines]


@pytest.mark.parametrize("part", [Part.POINTS, Part.DUTIES])
def test_every_point_and_duty_is_opened_with_a_question(make, part):
    pack = make(plans=("kunming-14th",), topics=("消防",))
    assert all("问：" in note for note in notes(pack, part))


def test_what_is_expected_stands_in_the_plan(make):
    pack = make(plans=("kunming-14th",), topics=("消防",))
    lines = [line for one in pack.parts if one.part is Part.POINTS for line in one.lines]
    told = [(line.note.partition("应答：")[2].partition("。")[0], line) for line in lines if "应答：" in line.note]
    assert told
    for expected, line in told:
        assert all(piece in line.citations[0].quote for piece in expected.split("；"))


def test_of_a_task_without_office_no_answer_is_expected(make):
    pack = make(plans=("kunming-14th",), topics=("消防",))
    rows = [line for one in pack.parts if one.part is Part.DUTIES for line in one.lines]
    assert all(("应答" in line.note) is ("规划此处未写明" not in line.cells) for line in rows)


def test_people_are_only_named(make):
    pack = make(topics=("燃气",), audience=Audience.PARTY_HEAD)
    rows = [line for one in pack.parts if one.part is Part.DUTIES for line in one.lines if "领导小组" in line.group]
    assert rows
    assert not any("先问" in line.note for line in rows)


def test_of_what_is_punished_nothing_is_expected(make):
    pack = make(plans=("kunming-14th",), topics=(), audience=Audience.ENTERPRISE_HEAD, hours=4.0)
    points = [line for one in pack.parts if one.part is Part.POINTS for line in one.lines]
    punished = [line for line in points if "处罚" in line.group]
    assert punished
    assert not any("应答" in line.note for line in punished)
