"""How right and how complete the typed facts are: a judged sample, and what was counted by hand in the plans."""

from evals.facts.added_plans import added_recall
from evals.facts.counted import Counted, load_counted, recall
from evals.facts.keys import content_key, describe
from evals.facts.sample import Judgement, draw, load_judgements, precision
from evals.facts.score import FactScores, score_facts

__all__ = [
    "Counted",
    "FactScores",
    "Judgement",
    "added_recall",
    "content_key",
    "describe",
    "draw",
    "load_counted",
    "load_judgements",
    "precision",
    "recall",
    "score_facts",
]
