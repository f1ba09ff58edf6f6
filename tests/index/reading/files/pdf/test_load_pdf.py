"""A whole PDF: pages whose text is not what they show, scans among pages of text, blank pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from index.errors import NoTextLayer
from index.reading.files.load import load_file
from index.reading.files.types import LoadedText
from tests.index.reading.files.pdf.conftest import Drawn, Page, column, wrapped

TEXT = (
    "各乡镇人民政府要落实属地管理责任，健全网格化监管体系，配齐配强安全员，每月至少开展一次全面排查，"
    "建立问题隐患和制度措施清单。"
)


def garble(path: Path, number: int) -> LoadedText:
    """Reads the file again after the fonts of one page have got a table that calls each character by a private code."""
    ranges = "".join(f"<{high:02X}00> <{high:02X}FF> <E000>\n" for high in range(0x4E, 0xA0))
    table = StreamObject()
    table.set_data(f"begincmap 82 beginbfrange\n{ranges}endbfrange endcmap".encode())
    writer = PdfWriter(clone_from=PdfReader(path))
    fonts = writer.pages[number]["/Resources"]["/Font"]
    for name in list(fonts):
        own = writer._add_object(fonts[name].get_object().clone(writer, force_duplicate=True))
        own.get_object()[NameObject("/ToUnicode")] = writer._add_object(table)
        fonts[NameObject(name)] = own
    garbled = path.with_name("garbled.pdf")
    writer.write(garbled)
    return load_file(garbled, 10_000_000)


@pytest.mark.slow
def test_a_garbled_page_is_read_from_its_picture(read_pages, tmp_path: Path) -> None:
    read_pages(Page(column(wrapped(TEXT, 30))))
    loaded = garble(tmp_path / "plan.pdf", 0)
    assert "".join(loaded.text.split()) == TEXT
    assert "".join(loaded.text[line.start : line.end] for line in loaded.recognised) == TEXT
    assert "read by machine" in loaded.warnings[0]


@pytest.mark.slow
def test_a_scan_with_nothing_on_it_is_told_among_pages_of_text(read_pages) -> None:
    page = Page(column(wrapped(TEXT, 30)))
    loaded = read_pages(page, Page([], picture=True), page)
    assert loaded.text.split() == [TEXT, TEXT]
    assert len(loaded.page_starts) == 3
    assert len(loaded.warnings) == 1 and "Page 2" in loaded.warnings[0]


@pytest.mark.slow
def test_a_file_without_any_text_is_refused(read_pages) -> None:
    with pytest.raises(NoTextLayer, match="none can be read"):
        read_pages(Page([], picture=True))


@pytest.mark.slow
def test_a_blank_page_between_two_has_its_place_and_needs_no_note(read_pages) -> None:
    page = Page([Drawn(90, 100, "一、总则")])
    loaded = read_pages(page, Page([]), page)
    assert (loaded.page_starts, loaded.warnings) == ((0, 5, 6), ())
