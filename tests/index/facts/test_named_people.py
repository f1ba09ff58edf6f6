"""People in tables: whatever the columns are called, names beside roles are people."""

from __future__ import annotations

from typing import Any

import pytest

from index.facts.duties import read_duties
from index.facts.people import read_people


def people(read_text: Any, text: str) -> list[tuple[str, str, str]]:
    read = read_text(text)
    return [(p.name, p.role, p.as_written) for p in read_people(read.clean, read.root, read.tables)]


def test_names_beside_roles_are_people_whatever_the_columns_are_called(read_text: Any) -> None:
    text = "一、组织\n架构\t人员\t职责\n总指挥\t陆安平\t下达命令\n副总指挥\t何映川\t协调队伍\n转移组\t田小禾、许明\t转移群众\n"
    assert people(read_text, text) == [
        ("陆安平", "总指挥", ""),
        ("何映川", "副总指挥", ""),
        ("田小禾", "转移组", ""),
        ("许明", "转移组", ""),
    ]


def test_posts_in_brackets_behind_a_name_are_kept(read_text: Any) -> None:
    text = "一、组织\n角色\t组成人员\n组长\t陆安平（县长）\n副组长\t何映川（副县长）\n"
    assert people(read_text, text) == [("陆安平", "组长", "县长"), ("何映川", "副组长", "副县长")]


@pytest.mark.parametrize(
    "rows", ["任务\t单位\n安全检查\t县教育局\n应急演练\t县公安局\n", "名称\t数量\n沙袋\t12\n冲锋舟\t3\n"]
)
def test_a_table_of_things_names_nobody(rows: str, read_text: Any) -> None:
    assert people(read_text, f"一、清单\n{rows}") == []


def test_what_a_role_or_an_office_answers_for_is_its_duty(read_text: Any) -> None:
    read = read_text("一、组织\n架构\t人员\t职责\n总指挥\t陆安平\t下达命令\n转移组\t田小禾\t转移群众\n")
    duties = list(read_duties(read.clean, read.root, read.tables))
    assert [(duty.units, duty.what, duty.heading_path) for duty in duties] == [
        (("总指挥",), "下达命令", ("一、组织",)),
        (("转移组",), "转移群众", ("一、组织",)),
    ]
