"""The rules that a page of a PDF draws: lines, sides of frames, thin filled boxes, thin pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from index.reading.files.pdf.layout.types import Box

MOST_STROKES = 20_000
"""Tens of thousands of strokes on a page are a drawing."""
THIN_POINTS = 2.5
"""A box or a picture that is no higher or no wider stands for a rule."""
STRAIGHT_POINTS = 0.5
"""A rule leans by no more."""
WHITE = 250
_DEEPEST = 3  # drawings within drawings

_Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line on the page as it is read: `at` is how far down a lying one is, or how far right a standing one."""

    lies: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class _Stroke:
    """From where to where, in the page's own space; `is_shade` where it is the side of a filled box, not of a rule."""

    start: _Point
    end: _Point
    is_shade: bool = False


def page_rules(page: pdfium.PdfPage, to_read: Callable[[Box], Box]) -> list[Rule]:
    """The pieces of rules of a page, none where it is a drawing; `to_read` moves boxes of its own space to where they are read.

    The upper and lower sides of a shade behind text part rows as rules do; its other sides are no rules, since rows are
    shaded as a whole.
    """
    found: list[Rule] = []
    for number, stroke in enumerate(_strokes(page)):
        if number >= MOST_STROKES:
            return []
        left, top, right, bottom = to_read((*stroke.start, *stroke.end))
        if bottom - top <= STRAIGHT_POINTS and right > left:
            found.append(Rule(lies=True, at=(top + bottom) / 2, start=left, end=right))
        elif right - left <= STRAIGHT_POINTS and bottom > top and not stroke.is_shade:
            found.append(Rule(lies=False, at=(left + right) / 2, start=top, end=bottom))
    return found


def _strokes(page: pdfium.PdfPage) -> Iterator[_Stroke]:
    count, get = raw.FPDFPage_CountObjects(page.raw), raw.FPDFPage_GetObject
    for at in range(count):
        yield from _strokes_of(get(page.raw, at), _SAME, 0)


def _strokes_of(thing: raw.FPDF_PAGEOBJECT, outer: _Matrix, depth: int) -> Iterator[_Stroke]:
    """The strokes of a thing that is drawn, or of what is drawn within it."""
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _times(_matrix(thing), outer)
        for at in range(raw.FPDFFormObj_CountObjects(thing)):
            yield from _strokes_of(raw.FPDFFormObj_GetObject(thing, at), inner, depth + 1)
    elif kind == raw.FPDF_PAGEOBJ_IMAGE:
        yield from _thin_picture(_times(_matrix(thing), outer))
    elif kind == raw.FPDF_PAGEOBJ_PATH and _is_seen(thing):
        yield from _path(thing, _times(_matrix(thing), outer))


def _path(thing: raw.FPDF_PAGEOBJECT, matrix: _Matrix) -> Iterator[_Stroke]:
    """The strokes of a path and the sides of what it fills."""
    fills, strokes = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, fills, strokes)
    for points in _figures(thing, matrix):
        is_shade = not strokes.value and not _is_thin(points)
        yield from (_Stroke(one, two, is_shade) for one, two in pairwise(points))


def _figures(thing: raw.FPDF_PAGEOBJECT, matrix: _Matrix) -> Iterator[list[_Point]]:
    """The points of each figure of a path, one after another; curves part them."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    for at in range(raw.FPDFPath_CountSegments(thing)):
        segment = raw.FPDFPath_GetPathSegment(thing, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if points and raw.FPDFPathSegment_GetType(segment) != raw.FPDF_SEGMENT_LINETO:
            yield points
            points = []
        points.append(_moved((x.value, y.value), matrix))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points


def _is_thin(points: Sequence[_Point]) -> bool:
    wide, high = (max(values) - min(values) for values in zip(*points, strict=True))
    return bool(min(wide, high) <= THIN_POINTS)


def _thin_picture(matrix: _Matrix) -> Iterator[_Stroke]:
    """The middle of a picture that is as thin as a rule; pictures fill the unit square (ISO 32000-1, 8.9.5.1)."""
    corner, right, top = _moved((0, 0), matrix), _moved((1, 0), matrix), _moved((0, 1), matrix)
    for side, end in ((right, top), (top, right)):
        if max(abs(side[0] - corner[0]), abs(side[1] - corner[1])) <= THIN_POINTS:
            yield _Stroke(corner, end)
            return


def _is_seen(thing: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether a path is drawn in another colour than white; what only clips is not."""
    fills, strokes = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, fills, strokes)
    ask = raw.FPDFPageObj_GetStrokeColor if strokes.value else raw.FPDFPageObj_GetFillColor
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    ask(thing, red, green, blue, opacity)
    is_inked = opacity.value > 0 and min(red.value, green.value, blue.value) < WHITE
    return bool(fills.value or strokes.value) and is_inked


_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _matrix(thing: raw.FPDF_PAGEOBJECT) -> _Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """First the inner, then the outer (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    across, down = _moved((e, f), outer)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2],
        c * outer[1] + d * outer[3],
        across,
        down,
    )


def _moved(point: _Point, by: _Matrix) -> _Point:
    x, y = point
    return by[0] * x + by[2] * y + by[4], by[1] * x + by[3] * y + by[5]
