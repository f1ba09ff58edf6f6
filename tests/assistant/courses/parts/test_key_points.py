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
    assert any(line.group.startswith("消防安全（") for _, line in made)  # "1消防安全" in the plan


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


def test_what_is_on_another_trade_does_not_hold_in_every_field(chooser):
    made = chooser(plans=("jincheng-13th",), topics=("煤矿",))
    assert not any("烟花爆竹" in line.text for _, line in common_points(made, 12))


def test_the_plans_own_section_for_party_heads_is_told_first_of_what_holds_everywhere(chooser):
    first, _ = common_points(chooser(Audience.PARTY_HEAD, topics=("燃气",)), 3)[0]
    assert any("党政领导干部" in title for title in first.heading_path)


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


def test_kinds_of_places_of_a_section_on_the_topic_come_before_its_slogans(chooser):
    for plan, told, left in (("ningxia-14th", "幼儿园", "社会化"), ("kunming-14th", "电动自行车", "源头治理")):
        said = "".join(line.text for _, line in key_points(chooser(plans=(plan,), topics=("消防",)), 5))
        assert told in said
        assert left not in said


def test_a_section_on_the_topic_says_how_much_it_leaves_out(chooser):
    few, all_of_it = (key_points(chooser(plans=("ningxia-14th",), topics=("消防",)), limit) for limit in (4, 40))
    own, told = ([line for e, line in made if e.heading_path[-1].endswith("消防")] for made in (all_of_it, few))
    assert told
    assert {line.group for line in told} == {f"消防（原文另有{len(own) - len(told)}项）"}
    assert {line.group for line in own} == {"消防"}


def test_what_only_mentions_the_topic_is_no_point_of_a_plan_that_has_a_section_on_it(chooser):
    said = "".join(line.text for _, line in key_points(chooser(plans=("ningxia-14th",), topics=("消防",)), 40))
    assert "消防安全治理工程" in said
    assert "业务保障用房" not in said


def test_a_section_of_each_plan_on_the_topic_is_told(chooser):
    made = key_points(chooser(plans=("kunming-14th", "ningxia-14th"), topics=("消防",)), 8)
    titled = [evidence.span.document_id for evidence, _ in made if "消防" in evidence.heading_path[-1]]
    assert min(titled.count(plan) for plan in ("kunming-14th", "ningxia-14th")) >= 3
