"""Scans and pictures as loaded text."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from index.errors import TooMuchText
from index.pages_told import listening
from index.reading.files.load import load_file
from index.reading.files.ocr import recognise
from index.reading.files.ocr.kept_pages import keeping
from index.reading.files.ocr.recognise import recognise_image, recognise_pdf_pages
from tests.index.reading.files.ocr.conftest import lines_at

LINES = {760: "青岚县消防安全检查通报", 720: "县消防救援大队负责检查。"}


@pytest.fixture(scope="module")
def scan(printed):
    """A TIFF of two pages, the second blank."""
    picture = printed(lambda canvas: lines_at(canvas, LINES))
    page = Image.fromarray(picture[:, :, ::-1])
    out = BytesIO()
    page.save(out, "TIFF", save_all=True, append_images=[Image.new("RGB", page.size, "white")])
    return out.getvalue()


@pytest.mark.slow
def test_a_file_of_pictures_becomes_text_whose_lines_are_known(scan):
    turns = []
    with listening(lambda *turn: turns.append(turn)):
        loaded = recognise_image("scan.tif", scan)
    assert "".join(loaded.text.split()) == "".join(LINES.values())
    assert loaded.page_starts == (0, len(loaded.text) - 1)
    assert [loaded.text[line.start : line.end] for line in loaded.recognised] == list(LINES.values())
    assert {line.page for line in loaded.recognised} == {1}
    assert turns == [(1, 2), (2, 2)]
    assert loaded.warnings == (
        "2 pages of scan.tif were read by machine from a picture; check what is cited against the original.",
    )


@pytest.mark.slow
def test_a_page_is_looked_at_once(scan, tmp_path, monkeypatch):
    with keeping(tmp_path):
        first = recognise_image("scan.tif", scan)
        monkeypatch.setattr(recognise, "look", lambda _: pytest.fail("it is kept"))
        assert recognise_image("other.tif", scan).text == first.text


@pytest.mark.slow
def test_a_pdf_page_without_text_is_read_from_its_picture(printed, tmp_path):
    picture = printed(lambda canvas: lines_at(canvas, LINES))
    path = tmp_path / "scan.pdf"
    Image.fromarray(picture[:, :, ::-1]).save(path, "PDF", resolution=150)
    loaded = load_file(path, 10_000_000)
    assert "".join(loaded.text.split()) == "".join(LINES.values())
    assert [loaded.text[line.start : line.end] for line in loaded.recognised] == list(LINES.values())
    assert "read by machine" in loaded.warnings[0]


def test_a_scan_with_more_pages_than_can_be_read_is_refused(make_pdf, monkeypatch):
    monkeypatch.setattr(recognise, "MOST_PAGES", 1)
    with pytest.raises(TooMuchText, match=r"plan\.pdf: has more than 1 scanned pages") as caught:
        recognise_pdf_pages(make_pdf("plan.pdf", ["", ""]).read_bytes(), [0, 1], "plan.pdf")
    assert (caught.value.code, caught.value.values) == ("many_scanned_pages", {"limit": "1"})
