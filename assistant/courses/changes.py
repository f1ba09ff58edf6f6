"""What a trainer changed in a pack: lines reworded, moved, dropped; questions changed, moved, dropped, added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.courses.quiz.edited_questions import QuestionEdit, left_of
from assistant.courses.types import Pack, PackLine, Scenario

MOST_LINE_CHARS = 2_000
"""No line that is taught is longer; a file must not be filled by what is pasted."""


@dataclass(frozen=True, slots=True)
class LineEdit:
    """A line as it now stands: its id and its wording; of a row of a table what stands in its cells."""

    id: str
    text: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackEdits:
    """Everything that is left of a pack, in its present order; a question that was not changed by its id alone."""

    lines: tuple[LineEdit, ...]
    questions: tuple[str | QuestionEdit, ...]


def edited(pack: Pack, edits: PackEdits) -> Pack:
    """The pack as it was changed. Citations stay with their lines; an id that the pack does not have is left out."""
    known = {line.id: line for line in pack.lines}
    kept: dict[str, PackLine] = {}
    for edit in edits.lines:
        if edit.id in known and (edit.text.strip() or any(map(str.strip, edit.cells))):
            kept.setdefault(edit.id, _reworded(known[edit.id], edit))
    parts = tuple(replace(part, lines=lines) for part in pack.parts if (lines := _left(part.lines, kept)))
    scenarios = tuple(scenario for one in pack.written.scenarios if (scenario := _scenario_left(one, kept)))
    exercises = tuple(exercise for one in pack.exercises if (exercise := _scenario_left(one, kept)))
    written = replace(pack.written, points=_left(pack.written.points, kept), scenarios=scenarios)
    quiz = left_of(pack.quiz, edits.questions, pack.request.language)
    return replace(pack, parts=parts, quiz=quiz, written=written, exercises=exercises)


def _left(lines: tuple[PackLine, ...], kept: Mapping[str, PackLine]) -> tuple[PackLine, ...]:
    """Those of some lines that were kept, in the order in which they now stand."""
    ids = {line.id for line in lines}
    return tuple(line for name, line in kept.items() if name in ids)


def _scenario_left(scenario: Scenario, kept: Mapping[str, PackLine]) -> Scenario | None:
    """A scenario as it now stands; None where one of its three pieces is gone, without which it asks or answers nothing."""
    situation, question = kept.get(scenario.situation.id), kept.get(scenario.asked.id)
    solution = _left(scenario.solution, kept)
    return Scenario(situation, question, solution) if situation and question and solution else None


def _reworded(line: PackLine, edit: LineEdit) -> PackLine:
    """A line with its new wording on one line; in the trainer's own words it is marked no longer."""
    told, *cells = (" ".join(text.split())[:MOST_LINE_CHARS] for text in (edit.text, *edit.cells))
    if line.cells:
        if tuple(cells) == line.cells or len(cells) != len(line.cells):
            return line
        # What stands in the row is what was changed; the sentence that says the same follows it.
        row = "；".join(filter(None, cells))
        return replace(line, text=row, cells=tuple(cells), unchecked=False, by_model=False)
    return line if told == line.text else replace(line, text=told, unchecked=False, by_model=False)
