"""Lines of text that stand in columns, as cells: what the gaps that go through all lines part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Interval = tuple[float, float]
"""From where to where, in points."""

_NOWHERE: Interval = (0.0, 0.0)

FULL = 1.5
"""A piece that is shorter than its column by less than so many signs leaves no room for the next word, and may run on."""
LEAST_RUNNING, MOST_BESIDE = 4.0, 3.0
"""A column in which text runs on is wider than a name, and no further than this from the next, in signs' widths."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Signs of a line that no gap parts."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `size` is the height of its signs."""

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

    def crosses(self, gap: Interval) -> bool:
        """Whether a piece stands in the middle of a gap."""
        middle = (gap[0] + gap[1]) / 2
        return any(piece.left < middle < piece.right for piece in self.pieces)


class Columns:
    """The cells of some lines, between gaps.

    `cells` has, for each line, column -> what stands in it; `reach` is from where to where each column has text.
    """

    def __init__(self, lines: Sequence[Line], gutters: Sequence[Interval]) -> None:
        self._middles = [(left + right) / 2 for left, right in gutters]
        self._beside = [*(right - left for left, right in gutters), 0.0]
        self.cells = [self._cells(line) for line in lines]
        held = [[cells[at] for cells in self.cells if at in cells] for at in range(len(gutters) + 1)]
        self.reach = tuple(
            (min(c.left for c in cells), max(c.right for c in cells)) if cells else _NOWHERE for cells in held
        )
        self.widest = [max((piece.right - piece.left for piece in cells), default=0.0) for cells in held]

    def _cells(self, line: Line) -> dict[int, Piece]:
        """Column -> what stands in it; a piece that reaches over several stands in the first."""
        found: dict[int, Piece] = {}
        for piece in line.pieces:
            at = sum(middle <= piece.left for middle in self._middles)
            old = found.get(at)
            found[at] = Piece(old.left, piece.right, f"{old.text} {piece.text}") if old else piece
        return found

    def reaches_edge(self, column: int, piece: Piece, size: float) -> bool:
        """Whether a piece is as wide as its column, or ends where it ends."""
        short = min(self.widest[column] - (piece.right - piece.left), self.reach[column][1] - piece.right)
        return short <= FULL * size

    def is_full(self, column: int, piece: Piece, size: float) -> bool:
        """Whether a piece ends for want of room, so that what it begins may go on below."""
        has_no_room = self.widest[column] >= LEAST_RUNNING * size and self._beside[column] <= MOST_BESIDE * size
        return has_no_room and self.reaches_edge(column, piece, size)
