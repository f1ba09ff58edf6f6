"""Ruled tables of PDF files: rows with their cells, over lines and over pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from index.reading.clean import clean
from index.reading.files.load import load_file
from index.reading.tables import find_tables

Rows = Sequence[Sequence[str]]
MakeRuled = Callable[..., Path]
WIDTHS = (40, 160, 120, 100)
HEADS = ("序号", "任务", "牵头单位", "时限")


@pytest.fixture
def make_ruled(tmp_path: Path) -> MakeRuled:
    """Writes a PDF with a ruled table on each page, lines of text above and below it; a cell's lines are parted by /."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def make(*pages: tuple[str, Rows, str]) -> Path:
        path = tmp_path / "plan.pdf"
        canvas = Canvas(str(path))
        for above, rows, below in pages:
            canvas.setFont("STSong-Light", 10)
            canvas.drawString(40, 800, above)
            top = 780
            for row in rows:
                height = 14 * max(cell.count("/") + 1 for cell in row) + 6
                left = 40
                for cell, width in zip(row, WIDTHS, strict=False):
                    canvas.rect(left, top - height, width, height)
                    for number, line in enumerate(cell.split("/")):
                        canvas.drawString(left + 4, top - 14 - 14 * number, line)
                    left += width
                top -= height
            canvas.drawString(40, top - 30, below)
            canvas.showPage()
        canvas.save()
        return path

    return make


def rows_of(path: Path) -> list[list[str]]:
    (table,) = find_tables(clean("plan", load_file(path, 10_000_000)))
    return [list(table.headers), *([cell.text for cell in row] for row in table.rows)]


def test_a_cell_that_is_broken_over_lines_is_whole(make_ruled: MakeRuled) -> None:
    path = make_ruled(
        ("一、分工", [HEADS, ("1", "更换老旧/燃气管道", "县住房城乡/建设局", "2026年6月")], "二、保障"),
    )
    assert rows_of(path)[1] == ["1", "更换老旧燃气管道", "县住房城乡建设局", "2026年6月"]
    text = load_file(path, 10_000_000).text
    assert text.splitlines()[0] == "一、分工" and text.splitlines()[-1] == "二、保障"


def test_a_table_goes_on_over_pages_with_its_heads_repeated(make_ruled: MakeRuled) -> None:
    one, two = ("1", "排查隐患", "县教育局", "2026年3月"), ("2", "开展演练", "县公安局", "2026年9月")
    path = make_ruled(("一、分工", [HEADS, one], "— 1 —"), ("", [HEADS, two], "— 2 —"))
    assert rows_of(path) == [list(HEADS), list(one), list(two)]


def test_a_row_that_a_page_cuts_in_two_is_one(make_ruled: MakeRuled) -> None:
    first = ("1", "排查城镇燃气和餐饮", "县住房城乡", "2026年3月")
    rest, last = ("", "场所的隐患", "建设局", ""), ("2", "开展演练", "县公安局", "2026年9月")
    path = make_ruled(("一、分工", [HEADS, first], "— 1 —"), ("", [HEADS, rest, last], "— 2 —"))
    assert rows_of(path)[1:] == [["1", "排查城镇燃气和餐饮场所的隐患", "县住房城乡建设局", "2026年3月"], list(last)]


def test_a_frame_around_text_is_no_table(make_ruled: MakeRuled) -> None:
    path = make_ruled(("通知", [("各单位要抓好落实。",)] * 3, "结束"))
    assert find_tables(clean("plan", load_file(path, 10_000_000))) == ()
    assert load_file(path, 10_000_000).text.split() == ["通知", *["各单位要抓好落实。"] * 3, "结束"]


def test_names_of_columns_alone_at_the_end_of_a_page(make_ruled: MakeRuled) -> None:
    rows = [("1", "修路", "县交通局", "3月"), ("2", "修桥", "县公路局", "4月")]
    path = make_ruled(("一、分工", [HEADS], ""), ("", rows, "二、保障"))
    assert rows_of(path) == [list(HEADS), *map(list, rows)]


def test_the_last_row_alone_on_the_next_page(make_ruled: MakeRuled) -> None:
    rows = [("1", "修路", "县交通局", "3月"), ("2", "修桥", "县公路局", "4月")]
    path = make_ruled(("一、分工", [HEADS, rows[0]], ""), ("", [rows[1]], "二、保障"))
    assert rows_of(path) == [list(HEADS), *map(list, rows)]


def test_a_lone_framed_row_is_no_table(make_ruled: MakeRuled) -> None:
    path = make_ruled(("一、分工", [("秘密", "2年")], "二、保障"))
    assert not find_tables(clean("plan", load_file(path, 10_000_000)))
