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
from index.terms.glossary import Glossary
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
LEAST_TERM_CHARS = 2
"""A single character ("煤", "火") stands in too many other words."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as it was named; `things` are all to be spoken of, each by any of its spellings."""

    named: str
    things: tuple[tuple[str, ...], ...]

    def told_in(self, text: str) -> bool:
        """Whether `text` speaks of the topic."""
        return all(any(holds(text, spelling) for spelling in spellings) for spellings in self.things)


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
    return {term for term in found if len(term) >= LEAST_TERM_CHARS and not any(word in term for word in _NO_MATTER)}


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
    things = tuple(_spellings(concept) for concept in strong)
    return Topic(part, things or ((_bare(part),),))


def _spellings(concept: Concept) -> tuple[str, ...]:
    """The spellings of one thing: English words may also mean others ("gas": 燃气, but 油气 and 瓦斯 too)."""
    first = _bare(concept.spellings[0])
    akin = [s for s in concept.spellings if first in s or s in first]
    return tuple(dict.fromkeys((first, *akin)))
