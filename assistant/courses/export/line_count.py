"""How many lines a text takes, and how wide the columns of a table should be, reckoned without drawing."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence

_NARROW, _WIDE = frozenset("iIjltfr.,;:!|'()[]- "), frozenset("mwMWQOGD%@&")
# Shares of the size, as in the wider of the common faces without serifs.
_NARROW_EM, _LATIN_EM, _CAPITAL_EM, _WIDE_EM, _BOLD = 0.3, 0.53, 0.62, 0.84, 1.1
_MOST_IN = 16.0
"""No cell is asked to stand in one line of more."""


def lines_of(text: str, points: float, width_in: float, *, bold: bool = False) -> int:
    """How many lines a text takes; a Latin word is not broken, a Chinese one anywhere."""
    room = width_in * 72 / points / (_BOLD if bold else 1.0)
    lines, used, word = 1, 0.0, 0.0
    for char in f"{text} ":
        wide = unicodedata.east_asian_width(char) in "WF"
        if not wide and char != " ":
            word += _em(char)
            continue
        if used + word > room and used:
            lines, used = lines + 1, 0.0
        used += word
        while used > room:  # a word longer than the line
            lines, used = lines + 1, used - room
        word = 0.0
        if used + _em(char) > room:
            lines, used = (lines, used) if char == " " else (lines + 1, 0.0)
        used += _em(char)
    return lines


def _em(char: str) -> float:
    """Width of a character in units of its size."""
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    if char in _NARROW:
        return _NARROW_EM
    if char in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if char.isupper() else _LATIN_EM


def column_widths(rows: Sequence[Sequence[str]], points: float, room: tuple[float, float, float]) -> tuple[float, ...]:
    """The widths of a table's columns in inches: one that needs little has it, the others share what is left by their text.

    `room` is the width of the table, the margins of a cell together, and the least width of a column.
    """
    whole, side, least = room
    columns = list(zip(*rows, strict=True))
    texts = [[_width_in(cell, points) + side for cell in column] for column in columns]
    share = whole / len(columns)
    kept = [max(max(column), least) if max(column) <= share else 0.0 for column in texts]
    weights = [0.0 if keep else math.sqrt(sum(column)) for keep, column in zip(kept, texts, strict=True)]
    if not any(weights):
        return tuple(keep * whole / sum(kept) for keep in kept)
    rest = whole - sum(kept)
    return tuple(keep or rest * weight / sum(weights) for keep, weight in zip(kept, weights, strict=True))


def _width_in(text: str, points: float) -> float:
    """The width at which a text needs one line."""
    low, high = 0.0, _MOST_IN
    while high - low > 0.02:
        middle = (low + high) / 2
        low, high = (low, middle) if lines_of(text, points, middle, bold=True) == 1 else (middle, high)
    return high
