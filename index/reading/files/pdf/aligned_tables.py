"""Tables that have no rules around their cells: lines of text in which the same gaps stand below each other.

A gap that goes through several lines parts two columns. Running text has none; in text set in two columns both run to the
column's edge line after line, which cells do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.page import Page

from index.reading.files.pdf.aligned_rows import Columns, Interval, Line, Piece, rows_of
from index.reading.files.pdf.table_pages import LEAST_WIDE_LINES, WIDE_GAP
from index.reading.files.pdf.table_types import Box, FoundTable

LEAST_GUTTER = 0.6
"""So many letters' width stay free between two columns; the margins of two cells leave as much."""
WORD_GAP = 0.2
"""A wider gap parts words of a line."""
FURTHEST_LINE = 3.0
"""Rows stand no further apart than so many heights of a letter."""
SPANS_REGION = 0.8
"""A rule that is as wide as this share of a table parts its rows; shorter ones belong to groups of its header."""
PROSE_WIDTH, PROSE_FULL = 10.0, 0.5
"""A column of running text is as wide as this many letters, and this share of its lines reach its edge."""
LABELS = 0.5
"""Where this share of the cells hold a colon, labels stand beside each other, as below a letter."""
_MOST_CHARS = 20_000
_MOST_HEADER_LINES = 4


