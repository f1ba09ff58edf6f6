"""What is seen on a page to its text: lines in reading order, indents of paragraphs kept, tables as rows of cells.

A printed line is a line of text; cleaning joins what the page broke. A row of a ruled table is a line, its cells parted by
tabs; a cell that covers several stands in the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from index.reading.broken_lines import CLOSED, CONTINUES, OPEN_LINE_CHARS
from index.reading.files.ocr.seen_page import RecognisedPage, SeenLine, SeenPage, holds, shared
from index.reading.files.ocr.seen_rows import Row, rows_of_lines
from index.reading.files.ocr.seen_tables import Cells, Piece, cells_box, tables_over_pages
from index.reading.files.types import RecognisedLine
from index.terms.numbering import read_number

WIDE_GAP = 1.5
"""Of the letters' height: a wider gap parts what does not belong together, as a field's name and its value."""
FIRST_INDENT, MOST_INDENT = 1.2, 6.0
"""Of the letters' height: by how much the first line of a paragraph is set in; what is set in by more stands in the middle."""
INDENT = "    "
_CUT_SHORT = 2.0
"""Of the letters' height: by so much a line falls short of the column where the next word or number did not fit."""
_LEAST_INDENTED = 3
"""So many paragraphs of a column are set in where all are; one or two may be quotes, or titles in the middle."""
LEAST_COLUMN_ROWS = 5
"""Text in two columns has at least so many lines side by side."""
FULL_COLUMN = 0.7
"""Of a column's width: most lines of running text fill so much of it, the cells of a table do not."""


def page_texts(pages: Mapping[int, SeenPage]) -> dict[int, RecognisedPage]:
    """The texts of pages by their numbers, from 1 on, which their lines are told to stand on."""
    tables = tables_over_pages(pages)
    return {number: _page_text(seen, number, tables[number]) for number, seen in pages.items()}


def _page_text(seen: SeenPage, number: int, tables: Sequence[Sequence[Cells]]) -> RecognisedPage:
    outside = [line for line in seen.lines if not any(holds(cells_box(table), line.middle) for table in seen.tables)]
    tops = [table.box[1] for table in seen.tables]
    bands = [
        [line for line in outside if first <= line.middle[1] < last] for first, last in pairwise((0.0, *tops, 1e9))
    ]
    written = _Writer(number)
    for band, rows in zip(bands, (*tables, None), strict=True):
        for column in _columns(band):
            left = min(row[0].box[0] for row in column)
            for at, row in enumerate(column):
                goes_on = at > 0 and _goes_on(column[at - 1], row, column)
                written.line(row, indented=_indented(row, left), goes_on=goes_on)
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

    def line(self, row: Row, *, indented: bool, goes_on: bool) -> None:
        if goes_on:  # takes back the end of the line
            self._chars -= len(self._parts.pop())
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


def _columns(lines: Sequence[SeenLine]) -> Iterator[list[Row]]:
    """Rows in the order in which they are read, those of one column, or of the whole width, together."""
    rows = rows_of_lines(lines)
    gutter = _gutter(rows)
    if gutter is None:
        if rows:
            yield rows
        return
    for columned, part in _runs(rows, gutter):
        if not columned:
            yield part
            continue
        for side in (True, False):
            column = [tuple(line for line in row if (line.middle[0] < gutter) is side) for row in part]
            if held := [row for row in column if row]:
                yield held


def _goes_on(before: Row, row: Row, column: Sequence[Row]) -> bool:
    """Whether a row is of the paragraph of the row before it, which fills the column, and is not set in itself.

    Where paragraphs are not set in, what ends with a stop or is followed by a number is left to the cleaning of the text.
    """
    left, right = min(one[0].box[0] for one in column), max(one[-1].box[2] for one in column)
    words = _words(before)
    fills = before[-1].box[2] >= right - _CUT_SHORT * before[-1].height and len(words) >= OPEN_LINE_CHARS
    if not fills or _indented(row, left) or (words + row[0].text[0])[-2:].isascii():
        return False
    if sum(_indented(one, left) and len(_words(one)) >= OPEN_LINE_CHARS for one in column) >= _LEAST_INDENTED:
        return True
    number = read_number(_words(row))
    return not words.endswith(CLOSED) and (number is None or number.style in CONTINUES)


def _words(row: Row) -> str:
    return "".join(line.text for line in row)


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
