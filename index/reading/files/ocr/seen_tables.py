"""Tables that are seen on pages to rows of cells; a row that the page's end cut in two is one, as in a PDF with text.

What is merged over columns stands in the first of them, what is merged over rows in each of them, where it is short.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from index.reading.files.ocr.seen_page import Box, SeenCell, SeenLine, SeenPage, SeenTable, holds
from index.reading.files.ocr.seen_rows import rows_of_lines
from index.reading.files.pdf.table_types import FoundTable, joined
from index.reading.files.pdf.tables_over_pages import join_over_break
from index.reading.files.types import repeated

_PAPER_POINTS = 595
"""The width of A4: pictures of pages tell no size, and a table's columns are compared in points."""

_SAME = 4
"""Pixels by which edges of one row may lie apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line in a cell, and the page that it stands on, from 1 on: not the row's, where the row was cut."""

    line: SeenLine
    page: int


Cells = list[tuple[Piece, ...]]


@dataclass(slots=True)
class _Read:
    """A table as its words, by which it is put together over pages, and as the lines seen in its cells."""

    words: FoundTable
    cells: list[Cells]


def tables_over_pages(pages: Mapping[int, SeenPage]) -> dict[int, list[list[Cells]]]:
    """Number of a page, from 1 on -> its tables as rows of cells, from top to bottom."""
    read = {number: [_read(table, page, number) for table in page.tables] for number, page in sorted(pages.items())}
    for one, two in pairwise(read):
        if two == one + 1 and read[one] and read[two]:
            _join(read[one][-1], read[two][0])
    return {number: [_shown(table) for table in tables] for number, tables in read.items()}


def _read(table: SeenTable, page: SeenPage, number: int) -> _Read:
    tops, lefts = _edges(table, 1), _edges(table, 0)
    rows = [list[tuple[Piece, ...]]([()] * len(lefts)) for _ in tops]
    owners = [[-1 - at - len(lefts) * row for at in range(len(lefts))] for row in range(len(tops))]
    for owner, cell in enumerate(table.cells):
        held = tuple(Piece(line, number) for line in _in_cell(cell.box, page.lines))
        for row, column in _covered(cell, tops, lefts):
            owners[row][column] = owner
            if column == cell.column:
                rows[row][column] = held
    for row, column, line in _outside_cells(table, page.lines, tops, lefts):
        rows[row][column] = (*rows[row][column], Piece(line, number))
    scale = _PAPER_POINTS / page.width
    starts = [(left - table.box[0]) * scale for left in lefts] + [(table.box[2] - table.box[0]) * scale]
    words = [[joined([piece.line.text for piece in cell]) for cell in row] for row in rows]
    return _Read(FoundTable(table.box, words, owners, tuple(pairwise(starts)), ruled=True), rows)


def _outside_cells(
    table: SeenTable, lines: tuple[SeenLine, ...], tops: list[float], lefts: list[float]
) -> list[tuple[int, int, SeenLine]]:
    """Lines that stand in the table and in no cell, since its rules are broken there, with their row and column."""
    box = cells_box(table)
    return [
        (max(0, bisect_right(tops, line.middle[1]) - 1), max(0, bisect_right(lefts, line.middle[0]) - 1), line)
        for line in lines
        if holds(box, line.middle) and not any(holds(cell.box, line.middle) for cell in table.cells)
    ]


def cells_box(table: SeenTable) -> Box:
    """The box around all cells, which a rule at the edge may stand out of."""
    lefts, tops, rights, bottoms = zip(*(cell.box for cell in table.cells), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _edges(table: SeenTable, side: int) -> list[float]:
    """Where each row (side 1) or column (side 0) begins."""
    found: dict[int, float] = {}
    for cell in table.cells:
        at = cell.row if side else cell.column
        found[at] = min(found.get(at, cell.box[side]), cell.box[side])
    return [found[at] for at in sorted(found)]


def _covered(cell: SeenCell, tops: list[float], lefts: list[float]) -> list[tuple[int, int]]:
    """The rows and columns that a cell lies in."""
    _, _, right, bottom = cell.box
    rows = [cell.row, *(at for at in range(cell.row + 1, len(tops)) if tops[at] < bottom - _SAME)]
    columns = [cell.column, *(at for at in range(cell.column + 1, len(lefts)) if lefts[at] < right - _SAME)]
    return [(row, column) for row in rows for column in columns]


def _in_cell(box: Box, lines: tuple[SeenLine, ...]) -> list[SeenLine]:
    return [line for row in rows_of_lines([line for line in lines if holds(box, line.middle)]) for line in row]


def _join(last: _Read, first: _Read) -> None:
    """Mend two parts of a table, the words first; the lines follow them."""
    rows = len(first.words.rows)
    before = [list(row) for row in first.words.rows]
    join_over_break(last.words, first.words)
    if len(first.words.rows) < rows:  # the rest of a row went to the page before
        after = [*first.words.rows, []]
        cut = next(at for at, row in enumerate(before) if after[at] != row)
        rest = first.cells.pop(cut)
        last.cells[-1] = [(*old, *new) for old, new in zip(last.cells[-1], rest, strict=True)]
    for words, cells in zip(first.words.rows, first.cells, strict=True):
        for column, text in enumerate(words):
            if text and not cells[column]:
                cells[column] = last.cells[-1][column]


def _shown(table: _Read) -> list[Cells]:
    owners = [[-1] * len(table.words.owners[0]), *table.words.owners] if table.cells else []
    return [
        [
            () if one == two and not repeated(text) else cell
            for cell, text, one, two in zip(row, words, above, own, strict=True)
        ]
        for row, words, (above, own) in zip(table.cells, table.words.rows, pairwise(owners), strict=True)
    ]
