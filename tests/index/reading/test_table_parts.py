"""What readers of tables share: captions and lines that are cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from index.reading.table_parts import is_cell

ReadText = Callable[..., Any]


def test_a_line_of_measures_parts_no_caption_from_its_table(read_text: ReadText) -> None:
    (table,) = read_text("主要指标\n单位:起、人\n指标\t目标\n起数\t5\n死亡\t3\n").tables
    assert table.caption == "主要指标"


def test_prose_and_headings_are_no_cells() -> None:
    assert is_cell("县应急管理局")
    assert not is_cell("制定清单;明确责任")
    assert not is_cell("二、重点任务")
