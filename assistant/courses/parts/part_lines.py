"""Which maker makes which part, and the columns of those that are tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.courses.pack_phrases import wording
from assistant.courses.parts import duty_rows, figure_rows, firm_duties, timeline
from assistant.courses.parts.checklist import COLUMNS as CHECKLIST_COLUMNS
from assistant.courses.parts.checklist import checklist
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.parts.key_points import key_points
from assistant.courses.parts.lesson_aims import plan_goals
from assistant.courses.parts.problems import problems
from assistant.courses.types import PackLine, PackPart, Part
from assistant.types import Language


def _duties(chooser: Chooser, limit: int) -> list[Made]:
    """Whose duties there are: for a firm its own, else those of offices."""
    firm = chooser.material.needs.own_only
    return firm_duties.firm_duties(chooser, limit) if firm else duty_rows.duty_rows(chooser, limit)


def common_duties(chooser: Chooser, limit: int) -> list[Made]:
    """Likewise what holds in every field."""
    firm = chooser.material.needs.own_only
    return firm_duties.common_firm_duties(chooser, limit) if firm else duty_rows.common_duties(chooser, limit)


MAKERS: dict[Part, Callable[[Chooser, int], list[Made]]] = {
    Part.AIMS: plan_goals,
    Part.FIGURES: figure_rows.figure_rows,
    Part.DEADLINES: timeline.timeline,
    Part.CASES: problems,
    Part.DUTIES: _duties,
    Part.POINTS: key_points,
    Part.CHECKLIST: checklist,
}
"""In the order in which they choose: the key points are what is left to say beside all else, the checklist says it again."""
_COLUMNS = {
    Part.DUTIES: duty_rows.COLUMNS,
    Part.FIGURES: figure_rows.COLUMNS,
    Part.DEADLINES: timeline.COLUMNS,
    Part.CHECKLIST: CHECKLIST_COLUMNS,
}


def part_of(part: Part, lines: tuple[PackLine, ...], language: Language, *, firm: bool) -> PackPart:
    """A part with its columns, without those in which no row has anything; a firm's duties have columns of their own."""
    keys = firm_duties.COLUMNS if firm and part is Part.DUTIES else _COLUMNS.get(part, ())
    filled = [at for at in range(len(keys)) if any(line.cells[at] for line in lines)]
    columns = tuple(wording(language, keys[at]) for at in filled)
    rows = tuple(replace(line, cells=tuple(line.cells[at] for at in filled)) for line in lines) if columns else lines
    return PackPart(part, rows, 0, columns)
