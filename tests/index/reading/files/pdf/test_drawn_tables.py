"""Tables whose rules are drawn in other ways than as lines, and tables on pages that lie on their side."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from index.reading.files.pdf.layout.page_signs import page_signs
from index.reading.files.pdf.page_tables import find_page_tables

ROWS = (("序号", "任务", "牵头单位"), ("1", "排查隐患", "县教育局"), ("2", "开展演练", "县公安局"))
LEFTS = (60.0, 120.0, 320.0, 480.0)
ROW_POINTS = 30.0
TOP = 500.0

Draw = Callable[[Canvas, float, float, float, float], None]


def as_line(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    canvas.line(x0, y0, x1, y1)


def as_box(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    canvas.rect(x0, y0, max(x1 - x0, 0.5), max(y1 - y0, 0.5), stroke=0, fill=1)


def as_picture(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    dot = BytesIO()
    Image.new("RGB", (1, 1)).save(dot, "PNG")
    canvas.drawImage(ImageReader(dot), x0, y0, max(x1 - x0, 0.5), max(y1 - y0, 0.5))


def draw_table(canvas: Canvas, draw: Draw) -> None:
    canvas.setFont("STSong-Light", 10)
    for at, row in enumerate(ROWS):
        for left, text in zip(LEFTS, row, strict=False):
            canvas.drawString(left + 5, TOP - ROW_POINTS * at - 20, text)
    low = TOP - ROW_POINTS * len(ROWS)
    for at in range(len(ROWS) + 1):
        draw(canvas, LEFTS[0], TOP - ROW_POINTS * at, LEFTS[-1], TOP - ROW_POINTS * at)
    for left in LEFTS:
        draw(canvas, left, low, left, TOP)


def drawn(draw: Draw, *, turned: bool = False, within_form: bool = False) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 600))
    if turned:
        canvas.translate(600, 0)
        canvas.rotate(90)
    if within_form:
        canvas.beginForm("table")
    draw_table(canvas, draw)
    if within_form:
        canvas.endForm()
        canvas.translate(10, -20)
        canvas.doForm("table")
    canvas.save()
    return file.getvalue()


def rows_of(content: bytes) -> list[tuple[tuple[str, ...], ...]]:
    document = pdfium.PdfDocument(content)
    pages = [page_signs(document, number) for number in range(len(document))]
    document.close()
    found = find_page_tables(content, pages)
    assert found is not None
    return [table.rows for tables in found.values() for table in tables]


@pytest.mark.parametrize("draw", [as_line, as_box, as_picture])
def test_rules_are_lines_boxes_or_pictures(draw: Draw) -> None:
    assert rows_of(drawn(draw)) == [ROWS]


def test_a_table_printed_on_its_side() -> None:
    assert rows_of(drawn(as_line, turned=True)) == [ROWS]


def test_a_table_drawn_within_another_drawing() -> None:
    assert rows_of(drawn(as_line, within_form=True)) == [ROWS]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned(turn: int) -> None:
    document = pdfium.PdfDocument(drawn(as_line, turned=turn != 180))
    document[0].set_rotation(turn)
    file = BytesIO()
    document.save(file)
    document.close()
    assert rows_of(file.getvalue()) == [ROWS]


def test_thousands_of_strokes_are_a_drawing_and_quickly_read() -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 600))
    for at in range(25_000):
        canvas.line(at % 599, (at * 7) % 599, at % 599 + 1, (at * 7) % 599)
    canvas.drawString(100, 100, "map")
    canvas.save()
    assert rows_of(file.getvalue()) == []
