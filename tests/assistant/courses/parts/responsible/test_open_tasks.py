"""Tasks for which a plan names nobody."""

from __future__ import annotations

import pytest

from assistant.courses import Audience, Part
from assistant.courses.parts.responsible.open_tasks import has_actor

UNNAMED = {"zh": "规划此处未写明", "en": "not named here"}


def rows(pack):
    return [
        line
        for part in pack.parts
        if part.part is Part.DUTIES
        for line in part.lines
        if UNNAMED[pack.request.language] in line.cells
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_plan_that_divides_no_duty_on_the_topic_shows_its_tasks_as_open(make, language):
    found = rows(make(plans=("kunming-14th", "ningxia-14th"), topics=("消防",), language=language))
    assert {line.citations[0].document for line in found} == {"kunming-14th", "ningxia-14th"}
    assert len({line.group for line in found}) == 1
    assert not any(line.common for line in found)


@pytest.mark.parametrize("changes", [{"audience": Audience.ENTERPRISE_HEAD}, {"topics": ()}])
def test_neither_a_firm_nor_a_lesson_without_topic_has_open_tasks(make, changes):
    assert not rows(make(**{"plans": ("kunming-14th",), "topics": ("消防",)} | changes))


def test_a_plan_that_divides_the_topic_among_offices_has_none(make):
    assert not rows(make(plans=("kizilsu-2024",), topics=("消防",)))


def test_nobody_is_said_to_be_missing_where_an_office_is_named(make):
    for topic in ("危险化学品", "道路交通", "煤矿", "建筑施工"):
        for plan in ("kunming-14th", "ningxia-14th", "jincheng-13th", "zhongwei-13th"):
            quotes = [line.citations[0].quote for line in rows(make(plans=(plan,), topics=(topic,)))]
            assert not any(word in quote for quote in quotes for word in ("牵头", "部门要", "部门应", "由各"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("推进市政消火栓建设,建立维护保养制度", False),
        ("县住建局要推进市政消火栓建设", True),
        ("督促各地行业主管部门牵头组织编制改造方案", True),
        ("使用燃气的餐饮场所应当安装泄漏报警装置", True),
        ("占用消防车通道的,处五千元以上三万元以下罚款", True),
    ],
)
def test_who_has_to_act_is_seen_in_the_sentence(text, told):
    assert has_actor(text) is told
