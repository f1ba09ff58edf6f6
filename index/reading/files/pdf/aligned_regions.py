"""Where on a page a table without rules around its cells may stand: lines that share gaps, between rules or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.reading.files.pdf.aligned_rows import Columns, Interval, Line
from index.reading.files.pdf.layout.types import Box
from index.reading.files.pdf.page_rules import Rule
from index.reading.files.pdf.ruled_tables import groups_of_lying

LEAST_GUTTER, LEAST_RULED_GUTTER = 0.6, 0.35
"""So many signs' width stay free between two columns; where rules show the table, less will do."""
SEED_GAP = 1.5
"""A table without rules begins with a line that has a gap of so many signs' width."""
LEAST_LINES = 3
FURTHEST_LINE = 3.0
"""Rows stand no further apart than so many heights of a sign."""
SPANS_REGION = 0.8
"""A rule that is as wide as this share of a table parts its rows; shorter ones belong to groups of its header."""
_PAGE: Interval = (-1e5, 1e5)  # more than any page is wide
_MARGINS = 2  # what is free to the left and to the right of the text
MARGIN_POINTS = 3.0
"""Text stands out of the rules above and below it by no more."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines one below the other, the gaps that go through them, and the heights of the rules between them."""

    lines: tuple[Line, ...]
    gutters: tuple[Interval, ...]
    rules: tuple[float, ...]

    @property
    def box(self) -> Box:
        """Where its text stands."""
        left = min(line.pieces[0].left for line in self.lines)
        right = max(line.pieces[-1].right for line in self.lines)
        return left, self.lines[0].top, right, self.lines[-1].bottom

    def overlaps(self, box: Box) -> bool:
        """Whether it has text at the height of a box that stands in its way."""
        left, top, right, bottom = self.box
        return left < box[2] and right > box[0] and top < box[3] and bottom > box[1]


def gaps_left(gutters: Sequence[Interval], line: Line, least: float = LEAST_GUTTER) -> list[Interval]:
    """What a line leaves of gaps."""
    parts = (part for gutter in gutters for part in line.free(gutter))
    return [(left, right) for left, right in parts if right - left >= least * line.size]


# --- between rules ----------------------------------------------------------------------------------------------------


def ruled_regions(lines: Sequence[Line], lying: Sequence[Rule]) -> Iterator[Region]:
    """Runs of the spaces between rules of one width through which the same gaps go; the first space may name groups."""
    for group in groups_of_lying(lying):
        spaces = [_between(lines, above, below) for above, below in pairwise(group)]
        at = 0
        while at < len(spaces):
            end = next(
                (end for end in range(len(spaces), at + 1, -1) if _share_gaps(spaces[at:end])),
                None,
            )
            if end is None:
                at += 1
                continue
            inside = [line for space in spaces[at:end] for line in space]
            rules = tuple(rule.at for rule in group[at + 1 : end])
            yield Region(tuple(inside), tuple(_shared_gaps(spaces[at:end])), rules)
            at = end


def _between(lines: Sequence[Line], above: Rule, below: Rule) -> list[Line]:
    left, right = above.start - MARGIN_POINTS, above.end + MARGIN_POINTS
    return [
        line
        for line in lines
        if above.at < line.middle < below.at and line.pieces[0].left > left and line.pieces[-1].right < right
    ]


def _share_gaps(spaces: Sequence[Sequence[Line]]) -> bool:
    """Whether gaps go through all of these spaces, each has text, and the outer ones have it in several columns."""
    if not all(spaces):
        return False
    gutters = _shared_gaps(spaces)
    filled = [{at for cells in Columns(space, gutters).cells for at in cells} for space in spaces]
    return (
        bool(gutters)
        and len(filled[0]) > 1
        and len(filled[-1]) > 1
        and sum(len(f) > 1 for f in filled) * 2 > len(filled)
    )


def _shared_gaps(spaces: Sequence[Sequence[Line]]) -> list[Interval]:
    """The gaps that go through the lines of all spaces but the first, and what its names leave of them.

    A name that covers a gap is that of a group of columns; a space with a single piece titles the rows below it.
    """
    body = [line for space in spaces[1:] if not _is_title(space) for line in space]
    if not body:
        return []
    gutters: list[Interval] = [(min(line.pieces[0].left for line in body), max(line.pieces[-1].right for line in body))]
    for line in body:
        gutters = gaps_left(gutters, line, LEAST_RULED_GUTTER)
    for line in spaces[0]:
        gutters = [part for gutter in gutters for part in gaps_left([gutter], line, LEAST_RULED_GUTTER) or [gutter]]
    return gutters


def _is_title(space: Sequence[Line]) -> bool:
    return len(space) == 1 and len(space[0].pieces) == 1


# --- without rules ----------------------------------------------------------------------------------------------------


def free_regions(lines: Sequence[Line], lying: Sequence[Rule]) -> Iterator[Region]:
    """Lines one after another that share gaps."""
    at = 0
    while at < len(lines):
        region = _region(lines, at, lying)
        below = _region(lines, at + 1, lying) if region and at + 1 < len(lines) else None
        if region is None or (below and len(below.gutters) > len(region.gutters)):
            at += 1
            continue
        yield region
        at += len(region.lines)


def _region(lines: Sequence[Line], start: int, lying: Sequence[Rule]) -> Region | None:
    """The lines from `start` on that share gaps; None where they are too few, or the first has no wide gap."""
    if not any(right - left > SEED_GAP * lines[start].size for left, right in lines[start].gaps()):
        return None
    gutters = gaps_left([_PAGE], lines[start])
    region = [lines[start]]
    for line in lines[start + 1 :]:
        if line.top - region[-1].bottom > FURTHEST_LINE * line.size:
            break
        kept = gaps_left(gutters, line)
        is_sure = _is_single(line) or len(region) >= LEAST_LINES
        if len(kept) <= _MARGINS or (is_sure and len(kept) < len(gutters)):
            break
        gutters = kept
        region.append(line)
    while _is_single(region[-1]) and not _runs_on(region):
        region.pop()
    if len(region) < LEAST_LINES:
        return None
    left, right = min(line.pieces[0].left for line in region), max(line.pieces[-1].right for line in region)
    inside = [rule for rule in lying if region[0].top < rule.at < region[-1].bottom]
    rules = [
        rule.at for rule in inside if min(rule.end, right) - max(rule.start, left) >= SPANS_REGION * (right - left)
    ]
    return Region(tuple(region), tuple(_gutters(region)), tuple(sorted(rules)))


def _is_single(line: Line) -> bool:
    """Whether a line has no gap as wide as between columns."""
    return all(right - left < LEAST_GUTTER * line.size for left, right in line.gaps())


def _gutters(lines: Sequence[Line]) -> list[Interval]:
    """The gaps that go through all lines."""
    gutters = [_PAGE]
    for line in lines:
        gutters = gaps_left(gutters, line)
    return gutters[1:-1]


def _runs_on(region: Sequence[Line]) -> bool:
    """Whether the last line, which is one piece, goes on with a cell of the line above it."""
    columns = Columns(region, _gutters(region))
    column = min(columns.cells[-1])
    above = columns.cells[-2].get(column)
    return above is not None and columns.is_full(column, above, region[-1].size)
