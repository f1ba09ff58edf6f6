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
LEAST_FILLED = 0.34
"""Of its rows a column needs so many to stand as one."""
_COLUMNS = {
    Part.DUTIES: duty_rows.COLUMNS,
    Part.FIGURES: figure_rows.COLUMNS,
    Part.DEADLINES: timeline.COLUMNS,
}


def part_of(part: Part, lines: tuple[PackLine, ...], minutes: int, language: Language) -> PackPart:
    """A part with its columns, without those in which hardly a row has anything."""
    keys = _COLUMNS.get(part, ())
    heads = tuple(wording(language, key) for key in keys)
    counts = [sum(bool(line.cells[at]) for line in lines) for at in range(len(keys))]
    kept = [at for at, count in enumerate(counts) if count and (not at or count >= LEAST_FILLED * len(lines))]
    columns = tuple(heads[at] for at in kept)
    rows = tuple(replace(line, cells=_kept(line.cells, heads, kept, language)) for line in lines) if columns else lines
    return PackPart(part, rows, minutes, columns)


def _kept(cells: tuple[str, ...], heads: tuple[str, ...], kept: list[int], language: Language) -> tuple[str, ...]:
    """The cells of the columns that stay; what stands in another is told beside the one before, with its head."""
    told: dict[int, str] = {}
    for at, cell in enumerate(cells):
        if at in kept:
            told[at] = cell
        elif cell:
            last = max(told)
            told[last] = wording(language, "aside", said=told[last], head=heads[at], value=cell).strip()
    return tuple(told.values())
