"""What a trainer changed in a pack: lines reworded, moved, dropped; questions moved or dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.courses.types import Pack, PackLine, PackPart

MOST_LINE_CHARS = 2_000
"""No line that is taught is longer; a file must not be filled by what is pasted."""


@dataclass(frozen=True, slots=True)
class LineEdit:
    """A line as it now stands: its id and its wording."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class PackEdits:
    """Everything that is left of a pack, in its present order."""

    lines: tuple[LineEdit, ...]
    questions: tuple[str, ...]


def edited(pack: Pack, edits: PackEdits) -> Pack:
    """The pack as it was changed. Citations stay with their lines; an id that the pack does not have is left out."""
    known = {line.id: (part, line) for part in pack.parts for line in part.lines}
    kept: dict[str, list[PackLine]] = {}
    for edit in dict.fromkeys(edits.lines):
        if edit.id in known and edit.text.strip():
            part, line = known.pop(edit.id)
            kept.setdefault(part.part, []).append(_reworded(line, edit.text))
    parts = tuple(PackPart(p.part, tuple(kept[p.part]), p.minutes) for p in pack.parts if p.part in kept)
    questions = {question.id: question for question in pack.quiz}
    quiz = tuple(questions[name] for name in dict.fromkeys(edits.questions) if name in questions)
    return replace(pack, parts=parts, quiz=quiz)


def _reworded(line: PackLine, text: str) -> PackLine:
    """A line with its new wording on one line; in the trainer's own words it is marked no longer."""
    told = " ".join(text.split())[:MOST_LINE_CHARS]
    return line if told == line.text else replace(line, text=told, unchecked=False)
