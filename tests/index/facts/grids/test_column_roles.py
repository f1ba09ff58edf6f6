"""What a column holds is told by its name and its cells together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index.fact_types import ColumnRole
from index.facts.grids import key_column, roles_of

ReadText = Callable[..., Any]


@pytest.mark.parametrize(
    ("lines", "roles", "key"),
    [
        (("名称\t单位\t数量", "水泵\t台\t3", "编织袋\t条\t50"), ("matter", "measure", "figure"), 0),
        (("项目\t建设年限", "修建泵站\t2031—2032", "疏浚河道\t2031—2033"), ("matter", "limit"), 0),
        (("任务\t单位\t时间", "修桥\t县交通局\t3月底前", "修路\t县公路局\t4月底前"), ("matter", "unit", "limit"), 0),
        (
            ("序号\t主办科室\t内容\t协办科室", "1\t办公室\t值班\t信息中心", "2\t财务科\t预算\t办公室"),
            ("number", "leading", "matter", "helping"),
            2,
        ),
        (
            ("任务\t牵头单位\t配合单位", "修路\t县交通局\t县财政局、各乡镇", "修桥\t县公路局\t县公安局、各乡镇"),
            ("matter", "leading", "helping"),
            0,
        ),
        (
            ("职务\t姓名\t电话", "组长\t许明\t6601234", "组员\t何洁\t6605678", "组员\t田禾\t6601111"),
            ("post", "person", "phone"),
            1,
        ),
        (
            ("No.\tTask\tDeadline", "1\tMap hydrants\tJune 2025", "2\tTest alarms\tMay 2025"),
            ("number", "matter", "limit"),
            1,
        ),
    ],
)
def test_roles_and_the_column_of_names(
    lines: tuple[str, ...], roles: tuple[str, ...], key: int, read_text: ReadText
) -> None:
    (table,) = read_text("\n".join(lines) + "\n\n正文。\n").tables
    assert roles_of(table) == tuple(map(ColumnRole, roles))
    assert key_column(table, roles_of(table)) == key