def find_aligned(page: Page, rules: Sequence[dict[str, Any]], taken: Sequence[Box]) -> list[FoundTable]:
    """The tables of a page that stand in columns outside the boxes that are taken, from top to bottom."""
    chars = [char for char in page.chars if char["text"].strip() and not any(_lies_in(char, box) for box in taken)]
    if len(chars) > _MOST_CHARS:
        return []
    lines = _lines(chars)
    found: list[FoundTable] = []
    at = 0
    while at < len(lines):
        region = _region(lines, at)
        below = _region(lines, at + 1) if region and at + 1 < len(lines) else None
        if region is None or (below and len(below.gutters) > len(region.gutters)):
            at += 1
            continue
        if table := _table(region, lines[:at], rules):
            found.append(table)
        at += len(region.lines) if table else 1
    return found


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines one below the other, and the gaps that go through all of them."""

    lines: tuple[Line, ...]
    gutters: tuple[Interval, ...]


def _lies_in(char: dict[str, Any], box: Box) -> bool:
    left, top, right, bottom = box
    across = (float(char["x0"]) + float(char["x1"])) / 2
    down = (float(char["top"]) + float(char["bottom"])) / 2
    return left <= across <= right and top <= down <= bottom


def _lines(chars: Sequence[dict[str, Any]]) -> list[Line]:
    """The letters as lines from top to bottom, each in pieces that a gap parts."""
    lines: list[list[dict[str, Any]]] = []
    for char in sorted(chars, key=lambda char: char["top"] + char["bottom"]):
        middle = (char["top"] + char["bottom"]) / 2
        first = lines[-1][0] if lines else None
        if first is None or middle - (first["top"] + first["bottom"]) / 2 > (first["bottom"] - first["top"]) / 3:
            lines.append([])
        lines[-1].append(char)
    return [_line(sorted(line, key=lambda char: char["x0"])) for line in lines]


def _line(chars: list[dict[str, Any]]) -> Line:
    size = max(char["size"] for char in chars)
    pieces: list[Piece] = []
    for char in chars:
        last = pieces[-1] if pieces else None
        gap = char["x0"] - last.right if last else 0.0
        if last and gap <= LEAST_GUTTER * size:
            space = " " if gap > WORD_GAP * size else ""
            pieces[-1] = Piece(last.left, max(last.right, char["x1"]), last.text + space + char["text"])
        else:
            pieces.append(Piece(char["x0"], char["x1"], char["text"]))
    top, bottom = min(char["top"] for char in chars), max(char["bottom"] for char in chars)
    return Line(top, bottom, size, tuple(pieces))


def _region(lines: Sequence[Line], start: int) -> _Region | None:
    """The lines from `start` on that share gaps; None where they are too few, or the first has no wide gap."""
    if not any(right - left > WIDE_GAP * lines[start].size for left, right in lines[start].gaps()):
        return None
    gutters = lines[start].gaps()
    region = [lines[start]]
    for line in lines[start + 1 :]:
        if line.top - region[-1].bottom > FURTHEST_LINE * line.size:
            break
        left = [
            part for gutter in gutters for part in line.free(gutter) if part[1] - part[0] >= LEAST_GUTTER * line.size
        ]
        is_sure = len(line.pieces) == 1 or len(region) >= LEAST_WIDE_LINES
        if not left or (is_sure and len(left) < len(gutters)):
            break
        gutters = left
        region.append(line)
    while len(region[-1].pieces) == 1 and not _runs_on(region, gutters):
        region.pop()
    return _Region(tuple(region), tuple(gutters)) if len(region) >= LEAST_WIDE_LINES else None


def _runs_on(region: Sequence[Line], gutters: Sequence[Interval]) -> bool:
    """Whether the last line, which is one piece, goes on with a cell of the line above it."""
    columns = Columns(region, gutters)
    ((column, _),) = columns.cells[-1].items()
    above = columns.cells[-2].get(column)
    return above is not None and columns.is_full(column, above, region[-1].size)


def _table(region: _Region, above: Sequence[Line], rules: Sequence[dict[str, Any]]) -> FoundTable | None:
    """The region as a table; None where it is none."""
    lines = region.lines
    left, right = min(line.pieces[0].left for line in lines), max(line.pieces[-1].right for line in lines)
    tops = sorted(
        rule["top"]
        for rule in rules
        if rule["orientation"] == "h"
        and min(rule["x1"], right) - max(rule["x0"], left) >= SPANS_REGION * (right - left)
    )
    heads = _group_heads(region, above, tops)
    columns = Columns((*heads, *lines), region.gutters)
    rows = rows_of((*heads, *lines), columns, tops)
    if _is_prose(lines, region.gutters) or not _is_tabular(rows):
        return None
    width = len(rows[0])
    owners = [list(range(at * width, (at + 1) * width)) for at in range(len(rows))]
    box = (left, (*heads, *lines)[0].top, right, lines[-1].bottom)
    return FoundTable(box, rows, owners, columns.reach, ruled=False)


def _group_heads(region: _Region, above: Sequence[Line], rules: Sequence[float]) -> list[Line]:
    """The lines above a region, below the rule that opens its table, whose names reach over several columns."""
    top, bottom = region.lines[0].top, region.lines[-1].middle
    opening = max((rule for rule in rules if rule < top), default=None)
    if opening is None or not any(rule > top for rule in rules):
        return []
    heads = [line for line in above if opening < line.middle < bottom]
    are_names = all(any(True for gutter in region.gutters for _ in line.free(gutter)) for line in heads)
    return heads if are_names and len(heads) <= _MOST_HEADER_LINES else []


def _is_prose(lines: Sequence[Line], gutters: Sequence[Interval]) -> bool:
    """Whether every column is as wide as running text and runs to its edge line after line."""
    columns = Columns(lines, gutters)
    size = lines[0].size
    for at, (left, right) in enumerate(columns.reach):
        held = [cells[at] for cells in columns.cells if at in cells]
        full = sum(columns.is_full(at, piece, size) for piece in held)
        if right - left < PROSE_WIDTH * size or full < PROSE_FULL * len(held):
            return False
    return True


def _is_tabular(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows part words from words, are no contents list and no labels beside each other."""
    filled = [[cell for cell in row if cell] for row in rows]
    if sum(len(row) > 1 for row in filled) < max(LEAST_WIDE_LINES, len(rows) / 2):
        return False
    cells = [cell for row in filled for cell in row]
    labels = sum("：" in cell for cell in cells)
    pages = [row[-1] for row in rows]
    is_contents = len(rows[0]) == 2 and all(page.strip("—-() ").isdecimal() for page in pages)
    return not is_contents and labels < LABELS * len(cells)
