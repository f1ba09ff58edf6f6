"""Lines that are seen on a page, put in rows."""

from __future__ import annotations

from collections.abc import Sequence

from index.reading.files.ocr.seen_page import SeenLine, shared

Row = tuple[SeenLine, ...]
SAME_ROW = 0.5
"""Of the lower one's height: what lies side by side by so much was printed in one line."""


def rows_of_lines(lines: Sequence[SeenLine]) -> list[Row]:
    """Lines side by side as one row, from left to right; rows from top to bottom."""
    rows: list[list[SeenLine]] = []
    for line in sorted(lines, key=lambda line: (line.middle[1], line.box[0])):
        row = next((row for row in reversed(rows[-3:]) if _beside(row, line)), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    return [tuple(sorted(row, key=lambda line: line.box[0])) for row in rows]


def _beside(row: Sequence[SeenLine], line: SeenLine) -> bool:
    """Whether a line goes on in a row: level with its nearest piece, and over none of them."""
    nearest = min(row, key=lambda one: abs(one.middle[0] - line.middle[0]))
    level = shared((nearest.box[1], nearest.box[3]), (line.box[1], line.box[3]))
    apart = all(shared((one.box[0], one.box[2]), (line.box[0], line.box[2])) < line.height for one in row)
    return apart and level >= SAME_ROW * min(nearest.height, line.height)
