"""Tables with one cell a line: by their numbers, with cells that are sentences, over pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from index import Table

ReadText = Callable[..., Any]

TASKS = "重点任务分工\n\n序号\n任务\n措施\n责任单位\n"


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_table_of_tasks_one_cell_a_line_whose_cells_are_sentences(read_text: ReadText) -> None:
    text = f"{TASKS}1\n健全体系\n制定清单,明确责任;每年述职,纳入考核。\n县应急管理局\n2\n治理隐患\n挂牌督办。\n县水利局\n第二部分 附则\n"
    (table,) = read_text(text).tables
    assert (table.caption, table.headers) == ("重点任务分工", ("序号", "任务", "措施", "责任单位"))
    assert rows(table) == [
        ["1", "健全体系", "制定清单,明确责任;每年述职,纳入考核。", "县应急管理局"],
        ["2", "治理隐患", "挂牌督办。", "县水利局"],
    ]


def test_rows_end_where_a_cell_is_missing(read_text: ReadText) -> None:
    text = f"{TASKS}1\n健全体系\n制定清单。\n县安委办\n2\n治理\n督办。\n县水利局\n3\n科技支撑。\n县工信局\n4\n培训\n组织培训。\n县教育局\n"
    (table,) = read_text(text).tables
    assert [row[0] for row in rows(table)] == ["1", "2"]


def test_a_row_name_broken_in_two_keeps_its_values(read_text: ReadText) -> None:
    cells = "序号\n指标\n目标\n属性\n1\n死亡人数\n36\n约束性\n2\n十万人生产安全\n事故死亡率\n0.7\n约束性\n3\n起数\n9\n预期性\n"
    (table,) = read_text(f"安全生产主要指标\n{cells}").tables
    assert rows(table)[1] == ["2", "十万人生产安全事故死亡率", "0.7", "约束性"]


def test_a_page_repeats_the_heads_of_a_table(read_text: ReadText) -> None:
    text = f"{TASKS}1\n健全体系\n制定清单。\n县安委办\n序号\n任务\n措施\n责任单位\n2\n治理\n督办。\n县水利局\n"
    (table,) = read_text(text).tables
    assert [row[1] for row in rows(table)] == ["健全体系", "治理"]
    (tabbed,) = read_text("指标表\n指标\t目标\n起数\t5\n指标\t目标\n死亡\t3\n").tables
    assert rows(tabbed) == [["起数", "5"], ["死亡", "3"]]
