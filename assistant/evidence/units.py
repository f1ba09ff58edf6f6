"""What can be ranked: sentences of the chunks found, and facts, each with the words it can be found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant.evidence.matching import Haystack
from assistant.evidence.parts.articles import lead_of
from assistant.facts import VIEWS, FactView, view_of
from assistant.types import Asked, Candidate, Place, Understanding
from index import Duty, DutyBasis, Fact, Index, Span, Trait, looks_back, split_sentences, traits_of
from index.recent import Recent
from index.terms.glossary import load_glossary
from index.terms.lexicon import without_document_numbers

FEW_PLANS = 20
"""Up to so many plans the facts and the front matter of all are looked at; of more only those of the plans whose passages
retrieval puts first, so that a question costs the same beside a thousand plans."""
MAX_PREPARED = 200
"""Plans whose facts are kept as units, each for one kind of question: 0.07 MB each of the five plans."""


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A sentence or a fact: its span, the place that is matched, and the fused score of its chunk (0 to 1).

    `traits` are those of the place's text and its headings; `vector` is None where it is still to be made.
    """

    span: Span
    place: Place
    heading_path: tuple[str, ...]
    retrieved: float
    traits: Trait
    fact: Fact | None = None
    front: bool = False
    """Whether it stands in the front matter (numbers, dates and senders of the document itself)."""
    vector: NDArray[np.float32] | None = field(default=None, repr=False)

    @property
    def view(self) -> FactView[Fact] | FactView[None]:
        """The view of its fact; of a sentence, that of one."""
        return view_of(self.fact)


@dataclass(frozen=True, slots=True, eq=False)
class FactUnits:
    """Facts of plans as units, with the haystack of their places; both in the same order."""

    units: tuple[Unit, ...]
    haystack: Haystack


def plans_looked_into(meant: Understanding, candidates: tuple[Candidate, ...], index: Index) -> tuple[str, ...]:
    """The plans whose facts and front matter may answer: those in question, of many those of the best candidates."""
    plans = meant.plans or tuple(document.id for document in index.documents)
    return plans if len(plans) <= FEW_PLANS else nearest_plans(candidates, index)


def nearest_plans(candidates: Iterable[Candidate], index: Index) -> tuple[str, ...]:
    """The few plans whose passages come first, the best first."""
    return tuple(dict.fromkeys(index.chunk(c.chunk_id).span.document_id for c in candidates))[:FEW_PLANS]


def sentence_units(
    candidates: tuple[Candidate, ...], index: Index, *, with_people: bool = False, with_front: bool = True
) -> Iterator[Unit]:
    """The sentences of the candidates' chunks, in the order of the candidates; rows of tables come as facts instead.

    Lines of lists of people do so too, unless they are asked for by `with_people`; what stands before the first chapter is
    left out without `with_front`, where `front_units` bring it.
    """
    scores = {candidate.chunk_id: candidate.score / candidates[0].score for candidate in candidates}
    sentences, vectors = index.sentences(tuple(scores))
    for sentence, vector in zip(sentences, vectors, strict=True):
        if Trait.OF_PEOPLE in sentence.traits and not with_people:
            continue
        span, chunk = sentence.span, index.chunk(sentence.chunk_id)
        if not with_front and span.start < index.front_end(span.document_id):
            continue
        heading, path = chunk.heading_path[-1] if chunk.heading_path else "", " ".join(chunk.heading_path[:-1])
        text, traits = index.text(span.document_id).text, sentence.traits
        told = text[span.start : span.end]
        if with_front and _only_names(told, index.described(span.document_id).title):
            continue
        if lead := lead_of(span, heading, index):
            led = text[lead.start : lead.end]
            told, traits = f"{led}{told}", traits | traits_of(led)
        yield Unit(
            span, Place(told, heading, path, chunk.text), chunk.heading_path, scores[chunk.id], traits, vector=vector
        )


def _only_names(line: str, title: str) -> bool:
    """Whether a line only names its paper: by its document number, or its title and hardly more ("关于印发《…》的通知")."""
    bare, name = "".join(line.split()), "".join(title.split())
    return not without_document_numbers(bare) or (name in bare and len(bare) <= len(name) + MOST_AROUND_TITLE)


MOST_AROUND_TITLE = 12
"""What stands around the title of the paper that a letter brings: "关于印发《…》的通知"."""


def front_units(plans: Iterable[str], index: Index) -> Iterator[Unit]:
    """The lines before the first chapter of some plans."""
    for plan in plans:
        text, title = index.text(plan).text, index.described(plan).title
        for start, end in split_sentences(text, 0, index.front_end(plan)):
            place = Place(f"{text[start:end]} {_FRONT_WORDS}", title, "", "")
            yield Unit(Span(plan, start, end), place, (title,), 0.8, _traits(place, (title,)), front=True)


_FRONT_WORDS = "印发 发布 公布 文号 发文字号 日期 时间 生效"
"""What people ask of the front matter, whatever its own labels are."""


def fact_units(asked: Asked, plans: Iterable[str], index: Index) -> FactUnits:
    """The facts of some plans that could answer, with the words by which people ask for them."""
    each = [_PREPARED.get((index.fingerprint, plan, asked), partial(_prepared, asked, plan, index)) for plan in plans]
    return FactUnits(
        tuple(unit for one in each for unit in one.units), Haystack.together([one.haystack for one in each])
    )


_PREPARED: Recent[tuple[str, str, Asked], FactUnits] = Recent(MAX_PREPARED)


def _prepared(asked: Asked, plan: str, index: Index) -> FactUnits:
    duties = _duties_by_office(index, plan) if asked is Asked.PERSON else {}
    facts = (fact for kind, view in VIEWS.items() if asked in view.answers for fact in index.facts(kind, (plan,)))
    units = tuple(unit for fact in facts if (unit := _of_fact(fact, duties)))
    return FactUnits(units, Haystack.of([unit.place for unit in units]))


def _of_fact(fact: Fact, duties: dict[str, str]) -> Unit | None:
    """A fact as a unit, a person with what the offices of the posts answer for by the plan's division of duty.

    None for a fact that is left to the sentence it stands in.
    """
    view = view_of(fact)
    place = view.place
    if place is None:
        return None
    if view.offices:
        place = replace(place, heading=" ".join(duties.get(office_key(office), "") for office in view.offices))
    return Unit(fact.span, place, view.path, 0.5, _traits(place, view.path), fact)


def _traits(place: Place, path: tuple[str, ...]) -> Trait:
    return traits_of(place.text) | (Trait.LOOKS_BACK if looks_back(path) else Trait(0))


def office_key(office: str) -> str:
    """One spelling for an office, however a plan writes it: its longest known ending, the short form spelt out."""
    glossary = load_glossary()
    # A place or a name of its own stands in front: "州住建局", "阿图什火车站".
    endings = (office[at:] for at in range(max(len(office) - SHORTEST_OFFICE_CHARS, 0) + 1))
    entry = next((found for ending in endings if (found := glossary.entry(ending))), None)
    return entry.zh if entry else office


SHORTEST_OFFICE_CHARS = 3


def _duties_by_office(index: Index, plan: str) -> dict[str, str]:
    """What each office of a division of duty answers for: the way from a sector to the person who represents it."""
    return {
        office_key(unit): duty.what
        for duty in index.facts(Duty, (plan,))
        if duty.basis is DutyBasis.DIVISION
        for unit in duty.units
    }
