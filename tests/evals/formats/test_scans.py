"""Pages as a scanner gives them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from evals.formats.scans import Damage, pictures_of, write_scan

if TYPE_CHECKING:
    from pathlib import Path

DPI = 100
DAMAGE = Damage("scan", 1.0, 0.5, 12)


def _page() -> Image.Image:
    page = Image.new("L", (827, 1169), 255)
    ImageDraw.Draw(page).rectangle((200, 300, 600, 310), fill=0)
    return page


def test_a_scan_has_the_pages_and_no_text(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    write_scan([_page(), _page()], path, DAMAGE, DPI)
    with pdfium.PdfDocument(path) as document:
        assert [page.get_textpage().get_text_bounded() for page in document] == ["", ""]
    first, second = (np.asarray(page) for page in pictures_of(path, DPI))
    assert abs(first.shape[1] - _page().width) <= 1  # sizes of PDF pages are in points
    assert (first != second).any()


def test_the_same_paper_gives_the_same_scan(tmp_path: Path) -> None:
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for path in (one, two):
        write_scan([_page()], path, DAMAGE, DPI)
    assert (np.asarray(pictures_of(one, DPI)[0]) == np.asarray(pictures_of(two, DPI)[0])).all()
