"""The text of a PDF file as people read it: without what the margins hold, in the order of reading, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from index.errors import CorruptFile, EmptyFile, EncryptedFile, NoTextLayer
from index.reading.files.pdf.garbled import is_garbled
from index.reading.files.pdf.layout.columns import Flow, reading_order
from index.reading.files.pdf.layout.footnotes import without_notes
from index.reading.files.pdf.layout.page_margins import rows_without_margins
from index.reading.files.pdf.layout.page_signs import PICTURE_OF_A_PAGE, page_signs
from index.reading.files.pdf.layout.paragraphs import paragraphs
from index.reading.files.pdf.layout.running_text import running_text
from index.reading.files.pdf.layout.standing_out import body_look, headings, set_off
from index.reading.files.pdf.layout.text_lines import line_of, rows_of
from index.reading.files.pdf.layout.types import SeenBlock, Sign, SignPage, TableBlock, TextLine
from index.reading.files.pdf.page_tables import find_page_tables
from index.reading.files.types import MALFORMED, LoadedText, check_length

_MALFORMED = (*MALFORMED, pdfium.PdfiumError)
_MOST_NAMED_PAGES = 10
MOST_SIGNS_OF_A_STAMP = 30
"""A scan may bear a line of text: the number under which it was filed, the name of the machine."""
MORE_SEEN = 2
"""So many times more must be seen in a picture than its page has as text to go before that."""


def read_pdf(path: Path, content: bytes) -> LoadedText:
    """The text of a PDF with its pages, tables, headings and what its first page sets off.

    Raises:
        CorruptFile, EncryptedFile: The file cannot be opened.
        EmptyFile, NoTextLayer: It has no pages, or none with text.
        TooMuchText: It holds more than any plan.
    """
    name = path.name
    try:
        pages = _sign_pages(name, content)
    except _MALFORMED as exc:
        if getattr(exc, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise EncryptedFile(f"{name}: the PDF needs a password; save a copy without one") from exc
        raise CorruptFile(f"{name}: the PDF is damaged ({type(exc).__name__}: {_one_line(exc)})") from exc
    if not pages:
        raise EmptyFile(f"{name}: the PDF has no pages")
    garbled = frozenset(page.number for page in pages if is_garbled(page.layer, page.fonts))
    seen = _seen(name, content, pages, garbled)
    left_out = garbled | seen.keys()
    told = [replace(page, signs=(), aside=()) if page.number in left_out else page for page in pages]
    if not seen and not any(map(_plain, told)):
        raise NoTextLayer(f"{name}: there is no text in the PDF, and none can be read on its pages")
    tables = _tables(content, [page for page in told if page.signs])
    warnings = [*_notes(name, pages, garbled, seen)]
    if tables is None:
        warnings.append(f"The tables of {name} could not be read as tables; their words are searched as text.")
    return replace(_put_together(path, told, tables or {}, seen), warnings=tuple(warnings))


def _seen(name: str, content: bytes, pages: Sequence[SignPage], garbled: frozenset[int]) -> dict[int, SeenBlock]:
    """What is read in the pictures of pages whose text is missing, garbled, or no more than a stamp on a scan."""
    texts = {page.number: "" if page.number in garbled else _plain(page) for page in pages}
    asked = [
        page
        for page in pages
        if (not texts[page.number] and not page.is_blank)
        or (page.pictures >= PICTURE_OF_A_PAGE and len(texts[page.number]) <= MOST_SIGNS_OF_A_STAMP)
    ]
    if not asked:
        return {}
    from index.reading.files.ocr.recognise import recognise_pdf_pages  # its libraries take a second

    found = recognise_pdf_pages(content, [page.number for page in asked], name)
    seen: dict[int, SeenBlock] = {}
    for page in asked:
        read = found.get(page.number)
        if read is not None and len(read.text.strip()) > MORE_SEEN * len(texts[page.number]):
            seen[page.number] = SeenBlock(read.text.rstrip("\n"), read.lines, 0.0, 0.0, page.width, page.height)
    return seen


def _notes(
    name: str, pages: Sequence[SignPage], garbled: frozenset[int], seen: Mapping[int, SeenBlock]
) -> Iterator[str]:
    """What a person who adds the file should know of pages that were read from pictures, or not at all."""
    if seen:
        from index.reading.files.ocr.recognise import read_by_machine

        yield read_by_machine(name, len(seen))
    blank = [page.number for page in pages if page.number not in seen and page.pictures and not _plain(page)]
    if blank:
        yield f"{_numbers(blank)} of {name}: no text can be read in the picture."
    if garbled - seen.keys():
        yield f"{_numbers(sorted(garbled - seen.keys()))} of {name}: the text is not what is shown, and is left out."


def _sign_pages(name: str, content: bytes) -> list[SignPage]:
    document = pdfium.PdfDocument(content)
    try:
        pages: list[SignPage] = []
        chars = 0
        for number in range(len(document)):
            pages.append(page_signs(document, number))
            chars += len(pages[-1].signs)
            check_length(name, chars)
        return pages
    finally:
        document.close()


def _plain(page: SignPage) -> str:
    return "".join(sign.text for sign in page.signs).strip()


def _tables(content: bytes, pages: Sequence[SignPage]) -> dict[int, list[TableBlock]] | None:
    """The tables of these pages as they stand on them when read; None where the file's tables cannot be read."""
    found = find_page_tables(content, pages)
    if found is None:
        return None
    return {
        number: [TableBlock(tuple("\t".join(row) for row in table.rows), *table.box) for table in tables]
        for number, tables in found.items()
    }


def _put_together(
    path: Path,
    pages: Sequence[SignPage],
    tables: Mapping[int, Sequence[TableBlock]],
    seen: Mapping[int, SeenBlock],
) -> LoadedText:
    boxes = [tables.get(page.number, ()) for page in pages]
    outside = [
        [sign for sign in page.signs if not any(_lies_in(sign, box) for box in boxes[page.number])] for page in pages
    ]
    rows = rows_without_margins(outside, boxes, [page.height for page in pages])
    flows = [reading_order(rows[page.number], boxes[page.number]) for page in pages]
    body = body_look([block for page in flows for flow in page for block in flow.blocks if isinstance(block, TextLine)])
    noted = [
        ((Flow((seen[number],)),), ()) if number in seen else without_notes(page, body[0])
        for number, page in enumerate(flows)
    ]
    aside = [tuple(line_of(row) for row in rows_of(page.aside) if _has_ink(row)) for page in pages]
    notes = [(*own, *beside) for (_, own), beside in zip(noted, aside, strict=True)]
    pieces = paragraphs([page for page, _ in noted], notes, [page.width for page in pages], body[0])
    whole = running_text(pieces, len(pages))
    marked = headings(whole.paragraphs, body)
    large = set_off(whole.paragraphs, body)
    return LoadedText(path, whole.text, whole.page_starts, (), large, marked, whole.recognised)


def _has_ink(row: Sequence[Sign]) -> bool:
    return any(not sign.text.isspace() for sign in row)


def _lies_in(sign: Sign, box: TableBlock) -> bool:
    across, down = (sign.left + sign.right) / 2, (sign.top + sign.bottom) / 2
    return box.left <= across <= box.right and box.top <= down <= box.bottom


def _numbers(pages: list[int]) -> str:
    shown = ", ".join(str(page + 1) for page in pages[:_MOST_NAMED_PAGES])
    others = " and others" if len(pages) > _MOST_NAMED_PAGES else ""
    return f"Page {shown}" if len(pages) == 1 else f"Pages {shown}{others}"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
