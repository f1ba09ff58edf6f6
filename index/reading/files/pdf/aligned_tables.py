"""Tables that have no rules around their cells: lines of text in which the same gaps stand below each other.

A gap that goes through several lines parts two columns. Running text has none; in text set in two columns both run to the
column's edge line after line, which cells do not. Rules above and below a table, or between its rows, say where it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.reading.files.pdf.aligned_regions import (
    LEAST_LINES,
    Region,
    free_regions,
    ruled_regions,
)
from index.reading.files.pdf.aligned_rows import Columns, Line, Piece
from index.reading.files.pdf.layout.text_lines import line_of
from index.reading.files.pdf.layout.types import Box, Sign
from index.reading.files.pdf.page_rules import Rule
from index.reading.files.pdf.row_groups import row_groups
from index.reading.files.pdf.table_types import FoundTable, Rows, joined

WIDE_GAP = 1.5
"""A line of a table has somewhere a gap of so many signs' width; justified text has gaps of up to one."""
PIECE_GAP = 0.3
"""So many signs' width part two pieces of a line; only where they do so line after line they part columns."""
SAME_LINE = 0.35
"""Signs of one line stand up or down by no more than this share of their size; the lines of cells side by side by half."""
PROSE_WIDTH, PROSE_FULL = 10.0, 0.25
"""Columns of running text are as wide as so many signs, and at least this share of their lines reach the edge."""
LEAST_COMPLETE = 0.25
"""Where no rule helps, this share of the rows have all cells filled."""
LABELS = 0.5
"""Where this share of the cells hold a colon, labels stand beside each other, as below a letter."""
RULED_ROWS = 3
"""A rule below the header and so many more part rows, each from the next."""
_MOST_SIGNS = 20_000


def find_aligned(signs: Sequence[Sign], lying: Sequence[Rule], taken: Sequence[Box]) -> list[FoundTable]:
    """The tables of a page that stand in columns outside the boxes that are taken, from top to bottom."""
    inked = [sign for sign in signs if not sign.text.isspace() and not any(_lies_in(sign, box) for box in taken)]
    if len(inked) > _MOST_SIGNS:
        return []
    rows = _rows(inked)
    if sum(_is_wide(row) for row in rows) < LEAST_LINES:
        return []
    lines = [_line(row) for row in rows]
    found: list[FoundTable] = []
    for region in (*ruled_regions(lines, lying), *free_regions(lines, lying)):
        is_taken = any(region.overlaps(table.box) for table in found)
        if not is_taken and (region.rules or not _is_of_two_columns(region, lines)) and (table := _table(region)):
            found.append(table)
    return found


def _lies_in(sign: Sign, box: Box) -> bool:
    left, top, right, bottom = box
    across, down = (sign.left + sign.right) / 2, (sign.top + sign.bottom) / 2
    return left <= across <= right and top <= down <= bottom


def _rows(signs: Sequence[Sign]) -> list[list[Sign]]:
    """The signs as lines from top to bottom, each from left to right."""
    rows: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: sign.base):
        if not rows or sign.base - rows[-1][0].base > SAME_LINE * rows[-1][0].size:
            rows.append([])
        rows[-1].append(sign)
    return [sorted(row, key=lambda sign: sign.left) for row in rows]


def _is_wide(row: Sequence[Sign]) -> bool:
    return any(two.left - one.right > WIDE_GAP * one.size for one, two in pairwise(row))


def _line(row: Sequence[Sign]) -> Line:
    size = max(sign.size for sign in row)
    groups: list[list[Sign]] = []
    for sign in row:
        if not groups or sign.left - max(one.right for one in groups[-1]) > PIECE_GAP * size:
            groups.append([])
        groups[-1].append(sign)
    pieces = tuple(Piece(one[0].left, max(sign.right for sign in one), line_of(one).text) for one in groups)
    return Line(min(sign.top for sign in row), max(sign.bottom for sign in row), size, pieces)


