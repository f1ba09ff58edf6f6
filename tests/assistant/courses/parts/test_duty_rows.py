"""Who answers for what, as rows."""

from __future__ import annotations

import pytest

from assistant.courses import Audience
from assistant.courses.parts.duty_rows import COLUMNS, common_duties, duty_rows, leading_body
from assistant.types import Language

MATTER, LEAD, SUPPORT, PEOPLE = range(len(COLUMNS))


def rows(made):
    return [line for _, line in made]


def test_people_stand_beside_the_duties_of_their_offices(chooser):
    first = rows(duty_rows(chooser(topics=("燃气",)), 9))[0]
    assert first.cells[MATTER].startswith("城镇燃气")
    assert first.cells[LEAD] == "自治州住房和城乡建设局"
    assert first.cells[PEOPLE].startswith("王海江（")
    assert len(first.citations) == 2  # the duty, and where the person is named
    assert "王海江" in first.text


def test_a_task_tells_who_leads_from_who_supports(chooser):
    tasks = [row for row in rows(duty_rows(chooser(), 9)) if row.cells[SUPPORT]]
    assert any("消防救援支队" in row.cells[LEAD] for row in tasks)
    assert {row.cells[SUPPORT] for row in tasks} >= {"自治州安委会有关成员单位"}


def test_heads_of_the_body_are_named_to_those_who_lead(chooser):
    heads = rows(leading_body(chooser(Audience.PARTY_HEAD), 8))
    assert heads[0].cells[MATTER] == "组长"
    assert "领导小组" in heads[0].group
    assert leading_body(chooser(Audience.ENTERPRISE_HEAD), 8) == []


def test_all_who_hold_a_role_stand_in_its_row(chooser):
    deputies = next(row for row in rows(leading_body(chooser(Audience.PARTY_HEAD), 5)) if row.cells[MATTER] == "副组长")
    for name in ("陈亮", "温光华", "哈力旦·吐尔逊", "赖晓军", "高俊青", "阿尔达克·牙生"):
        assert name in deputies.cells[PEOPLE]
        assert name in deputies.text
        assert any(name in citation.quote for citation in deputies.citations)


def test_every_office_whose_duty_names_the_topic_has_a_row_on_it(chooser):
    made = rows(duty_rows(chooser(Audience.PARTY_HEAD, topics=("燃气",)), 5))
    assert {"自治州住房和城乡建设局", "自治州教育局"} <= {row.cells[LEAD] for row in made}
    assert all("燃气" in row.cells[MATTER] for row in made)  # of a long task its clause on the topic


def test_a_duty_of_another_field_holds_in_no_other(chooser):
    made = rows(common_duties(chooser(plans=("kunming-14th",), topics=("消防",)), 9))
    assert not any("农业机械" in citation.section for row in made for citation in row.citations)
    assert not any("煤矿" in row.cells[LEAD] for row in made)


def test_what_holds_in_every_field_is_told_apart(chooser):
    made = chooser(Audience.DEPUTY_HEAD, plans=("ningxia-14th",), topics=("煤矿",))
    common = rows(common_duties(made, 3))
    assert len(common) == 3
    assert {row.group for row in common} == {"各领域都适用的职责"}
    assert not any("煤矿" in row.text for row in common)
    assert common_duties(chooser(topics=()), 3) == []  # with no topic everything is told already


def test_what_those_who_lead_do_in_person_is_told_even_where_the_table_is_full(chooser):
    (row,) = rows(common_duties(chooser(Audience.PARTY_HEAD, topics=("燃气",)), 0))
    assert "主要负责同志" in row.cells[LEAD]
    assert "定期组织研究" in row.cells[MATTER]
    assert not rows(common_duties(chooser(Audience.DEPARTMENT_HEAD, topics=("燃气",)), 0))


def test_a_field_given_to_one_office_does_not_hold_in_every_field(chooser):
    for row in rows(common_duties(chooser(Audience.PARTY_HEAD, topics=("燃气",)), 9)):
        assert "国有资产监督管理委员会" not in row.cells[LEAD]


@pytest.mark.parametrize(("language", "owed"), [(Language.ZH, "必须装备"), (Language.EN, "must be equipped")])
def test_beside_a_unit_stands_only_what_it_has_to_do_itself(chooser, language, owed):
    made = chooser(Audience.PARTY_HEAD, plans=("jincheng-13th",), topics=("危险化学品",), language=language)
    (row,) = rows(duty_rows(made, 5))
    assert owed in row.cells[MATTER]
    assert "监管" not in row.cells[MATTER]
    assert "supervision" not in row.cells[MATTER]
