"""Whole answers from structure: what one sentence cannot tell (stages, goals, overviews, figures set against each other).

Each answerer takes what was found and drafts an answer where the question is of its kind, else gives None. They are tried in
the order of `ANSWERERS` before single pieces of evidence are selected; what they draft is verified like any other answer.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.types import Draft
from assistant.whole.figures.by_year import by_year
from assistant.whole.figures.cells_told import aim_told, cells_told
from assistant.whole.figures.due import due
from assistant.whole.figures.extremes import extreme
from assistant.whole.figures.fallen import fallen
from assistant.whole.figures.period import period
from assistant.whole.figures.premise import premise
from assistant.whole.figures.thresholds import reaching
from assistant.whole.figures.untold_time import untold_time
from assistant.whole.found import NOTHING_TOLD as NOTHING_TOLD
from assistant.whole.found import Found
from assistant.whole.listed_people import member_told, people_told
from assistant.whole.numbered_task import numbered_task
from assistant.whole.own_data import own_data, own_data_of_each
from assistant.whole.pointed_items import pointed_item
from assistant.whole.sections.goals import goals, goals_by_years
from assistant.whole.sections.in_sum import overview
from assistant.whole.sections.stages import stages
from assistant.whole.sections.tables_of_aims import indicators

Answerer = Callable[[Found], Draft | None]

ANSWERERS: tuple[Answerer, ...] = (
    numbered_task,
    pointed_item,
    people_told,
    member_told,
    own_data,
    premise,
    untold_time,
    reaching,
    goals_by_years,
    due,
    extreme,
    fallen,
    cells_told,
    aim_told,
    by_year,
    stages,
    period,
    indicators,
    goals,
    overview,
)
ACROSS_PLANS: tuple[Answerer, ...] = (own_data_of_each, goals)
"""Those that tell something of each plan in a line, where it would else be answered by a comparison."""


def drafted_across(found: Found) -> Draft | None:
    """As `drafted`, for a question that would else be answered by a comparison of the plans that it names, or of all."""
    return next((draft for answer in ACROSS_PLANS if (draft := answer(found)) is not None), None)


def drafted(found: Found) -> Draft | None:
    """The first answerer's draft; None where the question is of no answerer's kind, or nothing in its plan is."""
    return next((draft for answer in ANSWERERS if (draft := answer(found)) is not None), None)
