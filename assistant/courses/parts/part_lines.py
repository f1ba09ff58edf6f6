"""Which maker makes which part, and the columns of those that are tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.courses.pack_phrases import wording
from assistant.courses.parts import duty_rows, figure_rows, timeline
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.parts.key_points import key_points
from assistant.courses.parts.lesson_aims import plan_goals
from assistant.courses.parts.problems import problems
from assistant.courses.types import PackLine, PackPart, Part
from assistant.types import Language

MAKERS: dict[Part, Callable[[Chooser, int], list[Made]]] = {
    Part.AIMS: plan_goals,
    Part.FIGURES: figure_rows.figure_rows,
    Part.DEADLINES: timeline.timeline,
    Part.CASES: problems,
    Part.DUTIES: duty_rows.duty_rows,
    Part.POINTS: key_points,
}
"""In the order in which they choose: the key points last, they are what is left to say beside all else."""
_COLUMNS = {
    Part.DUTIES: duty_rows.COLUMNS,
    Part.FIGURES: figure_rows.COLUMNS,
    Part.DEADLINES: timeline.COLUMNS,
}


def part_of(part: Part, lines: tuple[PackLine, ...], minutes: int, language: Language) -> PackPart:
    """A part with its columns, without those in which no row has anything."""
    keys = _COLUMNS.get(part, ())
    filled = [at for at in range(len(keys)) if any(line.cells[at] for line in lines)]
    columns = tuple(wording(language, keys[at]) for at in filled)
    rows = tuple(replace(line, cells=tuple(line.cells[at] for at in filled)) for line in lines) if columns else lines
    return PackPart(part, rows, minutes, columns)
