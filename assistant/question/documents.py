"""Which documents a question means: log-odds for each by what its words tell of title, number, year, issuer and place.

The words are witnesses and no filter, since words of a title are often words of the matter as well. Only what leaves no
doubt names a document: its number, its title in quotes, or its own words where a paper is named, far before all others.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from assistant.question.english_forms import says_nothing
from assistant.question.paper_words import PaperWords, kind_marks
from assistant.question.said import Said
from assistant.types import Concept
from assistant.wording.kind_names import KIND_NAMES
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
NUMBERED, QUOTED, PLACED, SPEAKING, ISSUED, OF_ITS_KIND = 8.0, 5.0, 3.0, 2.0, 1.0, 0.5
OF_THE_YEAR, IN_PERIOD, OUT_OF_PERIOD = 1.5, 0.3, -0.7
"""A yearly paper is named by its year; the years of a long plan are told by others as well."""
OUT_OF_FORCE, EARLIER_ASKED, LATER_ASKED = -1.5, 3.0, -3.0
LEAST_QUOTED_CHARS, LEAST_ISSUER_CHARS = 4, 3
_NATIONAL = ("全国", "国家", "国务", "national", "nationwide")
_EARLIER = "旧版 老版 修订前 修改前 older previous former earlier_version"
_LATER = "新版 现行 最新 newest latest current in_force"
_ADDED = "添加 上传 加入 导入 加的 added uploaded"
_JUST = "刚 刚才 just last newly"
_BRACKETS = str.maketrans("〔[【(〕]】)", "(((())))", " ")


@dataclass(frozen=True, slots=True)
class Title:
    """What tells one document from others by its title, without its place: pairs of Chinese characters, English stems.

    `kind` are the words by which a question says of which kind it is: 条例, regulations.
    """

    bare: str
    pairs: frozenset[str]
    stems: frozenset[str]
    kind: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Title:
        """The title of a document."""
        names = sorted(document.places if document.level is not Level.COUNTRY else (), key=len, reverse=True)
        bare = without_brackets(document.title)
        for name in names:
            bare = bare.replace(name, " ")
        bare = (bare.replace(document.issuer, " ") if document.issuer else bare).strip(" 》”")
        own = f"{bare} {document.place}" if document.level is Level.OTHER else bare  # a company, a school
        pairs = (pair for pair in character_pairs(own) if all(map(is_han, pair)) and pair not in _NATIONAL)
        places = {word for name in names if name.isascii() for word in english_words(name)}
        english = (word for word in english_words(document.title_en) if word not in places)
        kind = kind_marks(bare, document.title_en, KIND_NAMES[document.kind])
        return cls(bare, frozenset(pairs), frozenset(stem(word) for word in english if not says_nothing(word)), kind)


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

    def told(self, document_id: str, said: Mapping[str, float]) -> tuple[float, float]:
        """What the said parts of a title tell together, and what share of the whole: in the language in which it is more.

        Where most of a title is said it counts like a name, wherever its words stand.
        """
        title = self.by_id[document_id]
        found = [(0.0, 0.0)]
        for parts in (sorted(title.pairs), sorted(title.stems)):
            whole = sum(self.worth[part] for part in parts)
            as_named = sum(self.worth[part] * said.get(part, 0.0) for part in parts)
            anywhere = sum(self.worth[part] for part in parts if part in said)
            found.append((max(as_named, anywhere**2 / whole), as_named / whole) if whole else (0.0, 0.0))
        return max(found)


@dataclass(frozen=True, slots=True)
class Asking:
    """What of a question may tell which document it means; `rest` is its text without names of places and numbers."""

    text: str
    rest: str
    concepts: tuple[Concept, ...]
    years: tuple[int, ...]
    placed: tuple[str, ...]
    """The documents whose place it names."""
    speaking: tuple[str, ...] = ()
    """Those that speak of a place which it names and which lies in theirs."""
    newest: str = ""
    """The document that was added last."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Log-odds by document id, the documents that are named beyond doubt (seldom more than one), and by what words.

    `titled` holds the ids of all whose kind of paper the question says: the words of their titles may be names only.
    """

    odds: Mapping[str, float]
    named: tuple[str, ...]
    titled: frozenset[str]

    def weights(self) -> dict[str, float]:
        """How likely each document is meant beside the likeliest, over 0 to 1; empty where nothing tells them apart."""
        most = max(self.odds.values(), default=0.0)
        if most == min(self.odds.values(), default=0.0):
            return {}
        return {one: max(math.exp((value - most) / SPREAD), LEAST_WEIGHT) for one, value in self.odds.items()}


def meant_by(asking: Asking, titles: Titles) -> Meant:
    """Which documents a question means; of those whose place it names a title's own words need not be many."""
    naming = PaperWords.of(asking.rest, asking.concepts)
    odds: dict[str, float] = {}
    shares: dict[str, float] = {}
    titled: set[str] = set()
    for document in titles.documents:
        title = titles.by_id[document.id]
        worth, shares[document.id] = titles.told(document.id, naming.held_by(title.pairs, title.stems, title.bare))
        of_its_kind = naming.weight_of(*title.kind)
        if of_its_kind:
            titled.add(document.id)
        told = worth + OF_ITS_KIND * of_its_kind + PLACED * (document.id in asking.placed)
        told += PLACED * (document.level is Level.COUNTRY) * naming.weight_of(*_NATIONAL)
        odds[document.id] = told + _told_otherwise(asking, document, titles)
    newest = asking.newest if Said(asking.text).any_of(f"{_JUST} + {_ADDED}") else ""
    if sure := tuple(d.id for d in titles.documents if d.id == newest or _is_spelt_out(asking.text, d)):
        return Meant(odds, sure, frozenset(titled))
    best, second = _first_two(odds)
    clear = best in titled and odds[best] - second >= LEAD and (best in asking.placed or shares[best] >= MOSTLY)
    return Meant(odds, (best,) if clear else (), frozenset(titled))


