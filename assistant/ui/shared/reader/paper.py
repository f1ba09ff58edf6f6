"""One plan for reading: headings, tables and, where asked, a marked passage; or a page of its file."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from assistant.ui.shared.i18n import words
from assistant.ui.shared.reader.marking import Marker, PaperPiece, Pieces
from assistant.ui.shared.reader.translated import SentencePair, Translation, sentence_pairs
from assistant.ui.shared.templates import renderer
from index import PICTURE_SUFFIXES
from index.indexed_document import IndexedDocument
from index.types import Cell, Section, SectionKind, Span, Table

if TYPE_CHECKING:
    from assistant.ui.shared.reader.page_image import PageImage

MAX_READ_CHARS = 200_000
"""Longer plans are cut around the passage, so that a browser stays quick."""
CONTENTS_DEPTH = 3
"""Levels of titled sections in the table of contents: more would be the text again."""

_HEADING_TAGS = {
    SectionKind.CHAPTER: "h3",
    SectionKind.ATTACHMENT: "h3",
    SectionKind.SECTION: "h4",
    SectionKind.ITEM: "h5",
    SectionKind.BOX: "h5",
    SectionKind.SUBITEM: "h6",
}
_SHOWN_SUFFIXES = (".pdf", *PICTURE_SUFFIXES)
_render = renderer(words)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a page of the file begins."""

    page: int
    shape = "page"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line: `tag` is "p" or that of a heading, `anchor` the offset of the section that begins in it, None for none.

    `pairs` are its sentences with their English, where that is to stand beside them.
    """

    tag: str
    text: Pieces
    lead: Pieces = ()
    anchor: int | None = None
    pairs: tuple[SentencePair, ...] = ()
    shape = "line"


@dataclass(frozen=True, slots=True)
class PaperTable:
    """The rebuilt rows of a table, and the source's own text, since the rows are a reading of it.

    `whole` marks it all, where the passage lies in it but in none of its cells.
    """

    table: Table
    rows: tuple[Pieces, ...]
    raw: str
    whole: PaperPiece
    shape = "table"


Shape = PageBreak | PaperLine | PaperTable


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page of the file (None where it cannot be drawn), and the first and last page that the passage stands on."""

    image: PageImage | None
    pages: tuple[int, int] | None

    @property
    def data(self) -> str:
        """The image as base64."""
        return base64.b64encode(self.image.webp).decode("ascii") if self.image else ""


def has_pages(indexed: IndexedDocument) -> bool:
    """Whether the plan's file is a PDF or a picture, whose own pages can be shown."""
    return bool(indexed.clean.page_starts) and PurePath(indexed.document.file).suffix.lower() in _SHOWN_SUFFIXES


def document_page(
    indexed: IndexedDocument,
    passage: Span | None,
    language: str,
    drawn: DrawnPage | None = None,
    translation: Translation | None = None,
) -> str:
    """The plan's text with its section tree; `passage` is marked and its section path stands on top.

    With `drawn`, a page of the file stands in the place of the text. `translation` is None where the plan has none.
    """
    whole = len(indexed.clean.text)
    window = (0, 0) if drawn else _window(whole, passage)
    beside = translation if translation and translation.shown and not drawn else None
    return _render(
        "shared/reader/paper.html",
        language,
        indexed=indexed,
        document=indexed.document,
        passage=passage,
        drawn=drawn,
        view="image" if drawn else "text",
        path=_path(indexed.root, passage),
        shapes=() if drawn else tuple(_shapes(indexed, passage, window, beside)),
        clipped=drawn is None and window != (0, whole),
        has_pages=has_pages(indexed),
        contents_depth=CONTENTS_DEPTH,
        translated=translation is not None,
        beside=beside,
    )


def missing_passage(message: str, language: str) -> str:
    """What the reader shows when a link leads nowhere."""
    return _render("shared/reader/missing.html", language, message=message)


