"""What stands below and behind a slide: the footer with its sources in short, the notes with them in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.courses.export import outline
from assistant.courses.export.file_words import file_words
from assistant.courses.export.slides.slide_layouts import FOOT, FOOT_POINTS
from assistant.courses.export.slides.slide_text import lines_of
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine
from assistant.office_files import writable
from assistant.types import Citation, Language
from assistant.wording.short_places import short_place

FOOT_LINES = 2
MOST_SECTION_CHARS = {Language.ZH: 18, Language.EN: 44}
"""Of a heading in a footer; the notes have it whole."""
BARE_CHARS = 4


def cited(lines: Iterable[PackLine]) -> tuple[Citation, ...]:
    """The passages of some lines, once each, by number."""
    found = {c.number: c for line in lines for c in line.citations}
    return tuple(found[number] for number in sorted(found))


def footer(citations: Sequence[Citation], pack: Pack) -> str:
    """Plan, section and page of as many as go on two lines; what is left stands in the notes."""
    language = pack.request.language
    places: dict[str, list[str]] = {}
    for citation in citations:
        places.setdefault(_place(citation, pack), []).append(f"[{citation.number}]")
    shown: list[str] = []
    for place, marks in places.items():
        more = len(shown) + 1 < len(places)
        wanted = _written([*shown, f"{''.join(marks)} {place}"], language, more=more)
        if shown and lines_of(wanted, FOOT_POINTS, FOOT[2]) > FOOT_LINES:
            break
        shown.append(f"{''.join(marks)} {place}")
    return writable(_written(shown, language, more=len(shown) < len(places))) if shown else ""


def _written(places: Sequence[str], language: Language, *, more: bool) -> str:
    said = ("；" if language is Language.ZH else "; ").join(places)
    if more:
        said += f"{'' if language is Language.ZH else ' '}{file_words(language, 'more_in_notes')}"
    return file_words(language, "source", places=said)


def _place(citation: Citation, pack: Pack) -> str:
    language = pack.request.language
    document = next(d for d in pack.documents if d.id == citation.document)
    headings = citation.section.split(" › ")
    # A bare number says nothing without the heading above it.
    shown = headings[-2:] if len(headings[-1]) <= BARE_CHARS else headings[-1:]
    most = MOST_SECTION_CHARS[language]
    section = " › ".join(heading if len(heading) <= most else f"{heading[:most]}…" for heading in shown)
    page = wording(language, "page", page=citation.page) if citation.page else ""
    return " · ".join(part for part in (short_place(document, language), section, page) if part)


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
