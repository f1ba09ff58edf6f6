"""Documents named in few characters, for chips, menus and tables: no two of those on file are named alike."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from assistant.types import Language
from assistant.wording.short_places import short_place
from index.types import Document, PaperKind

MAX_WIDTH = 28
"""Of a short name: 14 Chinese characters or 28 Latin letters, the width of a chip on a phone with one more beside it."""
_LEAST_ID = 4  # characters of an id that stand for it, where nothing else tells two papers apart
_OF_A_PERIOD = (PaperKind.PLAN, PaperKind.ACTION_PLAN, PaperKind.WORK_POINTS, PaperKind.OTHER)
"""Kinds of paper that people call by place and years, as "the plan of Kunming"; others by what they are about."""
_KEPT_STATES = 8  # of the documents on file, in either language: a reader or two may look at an older one

Names = Mapping[str, str]


def short_names(plans: Mapping[str, Document], language: str) -> Names:
    """The short name of each document by id: its place, else with it years, subject, and what else tells it apart."""
    return _names(tuple(plans.values()), language)


def short_name(plans: Mapping[str, Document], document_id: str, language: str) -> str:
    """The short name of one document; its id where it is on file no more."""
    return short_names(plans, language).get(document_id, document_id)


def name_and_years(plans: Mapping[str, Document], document_id: str, language: str) -> tuple[str, str]:
    """The short name of a document, and its years where the name does not tell them."""
    name = short_name(plans, document_id, language)
    years = period_label(plans[document_id]) if document_id in plans else ""
    return name, "" if years in name else years


@lru_cache(maxsize=_KEPT_STATES)
def _names(documents: tuple[Document, ...], language: str) -> Names:
    """Those that are named alike are named at more length, all of them, until they no longer are."""
    crowded = {place for place, held in Counter(_place(one, language) for one in documents).items() if held > 1}
    longer = {one.id: _ever_longer(one, language, crowded) for one in documents}
    names = {document_id: next(forms) for document_id, forms in longer.items()}
    while alike := {name for name, held in Counter(names.values()).items() if held > 1}:
        names |= {one.id: next(longer[one.id]) for one in documents if names[one.id] in alike}
    return names


def _ever_longer(document: Document, language: str, crowded: set[str]) -> Iterator[str]:
    """Names of a document, the shortest first; the last ones end with ever more of its id, which no other has."""
    place, period = _place(document, language), period_label(document)
    if place and period and document.kind in _OF_A_PERIOD:
        if place not in crowded:
            yield _clipped(place)
        yield _clipped(f"{place} {period}")
    names = dict.fromkeys(f"{place} {_subject(document, title)}".strip() for title in _titles(document, language))
    yield from map(_clipped, names)
    name = list(names)[-1]
    stem = PurePosixPath(document.file).stem
    for tell in (document.issuer, document.issued, document.number, document.part, stem):
        if tell:
            yield _with_end(name, tell)
    for length in range(min(_LEAST_ID, len(document.id)), len(document.id) + 1):
        yield _with_end(name, document.id[-length:], cut=False)


def _with_end(name: str, end: str, *, cut: bool = True) -> str:
    """A name and what tells it apart, half the width for either where both are long."""
    end = _clipped(end, max(MAX_WIDTH // 2, MAX_WIDTH - _width(name) - 1)) if cut else end
    return f"{_clipped(name, max(MAX_WIDTH - _width(end) - 1, 0))} {end}"


def period_label(document: Document) -> str:
    """The years a plan covers, "2021–2025"; "" where it names none."""
    return "–".join(dict.fromkeys(str(year) for year in document.period)) if document.period else ""


def _place(document: Document, language: str) -> str:
    return short_place(document, language) if document.place else ""


def _titles(document: Document, language: str) -> tuple[str, ...]:
    """The titles by which it may be named: in English one that was written, as for the plans of the catalogue.

    That of an added paper was made from its place, and says less than the paper's own.
    """
    written = language == Language.EN and document.title_en and not document.file.startswith("uploads/")
    return (document.title_en,) * bool(written) + (document.title or document.id,)


def _subject(document: Document, title: str) -> str:
    """A title without the place or office before it: "北京市安全生产条例" -> "安全生产条例"."""
    known = {document.issuer, document.place, *document.places}
    for name in sorted(filter(None, known), key=len, reverse=True):
        if len(title) > len(name):
            title = title.removeprefix(name)
    return title.removeprefix("关于").strip()


def _clipped(text: str, width: int = MAX_WIDTH) -> str:
    """`text` within a width, with an ellipsis where it is cut."""
    if _width(text) <= width:
        return text
    while text and _width(text) > width - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _width(text: str) -> int:
    """How many Latin letters wide a text is."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
