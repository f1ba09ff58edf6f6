"""The recipes that were tried: how the table starts, what the batches are drawn from, how long.

Weights are shares of the batches; only their ratio counts. `docs/model-recipes.md` holds what each recipe gave.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from index.learning.learn import Schedule

FULL_MIXTURE: Mapping[str, float] = MappingProxyType({
    "parallel": 3.0,
    "software": 1.0,
    "dictionary": 2.0,
    "glossary": 1.0,
    "everyday": 1.0,
    "law_questions": 1.0,
    "safety_law_questions": 1.0,
    "similar_articles": 0.7,
    "reading": 0.7,
    "articles": 1.0,
    "articles_paraphrased": 1.0,
    "plans": 0.5,
    "plans_paraphrased": 0.5,
    "law_questions_english": 1.5,
    "articles_english": 1.5,
    "plans_english": 1.0,
})  # fmt: skip
"""Of 18.4: about 38% of the batches are renderings, 40% Chinese, 22% dictionary-made English questions."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that tells two trainings apart."""

    name: str
    mixture: Mapping[str, float] = field(default_factory=lambda: FULL_MIXTURE)
    starts_at_teacher: bool = True
    word_vectors: bool = True
    """Whether the first table holds Chinese word vectors learnt from running text beside the teacher's."""
    reads_plans: bool = True
    """Whether the text of the plans is read at all, be it only to count the words of the vocabulary."""
    schedule: Schedule = field(default_factory=Schedule)
    dim: int = 256
    seeds: tuple[int, ...] = (1, 2)
    """One training each, all from the same first table; their tables are averaged (model soups; Wortsman et al. 2022,
    arXiv:2203.05482). One training alone moves recall@5 by two points from seed to seed."""
    start_share: float = 0.25
    """How much of the first table is kept: the average of two tables lies between them (WiSE-FT; Wortsman et al. 2021,
    arXiv:2109.01903). Of 0, 0.15, 0.3, 0.5 and 0.7, those about a quarter did best on the tune questions."""


def _without(*names: str) -> dict[str, float]:
    return {name: weight for name, weight in FULL_MIXTURE.items() if not name.startswith(names)}


SHIPPED = Recipe("shipped")
_ONE = Recipe("one-training", seeds=(1,))
_RENDERINGS = ("parallel", "software", "dictionary", "glossary")
RECIPES = {
    recipe.name: recipe
    for recipe in (
        SHIPPED,
        _ONE,
        replace(_ONE, name="teacher-only", schedule=Schedule(steps=0)),
        replace(_ONE, name="nothing-kept", start_share=0.0),
        replace(_ONE, name="longer", schedule=Schedule(steps=1500, learning_rate=0.008), start_share=0.0),
        replace(
            _ONE, name="random-start", starts_at_teacher=False, schedule=Schedule(learning_rate=0.02), start_share=0.0
        ),
        replace(
            _ONE,
            name="no-english-questions",
            mixture=_without("law_questions_english", "articles_english", "plans_english"),
        ),
        replace(_ONE, name="no-word-vectors", word_vectors=False),
        replace(SHIPPED, name="no-plans", mixture=_without("plans"), reads_plans=False),
        replace(_ONE, name="renderings-only", mixture={name: FULL_MIXTURE[name] for name in _RENDERINGS}),
    )
}
