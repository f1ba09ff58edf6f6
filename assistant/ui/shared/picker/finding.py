"""Documents found by a few letters of what is known of them, and the groups they fall into. Nothing here is markup."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.ui.shared.i18n import LANGUAGES, words
from assistant.wording.short_places import short_place
from index import words as parted
from index.terms.pinyin import pinyin
from index.types import Document

MAX_GROUPS = 40
"""Of one sort that are on offer, those of most documents; what is in a smaller one is found by its name."""
_KEPT_DOCUMENTS = 4096  # some hundred bytes each
_LEAST_PINYIN = 2  # letters: of one, every title has a word that begins with it


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one place, kind or year; `key` names it in whatever language ("year=2024")."""

    key: str
    label: str
    count: int


_Value = Callable[[Document], str]
_SORTS: dict[str, _Value] = {
    "place": lambda document: document.place,
    "kind": lambda document: str(document.kind),
    "year": lambda document: year_of(document),
}


def year_of(document: Document) -> str:
    """The year a paper is of: of its issue, of its coming into force, or the first it is made for; "" for none."""
    first = str(document.period[0]) if document.period else ""
    return document.issued[:4] or document.in_force[:4] or first


def groups_of(documents: Collection[Document], language: str) -> tuple[Group, ...]:
    """The groups of more than one sort that these fall into: places, then kinds, then years, those of most first."""
    found: list[Group] = []
    for sort, value in _SORTS.items():
        named = {value(one): _label(sort, one, language) for one in documents if value(one)}
        counts = Counter(value(one) for one in documents if value(one))
        ranked = sorted(counts.items(), key=lambda held: (-held[1], held[0]))[:MAX_GROUPS]
        found += [Group(f"{sort}={name}", named[name], held) for name, held in ranked]
    return tuple(found)


def find(documents: Iterable[Document], needle: str, groups: Collection[str] = ()) -> tuple[Document, ...]:
    """Those of the groups of which every word of `needle` is known, in Chinese, English or pinyin, whole or by initials.

    Those that have it in title or place come first, else they keep their order. Where none has the words as they were
    typed, they are parted: "北京安全条例" finds 北京市安全生产条例.
    """
    within = [one for one in documents if _is_in(one, groups)]
    typed = _plain(needle).split()
    return _holding(within, typed) or _holding(within, [word for one in typed for word in parted(one)])


def _holding(documents: Sequence[Document], needles: Sequence[str]) -> tuple[Document, ...]:
    found = [one for one in documents if all(_knows(one, needle) for needle in needles)]
    return tuple(sorted(found, key=lambda one: not all(needle in _named(one) for needle in needles)))


def _is_in(document: Document, groups: Collection[str]) -> bool:
    """Whether it is of one of the groups of each sort that is named."""
    wanted: dict[str, set[str]] = {}
    for sort, _, name in (group.partition("=") for group in groups):
        wanted.setdefault(sort, set()).add(name)
    return all(sort in _SORTS and _SORTS[sort](document) in names for sort, names in wanted.items())


def _label(sort: str, document: Document, language: str) -> str:
    if sort == "place":
        return short_place(document, language)
    return words(language, f"kind_{document.kind}") if sort == "kind" else year_of(document)


def _knows(document: Document, needle: str) -> bool:
    if needle in _told(document):
        return True
    return needle.isascii() and len(needle) >= _LEAST_PINYIN and any(needle in text for text in _spelt(document))


@lru_cache(maxsize=_KEPT_DOCUMENTS)
def _named(document: Document) -> str:
    return _plain(f"{document.title} {document.title_en} {' '.join(document.places)} {document.place_en}")


@lru_cache(maxsize=_KEPT_DOCUMENTS)
def _told(document: Document) -> str:
    """All that is known of a document, in one text."""
    years = range(document.period[0], document.period[1] + 1) if document.period else ()
    known = (document.place, document.issuer, document.number, document.issued, document.in_force, document.part)
    kinds = (words(language, f"kind_{document.kind}") for language in LANGUAGES)
    return _plain(" ".join([_named(document), *known, *map(str, years), *kinds, document.id, document.file]))


@lru_cache(maxsize=_KEPT_DOCUMENTS)
def _spelt(document: Document) -> tuple[str, str]:
    """Title, place and issuer in pinyin, whole ("anquan") and by initials ("aq")."""
    syllables = pinyin(_plain(f"{document.title} {document.place} {document.issuer}"))
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


def _plain(text: str) -> str:
    """One width, lower case."""
    return unicodedata.normalize("NFKC", text).lower()
