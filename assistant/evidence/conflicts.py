"""Contradictions: where a plan gives the same figure for the same year twice and differently, both are told."""

from __future__ import annotations

from assistant.facts.magnitudes import quantity_of, same_name
from assistant.types import Asked, Evidence, Understanding
from index import Index, Indicator, Status

SAME_NAME = 0.75
"""Share of character pairs that two names must have in common: more than where figures are only set side by side."""


def conflicting(meant: Understanding, chosen: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """Evidence that contradicts what was chosen; empty for questions that ask for no figure. At most one piece."""
    if meant.asked is not Asked.FIGURE or not chosen:
        return ()
    document_id = chosen[0].span.document_id
    facts = index.facts(Indicator, (document_id,))
    given = [f for e in chosen for f in _figures_in(e, facts) if _asked_for(f, meant)]
    for fact in given:
        for other in facts:
            if _contradict(fact, other) and not any(other.span.overlaps(e.span) for e in chosen):
                text = index.text(document_id).text[other.span.start : other.span.end]
                return (Evidence(other.span, text, other.heading_path, 0.0, 1.0, other if other.row else None),)
    return ()


def _figures_in(evidence: Evidence, facts: tuple[Indicator, ...]) -> list[Indicator]:
    return [fact for fact in facts if fact == evidence.fact or (not fact.row and evidence.span.contains(fact.span))]


def _asked_for(fact: Indicator, meant: Understanding) -> bool:
    """Whether a figure is the one in question: its name is asked for, and its year where one is asked."""
    name_asked = any(s in fact.name for c in meant.concepts if c.weight >= 0.5 for s in c.spellings[:2])
    return name_asked and (not meant.years or bool(set(meant.years) & set(fact.years)))


def _contradict(one: Indicator, two: Indicator) -> bool:
    """Whether a table and a sentence give the same indicator for the same year as reached, and differ."""
    if len(set(one.years)) != 1 or set(one.years) != set(two.years) or bool(one.row) == bool(two.row):
        return False
    if one.status is not Status.ACHIEVED or two.status is not Status.ACHIEVED:
        return False
    first, second = quantity_of(one), quantity_of(two)
    if first is None or second is None or first.change or second.change or len({first.unit, second.unit} - {""}) > 1:
        return False
    return first.number != second.number and same_name(one.name, two.name, SAME_NAME)
