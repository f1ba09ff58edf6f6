"""PDFs drawn by hand: what stands where is what the tests are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from index.reading.files.load import load_file
from index.reading.files.types import LoadedText

SONG, LATIN = "STSong-Light", "Helvetica"
WIDTH, HEIGHT = 600, 800


@dataclass(frozen=True)
class Drawn:
    """A text at its place: `x` from the left, `y` from the top, to its base line; `turn` counter-clockwise in degrees."""

    x: float
    y: float
    text: str
    size: float = 12
    font: str = SONG
    grey: float = 0.0
    mode: int = 0
    turn: float = 0.0


@dataclass(frozen=True)
class Page:
    """What a page shows; `rotate` as viewers turn it, `picture` a black one over the whole page, `box` one filled box."""

    drawn: Sequence[Drawn]
    rotate: int = 0
    picture: bool = False
    box: tuple[float, float, float, float] | None = None


ReadPages = Callable[..., LoadedText]


@pytest.fixture
def read_pages(tmp_path: Path) -> ReadPages:
    """Reads pages that are drawn so."""
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))

    def read(*pages: Page) -> LoadedText:
        path = tmp_path / "plan.pdf"
        canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
        for page in pages:
            _draw(canvas, page)
        canvas.save()
        return load_file(path, 10_000_000)

    return read


def _draw(canvas: Canvas, page: Page) -> None:
    canvas.setPageRotation(page.rotate)
    if page.picture:
        canvas.drawImage(ImageReader(_black()), 0, 0, WIDTH, HEIGHT)
    if page.box:
        left, top, right, bottom = page.box
        canvas.setFillGray(0)
        canvas.rect(left, HEIGHT - bottom, right - left, bottom - top, stroke=0, fill=1)
    for one in page.drawn:
        canvas.saveState()
        canvas.setFillGray(one.grey)
        canvas.translate(one.x, HEIGHT - one.y)
        canvas.rotate(one.turn)
        text = canvas.beginText(0, 0)
        text.setFont(one.font, one.size)
        text.setTextRenderMode(one.mode)
        text.textOut(one.text)
        canvas.drawText(text)
        canvas.restoreState()
    canvas.showPage()


def _black() -> BytesIO:
    from PIL import Image

    picture = BytesIO()
    Image.new("RGB", (60, 80), "black").save(picture, "PNG")
    picture.seek(0)
    return picture


def column(lines: Sequence[str], x: float = 90, y: float = 100, size: float = 12) -> list[Drawn]:
    """Lines one below the other; a line that opens with two full-width spaces is indented by two signs."""
    return [
        Drawn(x + size * (len(line) - len(line.lstrip("\u3000"))), y + 20 * at, line.lstrip("\u3000"), size)
        for at, line in enumerate(lines)
    ]


def wrapped(text: str, signs: int) -> list[str]:
    """A paragraph as Chinese paper sets it: two signs free, then lines of so many signs."""
    whole = "\u3000\u3000" + text
    return [whole[at : at + signs] for at in range(0, len(whole), signs)]
