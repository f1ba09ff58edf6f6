"""Pages that hold no text, or another than they show: read otherwise, and put in where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from index.reading.files.ocr.seen_page import RecognisedPage
from index.reading.files.pdf.garbled import is_garbled
from index.reading.files.pdf.layout.types import SignPage
from index.reading.files.types import MALFORMED, LoadedText, RecognisedLine, whole_signs

LEAST_PICTURE_SHARE, MOST_SIGNS_BESIDE = 0.5, 60
"""A picture of half a page with a header's worth of text beside it is a scan; with more it is a background."""


def is_scan(page: SignPage) -> bool:
    """Whether a page shows a picture and holds next to no text."""
    signs = sum(not sign.text.isspace() for sign in page.signs)
    return not signs or (page.pictures >= LEAST_PICTURE_SHARE and signs <= MOST_SIGNS_BESIDE)


def texts_otherwise(name: str, content: bytes, pages: Sequence[SignPage]) -> dict[int, RecognisedPage]:
    """What these pages say as pypdf decodes them, else as a machine sees them; one on which nothing is read is left out.

    pypdf knows tables of characters that PDFium does not, and the other way round.

    Raises:
        TooMuchText: They are more than can be read in reasonable time.
    """
    found = {page.number: RecognisedPage(text) for page in pages if (text := _decoded(content, page))}
    rest = [page.number for page in pages if page.number not in found]
    if rest:
        from index.reading.files.ocr.recognise import recognise_pdf_pages  # its libraries take a second to load

        found |= {number: page for number, page in recognise_pdf_pages(content, rest, name).items() if page.lines}
    return found


def _decoded(content: bytes, page: SignPage) -> str:
    """The page's text by pypdf, where PDFium's was garbled and this one is not; "" else."""
    if is_scan(page):
        return ""
    try:
        text = whole_signs(PdfReader(BytesIO(content), strict=False).pages[page.number].extract_text())
    except (*MALFORMED, PyPdfError):
        return ""
    return "" if is_garbled(text, page.fonts) else text.strip()


def put_in(loaded: LoadedText, pages: Mapping[int, RecognisedPage]) -> LoadedText:
    """The text with these pages, numbered from 0, in the place of their empty lines."""
    parts: list[str] = []
    starts: list[int] = []
    lines: list[RecognisedLine] = []
    shifts: list[tuple[int, int]] = []  # from this offset of the loaded text on, so many characters further
    chars = at = 0
    for number, start in enumerate(loaded.page_starts):
        parts.append(loaded.text[at:start])
        chars += start - at
        at = start
        starts.append(chars)
        page = pages.get(number)
        if page is None:
            continue
        lead = "\n" if parts[-1] and not parts[-1].endswith("\n") else ""  # a sentence goes on behind the page
        lines += (
            replace(line, start=chars + len(lead) + line.start, end=chars + len(lead) + line.end) for line in page.lines
        )
        text = f"{lead}{page.text.rstrip()}\n"
        at += loaded.text.startswith("\n", start)
        parts.append(text)
        chars += len(text)
        shifts.append((at, chars - at))
    moved = (
        replace(heading, start=heading.start + by, end=heading.end + by)
        for heading in loaded.headings
        for by in [next((by for first, by in reversed(shifts) if first <= heading.start), 0)]
    )
    text = "".join((*parts, loaded.text[at:]))
    return replace(loaded, text=text, page_starts=tuple(starts), headings=tuple(moved), recognised=tuple(lines))
