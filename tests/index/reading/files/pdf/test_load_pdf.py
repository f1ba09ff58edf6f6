"""A whole PDF: garbled pages, blank pages, tables among text."""

from __future__ import annotations

import pytest

from index.errors import NoTextLayer
from tests.index.reading.files.pdf.conftest import Page, column, wrapped

TEXT = "各乡镇人民政府要落实属地管理责任，健全网格化监管体系，配齐配强安全员，每月至少开展一次全面排查，建立问题隐患和制度措施清单。"
SHIFTED = "".join(chr(0x5000 + (ord(sign) * 7919) % 0x4F00) for sign in TEXT * 2)


def test_a_garbled_page_is_left_out_and_told(read_pages) -> None:
    loaded = read_pages(
        Page(column(wrapped(TEXT, 30))), Page(column(wrapped(SHIFTED, 30))), Page(column(wrapped(TEXT, 30)))
    )
    assert loaded.text.split() == [TEXT, TEXT]
    assert len(loaded.page_starts) == 3
    assert len(loaded.warnings) == 1 and "Page 2" in loaded.warnings[0]


def test_a_paper_that_is_garbled_throughout_is_refused(read_pages) -> None:
    with pytest.raises(NoTextLayer, match="not what it shows"):
        read_pages(Page(column(wrapped(SHIFTED, 30))))


def test_a_blank_page_between_two_has_its_place(read_pages) -> None:
    page = Page(column(["一、总则"]))
    assert read_pages(page, Page([]), page).page_starts == (0, 5, 6)
