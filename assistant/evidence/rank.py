"""Ranking: which sentences and facts answer the question, and how surely.

A linear model over features that a person can read (`features`); its weights were fitted on the tune questions (`weights`).
"""

from __future__ import annotations

from assistant.evidence.features import features, has_day, lacks, plan_texts, row_named
from assistant.evidence.matching import coverage
from assistant.evidence.units import Unit, fact_units, front_units, sentence_units
from assistant.evidence.unmet import row_unmet, years_untold
from assistant.evidence.weights import ranking_weights
from assistant.facts import view_of
from assistant.types import Candidate, Evidence, Understanding, Want
from index import Index, Person, Span
from index.terms.lexicon import without_document_numbers

LEAST_COVERAGE = 0.2
"""A fact that speaks of less of the question than this is not looked at."""
MAX_FACTS, MAX_UNITS = 80, 220
"""Bounds on what is scored for one question: the facts that cover most of it, and all units."""
UNMET_PENALTY = 0.8
"""A unit that lacks what is asked gives way to one that has it and lies no further than this below."""
SECTOR_NAMED = 0.3
"""From this share of its label on, a row counts as named by the question; then the table's total is no answer."""
MOSTLY_PEOPLE = 0.6
"""A sentence of which people take up more than this is a line of a list of people."""


def rank(
    meant: Understanding, candidates: tuple[Candidate, ...], index: Index, *, with_facts: bool = True
) -> tuple[Evidence, ...]:
    """All units with their scores, best first; ties are broken by place in the text."""
    units = units_of(meant, candidates, index, with_facts=with_facts)
    if not units:
        return ()
    told = not years_untold(meant, plan_texts(meant, index))
    ranked = [
        _evidence(unit, row, index, told=told) for unit, row in zip(units, features(meant, units, index), strict=True)
    ]
    return tuple(sorted(ranked, key=lambda evidence: (-evidence.score, evidence.span)))


def _evidence(unit: Unit, row: dict[str, float], index: Index, *, told: bool) -> Evidence:
    """A unit with its score; one that lacks what is asked, or of a question whose year no plan tells, is not trusted."""
    weights, lacking = ranking_weights(), lacks(row)
    score = weights.score(row) - UNMET_PENALTY * lacking
    confidence = weights.confidence.chance(score, row["similar"]) if told and not lacking else 0.0
    text = index.document(unit.span.document_id).clean.text[unit.span.start : unit.span.end]
    return Evidence(unit.span, text, unit.heading_path, score, confidence, unit.fact)


def units_of(meant: Understanding, candidates: tuple[Candidate, ...], index: Index, *, with_facts: bool) -> list[Unit]:
    """The sentences of the candidates, and the facts that speak of the question, but for other rows of its table."""
    people = [p.span for p in index.facts(Person, meant.plans or None)] if with_facts else []
    units = [u for u in sentence_units(candidates, index) if not u.front and not _of_people(u.span, people)]
    if Want.FRONT_MATTER in meant.wants:
        units += (u for u in front_units(meant, index) if _tells(u.place.text))
    if with_facts:
        facts = [(coverage(meant.concepts, u.place), u) for u in fact_units(meant, index)]
        near = sorted((one for one in facts if one[0] >= LEAST_COVERAGE), key=lambda one: (-one[0], one[1].span))
        units += [u for _, u in near[:MAX_FACTS]]
    return _of_the_right_row(meant, units[:MAX_UNITS])


def _tells(front: str) -> bool:
    """Whether a line of the front matter tells something: a date with its month, a document number; a title does not."""
    return has_day(front) or without_document_numbers(front) != front


def _of_people(span: Span, people: list[Span]) -> bool:
    """Whether a sentence is a line of a list of people, who come as facts."""
    shared = sum(min(span.end, p.end) - max(span.start, p.start) for p in people if p.overlaps(span))
    return shared >= MOSTLY_PEOPLE * (span.end - span.start)


def _of_the_right_row(meant: Understanding, units: list[Unit]) -> list[Unit]:
    """Without cells of other sectors than the question names, and without totals where it names a sector."""
    named: set[tuple[str, ...]] = set()
    for unit in units:
        view = view_of(unit.fact)
        if view.row and not view.is_total and row_named(meant, unit) >= SECTOR_NAMED:
            named.add(_table(unit))
    return [
        unit
        for unit in units
        if not (view_of(unit.fact).is_total and _table(unit) in named) and not row_unmet(meant, unit.place, unit.fact)
    ]


def _table(unit: Unit) -> tuple[str, ...]:
    return (unit.span.document_id, *unit.heading_path)
