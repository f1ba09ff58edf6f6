"""Which rows name the columns is told by how they stand; titles over rows name none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]


@pytest.mark.parametrize(
    ("lines", "headers"),
    [
        (
            (
                "序号\t任务\t分工\t\t时限",
                "\t\t牵头单位\t配合单位\t",
                "1\t修桥\t县交通局\t县公安局\t3月底前",
                "2\t修路\t县交通局\t\t4月底前",
            ),
            ("序号", "任务", "分工 牵头单位", "分工 配合单位", "时限"),
        ),
        (
            ("名称\t数量\t单价", "\t（台）\t（元）", "水泵\t3\t800", "电机\t2\t900"),
            ("名称", "数量 （台）", "单价 （元）"),
        ),
        (("单位\t联系人\t备注", "县水利局\t许明\t无", "县林业局\t何洁\t12"), ("单位", "联系人", "备注")),
        (("名称\t数量\t地点", "1\t2\t3", "水泵\t3\t东库", "电机\t2\t西库"), ("名称", "数量", "地点")),
    ],
)
def test_rows_that_go_on_naming_columns_are_joined(
    lines: tuple[str, ...], headers: tuple[str, ...], read_text: ReadText
) -> None:
    (table,) = read_text("\n".join(lines) + "\n\n正文。\n").tables
    assert table.headers == headers
    assert len(table.rows) == 2


def test_a_title_over_rows_is_no_name_of_columns(read_text: ReadText) -> None:
    read = read_text("序号\t任务\t单位\n一、基础\t\t\n1\t修桥\t县交通局\n二、提升\n2\t修路\t县公路局\n\n正文。\n")
    (table,) = read.tables
    assert table.headers == ("序号", "任务", "单位")
    assert [row[0].text for row in table.rows] == ["一、基础", "1", "二、提升", "2"]


def test_an_empty_line_parts_two_tables(read_text: ReadText) -> None:
    read = read_text("名称\t数量\n水泵\t3\n电机\t2\n\n单位\t电话\n县水利局\t6601234\n县林业局\t6605678\n")
    assert [table.headers for table in read.tables] == [("名称", "数量"), ("单位", "电话")]


def test_rows_on_the_next_page_stand_below_the_heads_of_the_table(read_text: ReadText) -> None:
    read = read_text("序号\t名称\t单位\n1\t水泵\t台\n2\t电机\t台\n\n3\t编织袋\t条\n4\t救生衣\t件\n")
    one, other = read.tables
    assert one.headers == other.headers
    assert [row[0].text for row in other.rows] == ["3", "4"]


def test_a_list_that_stands_side_by_side_is_one_list(read_text: ReadText) -> None:
    (table,) = read_text("姓名\t职务\t姓名\t职务\n许明\t局长\t何洁\t科长\n田禾\t主任\t\t\n").tables
    assert table.headers == ("姓名", "职务")
    assert [row[0].text for row in table.rows] == ["许明", "何洁", "田禾"]
