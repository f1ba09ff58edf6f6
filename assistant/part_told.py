"""What is told of a question or of a part of it, before parts are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.matching import holds
from assistant.facts import view_of
from assistant.question.asked_parts import AskedThing
from assistant.types import Answer, Asked, Citation, Evidence, Language, Trace, Understanding
from assistant.wording.phrases import said
from index.terms.lexicon import is_office
from index.terms.office_names import same_office

SURE = 0.55
"""Below this an answer is more likely than not, and hardly more: it is given as the closest passage. Set by hand."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What is told of a question, or of a part of it, with what was found for it; no citations where it is not told."""

    meant: Understanding
    ranked: tuple[Evidence, ...]
    text: str = ""
    citations: tuple[Citation, ...] = ()
    subject: str = ""
    """The person, or the office, that answers."""
    offices: tuple[str, ...] = ()
    """The offices in which the person who answers holds posts."""


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What became of a question: its answer, what it means, what was found for it, best first, and what its parts were told.

    `parts` is empty where it was answered as one.
    """

    answer: Answer
    meant: Understanding
    found: tuple[Evidence, ...]
    parts: tuple[Told, ...] = ()


def subject_of(evidence: Sequence[Evidence]) -> tuple[str, tuple[str, ...]]:
    """The person, or the office, that the first evidence tells, and the offices of that person's posts."""
    if not evidence:
        return "", ()
    view = view_of(evidence[0].fact)
    return view.person.name if view.person else next(iter(view.actors), ""), view.offices


def may_answer(told: Told, office: str) -> bool:
    """Whether an answer may be of the office to which a clause points by a pronoun: a person has to hold a post there."""
    asks_for_person = told.meant.asked is Asked.PERSON and is_office(office)
    return not asks_for_person or any(same_office(office, own) for own in told.offices)


def speaks_of(told: Told, thing: AskedThing) -> bool:
    """Whether an answer speaks of a thing, by itself or by the heading that it is taken from.

    The things are in Chinese words: of an answer in English it is what it was translated from that speaks of them.
    """
    quotes = [citation.quote for citation in told.citations] if told.meant.language is Language.EN else []
    words = " ".join((told.text, *quotes, *(citation.section for citation in told.citations)))
    return bool(told.citations) and any(holds(words, s) for one in thing.concepts for s in one.spellings)


def as_sure(text: str, confidence: float, language: Language) -> str:
    """An answer's text as surely as it is known: a doubtful one is the closest passage, and no more."""
    return text if confidence >= SURE else said(language, "closest", told=text)


MOST_TRACED, MOST_TRACED_CHARS = 8, 80
"""Of what was found, in the trace."""


def trace_of(meant: Understanding, ranked: Sequence[Evidence]) -> Trace:
    """How a question was read and what was found for it, best first."""
    return Trace(
        str(meant.asked),
        meant.query,
        meant.plans,
        tuple(f"{c.asked_as} → {'/'.join(c.spellings[:3])}" for c in meant.concepts),
        tuple((e.text[:MOST_TRACED_CHARS], round(e.score, 2)) for e in ranked[:MOST_TRACED]),
        round(ranked[0].confidence, 3) if ranked else 0.0,
        asks_back=meant.asks_back,
    )
