"""The titles of the documents held, laid out so that a question is compared with all of them at once.

Comes in: descriptions of documents. Goes out: arrays in the order of the documents, one place a document. Nothing here walks
over the documents for a question: parts of titles, kinds, numbers and issuers are looked up by what the question says.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.question.english_forms import says_nothing
from assistant.question.paper_words import NATIONAL, PaperWords, kind_marks
from assistant.wording.kind_names import KIND_NAMES
from assistant.wording.quoting import without_brackets
from index import Document, Level, character_pairs
from index.terms.glossary import english_words, stem
from index.terms.lexicon import is_han
from index.terms.name_sizes import Sizes, sizes_of

Values = NDArray[np.float64]
Marks = NDArray[np.bool_]
Positions = NDArray[np.intp]
"""Places of documents in their order."""

MOST_TITLES = 20_000
"""Titles that are kept taken apart, about 2 KB each: after a change of the index only the new ones are."""
LEAST_ISSUER_CHARS = 3
NO_YEAR = 0
_BRACKETS = str.maketrans("〔[【(〕]】)", "(((())))", " ")


@dataclass(frozen=True, slots=True)
class Title:
    """What tells one document from others by its title, without its place: pairs of Chinese characters, English stems.

    `kind` are the words by which a question says of which kind it is: 条例, regulations.
    """

    bare: str
    pairs: tuple[str, ...]
    stems: tuple[str, ...]
    kind: frozenset[str]


@lru_cache(maxsize=MOST_TITLES)
def title_of(document: Document) -> Title:
    """The title of a document; its parts in order, so that sums over them are rounded alike."""
    names = sorted(document.places if document.level is not Level.COUNTRY else (), key=len, reverse=True)
    bare = without_brackets(document.title)
    for name in names:
        bare = bare.replace(name, " ")
    bare = (bare.replace(document.issuer, " ") if document.issuer else bare).strip(" 》”")
    own = f"{bare} {document.place}" if document.level is Level.OTHER else bare  # a company, a school
    pairs = {pair for pair in character_pairs(own) if all(map(is_han, pair)) and pair not in NATIONAL}
    places = {word for name in names if name.isascii() for word in english_words(name)}
    english = (word for word in english_words(document.title_en) if word not in places)
    stems = {stem(word) for word in english if not says_nothing(word)}
    kind = kind_marks(bare, document.title_en, KIND_NAMES[document.kind])
    return Title(bare, tuple(sorted(pairs)), tuple(sorted(stems)), kind)


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """Which documents go by which texts: a number, an issuer."""

    held: Mapping[str, Positions]
    sizes: Sizes

    @classmethod
    def of(cls, spelt: Iterable[tuple[str, int]]) -> Spellings:
        """Texts, each with the place of a document that goes by it."""
        held = _positions(spelt)
        return cls(held, sizes_of(held))

    def marked_in(self, text: str, marks: Marks) -> Marks:
        """`marks`, with those of the documents set of which a text stands in `text`."""
        for start, first in enumerate(text):
            for size in self.sizes.get(first, ()):
                if (positions := self.held.get(text[start : start + size])) is not None:
                    marks[positions] = True
        return marks


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The parts of titles in one language: how much each tells, little where many hold it, and which titles hold it.

    `whole` is what all parts of each title tell together.
    """

    worth: Mapping[str, float]
    held: Mapping[str, Positions]
    whole: Values

    @classmethod
    def of(cls, titles: Collection[tuple[str, ...]]) -> Parts:
        """The parts of each title, in order."""
        held = _positions((part, at) for at, parts in enumerate(titles) for part in parts)
        worth = {part: math.log((len(titles) + 1) / (len(positions) + 1)) for part, positions in held.items()}
        return cls(worth, held, np.array([sum(worth[part] for part in parts) for parts in titles], np.float64))

    def said(self, weights: Mapping[str, float]) -> dict[str, Values]:
        """By part that is said, how far it is said to name each document that holds it, else 0."""
        said: dict[str, Values] = {}
        for part in weights.keys() & self.held.keys():
            said[part] = np.zeros(len(self.whole))
            said[part][self.held[part]] = weights[part]
        return said

    def told(self, said: Mapping[str, Values]) -> tuple[Values, Values]:
        """What the said parts of each title tell together, and what share of the whole.

        Where most of a title is said it counts like a name, wherever its words stand.
        """
        as_named, anywhere = np.zeros_like(self.whole), np.zeros_like(self.whole)
        for part in sorted(said):
            as_named += self.worth[part] * said[part]
            anywhere += self.worth[part] * (said[part] > 0.0)
        whole = np.where(self.whole > 0.0, self.whole, np.inf)
        return np.maximum(as_named, anywhere**2 / whole), as_named / whole


