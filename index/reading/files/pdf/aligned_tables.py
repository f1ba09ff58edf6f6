"""Tables that have no rules around their cells: lines of text in which the same gaps stand below each other.

A gap that goes through several lines parts two columns. Running text has none; in text set in two columns both run to the
column's edge line after line, which cells do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.reading.files.pdf.aligned_rows import Columns, Interval, Line, Piece, rows_of_lines
from index.reading.files.pdf.layout.text_lines import line_of
from index.reading.files.pdf.layout.types import Box, Sign
from index.reading.files.pdf.page_rules import Rule
from index.reading.files.pdf.table_types import FoundTable

WIDE_GAP = 1.5
"""A line of a table has somewhere a gap of so many signs' width; justified text has gaps of up to one."""
LEAST_GUTTER = 0.6
"""So many signs' width stay free between two columns; the margins of two cells leave as much."""
LEAST_LINES = 3
FURTHEST_LINE = 3.0
"""Rows stand no further apart than so many heights of a sign."""
SAME_LINE = 0.35
"""Signs of one line stand up or down by no more than this share of their size; the lines of cells side by side by half."""
SPANS_REGION = 0.8
"""A rule that is as wide as this share of a table parts its rows; shorter ones belong to groups of its header."""
PROSE_WIDTH, PROSE_FULL = 10.0, 0.25
"""Columns of running text are as wide as so many signs, and at least this share of their lines reach the edge."""
LEAST_COMPLETE = 0.4
"""Where no rule helps, this share of the rows have all cells filled."""
LABELS = 0.5
"""Where this share of the cells hold a colon, labels stand beside each other, as below a letter."""
_MOST_SIGNS = 20_000
_MOST_HEADER_LINES = 4


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
    at = 0
    while at < len(lines):
        region = _region(lines, at)
        below = _region(lines, at + 1) if region and at + 1 < len(lines) else None
        if region is None or (below and len(below.gutters) > len(region.gutters)):
            at += 1
            continue
        table = None if _is_of_two_columns(region, lines) else _table(region, lines[:at], lying)
        if table:
            found.append(table)
        at += len(region.lines) if table else 1
    return found


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines one below the other, and the gaps that go through all of them."""

    lines: tuple[Line, ...]
    gutters: tuple[Interval, ...]


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
        if not groups or sign.left - max(one.right for one in groups[-1]) > LEAST_GUTTER * size:
            groups.append([])
        groups[-1].append(sign)
    pieces = tuple(Piece(one[0].left, max(sign.right for sign in one), line_of(one).text) for one in groups)
    return Line(min(sign.top for sign in row), max(sign.bottom for sign in row), size, pieces)


def _region(lines: Sequence[Line], start: int) -> _Region | None:
    """The lines from `start` on that share gaps; None where they are too few, or the first has no wide gap."""
    if not any(right - left > WIDE_GAP * lines[start].size for left, right in lines[start].gaps()):
        return None
    gutters = lines[start].gaps()
    region = [lines[start]]
    for line in lines[start + 1 :]:
        if line.top - region[-1].bottom > FURTHEST_LINE * line.size:
            break
        left = _free(gutters, line)
        is_sure = len(line.pieces) == 1 or len(region) >= LEAST_LINES
        if not left or (is_sure and len(left) < len(gutters)):
            break
        gutters = left
        region.append(line)
    while len(region[-1].pieces) == 1 and not _runs_on(region):
        region.pop()
    return _Region(tuple(region), tuple(_gutters(region))) if len(region) >= LEAST_LINES else None


def _gutters(lines: Sequence[Line]) -> list[Interval]:
    """The gaps that go through all lines, the first of which is no single piece."""
    gutters = lines[0].gaps()
    for line in lines[1:]:
        gutters = _free(gutters, line)
    return gutters


def _free(gutters: Sequence[Interval], line: Line) -> list[Interval]:
    """What a line leaves of gaps."""
    parts = (part for gutter in gutters for part in line.free(gutter))
    return [(left, right) for left, right in parts if right - left >= LEAST_GUTTER * line.size]


def _runs_on(region: Sequence[Line]) -> bool:
    """Whether the last line, which is one piece, goes on with a cell of the line above it."""
    columns = Columns(region, _gutters(region))
    ((column, _),) = columns.cells[-1].items()
    above = columns.cells[-2].get(column)
    return above is not None and columns.is_full(column, above, region[-1].size)


def _table(region: _Region, above: Sequence[Line], lying: Sequence[Rule]) -> FoundTable | None:
    """The region as a table; None where it is none."""
    lines = region.lines
    left, right = min(line.pieces[0].left for line in lines), max(line.pieces[-1].right for line in lines)
    rules = sorted(
        rule.at for rule in lying if min(rule.end, right) - max(rule.start, left) >= SPANS_REGION * (right - left)
    )
    heads = _group_heads(region, above, rules)
    columns = Columns((*heads, *lines), region.gutters)
    rows = rows_of_lines((*heads, *lines), columns, rules)
    is_ruled = any(lines[0].top < rule < lines[-1].bottom for rule in rules)
    if not _is_tabular(rows, is_ruled=is_ruled):
        return None
    width = len(rows[0])
    owners = [list(range(at * width, (at + 1) * width)) for at in range(len(rows))]
    box = (left, (*heads, *lines)[0].top, right, lines[-1].bottom)
    return FoundTable(box, rows, owners, columns.reach, ruled=False)


def _group_heads(region: _Region, above: Sequence[Line], rules: Sequence[float]) -> list[Line]:
    """The lines above a region, below the rule that opens its table, whose names reach over several columns."""
    top, bottom = region.lines[0].top, region.lines[-1].bottom
    opening = max((rule for rule in rules if rule < top), default=None)
    if opening is None or not any(rule > top for rule in rules):
        return []
    heads = [line for line in above if opening < line.middle < bottom]
    are_names = all(any(True for gutter in region.gutters for _ in line.free(gutter)) for line in heads)
    return heads if are_names and len(heads) <= _MOST_HEADER_LINES else []


def _is_of_two_columns(region: _Region, lines: Sequence[Line]) -> bool:
    """Whether the gaps of a region go on through the running text of its page."""
    beside = [line for line in lines if len(_free(region.gutters, line)) == len(region.gutters)]
    return _is_prose(Columns(beside, region.gutters), region.lines[0].size)


def _is_prose(columns: Columns, size: float) -> bool:
    """Whether every column is as wide as running text and runs to its edge line after line."""
    for at, (left, right) in enumerate(columns.reach):
        held = [cells[at] for cells in columns.cells if at in cells]
        full = sum(columns.reaches_edge(at, piece, size) for piece in held)
        if right - left < PROSE_WIDTH * size or full < PROSE_FULL * len(held):
            return False
    return True


def _is_tabular(rows: Sequence[Sequence[str]], *, is_ruled: bool) -> bool:
    """Whether rows part words from words, are no contents list and no labels beside each other."""
    filled = [[cell for cell in row if cell] for row in rows]
    if sum(len(row) > 1 for row in filled) < max(LEAST_LINES, len(rows) / 2):
        return False
    complete = sum(len(row) == len(rows[0]) for row in filled)
    cells = [cell for row in filled for cell in row]
    labels = sum("：" in cell for cell in cells)
    is_contents = len(rows[0]) == 2 and all(row[-1].strip("—-() ").isdecimal() for row in rows)
    are_rows = is_ruled or complete >= LEAST_COMPLETE * len(rows)
    return are_rows and not is_contents and labels < LABELS * len(cells)
