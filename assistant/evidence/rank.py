"""Ranking: which sentences and facts answer the question, and how surely.

A linear model over features that a person can read (`features`); its weights were fitted on the tune questions (`weights`).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from assistant.evidence.coming_into_force import with_start
from assistant.evidence.features import features, lacks, trust
from assistant.evidence.matching import Values, matches
from assistant.evidence.parts.articles import with_parts_asked
from assistant.evidence.parts.tiers import of_the_tier, with_tier
from assistant.evidence.rows import with_rows
from assistant.evidence.rows.other_rows import row_unmet, rows_named
from assistant.evidence.seen import STRONG
from assistant.evidence.units import Unit, fact_units, front_units, plans_looked_into, sentence_units
from assistant.evidence.unmet import years_untold
from assistant.evidence.weights import ranking_weights
from assistant.time_limit import check_time
from assistant.types import Asked, Candidate, Citation, Evidence, FeaturedUnit, Understanding, Want
from index import Duty, Index, Span, Trait
from index.errors import ModelError
from index.search.reranker import Reranker, fused_order
from index.terms.lexicon import without_document_numbers

logger = logging.getLogger(__name__)

LEAST_CONFIDENCE = 0.3
"""Below this a plan is taken not to tell, alone or as a row of a comparison: of 0.3 to 0.5 the value at which the fewest right
answers to tune questions are held back; above it nearly as many that no plan answers would still be answered."""
LEAST_COVERAGE = 0.2
"""A fact that speaks of less of the question than this is not looked at."""
MAX_FACTS, MAX_UNITS = 120, 400
"""Bounds on what is scored for one question: the facts that cover most of it, and all units."""
UNMET_PENALTY = 0.8
"""A unit that lacks what is asked gives way to one that has it and lies no further than this below."""
ALSO_LIKELY, OF_TITLE = 0.5, 0.4
"""A document at least so likely beside the likeliest may be meant as well; what a word of a document's title weighs in it."""
RERANKED = 20
"""So many of the best are read by a reranker, if there is one: some hold the answer to nearly every question."""
SECTOR_NAMED = 0.3
"""From this share of its label on, a row counts as named by the question; then the table's total is no answer."""


def rank(
    meant: Understanding,
    candidates: tuple[Candidate, ...],
    index: Index,
    *,
    with_facts: bool = True,
    reranker: Reranker | None = None,
) -> tuple[Evidence, ...]:
    """All units with their scores, best first, before them the article, table rows or start of force that is asked for.

    One that lacks what is asked, or of a question whose year no plan tells, is not trusted; one of a document that the
    question means less likely than another is trusted as much less. A `reranker` has a say in the order of sentences.
    """
    units = units_of(meant, candidates, index, with_facts=with_facts)
    if not units:
        return ()
    meant = beside_title(meant, index)
    columns, weights = features(meant, units, index), ranking_weights()
    lacking = lacks(columns)
    scores = weights.score(columns) - UNMET_PENALTY * lacking
    trusted = ~lacking & (not years_untold(meant, index))
    told = {"score": scores, **trust(columns, units, meant, index)}
    chances = weights.confidence.chance(told) * 10.0 ** columns["document"]
    confidences = np.where(trusted, chances, 0.0)
    ranked = (
        _evidence(unit, score, confidence, index)
        for unit, score, confidence in zip(units, scores.tolist(), confidences.tolist(), strict=True)
    )
    in_order = tuple(sorted(ranked, key=lambda evidence: (-evidence.score, evidence.span)))
    if reranker:
        in_order = _reranked(meant, in_order, reranker)
    in_order = _of_likely_document(meant, in_order)
    in_order = with_start(meant, with_tier(meant, in_order, index), index)
    if with_facts:
        in_order = with_rows(meant, in_order, plans_looked_into(meant, candidates, index), index)
    return with_parts_asked(meant, in_order, index)


def featured(meant: Understanding, units: list[Unit], index: Index) -> tuple[FeaturedUnit, ...]:
    """Some units with what ranks them and what tells whether they answer: what the weights are fitted on."""
    if not units:
        return ()
    meant = beside_title(meant, index)
    columns = features(meant, units, index)
    told = trust(columns, units, meant, index)
    seen = zip(units, _rows(columns), _rows(told), lacks(columns).tolist(), strict=True)
    return tuple(FeaturedUnit(unit.span, row, trusted, lacking) for unit, row, trusted, lacking in seen)


def _rows(columns: Mapping[str, Values]) -> Iterator[dict[str, float]]:
    """Columns as a row a unit."""
    return (dict(zip(columns, row, strict=True)) for row in zip(*(c.tolist() for c in columns.values()), strict=True))


def in_paragraph_first(ranked: tuple[Evidence, ...], near: Citation, index: Index) -> tuple[Evidence, ...]:
    """The evidence, what is trusted of the paragraph of a citation before all other."""
    text = index.text(near.document).text
    end = text.find("\n", near.end)
    paragraph = Span(near.document, text.rfind("\n", 0, near.start) + 1, len(text) if end < 0 else end)
    beside = [e for e in ranked if paragraph.contains(e.span) and e.confidence >= LEAST_CONFIDENCE]
    return (*beside, *(e for e in ranked if e not in beside))


