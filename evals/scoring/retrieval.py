"""Ranked passages -> retrieval metrics against evidence, computed by ir_measures.

A passage is relevant when it is of a plan that answers and overlaps an evidence span; all stored passages are judged,
so recall counts what was not found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import RR, R, Success, nDCG

from evals.scoring.spelling import overlaps
from evals.types import EvalQuestion, Passage, System

DEPTH = 10
"""Of mrr@10 and ndcg@10, the deepest metrics."""
_MEASURES = {
    "recall@1": R @ 1,
    "recall@5": R @ 5,
    "recall@10": R @ 10,
    "hit@5": Success @ 5,
    "mrr@10": RR @ 10,
    "ndcg@10": nDCG @ 10,
}
_QUERY = "q"


def retrieval_scores(question: EvalQuestion, system: System) -> dict[str, float]:
    """How well the system's retriever finds the evidence of an answerable question; empty where it has none."""
    if system.search is None or not question.answerable:
        return {}
    return ranked_scores(system.search(question, DEPTH), relevant_ids(question, system.passages))


def relevant_ids(question: EvalQuestion, passages: Sequence[Passage]) -> frozenset[str]:
    """The stored passages that hold evidence for a question."""
    return frozenset(
        passage.id
        for passage in passages
        if passage.document in question.plans and any(overlaps(span, passage.text) for span in question.evidence)
    )


def ranked_scores(ranked: Sequence[Passage], relevant: frozenset[str]) -> dict[str, float]:
    """The measures for one ranking, best first; all 0 where nothing stored is relevant."""
    if not relevant:
        return dict.fromkeys(_MEASURES, 0.0)
    judged: Mapping[str, Mapping[str, int]] = {_QUERY: dict.fromkeys(sorted(relevant), 1)}
    run = {_QUERY: {passage.id: float(len(ranked) - rank) for rank, passage in enumerate(ranked)}}
    values = ir_measures.calc_aggregate(list(_MEASURES.values()), judged, run)
    return {name: float(values[measure]) for name, measure in _MEASURES.items()}