def _is_of_two_columns(region: Region, lines: Sequence[Line]) -> bool:
    """Whether a region, or what its gaps go on through on its page, is running text that is set in columns."""
    beside = [line for line in lines if not any(map(line.crosses, region.gutters))]
    size = region.lines[0].size
    return any(_is_prose(Columns(held, region.gutters), size) for held in (region.lines, beside))


def _is_prose(columns: Columns, size: float) -> bool:
    """Whether every column is as wide as running text and runs to its edge line after line."""
    for at, (left, right) in enumerate(columns.reach):
        held = [cells[at] for cells in columns.cells if at in cells]
        full = sum(columns.reaches_edge(at, piece, size) for piece in held)
        if right - left < PROSE_WIDTH * size or full < PROSE_FULL * len(held):
            return False
    return True


def _table(region: Region) -> FoundTable | None:
    """The region as a table; None where it is none."""
    columns = Columns(region.lines, region.gutters)
    if not all(columns.widest):
        return None
    rows = [_row(group, columns) for group in _groups(region, columns)]
    if not _is_tabular(rows, is_ruled=bool(region.rules)):
        return None
    width = len(rows[0])
    owners = [list(range(at * width, (at + 1) * width)) for at in range(len(rows))]
    return FoundTable(region.box, rows, owners, columns.reach, ruled=False)


def _groups(region: Region, columns: Columns) -> Iterator[list[int]]:
    """The numbers of the lines of each row."""
    parts: dict[int, list[int]] = {}
    for at, line in enumerate(region.lines):
        parts.setdefault(sum(rule < line.middle for rule in region.rules), []).append(at)
    for number, part in enumerate(parts.values()):
        is_head = len(parts) > 1 and not number
        if (is_head or len(parts) > RULED_ROWS) and _is_one(region, columns, part):
            yield part
        else:
            yield from row_groups(region.lines, columns, part)


def _is_one(region: Region, columns: Columns, part: Sequence[int]) -> bool:
    """Whether lines between two rules are one row: its cells hold differently many lines, none with a gap in between.

    A piece that reaches over several columns names a group of them, and stands above a row of its own.
    """
    held = [[at for at in part if column in columns.cells[at]] for column in range(len(columns.reach))]
    counts = {len(lines) for lines in held if lines}
    if any(region.lines[at].crosses(gap) for at in part for gap in region.gutters):
        return False
    return 1 in counts or (len(counts) > 1 and all(_run_on(region, lines) for lines in held))


def _run_on(region: Region, lines: Sequence[int]) -> bool:
    """Whether lines of a cell follow each other without room for another between."""
    pairs = ((region.lines[one], region.lines[two]) for one, two in pairwise(lines))
    return all(two.top - one.bottom < one.size for one, two in pairs)


def _row(group: Sequence[int], columns: Columns) -> list[str]:
    """The cells of these lines, each put together."""
    cells: list[list[str]] = [[] for _ in columns.reach]
    for at in group:
        for column, piece in columns.cells[at].items():
            cells[column].append(piece.text)
    return [joined(cell) for cell in cells]


def _is_tabular(rows: Rows, *, is_ruled: bool) -> bool:
    """Whether rows part words from words, are no contents list and no labels beside each other."""
    filled = [[cell for cell in row if cell] for row in rows]
    least = LEAST_LINES - 1 if is_ruled else LEAST_LINES
    if sum(len(row) > 1 for row in filled) < max(least, len(rows) / 2):
        return False
    complete = sum(len(row) == len(rows[0]) for row in filled)
    cells = [cell for row in filled for cell in row]
    labels = sum("：" in cell for cell in cells)
    is_contents = len(rows[0]) == 2 and all(row[-1].strip("—-() ").isdecimal() for row in rows)
    are_rows = is_ruled or complete >= LEAST_COMPLETE * len(rows)
    return are_rows and not is_contents and labels < LABELS * len(cells)
