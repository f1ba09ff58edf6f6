"""Contradictions: where a plan gives the same figure for the same year twice and differently, both are told."""

from __future__ import annotations

import re

from assistant.types import Asked, Evidence, Understanding
from index import Index, Indicator, Status

SAME_NAME = 0.75
"""Share of character pairs that two indicator names must have in common to be the same indicator."""
_DIRECTION = re.compile(r"下降|减少|降低|增长|增加|上升|降幅|增幅")
_REACHED = re.compile(r"执行|完成|实际|实绩")
_PLACE = re.compile(r"^(?:全[市区州县省]|我[市区州县省]|本[市区州县省])|生产安全")


def conflicting(meant: Understanding, chosen: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """Evidence that contradicts what was chosen; empty for questions that ask for no figure. At most one piece."""
    if meant.asked is not Asked.FIGURE or not chosen:
        return ()
    document_id = chosen[0].span.document_id
    facts = index.facts(Indicator, (document_id,))
    given = [f for e in chosen for f in _figures_in(e, facts) if _asked_for(f, meant)]
    for fact in given:
        for other in facts:
            if (
                _same_thing(fact, other)
                and _number(fact) != _number(other)
                and not any(other.span.overlaps(e.span) for e in chosen)
            ):
                text = index.document(document_id).clean.text[other.span.start : other.span.end]
                return (Evidence(other.span, text, other.heading_path, 0.0, 1.0, other if other.row else None),)
    return ()


def _figures_in(evidence: Evidence, facts: tuple[Indicator, ...]) -> list[Indicator]:
    return [fact for fact in facts if fact == evidence.fact or (not fact.row and evidence.span.contains(fact.span))]


def _asked_for(fact: Indicator, meant: Understanding) -> bool:
    """Whether a figure is the one in question: its name is asked for, and its year where one is asked."""
    name_asked = any(s in fact.name for c in meant.concepts if c.weight >= 0.5 for s in c.spellings[:2])
    return name_asked and (not meant.years or bool(set(meant.years) & set(fact.years)))


def _same_thing(one: Indicator, two: Indicator) -> bool:
    """Same indicator, year, kind of figure and status; of a table only columns that tell what was reached."""
    if one is two or len(set(one.years)) != 1 or set(one.years) != set(two.years):
        return False
    if one.status is not Status.ACHIEVED or two.status is not Status.ACHIEVED or bool(one.row) == bool(two.row):
        return False
    cell = one if one.row else two
    if not _REACHED.search(cell.column) or _DIRECTION.search(cell.column):
        return False
    if _number(one) is None or _number(two) is None:
        return False
    if any(_DIRECTION.search(f.value) for f in (one, two)) or _unit(one) != _unit(two):
        return False
    return _alike(one.name, two.name) >= SAME_NAME


def _alike(one: str, two: str) -> float:
    first, second = (_pairs(_PLACE.sub("", name)) for name in (one, two))
    return len(first & second) / max(len(first | second), 1)


def _pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)}


def _number(fact: Indicator) -> float | None:
    match = re.search(r"\d+(?:\.\d+)?", fact.value)
    return float(match.group()) if match else None


def _unit(fact: Indicator) -> str:
    match = re.search(r"\d\s*([%‰])", fact.value)
    return match[1] if match else ""
