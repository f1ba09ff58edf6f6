"""Which documents a question means: log-odds for each by what its words tell of title, number, year, issuer and place.

The words are witnesses and no filter, since words of a title are often words of the matter as well. Only what leaves no
doubt names a document: its number, its title in quotes, or the title's own words far before all other titles.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from assistant.question.said import Said
from assistant.types import Concept
from assistant.wording.quoting import without_brackets
from index import Document, Level, character_pairs
from index.terms.glossary import english_words, stem
from index.terms.lexicon import is_han

LEAD = 2.5
"""So far before all others (12 to 1) lies what a question names."""
MOSTLY = 0.6
"""So much of what tells a title from the others is said of a document that is named by its title."""
SPREAD = 3.0
"""What odds are divided by before they weigh: a title's word may be the matter's. Set by hand."""
LEAST_WEIGHT = 0.1
"""No document is impossible as long as none is named."""
NUMBERED, QUOTED, PLACED, ISSUED, NATIONAL = 8.0, 5.0, 3.0, 1.0, 1.0
OF_THE_YEAR, IN_PERIOD, OUT_OF_PERIOD = 1.5, 0.3, -0.7
"""A yearly paper is named by its year; the years of a long plan are told by others as well."""
OUT_OF_FORCE = -1.5
LEAST_QUOTED_CHARS, LEAST_ISSUER_CHARS = 4, 3
MOST_SPELLINGS = 4
"""Of an English term so many Chinese spellings are looked for in titles; the later ones are further from it."""
_NATIONAL = "全国 国家 国务院 national nationwide china state_council"
_BRACKETS = str.maketrans("〔[【(〕]】)", "(((())))", " ")


@dataclass(frozen=True, slots=True)
class Title:
    """What tells one document from others by its title: pairs of Chinese characters and English stems, without its place.

    The last ones say what kind of paper it is: 条例, regulations.
    """

    pairs: frozenset[str]
    stems: frozenset[str]
    kind: frozenset[str]
    bare: str

    @classmethod
    def of(cls, document: Document) -> Title:
        """The title of a document."""
        bare = without_brackets(document.title)
        names = sorted(document.places if document.level is not Level.COUNTRY else (), key=len, reverse=True)
        for name in names:
            bare = bare.replace(name, " ")
        places = {stem(word) for name in names if name.isascii() for word in english_words(name)}
        english = [stem(word) for word in english_words(document.title_en)]
        bare = bare.strip()
        return cls(_pairs(bare), frozenset(english) - places, frozenset((bare[-2:], *english[-1:])), bare)


@dataclass(frozen=True, slots=True, eq=False)
class Titles:
    """The documents held with their titles, and how much each part of a title tells: little where many hold it."""

    documents: tuple[Document, ...]
    by_id: Mapping[str, Title]
    worth: Mapping[str, float]
    out_of_force: frozenset[str]

    @classmethod
    def of(cls, documents: Iterable[Document], out_of_force: Collection[str] = ()) -> Titles:
        """The titles of some documents, with the ids of those that a later version has replaced."""
        held = tuple(documents)
        titles = {document.id: Title.of(document) for document in held}
        told = Counter(part for title in titles.values() for part in (*title.pairs, *title.stems))
        worth = {part: math.log((len(held) + 1) / (count + 1)) for part, count in told.items()}
        return cls(held, titles, worth, frozenset(out_of_force))

    def bare(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The titles of some documents without their places."""
        return tuple(self.by_id[one].bare for one in ids)

    def worth_of(self, parts: Iterable[str]) -> float:
        """What some parts of a title tell together."""
        return sum(self.worth.get(part, 0.0) for part in parts)


@dataclass(frozen=True, slots=True)
class Asking:
    """What of a question may tell which document it means; `text` is without the names of places."""

    text: str
    concepts: tuple[Concept, ...]
    years: tuple[int, ...]
    placed: tuple[str, ...]
    """The documents whose place it names."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Log-odds by document id, the documents that are named beyond doubt (seldom more than one), and by what words.

    `titled` holds the ids of all whose title the question says with its kind: these words need not stand in an answer.
    """

    odds: Mapping[str, float]
    named: tuple[str, ...]
    titled: frozenset[str]

    def weights(self, among: Collection[str] = ()) -> dict[str, float]:
        """How likely each document is meant beside the likeliest, over 0 to 1; empty where nothing tells them apart."""
        odds = {one: value for one, value in self.odds.items() if not among or one in among}
        most = max(odds.values(), default=0.0)
        if most == min(odds.values(), default=0.0):
            return {}
        return {one: max(math.exp((value - most) / SPREAD), LEAST_WEIGHT) for one, value in odds.items()}


