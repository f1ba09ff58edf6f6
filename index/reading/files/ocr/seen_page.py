"""What is seen on a page: lines with their boxes, and ruled tables with their cells; before it becomes text.

Boxes are left, top, right, bottom: in pixels of the page as it was straightened, or as shares (0 to 1) of the page as shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.reading.files.types import RecognisedLine

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A printed line, or the part of one that stands in a cell; `shown` is its box as shares of the page as shown."""

    text: str
    confidence: float
    box: Box
    shown: Box

    @property
    def height(self) -> float:
        """Of its letters, in pixels."""
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> tuple[float, float]:
        """Of its box: across, down."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell of a table: its first row and column, from 0, of those that it covers."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table that rules part into cells, which stand row by row."""

    box: Box
    columns: int
    cells: tuple[SeenCell, ...]


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page with its lines, in no order, and its ruled tables from top to bottom; `width` in pixels."""

    width: int
    lines: tuple[SeenLine, ...] = ()
    tables: tuple[SeenTable, ...] = ()


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The text of one page; the offsets of `lines` are in it."""

    text: str
    lines: tuple[RecognisedLine, ...] = ()


def holds(box: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def shared(one: tuple[float, float], two: tuple[float, float]) -> float:
    """How much of two stretches (first, last) is common; negative by how far they lie apart."""
    return min(one[1], two[1]) - max(one[0], two[0])
