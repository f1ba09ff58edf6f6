"""A picture of a page to what is seen on it: straightened, its ruled tables found, its lines read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import cv2
import numpy as np

from index.reading.files.ocr.recogniser import Corners, Picture, recogniser
from index.reading.files.ocr.rules import Mask, dark, find_tables
from index.reading.files.ocr.seals import without_seals
from index.reading.files.ocr.seen_page import Box, SeenCell, SeenLine, SeenPage, SeenTable, holds, shared
from index.reading.files.ocr.straighten import cut_out, straighten
from index.reading.lines import is_han

LEAST_INK = 0.00002
"""Of a page's area: a page number alone has three times as much, a blank page with specks of dust less."""
LEAST_CONFIDENCE = 0.5
"""What is read with less is a stamp, a drawing or a smear, and mostly wrong."""
_REACHES_IN = 0.4
"""A line belongs to every cell that it covers by so much of its height: less is the edge of the box around it."""
_STACKED = 1.8
"""Signs one below the other make a box so many times as high as wide."""
_LEAST_WIDTH = 0.6
"""Of the height of most lines: what is narrower is one digit, and not signs one below the other."""
_WIDE = str.maketrans("()", "（）")
_MARGIN = 0.12
"""Of a cell's height or 6 pixels, whichever is less: what is left out at its edges, where rules are."""


def look(picture: Picture) -> SeenPage:
    """The lines and ruled tables of one page."""
    if not _has_print(picture):
        return SeenPage(picture.shape[1])
    engine = recogniser()
    page = straighten(without_seals(picture), engine)
    tables = find_tables(page.picture)
    pieces = [*_pieces(page.corners, tables)]
    pieces += [(box, None) for box in _overlooked(page.picture, tables, [box for box, _ in pieces])]
    usual = float(np.median([box[3] - box[1] for box, _ in pieces])) if pieces else 0.0
    crops = [_unstacked(_crop(page.picture, box, corners), usual) for box, corners in pieces]
    lines = [
        SeenLine(with_brackets_of_its_script(text), confidence, box, page.as_shown(box))
        for (box, _), (text, confidence) in zip(pieces, engine.read(crops), strict=True)
        if text.strip() and confidence >= LEAST_CONFIDENCE
    ]
    return SeenPage(page.picture.shape[1], tuple(lines), tables)


def with_brackets_of_its_script(text: str) -> str:
    """The line with the wide brackets of Chinese print where it is Chinese: "(三）" is no number of a heading."""
    latin = sum(sign.isascii() and sign.isalpha() for sign in text)
    return text.translate(_WIDE) if sum(map(is_han, text)) > latin else text


def _has_print(picture: Picture) -> bool:
    """Whether there is more than dust; single pixels are taken for that."""
    gray = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)
    ink = cv2.morphologyEx(dark(gray), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    return cv2.countNonZero(ink) > LEAST_INK * ink.size


def _pieces(lines: Corners, tables: tuple[SeenTable, ...]) -> Iterator[tuple[Box, Corners | None]]:
    """Each line's box and corners; one that reaches over several cells of a table as a box for each, without corners."""
    for corners in lines:
        box = _around(corners)
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        table = next((table for table in tables if holds(table.box, middle)), None)
        cells = [cell for cell in table.cells if _reaches(box, cell)] if table else []
        if len(cells) < 2:
            yield box, corners
        else:
            for cell in cells:
                yield (max(box[0], cell.box[0]), box[1], min(box[2], cell.box[2]), box[3]), None


def _around(corners: Corners) -> Box:
    left, top = corners.min(axis=0).tolist()
    right, bottom = corners.max(axis=0).tolist()
    return left, top, right, bottom


def _reaches(box: Box, cell: SeenCell) -> bool:
    down = (box[1] + box[3]) / 2
    across = shared((box[0], box[2]), (cell.box[0], cell.box[2]))
    return cell.box[1] <= down <= cell.box[3] and across > _REACHES_IN * (box[3] - box[1])


def _overlooked(picture: Picture, tables: tuple[SeenTable, ...], found: list[Box]) -> Iterator[Box]:
    """Cells with print in which no line was found, as happens with a single digit: the box around the print."""
    if not tables:
        return
    ink = dark(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8))
    ink = np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)), np.uint8)
    for table in tables:
        for cell in table.cells:
            if not any(holds(cell.box, ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)) for box in found):
                box = _print_in(ink, cell.box)
                if box is not None:
                    yield box


def _print_in(ink: Mask, cell: Box) -> Box | None:
    left, top, right, bottom = (round(edge) for edge in cell)
    margin = min(6, max(1, round(_MARGIN * (bottom - top))))
    inner = ink[top + margin : bottom - margin, left + margin : right - margin]
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(inner), connectivity=8)
    if not any(height >= 2 * margin for _, _, _, height, _ in stats[1:].tolist()):
        return None  # nothing, or specks, which are taken for strokes of a sign wherever they lie
    rows, columns = np.flatnonzero(inner.any(axis=1)), np.flatnonzero(inner.any(axis=0))
    x, y = left + margin - 2, top + margin - 2  # two pixels of paper around the print
    return float(x + columns[0]), float(y + rows[0]), float(x + columns[-1] + 5), float(y + rows[-1] + 5)


def _crop(picture: Picture, box: Box, corners: Corners | None) -> Picture:
    if corners is not None:
        return cut_out(picture, corners)
    left, top, right, bottom = (max(0, round(edge)) for edge in box)
    return picture[top : max(bottom, top + 1), left : max(right, left + 1)]


def _unstacked(line: Picture, usual: float) -> Picture:
    """Signs one below the other as signs in a row: the picture cut into squares, put side by side."""
    height, width = line.shape[:2]
    if height < _STACKED * width or width < _LEAST_WIDTH * usual:
        return line
    signs = round(height / width)
    bounds = [round(height * at / signs) for at in range(signs + 1)]
    squares = [np.asarray(cv2.resize(line[first:last], (width, width)), np.uint8) for first, last in pairwise(bounds)]
    return np.hstack(squares)
