"""Pages whose text PDFium garbles, as pypdf decodes them."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium

from index.reading.files.pdf.layout.page_signs import page_signs
from index.reading.files.pdf.layout.types import SignPage
from index.reading.files.pdf.other_decoding import decoded_otherwise

SENTENCE = "各乡镇人民政府每月至少开展一次全面排查。"


def pages_of(path: Path) -> list[SignPage]:
    document = pdfium.PdfDocument(path.read_bytes())
    return [page_signs(document, number) for number in range(len(document))]


def test_the_pages_that_are_asked_for_are_decoded(make_pdf):
    path = make_pdf("a.pdf", ["一、总则", SENTENCE])
    assert decoded_otherwise(path.read_bytes(), pages_of(path)[1:]) == {1: SENTENCE}


def test_a_page_without_text_and_a_file_that_is_none_give_nothing(make_pdf):
    path = make_pdf("a.pdf", ["", SENTENCE])
    assert decoded_otherwise(path.read_bytes(), pages_of(path)[:1]) == {}
    assert decoded_otherwise(b"%PDF-1.7 broken", pages_of(path)) == {}
    assert decoded_otherwise(path.read_bytes(), []) == {}
