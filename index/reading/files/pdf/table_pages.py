"""Which pages of a PDF may hold a table: told from its rules and from gaps in its lines, before anything slow looks at it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

WIDE_GAP = 1.5
"""So many heights of a letter part two columns; justified text has gaps of one between words."""
LEAST_WIDE_LINES = 3
LEAST_RULES, MOST_RULES = 3, 20_000
"""A table that is ruled least has three lines; tens of thousands of strokes on a page are a drawing."""
_MOST_CHARS = 20_000
_MOST_NESTED = 3  # drawings within drawings
_QUARTER_TURN, _SLANT = math.pi / 2, 0.1  # radians

_CharBox = tuple[float, float, float, float]


def pages_to_look_at(content: bytes, numbers: Iterable[int]) -> list[int]:
    """Those of the pages, named from 0 on, that may hold a table; all of them where PDFium cannot read the file."""
    asked = sorted(set(numbers))
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return asked
    try:
        return [number for number in asked if number < len(pdf) and _may_hold_table(pdf, number)]
    finally:
        pdf.close()


def _may_hold_table(pdf: pdfium.PdfDocument, number: int) -> bool:
    try:
        page = pdf[number]
    except pdfium.PdfiumError:
        return False
    try:
        rules = _rules(page)
        return rules <= MOST_RULES and (rules >= LEAST_RULES or _has_columns(page))
    except pdfium.PdfiumError:
        return True
    finally:
        page.close()


def _rules(page: pdfium.PdfPage) -> int:
    """How many strokes are drawn on a page, pictures among them, which may be rules."""
    count = 0
    drawn = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
    for thing in page.get_objects(filter=drawn, max_depth=_MOST_NESTED):
        is_path = thing.type == raw.FPDF_PAGEOBJ_PATH
        # The first of a path's points only says where it begins.
        count += max(raw.FPDFPath_CountSegments(thing.raw) - 1, 1) if is_path else 1
        if count > MOST_RULES:
            break
    return count


def _has_columns(page: pdfium.PdfPage) -> bool:
    """Whether some lines of text have gaps as wide as those between columns."""
    wide = 0
    for line in _lines(_char_boxes(page)):
        height = max(box[3] - box[1] for box in line)
        wide += any(two[0] - one[2] > WIDE_GAP * height for one, two in pairwise(line))
    return wide >= LEAST_WIDE_LINES


def _lines(boxes: list[_CharBox]) -> Iterable[list[_CharBox]]:
    """Letters that stand beside each other, from left to right."""
    line: list[_CharBox] = []
    for box in sorted(boxes, key=lambda box: box[1] + box[3]):
        if line and (box[1] + box[3]) / 2 > line[0][3]:
            yield sorted(line)
            line = []
        line.append(box)
    if line:
        yield sorted(line)


def _char_boxes(page: pdfium.PdfPage) -> list[_CharBox]:
    """Left, bottom, right, top of each letter as the page's text runs, on its side or not."""
    text = page.get_textpage()
    try:
        count = min(raw.FPDFText_CountChars(text.raw), _MOST_CHARS)
        angle = raw.FPDFText_GetCharAngle(text.raw, count // 2) % math.pi if count else 0.0
        sideways = abs(angle - _QUARTER_TURN) < _SLANT
        boxes: list[_CharBox] = []
        box = raw.FS_RECTF()
        for at in range(count):
            is_space = chr(raw.FPDFText_GetUnicode(text.raw, at)).isspace()
            if is_space or not raw.FPDFText_GetLooseCharBox(text.raw, at, box):
                continue
            if sideways:
                boxes.append((box.bottom, box.left, box.top, box.right))
            else:
                boxes.append((box.left, box.bottom, box.right, box.top))
        return boxes
    finally:
        text.close()
