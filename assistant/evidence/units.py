"""What can be ranked: sentences of the chunks found, and facts, each with the words it can be found by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pypinyin import lazy_pinyin

from assistant.evidence.matching import Place
from assistant.types import Asked, Candidate, Understanding
from assistant.wording.gloss import spoken_name
from index import (
    Chunk,
    Deadline,
    Duty,
    DutyBasis,
    Enumeration,
    Fact,
    Index,
    IndexedDocument,
    Indicator,
    Person,
    SectionKind,
    Span,
    Status,
    split_sentences,
)
from index.terms.glossary import load_glossary


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a fact: its span, the place that is matched, and the fused score of its chunk (0 to 1)."""

    span: Span
    place: Place
    heading_path: tuple[str, ...]
    retrieved: float
    fact: Fact | None = None
    front: bool = False
    """Whether it stands in the front matter (numbers, dates and senders of the document itself)."""


def sentence_units(candidates: tuple[Candidate, ...], index: Index) -> Iterator[Unit]:
    """The sentences of the candidates' chunks, in the order of the candidates; rows of tables come as facts instead."""
    best = candidates[0].score if candidates else 1.0
    for candidate in candidates:
        chunk = index.chunk(candidate.chunk_id)
        document = index.document(chunk.span.document_id)
        if _in_table(document, chunk.span):
            continue
        yield from _of_chunk(document, chunk, candidate.score / best)


def front_units(meant: Understanding, index: Index) -> Iterator[Unit]:
    """The lines before the first chapter of the plans in question."""
    for document_id in meant.plans or [d.id for d in index.documents]:
        document = index.document(document_id)
        text = document.clean.text
        for start, end in split_sentences(text, 0, _body_start(document)):
            place = Place(f"{text[start:end]} {_FRONT_WORDS}", document.document.title, "", "")
            yield Unit(Span(document_id, start, end), place, (document.document.title,), 0.8, front=True)


_FRONT_WORDS = "印发 发布 公布 文号 发文字号 日期 时间 生效"
"""What people ask of the front matter, whatever its own labels are."""


# "(牵头单位:自治州应急管理局,责任单位:…)": the end of a task, which comes whole as a fact.
_UNITS_ONLY = re.compile(
    r"\s*[(（\[【〔]?\s*(?:牵头|责任|主办|承办|主管|配合|负责|实施|主责)(?:单位|部门|领导)\s*[:：]"
)


def _of_chunk(document: IndexedDocument, chunk: Chunk, retrieved: float) -> Iterator[Unit]:
    text = document.clean.text
    heading = chunk.heading_path[-1] if chunk.heading_path else ""
    path = " ".join(chunk.heading_path[:-1])
    front = chunk.span.start < _body_start(document)
    for start, end in split_sentences(text, chunk.span.start, chunk.span.end):
        if _UNITS_ONLY.match(text, start, end):
            continue
        place = Place(text[start:end], heading, path, chunk.text)
        yield Unit(Span(chunk.span.document_id, start, end), place, chunk.heading_path, retrieved, front=front)


def _in_table(document: IndexedDocument, span: Span) -> bool:
    return any(table.span.overlaps(span) for table in document.tables)


def _body_start(document: IndexedDocument) -> int:
    chapters = [s.span.start for s in document.root.children if s.kind is SectionKind.CHAPTER]
    return min(chapters, default=0)


def fact_units(meant: Understanding, index: Index) -> Iterator[Unit]:
    """The facts of the plans in question that could answer, with the words by which people ask for them."""
    plans = meant.plans or None
    duties = _duties_by_office(index, plans) if meant.asked is Asked.PERSON else {}
    for kind, place_of in _PLACES.items():
        if kind is Deadline and meant.asked is not Asked.DEADLINE:
            continue
        if kind is Person and meant.asked in (Asked.FIGURE, Asked.DEADLINE):
            continue
        if kind is Enumeration and meant.asked not in (
            Asked.LIST,
            Asked.MEASURE,
            Asked.COMPARE,
            Asked.FIGURE,
            Asked.DEADLINE,
        ):
            continue
        for fact in index.facts(kind, plans):
            place = place_of(fact)
            if place is not None and isinstance(fact, Person):
                place = replace(place, heading=_answers_for(fact, duties), path=place.heading)
            if place is not None:
                path = (fact.body,) if isinstance(fact, Person) and fact.body else getattr(fact, "heading_path", ())
                yield Unit(fact.span, place, path, 0.5, fact)


