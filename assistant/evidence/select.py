"""Selection: from ranked evidence, the few pieces that together are the answer.

One piece answers most questions. More are taken only where they belong together: cells of one row, people of one role,
neighbouring sentences of one passage.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence.matching import coverage
from assistant.facts import Extent, view_of
from assistant.types import Asked, Evidence, Place, Understanding, Want
from index import Duty, DutyBasis, Index, Span, split_sentences

WINDOW_CHARS = 200
"""Neighbouring sentences are added up to this length: an answer in Chinese stays under 300 characters."""
MAX_PEOPLE = 12
CLOSE = 0.6
"""A second piece of evidence is shown when its score lies no further than this below the first."""


def select(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """The evidence of the answer, best first; empty when nothing was ranked."""
    if not ranked:
        return ()
    first = _as_sentence(meant, _with_office(meant, ranked[0], index), index)
    extent = view_of(first.fact).extent
    if extent is Extent.PEERS:
        return _people(meant, first, ranked)
    if extent is Extent.ROW:
        return _cells(meant, first, ranked)
    if extent is Extent.SENTENCES:
        return _sentences(meant, first, ranked, index)
    return (first,)


def _as_sentence(meant: Understanding, first: Evidence, index: Index) -> Evidence:
    """A task as its sentence that speaks most of the question and those beside it, save where its units are asked for."""
    if meant.asked is Asked.DUTY or view_of(first.fact).basis is not DutyBasis.TASK:
        return first
    text = index.document(first.span.document_id).clean.text
    bounds = [(a, b) for a, b in split_sentences(text, first.span.start, first.span.end) if text[a] not in "(（[【〔"]
    if not bounds or Want.OFFICE in meant.wants:
        return first

    def worth(bound: tuple[int, int]) -> tuple[float, int]:
        return coverage(meant.concepts, Place(text[slice(*bound)], "", "", "")), bound[1] - bound[0]

    left = right = bounds.index(max(bounds, key=worth))
    while meant.asked in (Asked.MEASURE, Asked.LIST):
        sides = [i for i in (left - 1, right + 1) if 0 <= i < len(bounds)]
        fits = [
            i for i in sides if max(bounds[i][1], bounds[right][1]) - min(bounds[i][0], bounds[left][0]) <= WINDOW_CHARS
        ]
        if not fits:
            break
        best = max(fits, key=lambda i: worth(bounds[i]))
        left, right = min(left, best), max(right, best)
    span = Span(first.span.document_id, bounds[left][0], bounds[right][1])
    return replace(first, span=span, text=text[span.start : span.end], fact=None)


def _with_office(meant: Understanding, first: Evidence, index: Index) -> Evidence:
    """A sentence that says what is done but not by whom, as the duty that it is part of, where somebody's duty is asked."""
    if meant.asked is not Asked.DUTY or first.fact is not None:
        return first
    around = (d for d in index.facts(Duty, (first.span.document_id,)) if d.units and d.span.contains(first.span))
    duty = min(around, key=lambda d: d.span.end - d.span.start, default=None)
    if duty is None or any(unit in first.text for unit in duty.units):
        return first
    text = index.document(duty.span.document_id).clean.text[duty.span.start : duty.span.end]
    return replace(first, span=duty.span, text=text, fact=duty)


