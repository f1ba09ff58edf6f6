"""Tables seen on pages as rows of cells: merged cells, and rows that the page's end cut."""

from __future__ import annotations

from itertools import accumulate

from index.reading.files.ocr.page_lines import page_texts
from index.reading.files.ocr.seen_page import SeenCell, SeenLine, SeenPage, SeenTable

WIDTH, HEIGHT = 240, 50
HEADS = ["序号", "类别", "任务", "时限"]


def page(*rows, shift=0):
    """A page with one table; "^" is merged with the cell above it."""
    heights = [HEIGHT] * len(rows)
    tops = [200, *accumulate(heights, initial=200)][1:]
    cells, lines = [], []
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text == "^":
                continue
            below = at + 1
            while below < len(rows) and rows[below][column] == "^":
                below += 1
            left = 100 + shift + column * WIDTH
            cells.append(SeenCell(at, column, (left, tops[at], left + WIDTH - 3, tops[below] - 3)))
            if text:
                box = (left + 10, tops[at] + 10, left + 10 + 20 * len(text), tops[at] + 30)
                lines.append(SeenLine(text, 0.9, box, tuple(edge / 2000 for edge in box)))
    box = (100 + shift, 200, 100 + shift + WIDTH * len(rows[0]), tops[len(rows)])
    return SeenPage(1600, tuple(lines), (SeenTable(box, len(rows[0]), tuple(cells)),))


def rows_of(*pages):
    texts = page_texts(dict(enumerate(pages, start=1)))
    return [line.split("\t") for text in texts.values() for line in text.text.splitlines()]


def test_what_is_merged_down_is_told_in_each_row():
    rows = [HEADS, ["1", "消防", "打通通道", "6月"], ["2", "^", "安装报警器", "9月"]]
    assert rows_of(page(*rows)) == [*rows[:2], ["2", "消防", "安装报警器", "9月"]]


def test_a_row_cut_by_the_end_of_a_page_is_one_wherever_the_sheet_lay_on_the_scanner():
    last = page(HEADS, ["1", "矿山", "关闭采石场", "3月"], ["2", "消防", "打通消防车通", "2025年10"])
    first = page(HEADS, ["", "", "道126处", "月底前"], ["3", "", "安装报警器", "9月"], shift=40)
    assert rows_of(last, first)[2:] == [
        ["2", "消防", "打通消防车通道126处", "2025年10月底前"],
        HEADS,
        ["3", "", "安装报警器", "9月"],
    ]


def test_the_rest_of_a_cut_row_is_shown_on_its_own_page():
    last = page(HEADS, ["1", "消防", "打通消防车通", "6月"])
    first = page(HEADS, ["", "", "道126处", ""], ["2", "矿山", "关闭采石场", "9月"])
    text = page_texts({1: last, 2: first})[1]
    assert {text.text[one.start : one.end]: one.page for one in text.lines}["道126处"] == 2


def test_a_cell_merged_over_the_end_of_a_page_is_told_on_both():
    last = page(HEADS, ["1", "消防", "打通消防车通道", "6月"])
    first = page(HEADS, ["2", "", "安装报警器", "7月"], ["3", "^", "更换灭火器", "9月"])
    assert [row[1] for row in rows_of(last, first)] == ["类别", "消防", "类别", "消防", "消防"]
