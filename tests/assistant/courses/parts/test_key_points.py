"""Key points in their groups."""

from __future__ import annotations

from itertools import groupby

import pytest

from assistant.courses import Audience
from assistant.courses.addressed import Address, address, put_to_firms
from assistant.courses.parts.key_points import common_points, key_points
from assistant.courses.parts.timeline import timeline


def test_points_stand_in_groups_in_the_plans_own_order(chooser):
    made = key_points(chooser(plans=("kunming-14th",), topics=()), 16)
    groups = [group for group, _ in groupby(made, key=lambda one: one[1].group)]
    assert len(groups) == len(set(groups))  # no group is taken up again
    for _, members in groupby(made, key=lambda one: one[1].group):
        starts = [evidence.span.start for evidence, _ in members]
        assert starts == sorted(starts)
    assert len(made) > 1.5 * len(groups)


def test_a_group_is_named_without_its_number(chooser):
    made = key_points(chooser(plans=("kunming-14th",), topics=("消防",)), 12)
    assert "消防安全" in {line.group for _, line in made}  # "1消防安全" in the plan


@pytest.mark.parametrize("plan", ["kunming-14th", "ningxia-14th", "zhongwei-13th"])
def test_a_firm_reads_what_it_has_to_do_then_what_it_is_pressed_to_then_how_it_is_checked(chooser, plan):
    made = key_points(chooser(Audience.ENTERPRISE_HEAD, plans=(plan,), topics=()), 20)
    told = [line.group.partition("：")[0] for _, line in made]
    assert list(dict.fromkeys(told)) == ["企业要做到", "监管部门将督促企业做到", "监管部门将怎样检查和处罚"]
    assert told.count("监管部门将怎样检查和处罚") <= 4
    for evidence, line in made:
        if line.group.startswith("企业要做到"):
            assert put_to_firms(evidence.text, evidence.heading_path)
        elif line.group.startswith("监管部门将督促"):
            assert address(evidence.text) >= Address.PRESSED


def test_a_firm_does_not_read_what_an_authority_does_about_firms(chooser):
    made = key_points(chooser(Audience.ENTERPRISE_HEAD, plans=("kunming-14th",), topics=()), 40)
    said = "".join(line.text for _, line in made)
    assert "龙头企业" not in said
    assert "停产、关闭矿山的巡查" not in said
    assert "职业禁入" in said


def test_where_a_topic_has_little_what_holds_everywhere_is_told_as_that(chooser):
    made = chooser(Audience.PARTY_HEAD, topics=("燃气",))
    assert len(key_points(made, 9)) < 3
    common = common_points(made, 4)
    assert len(common) == 4
    assert all(line.group.startswith("各领域都适用：") for _, line in common)


def test_what_one_part_has_said_the_next_does_not_repeat(chooser):
    made = chooser(topics=("消防",))
    due = timeline(made, 6)
    points = key_points(made, 12)
    quotes = [{line.citations[0].quote for _, line in lines} for lines in (due, points)]
    assert not quotes[0] & quotes[1]


def test_a_lesson_on_a_topic_begins_with_the_sections_on_it(chooser):
    made = key_points(chooser(plans=("kunming-14th", "ningxia-14th"), topics=("消防",)), 12)
    named = ["消防" in "".join(evidence.heading_path) for evidence, _ in made]
    assert named[0]
    assert named == sorted(named, reverse=True)
    assert sum(named) > len(named) / 2


def test_a_section_of_each_plan_on_the_topic_is_told(chooser):
    made = key_points(chooser(plans=("kunming-14th", "ningxia-14th"), topics=("消防",)), 8)
    titled = [evidence.span.document_id for evidence, _ in made if "消防" in evidence.heading_path[-1]]
    assert min(titled.count(plan) for plan in ("kunming-14th", "ningxia-14th")) >= 3