def beside_title(meant: Understanding, index: Index) -> Understanding:
    """The question with little weight on the words of the title of the one document it means: all of it is about them."""
    likely = [plan for plan, weight in meant.documents.items() if weight >= ALSO_LIKELY]
    if len(likely) != 1:
        return meant
    title = index.described(likely[0]).title
    in_title = [any(spelling in title for spelling in concept.spellings) for concept in meant.concepts]
    beside = [c for c, titled in zip(meant.concepts, in_title, strict=True) if not titled]
    if not any(concept.weight >= STRONG for concept in beside):
        return meant
    lowered = (
        replace(concept, weight=OF_TITLE * concept.weight) if titled else concept
        for concept, titled in zip(meant.concepts, in_title, strict=True)
    )
    return replace(meant, concepts=tuple(lowered))


def _of_likely_document(meant: Understanding, ranked: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """What would be refused because its document is hardly meant gives way to the best that is trusted of the likeliest."""
    first = ranked[0]
    if first.confidence >= LEAST_CONFIDENCE or meant.document_weight(first.span.document_id) == 1.0:
        return ranked
    likely = (e for e in ranked if meant.document_weight(e.span.document_id) == 1.0)
    best = next((e for e in likely if e.confidence >= LEAST_CONFIDENCE), None)
    if best is None:
        return ranked
    return (replace(best, score=first.score), *(evidence for evidence in ranked if evidence is not best))


def _reranked(meant: Understanding, ranked: tuple[Evidence, ...], reranker: Reranker) -> tuple[Evidence, ...]:
    """The evidence, the trusted sentences among the best of it in the order of ranking and reranker together.

    They change places among themselves, with the scores of the places. A fact stays where it is: it was chosen by office,
    row, year or person, and its words alone say little. What is not trusted stays below what is.
    """
    places = [at for at, e in enumerate(ranked[:RERANKED]) if e.fact is None and e.confidence >= LEAST_CONFIDENCE]
    texts = ["\n".join((*ranked[at].heading_path[-1:], ranked[at].text)) for at in places]
    try:
        scores = reranker.scores(meant.dense_query, texts, check_time)
    except ModelError as exc:
        logger.warning("%s; going on without it", exc)
        return ranked
    in_order = list(ranked)
    for at, own in zip(places, fused_order(scores), strict=True):
        in_order[at] = replace(ranked[places[own]], score=ranked[at].score)
    return tuple(in_order)


def _evidence(unit: Unit, score: float, confidence: float, index: Index) -> Evidence:
    text = index.text(unit.span.document_id).text[unit.span.start : unit.span.end]
    return Evidence(unit.span, text, unit.heading_path, score, confidence, unit.fact)


def units_of(meant: Understanding, candidates: tuple[Candidate, ...], index: Index, *, with_facts: bool) -> list[Unit]:
    """The sentences of the candidates, and the facts that speak of the question, but for other rows and other tiers."""
    of_front = Want.FRONT_MATTER in meant.wants
    units = list(
        sentence_units(candidates, index, with_people=not with_facts, with_front=not of_front) if candidates else ()
    )
    plans = plans_looked_into(meant, candidates, index)
    if of_front:
        units += (unit for unit in front_units(plans, index) if _tells(unit))
    if with_facts:
        units += _facts_near(meant, plans, candidates, index)
    return of_the_tier(meant, _of_the_right_row(meant, units[:MAX_UNITS]), index)


def _facts_near(
    meant: Understanding, plans: tuple[str, ...], candidates: tuple[Candidate, ...], index: Index
) -> list[Unit]:
    """The facts that speak most of the question, and the duties in the passages found, in whatever words they are told."""
    facts = fact_units(meant.asked, plans, index)
    covered = matches(meant.concepts, facts.haystack).coverage(meant.concepts)
    near = {int(at) for at in np.flatnonzero(covered >= LEAST_COVERAGE)}
    near.update(_duties_found(facts.units, candidates, index))
    best = sorted((-covered[at], facts.units[at].span, at) for at in near)[:MAX_FACTS]
    found = (facts.units[at] for *_, at in best)
    # Who has a role is no answer to what the role answers for.
    of_roles = meant.asked in (Asked.DUTY, Asked.MEASURE) and Want.FIELD in meant.wants and not meant.people
    return [unit for unit in found if not (of_roles and unit.view.person)]


def _duties_found(units: tuple[Unit, ...], candidates: tuple[Candidate, ...], index: Index) -> Iterator[int]:
    """Which of the units are duties that stand in a passage found: rows of a table come as facts alone."""
    spans: dict[str, list[Span]] = {}
    for candidate in candidates:
        span = index.chunk(candidate.chunk_id).span
        spans.setdefault(span.document_id, []).append(span)
    for at, unit in enumerate(units):
        passages = spans.get(unit.span.document_id, ()) if unit.fact and unit.fact.kind == Duty.kind else ()
        if any(passage.contains(unit.span) for passage in passages):
            yield at


def _tells(front: Unit) -> bool:
    """Whether a line of the front matter tells something: a date with its month, a document number; a title does not."""
    return Trait.DAY in front.traits or without_document_numbers(front.place.text) != front.place.text


def _of_the_right_row(meant: Understanding, units: list[Unit]) -> list[Unit]:
    """Without cells of other sectors than the question names, and without totals where it names a sector."""
    cells = [unit for unit in units if unit.view.cell is not None]
    if not cells:
        return units
    shares = zip(cells, rows_named(meant, cells), strict=True)
    named = {_table(unit) for unit, share in shares if share >= SECTOR_NAMED and not unit.view.is_total}
    wrong = {id(unit) for unit, other in zip(cells, row_unmet(meant, cells), strict=True) if other}
    return [unit for unit in units if id(unit) not in wrong and not (unit.view.is_total and _table(unit) in named)]


def _table(unit: Unit) -> tuple[str, ...]:
    return (unit.span.document_id, *unit.heading_path)
