"""A form is one row with its labels as names of columns; a table of four columns is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ReadText = Callable[..., Any]


def test_labels_and_values_in_turn_are_one_row(read_text: ReadText) -> None:
    read = read_text("项目名称\t西岭水厂\t建设单位\t县水务公司\n建设地点\t西岭村\t总投资\t860万元\n\n正文。\n")
    (table,) = read.tables
    assert table.headers == ("项目名称", "建设单位", "建设地点", "总投资")
    assert [[cell.text for cell in row] for row in table.rows] == [["西岭水厂", "县水务公司", "西岭村", "860万元"]]


def test_a_table_of_contacts_is_no_form(read_text: ReadText) -> None:
    read = read_text("单位\t电话\t负责人\t手机\n县水利局\t6601234\t许明\t6605678\n县林业局\t6601235\t何洁\t6605679\n")
    assert read.tables[0].headers == ("单位", "电话", "负责人", "手机")
    assert len(read.tables[0].rows) == 2
