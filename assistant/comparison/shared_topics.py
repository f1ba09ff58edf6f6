"""Topics that plans share, and who speaks of each: indicators they set, sectors and matters that their headings name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.facts.magnitudes import bare_name, same_name
from assistant.wording.quoting import without_brackets
from index import IndexedDocument, Indicator, Section, SectionKind, Status, of_kind
from index.terms.glossary import Glossary

LEAST_PLANS = 2
MAX_TOPICS_OF_A_KIND = 24
MAX_INDICATOR_CHARS, MAX_HEADING_CHARS = 24, 12
LEAST_HEADING_CHARS = 4
"""A shorter heading that is no sector ("任务", "其他") says too little to be compared by."""
_HEADED = (SectionKind.SECTION, SectionKind.ITEM)
_ADDED = ("安全生产", "安全", "行业", "领域", "等")
"""What a heading adds to the name of a sector."""
_MEASURES = ("率", "数", "度", "比例", "比重")
"""How the name of an indicator ends."""


class TopicKind(StrEnum):
    """What a shared topic is in the plans."""

    INDICATOR = "indicator"
    SECTOR = "sector"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class SharedTopic:
    """A topic of several plans, as one of them writes it; `plans` are the ids of all that speak of it, under whatever heading."""

    kind: TopicKind
    name: str
    plans: tuple[str, ...]


def shared_topics(documents: Iterable[IndexedDocument], glossary: Glossary) -> tuple[SharedTopic, ...]:
    """Topics of at least two plans: indicators, sectors, headings; within a kind those that most plans speak of first.

    An indicator is spoken of where a figure for it stands, anything else where its name does.
    """
    held = tuple(documents)
    headings = [(indexed.document.id, title) for indexed in held for title in _titles(indexed.root)]
    sectors = {title: name for _, title in headings if (name := _sector(title, glossary))}
    aims = _alike((i.document.id, name) for i in held for name in _indicators(i, (Status.TARGET,)))
    told = {i.document.id: frozenset(_indicators(i, tuple(Status))) for i in held}
    matters = _equal((plan, _matter(title, glossary)) for plan, title in headings if title not in sectors)
    found = {
        TopicKind.INDICATOR: {
            name: [plan for plan, names in told.items() if any(same_name(name, other) for other in names)]
            for name, plans in aims.items()
            if len(plans) >= LEAST_PLANS
        },
        TopicKind.SECTOR: {name: _speaking(name, held) for name in dict.fromkeys(sectors.values())},
        TopicKind.HEADING: {name: _speaking(name, held, p) for name, p in matters.items() if len(p) >= LEAST_PLANS},
    }
    return tuple(
        SharedTopic(kind, name, tuple(plans))
        for kind, topics in found.items()
        for name, plans in sorted(topics.items(), key=lambda one: -len(one[1]))[:MAX_TOPICS_OF_A_KIND]
        if len(plans) >= LEAST_PLANS
    )


def _speaking(name: str, documents: Iterable[IndexedDocument], heading: Sequence[str] = ()) -> list[str]:
    """The plans whose text holds a name, or that head a section with it: a heading may be broken over two lines."""
    return [i.document.id for i in documents if i.document.id in heading or name in i.clean.text]


def _indicators(indexed: IndexedDocument, statuses: Collection[Status]) -> Iterator[str]:
    """Names of the indicators that a plan has figures of, without its place."""
    for fact in of_kind(Indicator, indexed.facts):
        if fact.status in statuses:
            name = "".join(bare_name(fact.row or fact.name).split())
            if len(name) <= MAX_INDICATOR_CHARS and name.endswith(_MEASURES) and not set(name) & set(",，。;；"):
                yield name


def _titles(section: Section) -> Iterator[str]:
    for child in section.children:
        title = "".join(without_brackets(child.title).split())
        if child.kind in _HEADED and 1 < len(title) <= MAX_HEADING_CHARS + 4:
            yield title
        yield from _titles(child)


def _sector(title: str, glossary: Glossary) -> str:
    """The sector that a heading names, as the glossary spells it: "消防安全" and "消防（火灾）" head one; "" for none."""
    name = title
    while name.endswith(_ADDED) and name not in _ADDED:
        name = next(name.removesuffix(added) for added in _ADDED if name.endswith(added))
    entry = glossary.entry(name) if len(name) > 1 else None
    return entry.zh if entry is not None and entry.kind in ("sector", "hazard") else ""


def _matter(title: str, glossary: Glossary) -> str:
    """What a heading is about, without what is done with it and how: "进一步压实企业主体责任" -> "企业主体责任"."""
    pieces = glossary.segment(title)
    kinds = [entry.kind if entry else "" for _, entry in pieces]
    while kinds and (kinds[0] == "verb" or kinds[:2] == ["general", "verb"]):
        del kinds[0]
    matter = "".join(piece for piece, _ in pieces[len(pieces) - len(kinds) :])
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
