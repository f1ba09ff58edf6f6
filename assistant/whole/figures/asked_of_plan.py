"""What an answer made of many facts goes by: the plan in question, the things that it is asked of, facts as evidence."""

from __future__ import annotations

from assistant.evidence.matching import PATH, matches
from assistant.facts import view_of
from assistant.question.concepts import STRONG
from assistant.types import Concept, Evidence, Place
from assistant.whole.found import Found
from index import Fact
from index.terms.lexicon import contains

_NO_THINGS = ("time", "verb", "general", "connective", "everyday")
"""Kinds of the glossary whose words narrow nothing: 年底, 完成, 任务."""
LEAST_SPOKEN = 0.5
"""A fact that speaks of less than half of what a question names is about something else."""


def plan_asked(found: Found) -> str:
    """The one plan that a question is about; "" where it may be of several."""
    meant = found.meant
    if len(meant.plans) == 1:
        return meant.plans[0]
    return found.index.documents[0].id if len(found.index.documents) == 1 else ""


def things_asked(found: Found) -> tuple[Concept, ...]:
    """What narrows a question for all that a plan tells of some kind: sectors, hazards, measures; offices apart."""
    offices = {spelling for office in found.meant.offices for spelling in (office.name, *office.spellings)}
    return tuple(
        concept
        for concept in found.meant.concepts
        if concept.weight >= STRONG
        and concept.kind not in _NO_THINGS
        and concept.spellings
        and not offices & set(concept.spellings)
        and not contains(concept.asked_as, "asking", "asking_in_sum")
    )


def speaking_of(things: tuple[Concept, ...], facts: list[Fact]) -> list[Fact]:
    """The facts that speak of the things in their words or headings; all where nothing narrows them."""
    if not things or not facts:
        return facts
    places = [view_of(fact).place or _in_headings(fact) for fact in facts]
    spoken = matches(things, places).coverage(things, PATH)
    return [fact for fact, share in zip(facts, spoken.tolist(), strict=True) if share >= LEAST_SPOKEN]


def _in_headings(fact: Fact) -> Place:
    view = view_of(fact)
    return view.placed(view.matter)


def as_evidence(fact: Fact, found: Found) -> Evidence:
    """A fact as evidence for a statement."""
    text = found.index.text(fact.span.document_id).text[fact.span.start : fact.span.end]
    return Evidence(fact.span, text, view_of(fact).path, 1.0, 1.0, fact)
