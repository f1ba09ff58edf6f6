"""Tables whose cells are ruled: pdfplumber finds the cells between rules, this puts them in a grid with what is merged."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table as RuledTable
from pdfplumber.table import TableFinder, merge_edges
from pdfplumber.utils.text import extract_text

from index.reading.files.pdf.table_types import FoundTable, joined

SAME_RULE_POINTS = 3.0
"""Rules that lie no further apart are one; the library's own measure for rules drawn twice or cell by cell."""
MOST_CROSSINGS = 40_000
"""So many crossings a table of 200 rows and 200 columns has; a drawing of thousands of lines would take minutes."""
THIN_POINTS = 2.5
"""A picture that is no higher or no wider stands for a rule."""
LEAST_LYING_RULES = 3

Edge = dict[str, Any]


def page_rules(page: Page) -> list[Edge]:
    """The lying and standing rules of a page, put together from the pieces in which they are drawn."""
    pictures = [rule for picture in page.images for rule in _as_rule(picture)]
    drawn = [edge for edge in page.edges if edge["orientation"] in ("h", "v")]
    merged: list[Edge] = merge_edges(
        [*drawn, *pictures],
        snap_x_tolerance=SAME_RULE_POINTS,
        snap_y_tolerance=SAME_RULE_POINTS,
        join_x_tolerance=SAME_RULE_POINTS,
        join_y_tolerance=SAME_RULE_POINTS,
    )
    return merged


def find_ruled(page: Page, rules: Sequence[Edge]) -> list[FoundTable]:
    """The tables whose cells lie between rules, from top to bottom; frames around running text are none."""
    lying = [rule for rule in rules if rule["orientation"] == "h"]
    standing = [rule for rule in rules if rule["orientation"] == "v"]
    if not lying or not standing or len(lying) * len(standing) > MOST_CROSSINGS:
        return []
    standing += _open_sides(lying, standing)
    finder = TableFinder(
        page,
        {
            "vertical_strategy": "explicit",
            "horizontal_strategy": "explicit",
            "explicit_vertical_lines": standing,
            "explicit_horizontal_lines": lying,
        },
    )
    chars = [char for char in page.chars if char["text"].strip()]
    grids = (_grid(table, chars) for table in finder.tables)
    return [grid for grid in grids if tabulates(grid.rows)]


def tabulates(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows part words from words, not only frame them."""
    return sum(sum(bool(cell) for cell in row) > 1 for row in rows) > 1


def groups_of_lying(rules: Iterable[Edge]) -> list[list[Edge]]:
    """Lying rules that begin and end at the same places, from top to bottom: those of one table."""
    groups: list[list[Edge]] = []
    for rule in sorted((rule for rule in rules if rule["orientation"] == "h"), key=lambda rule: rule["top"]):
        group = next((group for group in groups if _same_reach(group[0], rule)), None)
        if group is None:
            groups.append([rule])
        else:
            group.append(rule)
    return [group for group in groups if len(group) >= LEAST_LYING_RULES]


def _same_reach(one: Edge, two: Edge) -> bool:
    return all(abs(float(one[side]) - float(two[side])) <= SAME_RULE_POINTS for side in ("x0", "x1"))


def _as_rule(picture: dict[str, Any]) -> Iterator[Edge]:
    high, wide = picture["bottom"] - picture["top"], picture["x1"] - picture["x0"]
    if min(high, wide) <= THIN_POINTS:
        yield {**picture, "object_type": "line", "orientation": "h" if wide > high else "v"}


def _open_sides(lying: list[Edge], standing: list[Edge]) -> Iterator[Edge]:
    """The rules that a table open to its left and right does without, where others stand between its lying ones."""
    for group in groups_of_lying(lying):
        top, bottom = group[0]["top"], group[-1]["bottom"]
        left, right = group[0]["x0"], group[0]["x1"]
        inner = [edge["x0"] for edge in standing if edge["top"] < bottom - SAME_RULE_POINTS and edge["bottom"] > top]
        if not any(left < at < right for at in inner):
            continue
        for at in (left, right):
            if not any(abs(at - other) <= SAME_RULE_POINTS for other in inner):
                side = {"x0": at, "x1": at, "top": top, "bottom": bottom, "height": bottom - top, "width": 0.0}
                yield {**side, "object_type": "line", "orientation": "v"}


def _grid(table: RuledTable, chars: Sequence[dict[str, Any]]) -> FoundTable:
    """The table as rows of one length; a cell's text stands in its first column, in each of its rows."""
    lefts = _bounds(at for cell in table.cells for at in (cell[0], cell[2]))
    tops = _bounds(at for cell in table.cells for at in (cell[1], cell[3]))
    rows = [[""] * (len(lefts) - 1) for _ in tops[1:]]
    owners = [[-1 - at] * (len(lefts) - 1) for at in range(len(tops) - 1)]
    places: dict[int, tuple[int, int, int]] = {}
    for number, cell in enumerate(table.cells):
        left, right = _place(lefts, cell[0]), _place(lefts, cell[2])
        top, bottom = _place(tops, cell[1]), _place(tops, cell[3])
        places[number] = (left, top, bottom)
        for at in range(top, bottom):
            owners[at][left:right] = [number] * (right - left)
    held = _chars_of_cells(chars, owners, lefts, tops)
    for number, (left, top, bottom) in places.items():
        text = joined(extract_text(held[number]).split("\n")) if held[number] else ""
        for at in range(top, bottom):
            rows[at][left] = text
    _drop_blank(rows, owners)
    return FoundTable(table.bbox, rows, owners, tuple(pairwise(lefts)), ruled=True)


def _bounds(places: Iterable[float]) -> list[float]:
    """Where columns or rows begin and end: places that lie close together are one."""
    bounds: list[float] = []
    for at in sorted(places):
        if not bounds or at - bounds[-1] > SAME_RULE_POINTS:
            bounds.append(at)
    return bounds


def _place(bounds: list[float], at: float) -> int:
    return max(bisect_right(bounds, at + 0.01) - 1, 0)


def _chars_of_cells(
    chars: Sequence[dict[str, Any]], owners: list[list[int]], lefts: list[float], tops: list[float]
) -> dict[int, list[dict[str, Any]]]:
    """The letters whose middle lies in each cell."""
    held: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for char in chars:
        column = bisect_right(lefts, (char["x0"] + char["x1"]) / 2) - 1
        row = bisect_right(tops, (char["top"] + char["bottom"]) / 2) - 1
        if 0 <= column < len(lefts) - 1 and 0 <= row < len(tops) - 1:
            held[owners[row][column]].append(char)
    return held


def _drop_blank(rows: list[list[str]], owners: list[list[int]]) -> None:
    """Take out rows in which nothing stands, and those that hold only what is merged over them from above."""
    for at in range(len(rows) - 1, -1, -1):
        above = owners[at - 1] if at else [None] * len(rows[at])
        if not any(text for text, one, two in zip(rows[at], owners[at], above, strict=True) if one != two):
            del rows[at], owners[at]
