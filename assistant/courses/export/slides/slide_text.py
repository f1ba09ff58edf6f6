"""What room a text takes, reckoned without drawing it, and how rows are shared out among slides."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from assistant.courses.export.line_count import lines_of
from assistant.office_files import writable

Row = TypeVar("Row")

LINE_HEIGHT, LATIN_LINE_HEIGHT, TIGHT = 1.45, 1.3, 0.9
"""What a line takes of its size, with Chinese (as in Noto, the tallest of the faces that may stand in) and without; times
`TIGHT` in tables and pictures."""
SURE_SHARE = 0.92
"""Of a box: a face that is larger than reckoned still fits."""
SPACE_POINTS = 7.0
"""Above a paragraph."""
_STOPS = ("。", "；", "，", ",", "、", " ")


class Role(Enum):
    """What a paragraph of a slide is: a heading of a group, a point (below one or not), or what stands small beside it."""

    HEAD = "head"
    POINT = "point"
    BELOW = "below"
    BESIDE = "beside"
    PLAIN = "plain"


INDENT_IN = {Role.HEAD: 0.0, Role.POINT: 0.32, Role.BELOW: 0.5, Role.BESIDE: 0.5, Role.PLAIN: 0.0}
"""Where the text of a paragraph begins; what is drawn follows `slide_master`."""
BESIDE_SHARE = 0.75
"""Of the size of the points."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a slide; `marks` are the numbers of its sources, which stand behind it in small."""

    text: str
    role: Role = Role.PLAIN
    marks: str = ""
    bold: bool = False


def paragraph(text: str, role: Role = Role.PLAIN, *, marks: str = "", bold: bool = False) -> Paragraph:
    """A paragraph of one line of text that the format can hold."""
    return Paragraph(" ".join(writable(text).split()), role, marks, bold or role is Role.HEAD)


def height_in(paragraphs: Sequence[Paragraph], points: float, width_in: float) -> float:
    """What paragraphs take below each other at a size."""
    total = 0.0
    for one in paragraphs:
        size = size_of(one, points)
        said = f"{one.text} {one.marks}" if one.marks else one.text
        lines = lines_of(said, size, width_in - INDENT_IN[one.role], bold=one.bold)
        total += (lines * line_points(said, size) + SPACE_POINTS) / 72
    return total


def line_points(text: str, points: float) -> float:
    """The height of a line of a text."""
    chinese = any(unicodedata.east_asian_width(char) in "WF" for char in text)
    return points * (LINE_HEIGHT if chinese else LATIN_LINE_HEIGHT)


def size_of(one: Paragraph, points: float) -> float:
    """The size of a paragraph on a slide whose points have a size."""
    return max(14.0, math.floor(points * BESIDE_SHARE)) if one.role is Role.BESIDE else points


def largest(paragraphs: Sequence[Paragraph], sizes: Sequence[float], box: tuple[float, float]) -> float:
    """The largest of some sizes at which paragraphs fit a box of a width and a height with room to spare, else the last."""
    width, height = box
    return next((size for size in sizes if height_in(paragraphs, size, width) <= height * SURE_SHARE), sizes[-1])


def paged(
    rows: Sequence[Row], fits: Callable[[Sequence[Row]], bool], apart: Callable[[Row], str]
) -> list[Sequence[Row]]:
    """Rows shared out to as few slides as hold them; then so that what belongs together stays so, then evenly.

    A row that fits no slide gets one of its own. `apart` names what a row belongs to.
    """
    # What is best for the first rows: (slides, groups torn, unevenness), and where the last slide begins.
    best: list[tuple[tuple[int, int, int], int]] = [((0, 0, 0), 0)]
    for end in range(1, len(rows) + 1):
        found: list[tuple[tuple[int, int, int], int]] = []
        for start in range(end - 1, -1, -1):
            if start < end - 1 and not fits(rows[start:end]):
                break
            slides, torn, uneven = best[start][0]
            tears = start > 0 and apart(rows[start - 1]) == apart(rows[start])
            found.append(((slides + 1, torn + tears, uneven + (end - start) ** 2), start))
        best.append(min(found))
    cuts, end = [], len(rows)
    while end > 0:
        start = best[end][1]
        cuts.append(rows[start:end])
        end = start
    return cuts[::-1]


def cut(text: str, fits: Callable[[str], bool]) -> list[str]:
    """A text in pieces that fit, each as long as can be and, where that is not too short, up to the end of a clause."""
    pieces, rest = [], text
    while rest and not fits(rest):
        low, high = 1, len(rest)
        while low < high - 1:
            middle = (low + high) // 2
            low, high = (middle, high) if fits(rest[:middle]) else (low, middle)
        end = max(rest.rfind(stop, low // 2, low) for stop in _STOPS) + 1 or low
        pieces.append(rest[:end].strip())
        rest = rest[end:].strip()
    return [*pieces, rest] if rest else pieces
