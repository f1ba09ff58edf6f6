"""The text of a PDF file, page by page, as its text layer holds it."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from index.errors import CorruptFile, EmptyFile, EncryptedFile, NoTextLayer
from index.reading.files.types import check_length, whole_signs

# pypdf meets a broken file with its own errors and, deeper down, with these built-in ones.
_MALFORMED = (
    PyPdfError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    struct.error,
    zlib.error,
)
_MOST_NAMED_PAGES = 10


def read_pdf(name: str, content: bytes) -> tuple[list[str], tuple[str, ...]]:
    """The text of each page and warnings.

    Raises:
        CorruptFile, EncryptedFile: The file cannot be opened.
        EmptyFile, NoTextLayer: It has no pages, or none with text.
        TooMuchText: It holds more than any plan.
    """
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedFile(f"{name}: the PDF needs a password; save a copy without one")
        pages = _pages(name, reader)
    except DependencyError as exc:
        raise EncryptedFile(f"{name}: the PDF is encrypted in a way that cannot be read here ({exc})") from exc
    except _MALFORMED as exc:
        raise CorruptFile(f"{name}: the PDF is damaged ({type(exc).__name__}: {_one_line(exc)})") from exc
    if not pages:
        raise EmptyFile(f"{name}: the PDF has no pages")
    bare = [number for number, text in enumerate(pages, 1) if not text.strip()]
    if len(bare) == len(pages):
        raise NoTextLayer(f"{name}: the PDF has no text layer, only images; run text recognition (OCR) first")
    warnings = (f"{_numbers(bare)} of {name} hold no text; scanned pages are not searched.",) if bare else ()
    return pages, warnings


def _pages(name: str, reader: PdfReader) -> list[str]:
    pages: list[str] = []
    chars = 0
    for page in reader.pages:
        pages.append(whole_signs(page.extract_text()))
        chars += len(pages[-1])
        check_length(name, chars)
    return pages


def _numbers(pages: list[int]) -> str:
    shown = ", ".join(str(page) for page in pages[:_MOST_NAMED_PAGES])
    others = " and others" if len(pages) > _MOST_NAMED_PAGES else ""
    return f"Page {shown}" if len(pages) == 1 else f"Pages {shown}{others}"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
