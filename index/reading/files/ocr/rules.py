"""Ruled tables on a straightened page: the lines drawn across and down it, and the cells that they enclose."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from index.reading.files.ocr.recogniser import Picture
from index.reading.files.ocr.seen_page import Box, SeenCell, SeenTable

Mask = NDArray[np.uint8]
"""(height, width): 255 where something is, else 0."""

LEAST_RULE_SHARE = 1 / 45
"""Of a page's longer side: a shorter stroke may be one of a letter. On A4 it is 6.6 mm, as high as a row of small print."""
GAP_SHARE = 1 / 100
"""A rule may be broken by so much, by dust or where it was printed faintly."""
_SPECK = 3
"""Pixels: letters stand further apart, specks within a rule are smaller."""
LEAST_CELL_SHARE = 1 / 180
"""Of a page's longer side: what rules enclose and is no wider or higher is a double rule."""
LEAST_CELLS, LEAST_COLUMNS = 4, 2
"""Fewer make a frame around a text, which is read as text."""


def dark(gray: Mask) -> Mask:
    """Where a page is darker than around: print and rules, whatever the paper's shade."""
    return np.asarray(
        cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15), np.uint8
    )


def find_tables(picture: Picture) -> tuple[SeenTable, ...]:
    """The ruled tables of a page, from top to bottom."""
    gray = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)
    rules = _rules(dark(gray))
    count, marked, stats, _ = cv2.connectedComponentsWithStats(rules, connectivity=8)
    labels = np.asarray(marked, np.int32)
    found = [table for at in range(1, count) if (table := _table(labels, at, stats[at])) is not None]
    outer = [one for one in found if not any(_inside(one.box, other.box) for other in found if other is not one)]
    return tuple(sorted(outer, key=lambda table: (table.box[1], table.box[0])))


def _rules(ink: Mask) -> Mask:
    """What is a long stroke across or down, with gaps closed; strokes are told from letters before gaps are closed."""
    side = max(ink.shape)
    length, gap = max(3, round(side * LEAST_RULE_SHARE)), max(1, round(side * GAP_SHARE))
    across = _strokes(ink, length, gap)
    down = _strokes(np.ascontiguousarray(ink.T), length, gap).T
    return np.ascontiguousarray(across | down)


def _strokes(ink: Mask, length: int, gap: int) -> Mask:
    """Long strokes across, made longer by a little, so that they meet those that they end at."""
    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, _SPECK), np.uint8))
    strokes = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    joined = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones((_SPECK, gap), np.uint8))
    return np.asarray(cv2.dilate(joined, np.ones((1, 2 * _SPECK + 1), np.uint8)), np.uint8)


def _table(labels: NDArray[np.int32], at: int, stat: NDArray[np.int32]) -> SeenTable | None:
    """The table that rules which meet make up; None where they enclose too few cells."""
    left, top, width, height = (int(number) for number in stat[:4])
    side = max(labels.shape)
    least = side * LEAST_CELL_SHARE
    if min(width, height) < 2 * least:
        return None
    open_space = (labels[top : top + height, left : left + width] != at).astype(np.uint8)
    # A frame of nothing around it keeps what lies outside the table's outline together, and out of its cells.
    open_space = np.pad(open_space, 1, constant_values=1)
    count, _, stats, _ = cv2.connectedComponentsWithStats(open_space, connectivity=4)
    boxes: list[Box] = []
    for cell in stats[1:count]:
        x, y, across, down = (int(number) for number in cell[:4])
        outside = x == 0 or y == 0 or x + across == width + 2 or y + down == height + 2
        if not outside and min(across, down) > least:
            boxes.append((left + x - 1.0, top + y - 1.0, left + x - 1.0 + across, top + y - 1.0 + down))
    columns, rows = _bounds([box[0] for box in boxes], least), _bounds([box[1] for box in boxes], least)
    if len(boxes) < LEAST_CELLS or len(columns) < LEAST_COLUMNS or len(rows) < 2:
        return None
    cells = sorted((SeenCell(_place(rows, box[1]), _place(columns, box[0]), box) for box in boxes), key=_order)
    return SeenTable((float(left), float(top), float(left + width), float(top + height)), len(columns), tuple(cells))


def _order(cell: SeenCell) -> tuple[int, int]:
    return cell.row, cell.column


def _bounds(edges: list[float], apart: float) -> list[float]:
    """Where rows or columns begin: edges of cells, those that lie close together as one."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > apart:
            found.append(edge)
    return found


def _place(bounds: list[float], edge: float) -> int:
    return sum(bound <= edge for bound in bounds) - 1


def _inside(one: Box, other: Box) -> bool:
    return other[0] <= one[0] and other[1] <= one[1] and one[2] <= other[2] and one[3] <= other[3]
