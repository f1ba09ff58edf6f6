"""Papers that are taken for one another: how their titles are told apart, and which one is a version of which.

Comes in: descriptions of documents. Goes out: titles as they are shown, and relations by id. Nothing is read or stored.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, reduce
from pathlib import PurePosixPath

from index.terms.lexicon import contains, listed, years_in
from index.types import Document, PaperKind

_Tell = Callable[[Document], str]
_TELLS: tuple[_Tell, ...] = (
    lambda document: document.issuer or document.place,
    lambda document: document.issued,
    lambda document: document.number,
    lambda document: document.part,
    lambda document: PurePosixPath(document.file).stem,
)
"""What tells papers of one title apart, the better known first."""
_TELLS_SHOWN: tuple[_Tell, ...] = (*_TELLS, lambda document: PurePosixPath(document.file).name)
"""The same as people read it: of files of one name the ending tells the one from the other ("plan.pdf")."""
MOST_TITLES = 20_000
"""Titles that are kept taken apart, so that after a change of the index only the new ones are."""
_STANDING = frozenset({PaperKind.REGULATION, PaperKind.MEASURES, PaperKind.EMERGENCY_PLAN, PaperKind.DUTIES})
"""Kinds of paper that hold until a newer one comes; of others each year has its own."""
_IN_VERSION_BRACKETS = frozenset("0123456789一二三四五六七八九十〇年月日第次版本稿 -.")
_COUNTED_ON = str.maketrans("", "", "0123456789〇零一二三四五六七八九十年度")
"""What changes from year to year in the title of a yearly paper: "2024年", "2023年度", "二〇二三年", "第23个"."""
_DRAFT, _ON_TRIAL, _PLAIN, _REVISED = range(4)


class Relation(StrEnum):
    """How a paper stands to another one of its title."""

    SAME_TITLE = "same title"
    LATER_VERSION = "later version"
    EARLIER_VERSION = "earlier version"


@dataclass(frozen=True, slots=True)
class Like:
    """A document of a paper's title; `relation` tells what the paper is to it: LATER_VERSION, where the paper is later."""

    document: Document
    relation: Relation


@dataclass(frozen=True, slots=True)
class _Title:
    """A title without signs, and apart from it what brackets at its end tell of the version: （试行）, （2023年修订）."""

    bare: str
    stage: int
    year: int


def shown_titles(documents: Iterable[Document]) -> Mapping[str, str]:
    """The title under which each document is shown, by id; no two are equal.

    Equal titles are told apart by the first of issuer (else place), date, number, part and file name that differs.
    """
    return _shown(documents, lambda document: document.title, _TELLS_SHOWN, "{}（{}）")


def shown_english_titles(documents: Iterable[Document]) -> Mapping[str, str]:
    """The same in English, where a document has an English title; equal ones are told apart by the Chinese title first."""
    tells = (lambda document: document.title, *_TELLS_SHOWN)
    return _shown(documents, lambda document: document.title_en or document.title, tells, "{} ({})")


def superseded(documents: Iterable[Document]) -> Mapping[str, str]:
    """The ids of papers that have a later version among `documents`, each with the id of the latest one.

    Versions have one title and issuer. Papers of different years that are made anew each year are none, nor are parts.
    """
    latest: dict[str, str] = {}
    for group in _grouped(documents, lambda document: _title(document).bare):
        for one in group:
            later = [other for other in group if other is not one and _is_version(other, one)]
            if later:
                latest[one.id] = reduce(lambda best, other: other if _is_version(other, best) else best, later).id
    return latest


def of_earlier_years(documents: Iterable[Document]) -> Mapping[str, str]:
    """The ids of yearly papers of which a later year's is among `documents`, each with the id of the latest one.

    Both hold, each for its year: they are no versions of each other.
    """
    latest: dict[str, str] = {}
    yearly = (document for document in documents if _year(document) and document.kind not in _STANDING)
    for group in _grouped(yearly, lambda document: _title(document).bare.translate(_COUNTED_ON)):
        for one in group:
            same = [o for o in group if _same_issuer(one, o) and one.part == o.part and _same_kind(one, o)]
            last = max(same, key=lambda other: (_year(other), other.issued), default=one)
            if _year(last) > _year(one):
                latest[one.id] = last.id
    return latest


def _year(document: Document) -> int:
    """The one year that a paper is for, else that of its issue; 0 for a paper for several years or without a date."""
    if document.period is None:
        return int(document.issued[:4] or 0)
    first, last = document.period
    return first if first == last else 0


def alike(one: Document, documents: Iterable[Document]) -> tuple[Like, ...]:
    """The other documents of this title, brackets that tell a version aside, by id."""
    bare = _title(one).bare
    found = [other for other in documents if other != one and _title(other).bare == bare]
    return tuple(Like(other, _relation(one, other)) for other in sorted(found, key=lambda other: other.id))


