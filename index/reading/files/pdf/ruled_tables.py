"""Tables whose cells are ruled: pdfplumber finds the cells between rules, this puts them in a grid with what is merged."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from index.reading.files.pdf.layout.text_lines import line_of, rows_of
from index.reading.files.pdf.layout.types import Box, Sign
from index.reading.files.pdf.page_rules import Rule
from index.reading.files.pdf.table_types import FoundTable, joined

SAME_RULE_POINTS = 3.0
"""Rules that lie no further apart are one; the library's own measure for rules drawn twice or cell by cell."""
LEAST_RULE_POINTS = 3.0
"""What is shorter is the end of a rule that is drawn as a box."""
MOST_CROSSINGS = 40_000
"""So many crossings a table of 200 rows and 200 columns has; a drawing of thousands of lines would take minutes."""
LEAST_LYING_RULES = 3


def whole_rules(pieces: Iterable[Rule]) -> list[Rule]:
    """Rules put together from the pieces in which they are drawn; those that lie close together are one."""
    edges = merge_edges([_edge(rule) for rule in pieces], *[SAME_RULE_POINTS] * 4)
    rules = [_rule(edge) for edge in edges]
    return [rule for rule in rules if rule.end - rule.start >= LEAST_RULE_POINTS]


def find_ruled(signs: Sequence[Sign], rules: Sequence[Rule]) -> list[FoundTable]:
    """The tables whose cells lie between rules, from top to bottom; frames around running text are none."""
    lying = [rule for rule in rules if rule.lies]
    standing = [rule for rule in rules if not rule.lies]
    if not lying or not standing or len(lying) * len(standing) > MOST_CROSSINGS:
        return []
    standing += _open_sides(lying, standing)
    lying += _open_ends(lying, standing)
    edges = [_edge(rule) for rule in (*lying, *standing)]
    cells = intersections_to_cells(edges_to_intersections(edges, SAME_RULE_POINTS, SAME_RULE_POINTS))
    grids = (_grid(table, signs) for table in cells_to_tables(cells))
    return [grid for grid in grids if _tabulates(grid.rows)]


def _edge(rule: Rule) -> dict[str, Any]:
    """A rule as the library has it."""
    across = (rule.start, rule.end) if rule.lies else (rule.at, rule.at)
    down = (rule.at, rule.at) if rule.lies else (rule.start, rule.end)
    edge = {"x0": across[0], "x1": across[1], "top": down[0], "bottom": down[1]}
    size = {"width": across[1] - across[0], "height": down[1] - down[0]}
    return {**edge, **size, "object_type": "line", "orientation": "h" if rule.lies else "v"}


def _rule(edge: dict[str, Any]) -> Rule:
    if edge["orientation"] == "h":
        return Rule(lies=True, at=edge["top"], start=edge["x0"], end=edge["x1"])
    return Rule(lies=False, at=edge["x0"], start=edge["top"], end=edge["bottom"])