def _people(meant: Understanding, first: Evidence, ranked: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The best person; with a question for several, everyone who fits as well."""
    if Want.SEVERAL not in meant.wants:
        name = _name(first)
        same = [e for e in ranked if _name(e) == name and e.span.document_id == first.span.document_id]
        named = name in meant.people
        alike = tuple(e for e in _in_role(meant, first, ranked) if e.score >= first.score - CLOSE)
        return tuple(sorted(same, key=lambda e: e.span)) if named else alike or (first,)
    if in_one_role := _in_role(meant, first, ranked):
        return in_one_role
    close = [e for e in ranked if _name(e) and e.score >= first.score - CLOSE]
    return tuple(sorted(close[:MAX_PEOPLE], key=lambda e: e.span))


def _in_role(meant: Understanding, first: Evidence, ranked: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Everybody who has the role that was asked for in the same body, in the order of the plan; empty without a role."""
    roles = {s for c in meant.concepts for s in c.spellings}
    asked = _role(first)
    if asked is None or asked[0] not in roles:
        return ()
    alike = [e for e in ranked if _role(e) == asked]
    return tuple(sorted(alike[:MAX_PEOPLE], key=lambda e: e.span))


def _name(evidence: Evidence) -> str:
    person = view_of(evidence.fact).person
    return person.name if person else ""


def _role(evidence: Evidence) -> tuple[str, str, str] | None:
    """A person's role, the body and the plan; None for evidence of something else."""
    person = view_of(evidence.fact).person
    return (person.role, person.body, evidence.span.document_id) if person else None


def _cells(meant: Understanding, first: Evidence, ranked: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The best cell and the cells of its row for the same years that the question also asks for."""
    fact = view_of(first.fact).cell
    asked_years = set(meant.years)
    chosen = [first]
    for other in ranked[1:]:
        cell = view_of(other.fact).cell
        if fact is None or cell is None:
            continue
        same_row = (
            cell.row == fact.row
            and cell.span.document_id == fact.span.document_id
            and cell.heading_path == fact.heading_path
        )
        fits_years = not asked_years or bool(asked_years & set(cell.years)) or cell.years == fact.years
        if same_row and fits_years and other.score >= first.score - 3.0:
            chosen.append(other)
    return tuple(sorted(chosen[:4], key=lambda e: e.span))


def _sentences(
    meant: Understanding, first: Evidence, ranked: tuple[Evidence, ...], index: Index
) -> tuple[Evidence, ...]:
    widened = _widened(meant, first, index)
    chosen = [widened]
    if meant.asked not in (Asked.MEASURE, Asked.LIST, Asked.DUTY):
        return (widened,)
    for other in ranked[1:4]:
        close = other.fact is None and other.score >= first.score - CLOSE
        fits = sum(len(c.text) for c in chosen) + len(other.text) <= WINDOW_CHARS + 60
        if close and fits and not any(other.span.overlaps(c.span) for c in chosen):
            chosen.append(other)
    return tuple(chosen)


def _widened(meant: Understanding, first: Evidence, index: Index) -> Evidence:
    """A short sentence with those beside it in its paragraph that speak of the question too, as one span."""
    text = index.document(first.span.document_id).clean.text
    start, end = first.span.start, first.span.end
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    bounds = split_sentences(text, line_start, len(text) if line_end < 0 else line_end)
    try:
        at = bounds.index((start, end))
    except ValueError:
        return first
    wants_more = meant.asked in (Asked.MEASURE, Asked.LIST)
    left = right = at
    while wants_more:
        options = []
        for side in (left - 1, right + 1):
            if 0 <= side < len(bounds):
                a, b = bounds[side]
                if max(b, bounds[right][1]) - min(a, bounds[left][0]) <= WINDOW_CHARS:
                    same_sentence = (
                        text[min(b, bounds[at][1]) - 1 : min(b, bounds[at][1])] in ";；" if side != at else False
                    )
                    worth = coverage(meant.concepts, Place(text[a:b], "", "", ""))
                    options.append((max(worth, 0.5) if same_sentence else worth, -abs(side - at), side))
        best = max(options, default=None)
        if best is None or best[0] < 0.25:
            break
        left, right = min(left, best[2]), max(right, best[2])
    span = Span(first.span.document_id, bounds[left][0], bounds[right][1])
    return replace(first, span=span, text=text[span.start : span.end])


def task_quote(evidence: Evidence, meant: Understanding, index: Index) -> Evidence:
    """A task narrowed to its sentence nearest the question and the units in brackets behind it."""
    if view_of(evidence.fact).basis is not DutyBasis.TASK:
        return evidence
    text = index.document(evidence.span.document_id).clean.text
    bounds = split_sentences(text, evidence.span.start, evidence.span.end)
    scored = [(coverage(meant.concepts, Place(text[a:b], "", "", "")), a) for a, b in bounds if text[a] not in "(（"]
    if not scored:
        return evidence
    best = max(scored, key=lambda one: (one[0], one[1]))[1]
    span = Span(evidence.span.document_id, best, evidence.span.end)
    return replace(evidence, span=span, text=text[span.start : span.end])
