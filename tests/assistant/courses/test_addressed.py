"""Whom a text is addressed to."""

from __future__ import annotations

import pytest

from assistant.courses import Audience
from assistant.courses.addressed import bound, left_to_others, of_another_field
from assistant.courses.audiences import NEEDS
from assistant.courses.topics import Topic

FIRM = NEEDS[Audience.ENTERPRISE_HEAD]


@pytest.mark.parametrize("text", ["企业要建立安全培训制度", "督促燃气企业落实主体责任", "生产经营单位必须登记"])
def test_what_a_firm_has_to_do_binds_it(text):
    assert bound(text, FIRM)


@pytest.mark.parametrize(
    "text", ["加快培育一批龙头企业,引入市场机制", "掌握辖区内企业类型和数量变化", "各级政府要加强领导"]
)
def test_what_others_do_about_firms_does_not(text):
    assert not bound(text, FIRM)


def test_what_an_authority_owes_is_left_to_it():
    assert left_to_others("各级应急管理部门要建立企业台账", FIRM)
    assert left_to_others("一些行业监管部门选择性执行", FIRM)
    assert not left_to_others("勘察、设计单位应严格执行强制性标准,有关部门加强检查", FIRM)


def test_a_heading_names_the_field(asking):
    fire = Topic("消防", (("消防",),))
    assert of_another_field(("13农业机械作业安全",), (fire,), asking.glossary)
    assert not of_another_field(("消防安全", "保障措施"), (fire,), asking.glossary)
