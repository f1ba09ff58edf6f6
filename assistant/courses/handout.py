"""What a participant takes home, for two pages: who does what, key figures, what is still due, five points, where to read on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, PackPart, Part

MOST_ROWS = {Part.DUTIES: 6, Part.CHECKLIST: 8, Part.FIGURES: 6, Part.DEADLINES: 6, Part.POINTS: 5}
"""What fills two pages and no more, parts in the order of the handout."""
MOST_READINGS = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """Where to read on: the title of a paper and its sections that the lesson is drawn from most."""

    title: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """The short parts, with the columns of the pack's own, and where to read on; a part with no lines is left out."""

    parts: tuple[PackPart, ...]
    readings: tuple[Reading, ...]


def handout(pack: Pack) -> Handout:
    """The handout of a pack as it stands; lines keep the numbers of their sources."""
    held = {part.part: part for part in pack.parts}
    if Part.CHECKLIST in held:  # it says the points again, with room for what was found
        held.pop(Part.POINTS, None)
    parts = tuple(
        replace(held[part], lines=lines)
        for part, most in MOST_ROWS.items()
        if part in held and (lines := _short(held[part], pack, most))
    )
    return Handout(parts, _readings(pack))


def _short(part: PackPart, pack: Pack, most: int) -> tuple[PackLine, ...]:
    """The lines of a part that are worth taking home, in their order: what is on the topics before what holds in every field.

    Of deadlines those that are not past come first, and of those that are only the topics' own, whose result is owed.
    """
    past = wording(pack.request.language, "time_past")
    over = {line.id for line in part.lines if part.part is Part.DEADLINES and line.group == past}
    worth = [line for line in part.lines if not (line.common and line.id in over)] or list(part.lines)
    worth.sort(key=lambda line: line.common)
    kept = {line.id for line in worth[:most]}
    return tuple(line for line in part.lines if line.id in kept)


def _readings(pack: Pack) -> tuple[Reading, ...]:
    """Per paper its sections, those cited most first."""
    cited = [citation for line in pack.lines for citation in line.citations]
    readings = []
    for document in pack.documents:
        sections = [c.section for c in cited if c.document == document.id and c.section]
        ranked = sorted(dict.fromkeys(sections), key=lambda section: -sections.count(section))
        title = (document.title_en if pack.request.language == "en" else "") or document.title
        readings.append(Reading(title, tuple(ranked[: max(1, MOST_READINGS // len(pack.documents))])))
    return tuple(readings)