def meant_by(asking: Asking, titles: Titles) -> Meant:
    """Which documents a question means; of those whose place it names a title's own words need not be many."""
    hits = {document.id: _hits(asking, titles.by_id[document.id]) for document in titles.documents}
    odds = {
        document.id: _worth(hits[document.id], titles.by_id[document.id], titles)
        + _told_otherwise(asking, document, titles)
        for document in titles.documents
    }
    titled = frozenset(one for one, said in hits.items() if said & titles.by_id[one].kind)
    if sure := tuple(d.id for d in titles.documents if _is_spelt_out(asking.text, d)):
        return Meant(odds, sure, titled)
    best, second = _first_two(odds)
    if best not in titled or odds[best] - second < LEAD:
        return Meant(odds, (), titled)
    enough = best in asking.placed or _share_told(hits[best], titles.by_id[best], titles) >= MOSTLY
    return Meant(odds, (best,) if enough else (), titled)


def _first_two(odds: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest document and the odds of the next one."""
    ordered = sorted(odds.items(), key=lambda each: (-each[1], each[0]))
    return (ordered[0][0], ordered[1][1] if len(ordered) > 1 else 0.0) if ordered else ("", 0.0)


def _hits(asking: Asking, title: Title) -> frozenset[str]:
    """The parts of a title that a question says, in either language."""
    said = _pairs(asking.text)
    for concept in asking.concepts:
        if concept.asked_as.isascii():
            held = (s for s in concept.spellings[:MOST_SPELLINGS] if not s.isascii() and s in title.bare)
            said |= _pairs(next(held, ""))
    stems = {stem(word) for word in english_words(asking.text)}
    return frozenset((title.pairs & said) | (title.stems & stems))


def _worth(hits: frozenset[str], title: Title, titles: Titles) -> float:
    """What the parts of a title that are said tell, in the language in which they tell more."""
    return max(titles.worth_of(title.pairs & hits), titles.worth_of(title.stems & hits))


def _told_otherwise(asking: Asking, document: Document, titles: Titles) -> float:
    """What speaks for a document beside the words of its title."""
    told = PLACED * (document.id in asking.placed)
    told += NUMBERED * _is_numbered(asking.text, document.number) + QUOTED * _is_quoted(asking.text, document.title)
    issuer = document.issuer.removeprefix(document.place)
    told += ISSUED * (len(issuer) >= LEAST_ISSUER_CHARS and issuer in asking.text)
    told += NATIONAL * (document.level is Level.COUNTRY and Said(asking.text).any_of(_NATIONAL))
    told += OUT_OF_FORCE * (document.id in titles.out_of_force)
    return told + _of_the_years(asking.years, document.period)


def _of_the_years(years: Collection[int], period: tuple[int, int] | None) -> float:
    if not years or period is None:
        return 0.0
    first, last = period
    if not any(first <= year <= last for year in years):
        return OUT_OF_PERIOD
    return OF_THE_YEAR if first == last else IN_PERIOD


def _is_spelt_out(text: str, document: Document) -> bool:
    return _is_numbered(text, document.number) or _is_quoted(text, document.title)


def _is_numbered(text: str, number: str) -> bool:
    """Whether a question tells a document's number, in whatever brackets: "国办发[2024]5号"; of an order "第12号" will do."""
    told, own = text.translate(_BRACKETS), number.translate(_BRACKETS)
    order = own[own.rfind("第") :] if own.rfind("第") > 0 else own
    return bool(own) and (own in told or (order != own and order in told))


def _is_quoted(text: str, title: str) -> bool:
    """Whether a question has a document's title, or most of it, in title marks."""
    quoted = (part.partition("》")[0] for part in text.split("《")[1:])
    return len(title) >= LEAST_QUOTED_CHARS and any(
        len(q) >= LEAST_QUOTED_CHARS and (q in title or title in q) for q in quoted
    )


def _share_told(hits: frozenset[str], title: Title, titles: Titles) -> float:
    """How much of what tells a title from the others is said, in the language in which more is."""
    each = ((titles.worth_of(own & hits), titles.worth_of(own)) for own in (title.pairs, title.stems))
    return max((said / whole for said, whole in each if whole), default=0.0)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(pair for pair in character_pairs(text) if len(pair) == 2 and all(map(is_han, pair)))
