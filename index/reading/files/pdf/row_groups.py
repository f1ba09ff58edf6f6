"""Which lines of text are one row of a table that no rules part: cells run over several lines, set to the top or the middle.

Several ways to part the lines are tried, and that is taken which the text speaks least against: within a cell a line ends
only where its column does, and what ends there for want of room goes on in the same row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.reading.files.pdf.aligned_rows import LEAST_RUNNING, Columns, Line

LOOSE = 0.35
"""Lines that stand further apart than the closest by this share of a sign's height are not of one cell."""
OVERLAP = 0.1
"""Lines that share more of their height than this share of a sign's are of one row, set to the middle."""
EARLY_END, PARAGRAPH_END, NARROW_END, LATE_END, WHOLE_ROW, FIRST_AGAIN, TOO_FAR = 1.0, 0.4, 0.3, 0.6, 1.5, 0.35, 1.0
"""What speaks against a parting: in a cell, a line that ends early, and less so where a sentence does or the column is
narrow; between rows, a line that ends for want of room; in a row, a line that fills all of the row's cells again, one that
fills the first again, and one that stands off."""
_ENDS = tuple("。；！？.;!?")
_NEAR = 0.25

Group = list[int]


def row_groups(lines: Sequence[Line], columns: Columns, part: Sequence[int]) -> list[Group]:
    """The numbers of the lines `part`, row by row."""
    if len(part) < 2:
        return [list(part)]
    ways = _Ways(lines, columns, part)
    return min(ways.all(), key=ways.against)


class _Ways:
    """Parts some lines into rows, and tells what speaks against a parting."""

    def __init__(self, lines: Sequence[Line], columns: Columns, part: Sequence[int]) -> None:
        self._lines = lines
        self._cells = columns.cells
        self._columns = columns
        self._part = part
        size = lines[part[0]].size
        apart = [lines[two].top - lines[one].bottom for one, two in pairwise(part)]
        self._loose = min((gap for gap in apart if gap >= -OVERLAP * size), default=0.0) + LOOSE * size

    def all(self) -> Iterator[list[Group]]:
        """Ways to part the lines; the first are preferred."""
        yield self._from_above()
        for column in range(len(self._columns.widest)):
            anchors = [at for at in self._part if column in self._cells[at]]
            if len(anchors) > 1:
                yield self._below(anchors)
                yield self._around(anchors)

    def against(self, groups: Sequence[Group]) -> float:
        """The sum of what speaks against a parting."""
        row_of = {at: number for number, group in enumerate(groups) for at in group}
        total = 0.0
        for column in range(len(self._columns.widest)):
            held = [at for at in self._part if column in self._cells[at]]
            for one, two in pairwise(held):
                piece, size = self._cells[one][column], self._lines[one].size
                full = self._columns.is_full(column, piece, size)
                if row_of[one] != row_of[two]:
                    total += LATE_END if full and not piece.text.endswith(_ENDS) else 0.0
                elif not full:
                    early = NARROW_END if self._columns.widest[column] < LEAST_RUNNING * size else EARLY_END
                    total += min(PARAGRAPH_END, early) if piece.text.endswith(_ENDS) else early
        return total + sum(self._in_row(group) for group in groups)

    def _in_row(self, group: Group) -> float:
        filled = {column for at in group for column in self._cells[at]}
        again = sum(self._cells[at].keys() == filled for at in group) - 1 if len(filled) > 1 else 0
        first = sum(0 in self._cells[at] for at in group) - 1
        far = sum(self._lines[two].top - self._lines[one].bottom > self._loose for one, two in pairwise(group))
        return WHOLE_ROW * max(again, 0) + FIRST_AGAIN * max(first, 0) + TOO_FAR * far

    def _from_above(self) -> list[Group]:
        """Each line goes on with the row above it where it can."""
        groups: list[Group] = []
        for at in self._part:
            if groups and self._goes_on(groups[-1], at):
                groups[-1].append(at)
            else:
                groups.append([at])
        return groups

    def _goes_on(self, row: Group, at: int) -> bool:
        line = self._lines[at]
        gap = line.top - self._lines[row[-1]].bottom
        if gap < -OVERLAP * line.size or gap > self._loose:
            return gap < 0
        cells = self._cells[at]
        last = {column: piece for one in row for column, piece in self._cells[one].items()}
        is_part = cells.keys() < last.keys() or (cells.keys() == last.keys() and len(last) == 1)
        return is_part and all(self._columns.is_full(column, last[column], line.size) for column in cells)

    def _below(self, anchors: Sequence[int]) -> list[Group]:
        """Rows that begin where one column has text."""
        groups: list[Group] = [[]]
        for at in self._part:
            if at in anchors:
                groups.append([])
            groups[-1].append(at)
        return [group for group in groups if group]

    def _around(self, anchors: Sequence[int]) -> list[Group]:
        """Rows whose middle is where one column has text: as much of a row stands above it as below."""
        groups: list[Group] = []
        rest = list(self._part)
        for anchor in anchors:
            if not rest or anchor not in rest:
                continue
            top, middle = self._lines[rest[0]].top, self._lines[anchor].middle
            low = 2 * middle - top + _NEAR * self._lines[anchor].size
            group = [at for at in rest if at == anchor or self._lines[at].bottom <= low]
            groups.append(group)
            rest = [at for at in rest if at not in group]
        return [*groups, rest] if rest else groups
