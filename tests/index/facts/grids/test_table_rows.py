"""Every row of a table is a fact: its cells below their columns, its name, the title over it, its unit of measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from index.fact_types import Row, of_kind
from index.facts import read_facts

ReadText = Callable[..., Any]


def rows_of(read: Any) -> tuple[Row, ...]:
    return of_kind(Row, read_facts(read.clean, read.root, read.tables))


def test_a_row_has_its_cells_name_group_and_table(read_text: ReadText) -> None:
    read = read_text("表1 任务清单\n序号\t任务\t单位\n一、基础\t\t\n1\t修桥\t县交通局\n2\t修路\t\n\n正文。\n")
    one, other = rows_of(read)
    assert (one.name, one.group, one.table) == ("修桥", "一、基础", "表1任务清单")
    assert [(cell.header, cell.text) for cell in one.cells] == [("序号", "1"), ("任务", "修桥"), ("单位", "县交通局")]
    assert read.at(one.span) == "1\t修桥\t县交通局"
    assert [read.at(cell.span) for cell in other.cells] == ["2", "修路"]


def test_figures_take_their_unit_from_column_caption_or_row(read_text: ReadText) -> None:
    by_column = rows_of(read_text("名称\t投资（万元）\n水厂\t860\n泵站\t90\n"))
    by_caption = rows_of(read_text("表1 投资情况表（单位：万元）\n名称\t投资\n水厂\t860\n泵站\t90\n"))
    by_row = rows_of(read_text("名称\t单位\t数量\n水泵\t台\t3\n编织袋\t条\t50\n"))
    assert [rows[0].cells[-1].measure for rows in (by_column, by_caption, by_row)] == ["万元", "万元", "台"]


def test_a_cell_merged_over_rows_belongs_to_each_and_is_quoted_once(read_text: ReadText) -> None:
    read = read_text("类别\t名称\t数量\n通信\t电话\t26\n\t基站\t3\n抢险\t挖掘机\t11\n")
    rows = rows_of(read)
    assert [row.cells[0].text for row in rows] == ["通信", "通信", "抢险"]
    assert read.at(rows[1].span) == "基站\t3"


def test_a_table_on_its_side_has_a_row_for_each_thing(read_text: ReadText) -> None:
    read = read_text("项目\t红岩水库\t青龙水库\n责任单位\t县水利局\t青龙镇政府\n鉴定时间\t2024年8月\t2024年10月\n")
    assert [row.name for row in rows_of(read)] == ["红岩水库", "青龙水库"]
    assert {cell.header: cell.text for cell in rows_of(read)[1].cells}["责任单位"] == "青龙镇政府"


def test_figures_by_years_are_no_table_on_its_side(read_text: ReadText) -> None:
    read = read_text("指标\t2020年\t2025年\n死亡人数\t56\t50\n事故起数\t199\t180\n")
    assert [row.name for row in rows_of(read)] == ["死亡人数", "事故起数"]


def test_a_column_of_units_measures_the_figures_beside_it_alone(read_text: ReadText) -> None:
    rows = rows_of(read_text("名称\t规格\t数量\t单位\n冲锋艇\t6人座\t4\t艘\n发电机\t30千瓦\t2\t台\n\n正文。\n"))
    told = [[(cell.text, cell.measure) for cell in row.cells if cell.measure] for row in rows]
    assert told == [[("4", "艘")], [("2", "台")]]
