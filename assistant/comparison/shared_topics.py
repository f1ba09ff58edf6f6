"""Topics that plans share: indicators they set, sectors they head a section with, matters that their headings name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.comparison.magnitudes import same_name
from index import IndexedDocument, Indicator, Section, SectionKind, Status, of_kind
from index.terms.glossary import Glossary

LEAST_PLANS = 2
MAX_TOPICS_OF_A_KIND = 24
MAX_INDICATOR_CHARS, MAX_HEADING_CHARS = 24, 12
LEAST_HEADING_CHARS = 4
"""A shorter heading that is no sector ("任务", "其他") says too little to be compared by."""
_HEADED = (SectionKind.SECTION, SectionKind.ITEM)
_BRACKETS = re.compile(r"[(（〔].*?[)）〕]|\s")
# What a heading does with its matter, and what it adds to the name of a sector.
_DOING = re.compile(
    r"^(?:进一步|全面|不断|持续|着力抓?|着力|加快|大力|切实)*(?:建立健全|健全完善|加强|强化|完善|健全|推进|推动|提升|提高|深化|严格|"
    r"落实|压实|夯实|创新|构建|优化|规范|明确|加大)*"
)
_SECTOR_ENDING = re.compile(r"(?:等)?(?:安全生产|安全|行业|领域|行业领域)+$")
_PLACE = re.compile(r"^(?:全|我|本)[省市区州县]")
_INDICATOR = re.compile(r"[率数度]$|比例$|比重$")


class TopicKind(StrEnum):
    """What a shared topic is in the plans."""

    INDICATOR = "indicator"
    SECTOR = "sector"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class SharedTopic:
    """A topic of several plans, as one of them writes it; `plans` are their ids."""

    kind: TopicKind
    name: str
    plans: tuple[str, ...]


def shared_topics(documents: Iterable[IndexedDocument], glossary: Glossary) -> tuple[SharedTopic, ...]:
    """Topics of at least two plans: indicators, sectors, headings; within a kind those of most plans first."""
    held = tuple(documents)
    headings = [(indexed.document.id, title) for indexed in held for title in _titles(indexed.root)]
    sectors = {title: name for _, title in headings if (name := _sector(title, glossary))}
    found = {
        TopicKind.INDICATOR: _alike((i.document.id, name) for i in held for name in _indicators(i)),
        TopicKind.SECTOR: {
            name: [i.document.id for i in held if name in i.clean.text] for name in dict.fromkeys(sectors.values())
        },
        TopicKind.HEADING: _equal((plan, _matter(title)) for plan, title in headings if title not in sectors),
    }
    return tuple(
        SharedTopic(kind, name, tuple(plans))
        for kind, topics in found.items()
        for name, plans in sorted(topics.items(), key=lambda one: -len(one[1]))[:MAX_TOPICS_OF_A_KIND]
        if len(plans) >= LEAST_PLANS
    )


def _indicators(indexed: IndexedDocument) -> Iterator[str]:
    """Names of the targets that a plan sets, without its place."""
    for fact in of_kind(Indicator, indexed.facts):
        if fact.status is Status.TARGET:
            name = _PLACE.sub("", _BRACKETS.sub("", fact.row or fact.name))
            if len(name) <= MAX_INDICATOR_CHARS and _INDICATOR.search(name) and not re.search(r"[,，。;；]", name):
                yield name


def _titles(section: Section) -> Iterator[str]:
    for child in section.children:
        title = _BRACKETS.sub("", child.title)
        if child.kind in _HEADED and 1 < len(title) <= MAX_HEADING_CHARS + 4:
            yield title
        yield from _titles(child)


def _sector(title: str, glossary: Glossary) -> str:
    """The sector that a heading names, as the glossary spells it: "消防安全" and "消防（火灾）" head one; "" for none."""
    name = _SECTOR_ENDING.sub("", title) or title
    entry = glossary.entry(name) if len(name) > 1 else None
    return entry.zh if entry is not None and entry.kind in ("sector", "hazard") else ""


def _matter(title: str) -> str:
    """What a heading is about, without what is done with it: "压实企业主体责任" -> "企业主体责任"."""
    matter = _DOING.sub("", title)
    return matter if LEAST_HEADING_CHARS <= len(matter) <= MAX_HEADING_CHARS else ""


def _equal(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for plan, name in named:
        if name and plan not in found.setdefault(name, []):
            found[name].append(plan)
    return found


def _alike(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Names that are spellings of one another come together under the first of them."""
    found: dict[str, list[str]] = {}
    for plan, name in named:
        first = next((known for known in found if same_name(known, name)), name)
        if plan not in found.setdefault(first, []):
            found[first].append(plan)
    return found
