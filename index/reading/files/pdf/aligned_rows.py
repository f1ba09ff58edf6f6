"""Lines of text that stand in columns, as rows with cells: which lines are one row, where cells run over several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.reading.files.pdf.table_types import Rows, joined

Interval = tuple[float, float]
"""From where to where, in points."""

LOOSE = 0.35
"""Lines that stand further apart than the closest by this share of a letter's height do not run on in one cell."""
FULL = 1.5
"""A line that ends so many letters before its column's edge has no room for the next word, and may run on."""
LEAST_RUNNING, MOST_BESIDE = 4.0, 3.0
"""A column in which text runs on is wider than a name, and no further than this from the next, in signs' widths."""
OVERLAP = 0.1
"""Lines that share more of their height than this share of a sign's are cells side by side, set to the middle of a row."""
_MOST_LOOSE_BY_CHANCE = 1
_RULED_ROWS = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of a line that no gap parts."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `size` is the height of its letters."""

    top: float
    bottom: float
    size: float
    pieces: tuple[Piece, ...]

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return (self.top + self.bottom) / 2

    def gaps(self) -> list[Interval]:
        """The gaps between its pieces."""
        return [(one.right, two.left) for one, two in pairwise(self.pieces)]

    def free(self, gap: Interval) -> Iterator[Interval]:
        """What this line leaves free of a gap."""
        left, right = gap
        for piece in self.pieces:
            if piece.right > left and piece.left < right:
                if piece.left > left:
                    yield left, piece.left
                left = piece.right
        if left < right:
            yield left, right


class Columns:
    """The columns between the gaps of some lines."""

    def __init__(self, lines: Sequence[Line], gutters: Sequence[Interval]) -> None:
        self._middles = [(left + right) / 2 for left, right in gutters]
        self._beside = [*(right - left for left, right in gutters), 0.0]
        self.cells = [self._cells(line) for line in lines]
        held = [[cells[at] for cells in self.cells if at in cells] for at in range(len(gutters) + 1)]
        self.reach = tuple((min(c.left for c in cells), max(c.right for c in cells)) for cells in held)

    def _cells(self, line: Line) -> dict[int, Piece]:
        """Column -> what stands in it; a piece that reaches over several stands in the first."""
        found: dict[int, Piece] = {}
        for piece in line.pieces:
            at = sum(middle <= piece.left for middle in self._middles)
            old = found.get(at)
            found[at] = Piece(old.left, piece.right, f"{old.text} {piece.text}") if old else piece
        return found

    def reaches_edge(self, column: int, piece: Piece, size: float) -> bool:
        """Whether a piece ends where its column ends."""
        return self.reach[column][1] - piece.right <= FULL * size

    def is_full(self, column: int, piece: Piece, size: float) -> bool:
        """Whether a piece ends where its column ends for want of room, so that what it begins may go on below."""
        left, right = self.reach[column]
        has_no_room = right - left >= LEAST_RUNNING * size and self._beside[column] <= MOST_BESIDE * size
        return has_no_room and self.reaches_edge(column, piece, size)


def rows_of_lines(lines: Sequence[Line], columns: Columns, rules: Sequence[float]) -> Rows:
    """The rows of a table; `rules` are the heights at which rules part some of them."""
    parts = _between(lines, rules)
    groups: list[list[int]] = []
    rows = _Rows(lines, columns)
    for part in parts:
        if len(parts) >= _RULED_ROWS and rows.is_one(part):
            groups.append(part)
        else:
            groups.extend(rows.split(part))
    return [rows.text(group) for group in groups]


def _between(lines: Sequence[Line], rules: Sequence[float]) -> list[list[int]]:
    """The numbers of the lines between two rules each."""
    parts: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        parts.setdefault(sum(rule < line.middle for rule in rules), []).append(at)
    return list(parts.values())


class _Rows:
    """Tells which lines are one row."""

    def __init__(self, lines: Sequence[Line], columns: Columns) -> None:
        self._lines = lines
        self._columns = columns
        gaps = [two.top - one.bottom for one, two in pairwise(lines)]
        apart = [gap for gap in gaps if gap >= -OVERLAP * lines[0].size]
        self._closest = min(apart, default=0.0)
        loose = sum(gap > self._closest + LOOSE * lines[0].size for gap in apart)
        self._rows_stand_off = loose > _MOST_LOOSE_BY_CHANCE

    def text(self, group: list[int]) -> list[str]:
        """The cells of these lines, each put together."""
        cells: list[list[str]] = [[] for _ in self._columns.reach]
        for at in group:
            for column, piece in self._columns.cells[at].items():
                cells[column].append(piece.text)
        return [joined(cell) for cell in cells]

    def is_one(self, part: list[int]) -> bool:
        """Whether lines between two rules are one row: some cell of it has a single line."""
        counts = [sum(column in self._columns.cells[at] for at in part) for column in range(len(self._columns.reach))]
        return 1 in counts

    def split(self, part: list[int]) -> list[list[int]]:
        """These lines as rows, where no rule parts them."""
        anchors = [at for at in part if 0 in self._columns.cells[at]]
        if anchors and self._is_centred(part, anchors):
            return self._around(part, anchors)
        groups: list[list[int]] = []
        for at in part:
            if groups and self._goes_on(groups[-1], at):
                groups[-1].append(at)
            else:
                groups.append([at])
        return groups

    def _is_centred(self, part: list[int], anchors: list[int]) -> bool:
        """Whether cells stand in the middle of their rows: text then stands above what is in the first column."""
        first = next((at for at in part if at not in anchors), None)
        if first is None:
            return False
        if first < anchors[0]:
            return True
        return first == part[0] + 1 and not self._goes_on([part[0]], first)

    def _around(self, part: list[int], anchors: list[int]) -> list[list[int]]:
        groups = {anchor: [anchor] for anchor in anchors}
        for at in part:
            if at not in groups:
                groups[min(anchors, key=lambda one: abs(self._lines[one].middle - self._lines[at].middle))].append(at)
        return [sorted(group) for group in groups.values()]

    def _goes_on(self, row: list[int], at: int) -> bool:
        """Whether a line goes on with cells of the row above it, rather than beginning a row."""
        line, above = self._lines[at], self._lines[row[-1]]
        gap = line.top - above.bottom
        if gap < -OVERLAP * line.size:
            return True
        if gap > self._closest + LOOSE * line.size:
            return False
        cells = self._columns.cells[at]
        last = {column: piece for one in row for column, piece in self._columns.cells[one].items()}
        if not cells.keys() < last.keys():
            return False
        if self._rows_stand_off and 0 not in cells:
            return True
        return all(self._columns.is_full(column, last[column], line.size) for column in cells)
