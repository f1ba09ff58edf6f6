"""What is seen on a page to its text: lines in reading order, indents of paragraphs kept, tables as rows of cells.

A printed line is a line of text; cleaning joins what the page broke. A row of a ruled table is a line, its cells parted by
tabs; a cell that covers several stands in the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from index.reading.files.ocr.seen_page import RecognisedPage, SeenLine, SeenPage, holds, shared
from index.reading.files.ocr.seen_rows import Row, rows_of_lines
from index.reading.files.ocr.seen_tables import Cells, Piece, tables_over_pages
from index.reading.files.types import RecognisedLine

WIDE_GAP = 1.5
"""Of the letters' height: a wider gap parts what does not belong together, as a field's name and its value."""
FIRST_INDENT, MOST_INDENT = 1.2, 6.0
"""Of the letters' height: by how much the first line of a paragraph is set in; what is set in by more stands in the middle."""
INDENT = "    "
LEAST_COLUMN_ROWS = 5
"""Text in two columns has at least so many lines side by side."""
FULL_COLUMN = 0.7
"""Of a column's width: most lines of running text fill so much of it, the cells of a table do not."""


def page_texts(pages: Mapping[int, SeenPage]) -> dict[int, RecognisedPage]:
    """The texts of pages by their numbers, from 1 on, which their lines are told to stand on."""
    tables = tables_over_pages(pages)
    return {number: _page_text(seen, number, tables[number]) for number, seen in pages.items()}


def _page_text(seen: SeenPage, number: int, tables: Sequence[Sequence[Cells]]) -> RecognisedPage:
    outside = [line for line in seen.lines if not any(holds(table.box, line.middle) for table in seen.tables)]
    tops = [table.box[1] for table in seen.tables]
    bands = [
        [line for line in outside if first <= line.middle[1] < last] for first, last in pairwise((0.0, *tops, 1e9))
    ]
    written = _Writer(number)
    for band, rows in zip(bands, (*tables, None), strict=True):
        for is_first, row, left in _in_order(band):
            written.line(row, indented=not is_first and _indented(row, left))
        if rows is not None:
            written.table([row for row in rows if any(row)])
    return RecognisedPage(written.text, tuple(written.lines))


class _Writer:
    """Puts lines together to a text, and notes where each stands in it."""

    def __init__(self, number: int) -> None:
        self._number, self._parts, self._chars = number, list[str](), 0
        self._below_table = False
        self.lines: list[RecognisedLine] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def line(self, row: Row, *, indented: bool) -> None:
        self._put(INDENT if indented else "")
        self._pieces([Piece(line, self._number) for line in row])
        self._put("\n")
        self._below_table = False

    def table(self, rows: Sequence[Cells]) -> None:
        self._put("\n" if self._below_table else "")
        for cells in rows:
            for at, cell in enumerate(cells):
                self._put("\t" if at else "")
                self._pieces(cell)
            self._put("\n")
        self._below_table = True

    def _pieces(self, pieces: Sequence[Piece]) -> None:
        for before, piece in zip((None, *pieces), pieces, strict=False):
            line = piece.line
            self._put(_between(before.line, line) if before and before.page == piece.page else "")
            start = self._chars
            self._put(" ".join(line.text.split()))
            self.lines.append(RecognisedLine(start, self._chars, piece.page, line.shown, line.confidence))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._chars += len(text)


def _between(before: SeenLine, piece: SeenLine) -> str:
    """What parts two pieces of a line or a cell: a space beside letters of English and where there is a wide gap."""
    beside = before.text[-1:].isascii() and piece.text[:1].isascii()
    is_below = shared((before.box[1], before.box[3]), (piece.box[1], piece.box[3])) <= 0
    wide = not is_below and piece.box[0] - before.box[2] > WIDE_GAP * min(before.height, piece.height)
    return " " if wide or beside else ""


def _in_order(lines: Sequence[SeenLine]) -> Iterator[tuple[bool, Row, float]]:
    """Rows in the order in which they are read, each with whether it opens its column, and the column's left edge."""
    rows = rows_of_lines(lines)
    gutter = _gutter(rows)
    if gutter is None:
        yield from _with_edge(rows)
        return
    for columned, part in _runs(rows, gutter):
        if not columned:
            yield from _with_edge(part)
            continue
        for side in (True, False):
            column = [tuple(line for line in row if (line.middle[0] < gutter) is side) for row in part]
            yield from _with_edge([row for row in column if row])


def _with_edge(rows: Sequence[Row]) -> Iterator[tuple[bool, Row, float]]:
    left = min((row[0].box[0] for row in rows), default=0.0)
    for row in rows:
        yield False, row, left


def _indented(row: Row, left: float) -> bool:
    return FIRST_INDENT * row[0].height <= row[0].box[0] - left


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the empty strip between two columns of running text lies; None where there is one column."""
    parted = [(one, two) for row in rows for one, two in pairwise(row) if _wide(one, two)]
    if len(parted) < LEAST_COLUMN_ROWS:
        return None
    first = median(one.box[2] for one, _ in parted)
    second = median(two.box[0] for _, two in parted)
    if second <= first:
        return None
    gutter = (first + second) / 2
    beside = [(one, two) for one, two in parted if one.box[2] < gutter < two.box[0]]
    if len(beside) < LEAST_COLUMN_ROWS:
        return None
    left, right = min(one.box[0] for one, _ in beside), max(two.box[2] for _, two in beside)
    filled_left = median((one.box[2] - one.box[0]) / (gutter - left) for one, _ in beside)
    filled_right = median((two.box[2] - two.box[0]) / (right - gutter) for _, two in beside)
    return gutter if min(filled_left, filled_right) >= FULL_COLUMN else None


def _wide(one: SeenLine, two: SeenLine) -> bool:
    return two.box[0] - one.box[2] > WIDE_GAP * min(one.height, two.height) / 2


def _runs(rows: Sequence[Row], gutter: float) -> Iterator[tuple[bool, list[Row]]]:
    """Rows one after another that keep the strip empty, and those that go over it."""
    run: list[Row] = []
    was_parted = False
    for row in rows:
        parted = not any(line.box[0] < gutter < line.box[2] for line in row)
        if run and parted != was_parted:
            yield was_parted, run
            run = []
        run.append(row)
        was_parted = parted
    if run:
        yield was_parted, run