@dataclass(frozen=True, slots=True, eq=False)
class Titles:
    """The documents held, and what tells them apart; every array has one place a document, in the order of `documents`.

    `first_year` and `last_year` are those of a paper's period or of its day of issue, `NO_YEAR` where it has neither.
    """

    documents: tuple[Document, ...]
    ids: tuple[str, ...]
    at: Mapping[str, int]
    titles: tuple[Title, ...]
    pairs: Parts
    stems: Parts
    kinds: Mapping[str, Positions]
    numbers: Spellings
    issuers: Spellings
    first_year: NDArray[np.int64]
    last_year: NDArray[np.int64]
    has_period: Marks
    is_national: Marks
    is_out_of_force: Marks
    is_of_earlier_year: Marks
    searched: NDArray[np.str_]
    joined: str
    """The titles without their places, to find spellings in; in one text, since most stand in none."""

    @classmethod
    def of(
        cls, documents: Iterable[Document], out_of_force: Collection[str] = (), of_earlier_years: Collection[str] = ()
    ) -> Titles:
        """The titles of some documents, with the ids of those that a later version or a later year's paper follows."""
        held = tuple(documents)
        titles = tuple(map(title_of, held))
        years = [_years(document) for document in held]
        ids = tuple(document.id for document in held)
        bare = [title.bare for title in titles]
        return cls(
            held,
            ids,
            {own: at for at, own in enumerate(ids)},
            titles,
            Parts.of([title.pairs for title in titles]),
            Parts.of([title.stems for title in titles]),
            _positions((mark, at) for at, title in enumerate(titles) for mark in title.kind),
            Spellings.of((form, at) for at, document in enumerate(held) for form in _number_forms(document.number)),
            Spellings.of((name, at) for at, document in enumerate(held) if (name := _issuer(document))),
            np.array([first for first, _ in years], np.int64),
            np.array([last for _, last in years], np.int64),
            np.array([document.period is not None for document in held], np.bool_),
            np.array([document.level is Level.COUNTRY for document in held], np.bool_),
            np.array([own in out_of_force for own in ids], np.bool_),
            np.array([own in of_earlier_years for own in ids], np.bool_),
            np.array(bare, np.str_),
            "\n".join(bare),
        )

    def marks(self, ids: Iterable[str] = ()) -> Marks:
        """Where some documents stand."""
        marks = np.zeros(len(self.ids), np.bool_)
        marks[[self.at[own] for own in ids if own in self.at]] = True
        return marks

    def bare(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The titles of some documents without their places."""
        return tuple(self.titles[self.at[own]].bare for own in ids)

    def told(self, naming: PaperWords) -> tuple[Values, Values]:
        """What a question tells of each title, and what share of the whole: in the language in which it is more."""
        pairs = self.pairs.said(naming.pairs)
        for spelling, marks, weight in self._spelt(naming):
            for pair in self.pairs.held.keys() & set(character_pairs(spelling)):
                said = pairs.setdefault(pair, np.zeros(len(self.ids)))
                np.maximum(said, weight * marks, out=said)
        told, share = self.pairs.told(pairs)
        in_english, share_in_english = self.stems.told(self.stems.said(naming.stems))
        shares = np.where(told > in_english, share, share_in_english)
        shares = np.where(told == in_english, np.maximum(share, share_in_english), shares)
        return np.maximum(told, in_english), shares

    def of_kind(self, naming: PaperWords) -> Values:
        """How far a question says each document's kind of paper, to name it."""
        weights = np.zeros(len(self.ids))
        for said in (naming.pairs, naming.stems):
            for mark in said.keys() & self.kinds.keys():
                positions = self.kinds[mark]
                weights[positions] = np.maximum(weights[positions], said[mark])
        return weights

    def numbered(self, text: str) -> Marks:
        """Which documents' numbers a question tells, in whatever brackets ("国办发[2024]5号"), or short without the year."""
        return self.numbers.marked_in(text.translate(_BRACKETS), self.marks())

    def _spelt(self, naming: PaperWords) -> Iterator[tuple[str, Marks, float]]:
        """Of each English term the first Chinese spelling that stands in a title, where it does, and the term's weight."""
        for spellings, weight in naming.terms:
            left = np.ones(len(self.ids), np.bool_)
            for spelling in (spelling for spelling in spellings if spelling in self.joined):
                marks = left & (np.strings.find(self.searched, spelling) >= 0)
                left &= ~marks
                yield spelling, marks, weight


def _positions(found: Iterable[tuple[str, int]]) -> dict[str, Positions]:
    held: dict[str, list[int]] = defaultdict(list)
    for key, at in found:
        held[key].append(at)
    return {key: np.array(positions, np.intp) for key, positions in held.items()}


def _number_forms(number: str) -> set[str]:
    """How a question tells a document's number: whole, or short without the year.

    "国办发5号文" is short for it, "第12号" for an order's.
    """
    own = number.translate(_BRACKETS)
    sender, bracket, rest = own.partition("(")
    behind = rest.rpartition(")")[2]
    short = (f"{sender}{behind}", f"{sender}第{behind}") if bracket and sender else ()
    order = (own[own.rfind("第") :],) if "第" in own else ()
    return {form for form in (own, *short, *order) if form}


def _issuer(document: Document) -> str:
    """The office that issued a paper, without its place; "" for one too short to be told from other words."""
    issuer = document.issuer.removeprefix(document.place)
    return issuer if len(issuer) >= LEAST_ISSUER_CHARS else ""


def _years(document: Document) -> tuple[int, int]:
    issued = int(document.issued[:4] or NO_YEAR)
    return document.period or (issued, issued)
