"""What stands below and behind a slide: the footer with its sources in short, the notes with them in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.courses.export import outline
from assistant.courses.export.file_words import file_words
from assistant.courses.export.line_count import lines_of
from assistant.courses.export.slides.slide_layouts import FOOT, FOOT_POINTS
from assistant.courses.types import Pack, PackLine
from assistant.office_files import writable
from assistant.types import Citation, Language
from assistant.wording.phrases import joined
from assistant.wording.short_places import short_place

FOOT_LINES = 2


def cited(lines: Iterable[PackLine]) -> tuple[Citation, ...]:
    """The passages of some lines, once each, by number."""
    found = {c.number: c for line in lines for c in line.citations}
    return tuple(found[number] for number in sorted(found))


def footer(citations: Sequence[Citation], pack: Pack) -> str:
    """Plan, section and page of as many as go on two lines; what is left stands in the notes."""
    places: dict[str, list[str]] = {}
    for citation in citations:
        places.setdefault(outline.short_source(citation, pack), []).append(f"[{citation.number}]")
    shown: list[str] = []
    for place, marks in places.items():
        more = len(shown) + 1 < len(places)
        wanted = _written([*shown, f"{''.join(marks)} {place}"], pack, more=more)
        if shown and lines_of(wanted, FOOT_POINTS, FOOT[2]) > FOOT_LINES:
            break
        shown.append(f"{''.join(marks)} {place}")
    return writable(_written(shown, pack, more=len(shown) < len(places))) if shown else ""


def _written(places: Sequence[str], pack: Pack, *, more: bool) -> str:
    language = pack.request.language
    said = joined(language, "clauses", list(places))
    if more:
        said += f"{'' if language is Language.ZH else ' '}{file_words(language, 'more_in_notes')}"
    plan = f"{short_place(pack.documents[0], language)} " if len(pack.documents) == 1 else ""
    return file_words(language, "source", places=f"{plan}{said}")


def notes(said: Sequence[str], lines: Sequence[PackLine], citations: Sequence[Citation], pack: Pack) -> str:
    """What may be said, each line whole, and every source with its wording."""
    told = list(said)
    for number, line in enumerate(lines, start=1):
        told.append(f"{number}. {outline.told(line, pack)} {outline.marks(line.citations)}".rstrip())
        if line.note:
            told.append(line.note)
    if citations:
        told += ["", file_words(pack.request.language, "sources_in_notes")]
        told += [f"[{c.number}] {outline.source(c, pack)}: {' '.join(c.quote.split())}" for c in citations]
    return writable("\n".join(told))
