"""Facts -> precision by type and recall by group, with what was missed and what nobody judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evals.facts.counted import Counted, load_counted, recall
from evals.facts.sample import draw, load_judgements, precision
from evals.types import Estimate
from index import Fact


@dataclass(frozen=True, slots=True)
class FactScores:
    """`figures[group][metric]`: precision by type of fact, recall by group of what was counted, and recall in `all`.

    `sampled` is how many facts of a type were drawn, `unjudged` how many of these have no judgement.
    """

    figures: Mapping[str, Mapping[str, Estimate]]
    sampled: Mapping[str, int]
    unjudged: Mapping[str, int]
    missed: tuple[Counted, ...]


def score_facts(facts: Iterable[Fact]) -> FactScores:
    """The facts of the plans held against the judged sample and against what was counted by hand."""
    known = list(facts)
    judgements = load_judgements()
    figures: dict[str, dict[str, Estimate]] = {"all": {}}
    sampled: dict[str, int] = {}
    unjudged: dict[str, int] = {}
    for kind, drawn in draw(known).items():
        estimate, unjudged[kind] = precision(drawn, judgements)
        sampled[kind] = len(drawn)
        if estimate:
            figures.setdefault(kind, {})["precision"] = estimate
    found, missed = recall(load_counted(), known)
    for group, estimate in found.items():
        figures.setdefault(group, {})["recall"] = estimate
    return FactScores(figures, sampled, unjudged, missed)
