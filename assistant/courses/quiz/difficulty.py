"""How hard a question is, by what is asked and how near the wrong answers are."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.courses.types import EASY, HARD, Matter, QuizKind
from assistant.courses.values import WHOLE, figure

MIDDLE = 2
CLOSE = 0.8
"""A wrong figure that is so near the right one is not told from it by common sense."""
_FIGURES = (Matter.CELL, Matter.FIGURE)
_AND = "、"
"""Between the offices of a group, all of which must be known."""


def difficulty(kind: QuizKind, matter: Matter, right: str, wrong: Sequence[str]) -> int:
    """1 (easy) to 3 (hard): a gap has nothing to choose from, a true statement nothing to see through."""
    if kind is QuizKind.FILL:
        return MIDDLE if right == WHOLE else HARD
    if kind is QuizKind.MULTIPLE:
        return HARD
    if matter in _FIGURES:
        close = sum(_close(right, other) for other in wrong)
        hard = close > 1 and right != WHOLE
    else:
        close = len(wrong)
        hard = _AND in right
    if kind is QuizKind.TRUE_FALSE:
        return MIDDLE if close else EASY
    if not close or right == WHOLE:
        return EASY
    return HARD if hard else MIDDLE


def _close(right: str, other: str) -> bool:
    one, two = figure(right), figure(other)
    return bool(one and two) and min(one or 0, two or 0) / max(one or 1, two or 1) >= CLOSE