def _tabulates(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows part words from words, not only frame them; one row alone may be what a page's end left of a table."""
    parting = sum(sum(bool(cell) for cell in row) > 1 for row in rows)
    return parting > 1 or parting == len(rows) == 1


def _open_sides(lying: Sequence[Rule], standing: Sequence[Rule]) -> Iterator[Rule]:
    """The rules that a table open to its left and right does without, where others stand between its lying ones."""
    for group in groups_of_lying(lying):
        top, bottom = group[0].at, group[-1].at
        left, right = group[0].start, group[0].end
        inner = [rule.at for rule in standing if rule.start < bottom - SAME_RULE_POINTS and rule.end > top]
        if not any(left < at < right for at in inner):
            continue
        for at in (left, right):
            if not any(abs(at - other) <= SAME_RULE_POINTS for other in inner):
                yield Rule(lies=False, at=at, start=top, end=bottom)


def _open_ends(lying: Sequence[Rule], standing: Sequence[Rule]) -> list[Rule]:
    """The rules that close a table where a page cut it in a row: there its standing rules end, and no lying one is."""
    found: list[Rule] = []
    for ends in ([rule.start for rule in standing], [rule.end for rule in standing]):
        for at in _bounds(ends):
            cut = [rule.at for rule, end in zip(standing, ends, strict=True) if 0 <= end - at <= SAME_RULE_POINTS]
            is_closed = any(abs(rule.at - at) <= SAME_RULE_POINTS for rule in lying)
            if len(cut) > 1 and not is_closed:
                found.append(Rule(lies=True, at=at, start=min(cut), end=max(cut)))
    return found


def groups_of_lying(lying: Sequence[Rule]) -> list[list[Rule]]:
    """Lying rules that begin and end at the same places, from top to bottom: those of one table."""
    groups: list[list[Rule]] = []
    for rule in sorted(lying, key=lambda rule: rule.at):
        group = next((group for group in groups if _same_reach(group[0], rule)), None)
        if group is None:
            groups.append([rule])
        else:
            group.append(rule)
    return [group for group in groups if len(group) >= LEAST_LYING_RULES]


def _same_reach(one: Rule, two: Rule) -> bool:
    return abs(one.start - two.start) <= SAME_RULE_POINTS and abs(one.end - two.end) <= SAME_RULE_POINTS


def _grid(cells: Sequence[Box], signs: Sequence[Sign]) -> FoundTable:
    """The table as rows of one length; a cell's text stands in its first column, in each of its rows."""
    lefts = _bounds(at for cell in cells for at in (cell[0], cell[2]))
    tops = _bounds(at for cell in cells for at in (cell[1], cell[3]))
    rows = [[""] * (len(lefts) - 1) for _ in tops[1:]]
    owners = [[-1 - at] * (len(lefts) - 1) for at in range(len(tops) - 1)]
    places: dict[int, tuple[int, int, int]] = {}
    for number, cell in enumerate(cells):
        left, right = _place(lefts, cell[0]), _place(lefts, cell[2])
        top, bottom = _place(tops, cell[1]), _place(tops, cell[3])
        places[number] = (left, top, bottom)
        for at in range(top, bottom):
            owners[at][left:right] = [number] * (right - left)
    held = _signs_of_cells(signs, owners, lefts, tops)
    for number, (left, top, bottom) in places.items():
        text = joined([line_of(row).text for row in rows_of(held[number]) if not all(s.text.isspace() for s in row)])
        for at in range(top, bottom):
            rows[at][left] = text
    _drop_blank(rows, owners)
    box = (lefts[0], tops[0], lefts[-1], tops[-1])
    return FoundTable(box, rows, owners, tuple(pairwise(lefts)), ruled=True)


def _bounds(places: Iterable[float]) -> list[float]:
    """Where columns or rows begin and end: places that lie close together are one."""
    bounds: list[float] = []
    for at in sorted(places):
        if not bounds or at - bounds[-1] > SAME_RULE_POINTS:
            bounds.append(at)
    return bounds


def _place(bounds: list[float], at: float) -> int:
    return max(bisect_right(bounds, at) - 1, 0)


def _signs_of_cells(
    signs: Sequence[Sign], owners: list[list[int]], lefts: list[float], tops: list[float]
) -> dict[int, list[Sign]]:
    """The signs whose middle lies in each cell."""
    held: dict[int, list[Sign]] = defaultdict(list)
    for sign in signs:
        column = bisect_right(lefts, (sign.left + sign.right) / 2) - 1
        row = bisect_right(tops, (sign.top + sign.bottom) / 2) - 1
        if 0 <= column < len(lefts) - 1 and 0 <= row < len(tops) - 1:
            held[owners[row][column]].append(sign)
    return held


def _drop_blank(rows: list[list[str]], owners: list[list[int]]) -> None:
    """Take out rows in which nothing stands."""
    for at in range(len(rows) - 1, -1, -1):
        if not any(rows[at]):
            del rows[at], owners[at]
