"""Tables that go on on the next page: broken rows, merged cells, repeated headers."""

from __future__ import annotations

import pytest

from index.reading.files.pdf.table_types import FoundTable
from index.reading.files.pdf.tables_over_pages import join_over_break

HEADS = ["序号", "任务", "单位", "时限"]
FIRST = ["1", "开展消防演练。", "县教育局", "3月"]


def table(*rows: list[str], merged: tuple[tuple[int, int, int], ...] = ()) -> FoundTable:
    """A ruled table; `merged` are column, first and last row of merged cells."""
    owners = [[at * 10 + column for column in range(len(row))] for at, row in enumerate(rows)]
    for column, top, bottom in merged:
        for at in range(top, bottom + 1):
            owners[at][column] = owners[top][column]
    columns = tuple((100.0 * at, 100.0 * (at + 1)) for at in range(len(rows[0])))
    return FoundTable((0.0, 0.0, 400.0, 100.0), [list(row) for row in rows], owners, columns, ruled=True)


def joined_rows(last: FoundTable, first: FoundTable) -> list[list[str]]:
    join_over_break(last, first)
    return [list(row) for one in (last, first) for row in one.shown().rows]


def test_a_broken_row_is_one_and_repeated_heads_stay() -> None:
    last = table(HEADS, FIRST, ["2", "排查燃气和餐饮", "县住房城乡", "6月"])
    first = table(HEADS, ["", "场所的隐患。", "建设局", ""], ["3", "培训。", "县公安局", "9月"])
    assert joined_rows(last, first) == [
        HEADS,
        FIRST,
        ["2", "排查燃气和餐饮场所的隐患。", "县住房城乡建设局", "6月"],
        HEADS,
        ["3", "培训。", "县公安局", "9月"],
    ]


def test_a_cell_merged_over_the_break_is_told_on_both_pages() -> None:
    heads = ["单位", "任务", "时限"]
    last = table(heads, ["县教育局", "演练。", "3月"], ["县教育局", "排查。", "6月"], merged=((0, 1, 2),))
    first = table(["", "培训。", "9月"], ["", "检查。", "10月"], merged=((0, 0, 1),))
    assert [row[0] for row in joined_rows(last, first)] == ["单位", *["县教育局"] * 4]


def test_a_broken_row_within_a_merged_cell() -> None:
    heads = ["单位", "任务", "时限"]
    last = table(heads, ["县教育局", "演练。", "3月"], ["县教育局", "排查校舍", "6月"], merged=((0, 1, 2),))
    first = table(["", "和食堂。", ""], ["", "检查。", "10月"], merged=((0, 0, 1),))
    assert joined_rows(last, first)[2:] == [["县教育局", "排查校舍和食堂。", "6月"], ["县教育局", "检查。", "10月"]]


def test_a_row_that_begins_with_words_goes_on_where_the_sentence_does() -> None:
    heads = ["任务", "单位", "时限"]
    last = table(heads, ["开展演练。", "县教育局", "3月"], ["排查人员密集场所和高层建筑", "县消防队", "6月"])
    first = table(["的安全隐患。", "", ""], ["培训。", "县公安局", "9月"])
    assert joined_rows(last, first)[2] == ["排查人员密集场所和高层建筑的安全隐患。", "县消防队", "6月"]


@pytest.mark.parametrize(
    "begins",
    [["2", "培训。", "", ""], ["2", "培训。", "县公安局", "9月"], ["", "合计", "3项", "全年"]],
)
def test_a_row_of_its_own_stays(begins: list[str]) -> None:
    last = table(HEADS, FIRST, ["", "小计", "1项", ""])
    first = table(HEADS, begins, ["3", "检查。", "县公安局", ""])
    assert begins in joined_rows(last, first)


def test_tables_of_other_columns_are_left_alone() -> None:
    last, first = table(HEADS, FIRST), table(["乡镇", "人数"], ["", "3人"])
    assert joined_rows(last, first) == [HEADS, FIRST, ["乡镇", "人数"], ["", "3人"]]


def test_long_text_merged_down_is_told_once() -> None:
    long = "排查" * 60
    shown = table(["措施", "时限"], [long, "3月"], [long, "6月"], merged=((0, 1, 2),)).shown()
    assert [row[0] for row in shown.rows] == ["措施", long, ""]