def tells_of_adding(concept: Concept) -> bool:
    """Whether a concept is part of how people speak of the document that they added last."""
    return Said(concept.asked_as).any_of(f"{_JUST} {_ADDED}")


def _first_two(odds: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest document and the odds of the next one."""
    ordered = sorted(odds.items(), key=lambda each: (-each[1], each[0]))
    return (ordered[0][0], ordered[1][1] if len(ordered) > 1 else 0.0) if ordered else ("", 0.0)


def _told_otherwise(asking: Asking, document: Document, titles: Titles) -> float:
    """What speaks for a document beside its title, kind and place."""
    told = NUMBERED * _is_numbered(asking.text, document.number) + QUOTED * _is_quoted(asking.text, document.title)
    issuer = document.issuer.removeprefix(document.place)
    told += SPEAKING * (document.id in asking.speaking)
    told += ISSUED * (len(issuer) >= LEAST_ISSUER_CHARS and issuer in asking.text)
    if document.id in titles.out_of_force:
        said = Said(asking.text)
        told += EARLIER_ASKED if said.any_of(_EARLIER) else LATER_ASKED if said.any_of(_LATER) else OUT_OF_FORCE
    return told + _of_the_years(asking.years, document)


def _of_the_years(years: Collection[int], document: Document) -> float:
    """What the years of a question tell: that it is of a paper's period or, where it has none, of its day of issue."""
    issued = document.issued[:4]
    period = document.period or ((int(issued), int(issued)) if issued else None)
    if not years or period is None:
        return 0.0
    first, last = period
    if not any(first <= year <= last for year in years):
        return OUT_OF_PERIOD if document.period else 0.0
    return OF_THE_YEAR if first == last else IN_PERIOD


def _is_spelt_out(text: str, document: Document) -> bool:
    return _is_numbered(text, document.number) or _is_quoted(text, document.title)


def _is_numbered(text: str, number: str) -> bool:
    """Whether a question tells a document's number, in whatever brackets ("国办发[2024]5号"), or short without the year.

    "国办发5号文" is short for it, "第12号" for an order's.
    """
    told, own = text.translate(_BRACKETS), number.translate(_BRACKETS)
    if not own or own in told:
        return bool(own)
    order = own[own.rfind("第") :]
    sender, bracket, rest = own.partition("(")
    behind = rest.rpartition(")")[2]
    short = bool(bracket and sender) and (f"{sender}{behind}" in told or f"{sender}第{behind}" in told)
    return short or (order.startswith("第") and order in told)


def _is_quoted(text: str, title: str) -> bool:
    """Whether a question has a document's title, or most of it, in title marks."""
    quoted = (part.partition("》")[0] for part in text.split("《")[1:])
    return len(title) >= LEAST_QUOTED_CHARS and any(
        len(q) >= LEAST_QUOTED_CHARS and (q in title or title in q) for q in quoted
    )
