"""Topics: what the plans on file can be taught about, and what a topic typed by a person stands for.

A topic is one or more things that must all be spoken of, each with its Chinese spellings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.evidence.matching import holds
from assistant.facts import view_of
from assistant.question.understand import understand
from assistant.types import Concept, Question
from assistant.wording.in_english import english_name
from index import Index, IndexedDocument, Section
from index.terms.glossary import Entry, Glossary
from index.translation.english import English

MOST_TOPICS = 36
"""What a list can hold that is looked through and not searched."""
COMMON_SHARE = 0.25
"""What a quarter of all passages speak of (安全生产, 企业) is no topic of its own."""
STRONG_WEIGHT = 0.5
"""Concepts below it only colour a topic: "管理" of "燃气管理"."""
# "燃气、消防", "燃气和消防", "gas and fire"; not "和谐矿区", "sandstone".
_BREAK = re.compile(r"\s*(?:[、,，;；/&＆]|(?<=[\u4e00-\u9fff])[和与及](?=[\u4e00-\u9fff])|\band\b|\bor\b)\s*")
# "消防安全" -> "消防", "燃气行业" -> "燃气": what is added to a sector's name narrows nothing.
_ADDED = ("安全生产", "安全工作", "安全监管", "安全", "工作", "行业", "领域")
_NO_MATTER = ("重点", "高危", "企业", "行业", "领域")
"""The glossary's sectors that are no matter of their own: "高危行业", "重点领域"."""
_GONE_WRONG = ("accident", "hazard")
_MATTERS = ("sector", "equipment", "indicator", *_GONE_WRONG)
"""The glossary's kinds of what a lesson can be on; an office or a law is no part of a field."""
_NOT, _EXCEPT = "非", "(除"
IN_TEXT, IN_PART = 1.0, 0.7
"""What has one of the topic's parts by another name may be about its neighbour."""
LEAST_TERM_CHARS = 2
"""A single character ("煤", "火") stands in too many other words."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as it was named; `things` are all to be spoken of, each by any of its spellings."""

    named: str
    things: tuple[tuple[str, ...], ...]
    kin: tuple[tuple[str, ...], ...] = ()
    """For each thing what is a part of it by another name: 消火栓 of 消防, 瓶装液化石油气 of 燃气."""

    def named_in(self, text: str) -> bool:
        """Whether `text` has the topic's own name."""
        return all(any(holds(text, spelling) for spelling in spellings) for spellings in self.things)

    def worth(self, text: str) -> float:
        """How surely `text` speaks of the topic: by its own name more than by that of a part of it."""
        return IN_TEXT if self.named_in(text) else IN_PART if self.told_in(text) else 0.0

    def denied_in(self, text: str) -> bool:
        """Whether `text` has the topic's name only in what it is not: 非煤矿山."""
        return any(name in text and not holds(text, name) for names in self.things for name in names)

    def told_in(self, text: str) -> bool:
        """Whether `text` speaks of the topic, by its own name or by that of a part of it; "(除消防外)" leaves it out."""
        before, excepted, rest = text.replace("（", "(").replace("）", ")").partition(_EXCEPT)
        text = before + rest.partition(")")[2] if excepted else text
        kin = self.kin or ((),) * len(self.things)
        return all(
            any(holds(text, spelling) for spelling in (*own, *other))
            for own, other in zip(self.things, kin, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic that the plans offer by its Chinese name; put into English where that is asked for, which takes a while at first."""

    zh: str
    english: English = field(repr=False, compare=False)

    @property
    def en(self) -> str:
        """Its English name."""
        return english_name(self.zh, self.english)


def suggest_topics(documents: Sequence[IndexedDocument], english: English) -> tuple[Suggestion, ...]:
    """What duties, headings and figures of these plans are about; what most plans share stands first."""
    plans: dict[str, set[str]] = defaultdict(set)
    counts: dict[str, int] = defaultdict(int)
    for indexed in documents:
        for text in _namings(indexed):
            for term in sectors_in(text, english.glossary):
                plans[term].add(indexed.document.id)
                counts[term] += 1
    passages = [chunk.text for indexed in documents for chunk in indexed.chunks]
    ranked = sorted(plans, key=lambda term: (-len(plans[term]), -counts[term], term))
    chosen: list[str] = []
    for term in ranked:
        if any(holds(term, other) for other in chosen) or _common(term, passages):
            continue
        chosen.append(term)
        if len(chosen) == MOST_TOPICS:
            break
    return tuple(Suggestion(term, english) for term in chosen)


def sectors_of(indexed: IndexedDocument, glossary: Glossary) -> set[str]:
    """The sectors that a plan has headings, duties or figures on."""
    return {term for text in _namings(indexed) for term in sectors_in(text, glossary)}


def _namings(indexed: IndexedDocument) -> Iterator[str]:
    """Texts that name what a plan deals with: headings, what duties are for, what is measured."""
    yield from (section.title for section in _leaves(indexed.root) if 2 <= len(section.title) <= 30)
    for fact in indexed.facts:
        view = view_of(fact)
        yield view.row or view.matter


def _leaves(section: Section) -> Iterator[Section]:
    for child in section.children:
        yield child
        yield from _leaves(child)


def sectors_in(text: str, glossary: Glossary) -> set[str]:
    """The sectors in a text, without what is only added to their names."""
    found = {_bare(entry.zh) for _, entry in glossary.segment(text) if entry is not None and entry.kind == "sector"}
    # 安全生产 is what every plan is about.
    named = {term for term in found if len(term) >= LEAST_TERM_CHARS and term not in _ADDED}
    return {term for term in named if not any(word in term for word in _NO_MATTER)}


def _common(term: str, passages: Sequence[str]) -> bool:
    return sum(term in passage for passage in passages) > COMMON_SHARE * max(len(passages), 1)


def _bare(term: str) -> str:
    added = next((added for added in _ADDED if term.endswith(added)), "")
    short = term.removesuffix(added)
    return short if len(short) >= LEAST_TERM_CHARS else term


def read_topics(named: Sequence[str], index: Index, glossary: Glossary) -> tuple[Topic, ...]:
    """What typed or chosen topics stand for: "gas and fire safety" is two; an unknown word stands for itself."""
    parts = [part.strip() for text in named for part in _BREAK.split(text) if part.strip()]
    return tuple(_topic(part, index, glossary) for part in dict.fromkeys(parts))


def _topic(part: str, index: Index, glossary: Glossary) -> Topic:
    concepts = understand(Question(part), index, glossary).concepts
    strong = [
        c for c in concepts if c.weight >= STRONG_WEIGHT and index.document_frequency(c.spellings[0]) <= COMMON_SHARE
    ]
    things = tuple(_spellings(concept, glossary) for concept in strong) or ((_bare(part),),)
    return Topic(part, things, tuple(_kin(names, glossary) for names in things))


def _spellings(concept: Concept, glossary: Glossary) -> tuple[str, ...]:
    """The spellings of one thing: English words may also mean others ("gas": 燃气, but 油气 and 瓦斯 too)."""
    written = concept.spellings[0]
    first = _bare(written)
    entry = glossary.entry(first) or glossary.entry(written)
    akin = [s for s in concept.spellings if first in s or s in first]
    return tuple(dict.fromkeys((first, *akin, *(entry.forms if entry and entry.kind in _MATTERS else ()))))


def _kin(names: tuple[str, ...], glossary: Glossary) -> tuple[str, ...]:
    """Other spellings of what the glossary also calls by one of `names`: 市政消火栓 is a 消防栓, and so is 室内消火栓."""
    # 小矿山 may be a 煤矿, but a 非煤矿山 as well.
    opposed = {
        form[-LEAST_TERM_CHARS:]
        for entry in glossary.entries
        for form in entry.forms
        if any(f"{_NOT}{name}" in form for name in names)
    }
    return tuple(
        dict.fromkeys(
            form
            for entry in glossary.entries
            if entry.kind in _MATTERS and (_belongs(entry, names) or _shares_name(entry, names[0], glossary))
            if not any(head in form for head in opposed for form in entry.forms)
            for form in entry.forms
            if len(form) >= LEAST_TERM_CHARS and not any(name in form for name in names)
        )
    )


def _belongs(entry: Entry, names: tuple[str, ...]) -> bool:
    """Whether a spelling of a term has one of `names`, and not only to narrow it down: 旅游饭店 is one of all 宾馆饭店."""
    for form in entry.forms:
        name = next((name for name in names if holds(form, name)), "")
        head = form.rpartition(name)[2] if name else ""
        others = [other for other in entry.forms if other != form]
        if name and not (len(head) >= LEAST_TERM_CHARS and any(head in other for other in others)):
            return True
    return False


def _shares_name(entry: Entry, name: str, glossary: Glossary) -> bool:
    """Whether what goes wrong has the topic's own English name and a sign of its Chinese: "fire", 火灾, of 消防, 防火."""
    own = glossary.entry(name)
    if own is None or entry.kind not in _GONE_WRONG:
        return False
    signs = {sign for form in own.forms for sign in form}
    return not signs.isdisjoint(entry.zh) and not {own.en, *own.also_en}.isdisjoint((entry.en, *entry.also_en))