def _window(size: int, passage: Span | None) -> tuple[int, int]:
    if size <= MAX_READ_CHARS:
        return 0, size
    middle = (passage.start + passage.end) // 2 if passage else 0
    start = max(0, min(middle - MAX_READ_CHARS // 2, size - MAX_READ_CHARS))
    return start, start + MAX_READ_CHARS


def _path(root: Section, passage: Span | None) -> list[Section]:
    """The sections around the start of the passage, outermost first, without the document itself."""
    path: list[Section] = []
    level = root.children
    while passage:
        inside = next((s for s in level if s.span.start <= passage.start < s.span.end), None)
        if inside is None:
            break
        path.append(inside)
        level = inside.children
    return path


# --- the text ---------------------------------------------------------------------------------------------------------


def _shapes(
    indexed: IndexedDocument, passage: Span | None, window: tuple[int, int], beside: Translation | None
) -> Iterator[Shape]:
    """Page breaks, lines and tables of the text within the window, in its order."""
    clean = indexed.clean
    mark = Marker(clean.text, passage)
    sections = {s.span.start: s for s in _all_sections(indexed.root) if s.kind in _HEADING_TAGS}
    tables = {table.span.start: table for table in indexed.tables}
    first = clean.page_of(0) or 1  # of a paper that stands further back in its file
    pages = [
        (start, number) for number, start in enumerate(clean.page_starts, 1) if start >= window[0] and number >= first
    ]
    at, stop = window
    while at < stop:
        end = clean.text.find("\n", at)
        end = stop if end < 0 else min(end, stop)
        while pages and pages[0][0] <= end:
            yield PageBreak(pages.pop(0)[1])
        starting = next((tables[i] for i in range(at, end) if i in tables), None)
        if starting is not None:
            yield _table(starting, mark)
            end = max(end, starting.span.end)
            pages = [(start, number) for start, number in pages if start > end]
        elif clean.text[at:end].strip():
            section = next((sections[i] for i in range(at, end) if i in sections), None)
            yield _beside(at, end, section, mark, beside) if beside else _line(at, end, section, mark)
        at = end + 1


def _all_sections(section: Section) -> Iterator[Section]:
    yield section
    for child in section.children:
        yield from _all_sections(child)


def _line(start: int, end: int, section: Section | None, mark: Marker) -> PaperLine:
    if section is None:
        return PaperLine("p", mark.pieces(start, end))
    if section.title and section.body_start >= end:
        return PaperLine(_HEADING_TAGS[section.kind], mark.pieces(start, end), anchor=section.span.start)
    lead_end = min(max(section.body_start, start), end) if section.title else start
    lead = mark.pieces(start, lead_end) if lead_end > start else ()
    return PaperLine("p", mark.pieces(lead_end, end), lead, section.span.start)


def _beside(start: int, end: int, section: Section | None, mark: Marker, beside: Translation) -> PaperLine:
    """A line with its English."""
    heads = section is not None and section.title and section.body_start >= end
    tag = _HEADING_TAGS[section.kind] if section and heads else "p"
    pairs = tuple(sentence_pairs(start, end, mark, beside.memory))
    return PaperLine(tag, (), anchor=section.span.start if section else None, pairs=pairs)


def _table(table: Table, mark: Marker) -> PaperTable:
    rows = tuple(tuple(_cell(cell, mark) for cell in row) for row in table.rows)
    inside = mark.covers(table.span.start, table.span.end)
    in_cells = any(piece.marked for row in rows for piece in row)
    whole = mark.marked("") if inside and not in_cells else PaperPiece("")
    return PaperTable(table, rows, mark.text[table.span.start : table.span.end], whole)


def _cell(cell: Cell, mark: Marker) -> PaperPiece:
    covered = cell.span and mark.covers(cell.span.start, cell.span.end)
    return mark.marked(cell.text) if covered else PaperPiece(cell.text)
