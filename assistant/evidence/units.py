"""What can be ranked: sentences of the chunks found, and facts, each with the words it can be found by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.facts import VIEWS, view_of
from assistant.facts.duty import without_units
from assistant.types import Asked, Candidate, Place, Understanding
from index import (
    Chunk,
    Duty,
    DutyBasis,
    Fact,
    Index,
    IndexedDocument,
    Span,
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
        for start, end in split_sentences(text, 0, document.body_start):
            place = Place(f"{text[start:end]} {_FRONT_WORDS}", document.document.title, "", "")
            yield Unit(Span(document_id, start, end), place, (document.document.title,), 0.8, front=True)


_FRONT_WORDS = "印发 发布 公布 文号 发文字号 日期 时间 生效"
"""What people ask of the front matter, whatever its own labels are."""


def _of_chunk(document: IndexedDocument, chunk: Chunk, retrieved: float) -> Iterator[Unit]:
    text = document.clean.text
    heading = chunk.heading_path[-1] if chunk.heading_path else ""
    path = " ".join(chunk.heading_path[:-1])
    front = chunk.span.start < document.body_start
    for start, end in split_sentences(text, chunk.span.start, chunk.span.end):
        if not without_units(text[start:end]):  # "(牵头单位:…)", the end of a task, which comes whole as a fact
            continue
        place = Place(text[start:end], heading, path, chunk.text)
        yield Unit(Span(chunk.span.document_id, start, end), place, chunk.heading_path, retrieved, front=front)


def _in_table(document: IndexedDocument, span: Span) -> bool:
    return any(table.span.overlaps(span) for table in document.tables)


def fact_units(meant: Understanding, index: Index) -> Iterator[Unit]:
    """The facts of the plans in question that could answer, with the words by which people ask for them."""
    plans = meant.plans or None
    duties = _duties_by_office(index, plans) if meant.asked is Asked.PERSON else {}
    for kind, view in VIEWS.items():
        if meant.asked in view.answers:
            for fact in index.facts(kind, plans):
                yield from _of_fact(fact, duties)


def _of_fact(fact: Fact, duties: dict[tuple[str, str], str]) -> Iterator[Unit]:
    """A fact as a unit, a person with what the offices of the posts answer for by the plan's division of duty."""
    view = view_of(fact)
    place = view.place
    if place is None:
        return
    if view.offices:
        fields = (duties.get((fact.span.document_id, office_key(office)), "") for office in view.offices)
        place = replace(place, heading=" ".join(fields))
    yield Unit(fact.span, place, view.path, 0.5, fact)


def office_key(office: str) -> str:
    """One spelling for an office, however a plan writes it: its longest known ending, the short form spelt out."""
    glossary = load_glossary()
    # A place or a name of its own stands in front: "州住建局", "阿图什火车站".
    endings = (office[at:] for at in range(max(len(office) - SHORTEST_OFFICE_CHARS, 0) + 1))
    entry = next((found for ending in endings if (found := glossary.entry(ending))), None)
    return entry.zh if entry else office


SHORTEST_OFFICE_CHARS = 3


def _duties_by_office(index: Index, plans: tuple[str, ...] | None) -> dict[tuple[str, str], str]:
    """What each office of a division of duty answers for: the way from a sector to the person who represents it."""
    return {
        (duty.span.document_id, office_key(unit)): duty.what
        for duty in index.facts(Duty, plans)
        if duty.basis is DutyBasis.DIVISION
        for unit in duty.units
    }
