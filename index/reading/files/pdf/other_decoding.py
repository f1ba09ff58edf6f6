"""The text of pages whose text PDFium garbles, as pypdf decodes it: each knows tables of characters that the other does not."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from index.reading.files.pdf.garbled import is_garbled
from index.reading.files.pdf.layout.types import SignPage
from index.reading.files.types import MALFORMED, whole_signs


def decoded_otherwise(content: bytes, pages: Sequence[SignPage]) -> dict[int, str]:
    """The text of those of these pages that pypdf reads soundly, by number."""
    found: dict[int, str] = {}
    if not pages:
        return found
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        for page in pages:
            text = whole_signs(reader.pages[page.number].extract_text()).strip()
            if text and not is_garbled(text, page.fonts):
                found[page.number] = text
    except (*MALFORMED, PyPdfError):
        return found
    return found