def office_key(office: str) -> str:
    """One spelling for an office, however a plan writes it: without its place, the short form spelt out."""
    bare = re.sub(
        r"^(?:[\u4e00-\u9fff]{0,6}?自治[州区县]|全?[省州市县区]|"
        r"[\u4e00-\u9fff]{2,3}[市县])(?=[\u4e00-\u9fff]{2})",
        "",
        office,
    )
    glossary = load_glossary()
    # A name of its own in front ("阿图什火车站") leaves the kind of office as the longest known ending.
    endings = (bare[at:] for at in range(max(len(bare) - SHORTEST_OFFICE_CHARS, 0) + 1))
    entry = next((found for ending in endings if (found := glossary.entry(ending))), None)
    return entry.zh if entry else bare


SHORTEST_OFFICE_CHARS = 3


def _answers_for(person: Person, duties: dict[tuple[str, str], str]) -> str:
    """What the offices of a person answer for by the plan's division of duty."""
    return " ".join(duties.get((person.span.document_id, office_key(p.office)), "") for p in person.positions)


def _duties_by_office(index: Index, plans: tuple[str, ...] | None) -> dict[tuple[str, str], str]:
    """What each office of a division of duty answers for: the way from a sector to the person who represents it."""
    return {
        (duty.span.document_id, office_key(unit)): duty.what
        for duty in index.facts(Duty, plans)
        if duty.basis is DutyBasis.DIVISION
        for unit in duty.units
    }


def _person_place(person: Fact) -> Place | None:
    assert isinstance(person, Person)
    offices = " ".join(f"{p.office}{p.post}" for p in person.positions)
    return Place(f"{person.name} {_pinyin(person.name)} {person.role} {offices}", person.body, "", person.body)


@lru_cache(maxsize=10_000)
def _pinyin(name: str) -> str:
    """The spellings by which an English question may name a Chinese person, lower case."""
    parts = [lazy_pinyin(part) for part in name.split("·")]
    family, given = spoken_name(name.split("·")[0])
    joined = ["".join(part) for part in parts] if len(parts) > 1 else [f"{family}{given}"]
    return " ".join([*joined, family, given, *(s for part in parts for s in part)])


TOTAL_ROWS = ("合计", "总计", "总数", "全市", "全区", "全州", "全县", "总量")
# A column's name stands for how people ask for it.
_MEASURES = {"事故起数": "起数 事故", "死亡人数": "死亡"}
_STATUS_WORDS = {Status.TARGET: "目标 规划 预期 控制", Status.ACHIEVED: "实际 完成 执行"}


def _cell_place(cell: Fact) -> Place | None:
    assert isinstance(cell, Indicator)
    if not cell.row:
        return None
    heading = cell.heading_path[-1] if cell.heading_path else ""
    total = "总数 总量 事故总量 全部 总共" if cell.row in TOTAL_ROWS else ""
    measure = _MEASURES.get(cell.column.split()[0] if cell.column else "", "")
    year = " ".join(f"{year}年" for year in cell.years[:1])
    text = f"{cell.name} {total} {cell.column} {measure} {year} {_STATUS_WORDS[cell.status]}"
    return Place(text, heading, " ".join(cell.heading_path[:-1]), "")


def _duty_place(duty: Fact) -> Place | None:
    assert isinstance(duty, Duty)
    if duty.basis is DutyBasis.CLAUSE:
        return None
    heading = duty.heading_path[-1] if duty.heading_path else ""
    units = " ".join((*duty.units, *duty.support))
    return Place(
        f"{duty.number} {duty.what} {duty.drafts} {units}",
        heading,
        " ".join(duty.heading_path[:-1]),
        "牵头单位 责任单位 负责 职责",
    )


def _deadline_place(deadline: Fact) -> Place | None:
    assert isinstance(deadline, Deadline)
    heading = deadline.heading_path[-1] if deadline.heading_path else ""
    return Place(f"{deadline.what} {deadline.when} {deadline.who}", heading, " ".join(deadline.heading_path[:-1]), "")


def _list_place(listing: Fact) -> Place | None:
    assert isinstance(listing, Enumeration)
    items = " ".join(item.text for item in listing.items)
    heading = listing.heading_path[-1] if listing.heading_path else ""
    return Place(listing.head, heading, " ".join(listing.heading_path[:-1]), items)


_PLACES: dict[type[Fact], Callable[[Fact], Place | None]] = {
    Person: _person_place,
    Indicator: _cell_place,
    Duty: _duty_place,
    Enumeration: _list_place,
    Deadline: _deadline_place,
}
