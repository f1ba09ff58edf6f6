"""Whole answers from structure: what one sentence cannot tell (stages, goals, overviews, figures set against each other).

Each answerer takes what was found and drafts an answer where the question is of its kind, else gives None. They are tried in
the order of `ANSWERERS` before single pieces of evidence are selected; what they draft is verified like any other answer.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.types import Draft
from assistant.whole.by_year import by_year
from assistant.whole.found import Found

Answerer = Callable[[Found], Draft | None]

ANSWERERS: tuple[Answerer, ...] = (by_year,)


def drafted(found: Found) -> Draft | None:
    """The first answerer's draft; None where the question is of no answerer's kind, or nothing in its plan is."""
    return next((draft for answer in ANSWERERS if (draft := answer(found)) is not None), None)
