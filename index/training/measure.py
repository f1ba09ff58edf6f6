"""An encoder and questions in, recall figures out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts -> float32, (n_texts, dim), rows of length 1 (or 0 for a text without known tokens)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the numbers of the passages that answer it."""

    question: str
    relevant: frozenset[int]


@dataclass(frozen=True, slots=True)
class Recall:
    """Share of questions with a right passage first, and among the first five."""

    at_1: float
    at_5: float
    questions: int


def measure(encode: Encode, questions: Sequence[Judged], passages: Sequence[str]) -> Recall:
    """Recall by exhaustive cosine search; ties go to the earlier passage."""
    scores = encode([judged.question for judged in questions]) @ encode(passages).T
    order = np.argsort(-scores, axis=1, kind="stable")[:, :5]
    first = [ranks[0] in judged.relevant for ranks, judged in zip(order, questions, strict=True)]
    among = [bool(judged.relevant.intersection(ranks.tolist())) for ranks, judged in zip(order, questions, strict=True)]
    return Recall(float(np.mean(first)), float(np.mean(among)), len(questions))
