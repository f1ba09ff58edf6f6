"""The text of a PDF file, page by page, as its text layer holds it; of pages with ruled tables as they are seen."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from index.errors import CorruptFile, EmptyFile, EncryptedFile, NoTextLayer
from index.reading.files.types import MALFORMED, Prominent, Standing, check_length, whole_signs
from index.types import RecognisedLine

# pypdf meets a broken file with its own errors and, deeper down, with built-in ones.
_MALFORMED = (
    *MALFORMED,
    PyPdfError,
    struct.error,
)
LARGER_BY = 1.15
"""A title of 22 points over a text of 16 is larger by more, a word in bold or a sign by less."""
MOST_SET_OFF = 6
LEAST_RULES, MOST_RULES = 6, 4_000
"""A table of two rows and two columns has six rules or four frames with four sides; thousands on a page are a drawing."""


def read_pdf(
    name: str, content: bytes
) -> tuple[list[str], tuple[str, ...], tuple[Prominent, ...], dict[int, tuple[RecognisedLine, ...]]]:
    """The text of each page, warnings, and what the first page prints in larger letters than its text.

    Last the lines of pages that were read from their pictures, by the page's number from 0 on, with offsets in its text.

    Raises:
        CorruptFile, EncryptedFile: The file cannot be opened.
        EmptyFile, NoTextLayer: It has no pages, or none with text.
        TooMuchText: It holds more than any plan.
    """
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedFile(f"{name}: the PDF needs a password; save a copy without one")
        letters = _Letters()
        pages, ruled = _pages(name, reader, letters)
    except DependencyError as exc:
        raise EncryptedFile(f"{name}: the PDF is encrypted in a way that cannot be read here ({exc})") from exc
    except _MALFORMED as exc:
        raise CorruptFile(f"{name}: the PDF is damaged ({type(exc).__name__}: {_one_line(exc)})") from exc
    if not pages:
        raise EmptyFile(f"{name}: the PDF has no pages")
    warnings, recognised = _recognised(name, content, pages)
    return pages, warnings + _put_in_tables(name, content, pages, ruled), letters.larger(), recognised


def _recognised(
    name: str, content: bytes, pages: list[str]
) -> tuple[tuple[str, ...], dict[int, tuple[RecognisedLine, ...]]]:
    """Put what is seen on pages without text in its place; warnings, and the lines by page."""
    bare = [number for number, text in enumerate(pages) if not text.strip()]
    if not bare:
        return (), {}
    from index.reading.files.ocr.recognise import read_by_machine, recognise_pdf_pages  # its libraries take a second

    found = {number: page for number, page in recognise_pdf_pages(content, bare, name).items() if page.lines}
    for number, page in found.items():
        pages[number] = page.text
    if len(bare) == len(pages) and not found:
        raise NoTextLayer(f"{name}: there is no text in the PDF, and none can be seen on its pages")
    warnings = (read_by_machine(name, len(found)),) if found else ()
    return warnings, {number: page.lines for number, page in found.items()}


def _pages(name: str, reader: PdfReader, letters: _Letters) -> tuple[list[str], list[int]]:
    """The text of each page, the letters of the first noted down, and which pages, from 0 on, have as many rules as a table has."""
    pages: list[str] = []
    ruled: list[int] = []
    chars = 0
    for number, page in enumerate(reader.pages):
        rules = _Rules()
        looked_at = None if number else letters
        pages.append(whole_signs(page.extract_text(visitor_operand_before=rules, visitor_text=looked_at)))
        chars += len(pages[-1])
        check_length(name, chars)
        if LEAST_RULES <= rules.count <= MOST_RULES and pages[-1].strip():
            ruled.append(number)
    return pages, ruled


class _Letters:
    """Notes down runs of text with the height of their letters, as the page's text comes by."""

    def __init__(self) -> None:
        self._runs: list[tuple[float, str]] = []

    def __call__(self, text: str, page: Sequence[float], line: Sequence[float], _font: object, size: float) -> None:
        if text.strip():
            # The font's size is scaled by the matrices of the line and of the page (ISO 32000-1, 9.4.4).
            self._runs.append((round(abs(size * line[3] * page[3]), 1), text))

    def larger(self) -> tuple[Prominent, ...]:
        """Runs of one size one after another that stand out from the size of most letters."""
        sizes: Counter[float] = Counter()
        for size, text in self._runs:
            sizes[size] += len(text.strip())
        body = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
        found: list[tuple[float, str]] = []
        for size, text in self._runs:
            if found and found[-1][0] == size:
                found[-1] = (size, found[-1][1] + text)
            else:
                found.append((size, text))
        larger = (" ".join(whole_signs(text).split()) for size, text in found if size >= LARGER_BY * body)
        return tuple(Prominent(text, Standing.SET_OFF) for text in larger)[:MOST_SET_OFF]


class _Rules:
    """Counts the lines and frames that a page draws, as its operators come by (ISO 32000-1, 8.5.2)."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, operator: bytes, *_: object) -> None:
        self.count += operator in (b"l", b"re")


def _put_in_tables(name: str, content: bytes, pages: list[str], ruled: list[int]) -> tuple[str, ...]:
    """Put the text with tables in the place of that without, page by page; a warning where they cannot be read."""
    if not ruled:
        return ()
    # Imported here: its library takes a quarter of a second to load, and few plans have ruled tables.
    from index.reading.files.pdf.load_pdf_tables import read_ruled_pages

    found = read_ruled_pages(content, ruled)
    if found is None:
        return (f"The tables of {name} could not be read as tables; their words are searched as text.",)
    for number, text in found.items():
        pages[number] = whole_signs(text)
    return ()


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
