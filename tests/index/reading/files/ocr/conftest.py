"""Printed pages as pictures, as a scanner would give them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from index.reading.files.ocr.recogniser import Picture

DPI = 150


@pytest.fixture(scope="session")
def printed() -> Callable[[Callable[[Canvas], None]], Picture]:
    """Gives the picture of an A4 page with what a function draws on it; the letters need a Chinese font on the machine."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def make(draw: Callable[[Canvas], None]) -> Picture:
        written = BytesIO()
        canvas = Canvas(written)
        canvas.setFont("STSong-Light", 14)
        draw(canvas)
        canvas.save()
        document = pdfium.PdfDocument(written.getvalue())
        picture = document[0].render(scale=DPI / 72).to_numpy()
        return np.ascontiguousarray(picture[:, :, :3])

    return make


def lines_at(canvas: Canvas, lines: dict[int, str], left: float = 80) -> None:
    """Draws each line at its height in points from the foot of the page."""
    for height, line in lines.items():
        canvas.drawString(left, height, line)


def table_at(canvas: Canvas, across: list[float], down: list[float], cells: dict[tuple[int, int], str]) -> None:
    """Draws all rules of a table, and texts into its cells, by row and column from the upper left."""
    canvas.grid(across, down)
    for (row, column), text in cells.items():
        canvas.drawString(across[column] + 6, down[row + 1] + 8, text)