def first_difference(one: Document, other: Document) -> str:
    """What tells `one` from another document of its title: issuer, date, number, part or file name; "" where none does."""
    return next((tell(one) for tell in _TELLS if tell(one) and tell(one) != tell(other)), "")


def _shown(documents: Iterable[Document], title: _Tell, tells: Sequence[_Tell], form: str) -> dict[str, str]:
    shown: dict[str, str] = {}
    for group in _grouped(documents, lambda document: _without_signs(title(document))):
        for document, told in _told_apart(group, tells):
            shown[document.id] = form.format(title(document), "，".join(told)) if told else title(document)
    counts = Counter(shown.values())
    return {name: form.format(text, name) if counts[text] > 1 else text for name, text in sorted(shown.items())}


def _told_apart(group: Sequence[Document], tells: Sequence[_Tell]) -> list[tuple[Document, tuple[str, ...]]]:
    """Each document with as many of its tells as it takes to be the only one that has them."""
    if len(group) == 1 or not tells:
        return [(document, ()) for document in group]
    found: list[tuple[Document, tuple[str, ...]]] = []
    parts = _grouped(group, tells[0])
    for part in parts:
        told = (tells[0](part[0]),) if len(parts) > 1 and tells[0](part[0]) else ()
        found += [(document, (*told, *more)) for document, more in _told_apart(part, tells[1:])]
    return found


def _grouped(documents: Iterable[Document], key: _Tell) -> list[list[Document]]:
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda one: one.id):
        groups[key(document)].append(document)
    return list(groups.values())


def _relation(one: Document, other: Document) -> Relation:
    if _is_version(one, other):
        return Relation.LATER_VERSION
    return Relation.EARLIER_VERSION if _is_version(other, one) else Relation.SAME_TITLE


def _is_version(one: Document, other: Document) -> bool:
    """Whether `one`, of the same bare title, is a later version of `other`."""
    same = _same_issuer(one, other) and one.part == other.part and _same_kind(one, other) and _same_run(one, other)
    if not same or (_title(one).stage == _DRAFT != _title(other).stage):  # what is still a draft ends nothing
        return False
    signs = zip(_signs(one), _signs(other), strict=True)
    first, second = next(((a, b) for a, b in signs if a and b and a != b), ("", ""))
    return first > second


def _signs(document: Document) -> tuple[str, ...]:
    """By what versions follow one another, "" where the paper does not tell; texts, those of one sign of equal length."""
    title = _title(document)
    return document.issued, document.in_force, str(title.year or ""), str(title.stage)


def _same_issuer(one: Document, other: Document) -> bool:
    """Whether one office issued both; the office of a government or committee issues for it."""
    if one.issuer and other.issuer:
        return one.issuer.startswith(other.issuer) or other.issuer.startswith(one.issuer)
    return one.place == other.place != ""


def _same_kind(one: Document, other: Document) -> bool:
    return one.kind == other.kind or PaperKind.OTHER in (one.kind, other.kind)


def _same_run(one: Document, other: Document) -> bool:
    """Whether both speak of the same time, so that they cannot both hold."""
    if one.kind in _STANDING or other.kind in _STANDING or _REVISED in (_title(one).stage, _title(other).stage):
        return True
    if one.period and other.period:
        return one.period == other.period
    return not (one.issued and other.issued) or one.issued[:4] == other.issued[:4]


def _title(document: Document) -> _Title:
    return _parted(document.title)


@lru_cache(maxsize=MOST_TITLES)
def _parted(title: str) -> _Title:
    """A title and what tells its version, apart."""
    text, told = unicodedata.normalize("NFKC", title).strip(), ""
    while text.endswith(")") and _tells_version(inside := text[:-1].rpartition("(")[2]):
        text, told = text[: -len(inside) - 2].rstrip(), f"{inside} {told}"
    stage = _PLAIN
    for found, group in ((_REVISED, "revised"), (_ON_TRIAL, "on_trial"), (_DRAFT, "drafts")):
        stage = found if contains(told, group) else stage
    return _Title(_without_signs(text), stage, max(years_in(told), default=0))


def _tells_version(text: str) -> bool:
    """Whether brackets hold a version and nothing else: "试行", "2023年修订", "送审稿"; not "上", "二", "2021-2025年"."""
    left, years = text, years_in(text)
    for word in listed("revised", "on_trial", "drafts"):
        left = left.replace(word, "")
    told = left != text or bool(years) or text.endswith(("版", "本", "稿"))
    return told and len(years) <= 1 and set(left) <= _IN_VERSION_BRACKETS


def _without_signs(text: str) -> str:
    """The letters and digits of a text, of one width."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).lower()
