"""An encoder and questions in, recall figures out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.learning.laws import LawQuestion
from index.learning.pairs import ROUNDED_TO_ZERO

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts -> float32, (n_texts, dim), rows of length 1 (0 for a text without a known token)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the numbers of the passages that answer it."""

    question: str
    relevant: frozenset[int]


@dataclass(frozen=True, slots=True)
class Recall:
    """Share of questions with a right passage first, and with one among the first five."""

    at_1: float
    at_5: float
    questions: int


def measure(encode: Encode, questions: Sequence[Judged], passages: Sequence[str]) -> Recall:
    """recall@1 and recall@5 by exhaustive cosine search; ties go to the earlier passage."""
    scores = encode([judged.question for judged in questions]) @ encode(passages).T
    ranked = np.argsort(-scores, axis=1, kind="stable")[:, :5].tolist()
    first = [row[0] in judged.relevant for row, judged in zip(ranked, questions, strict=True)]
    among = [not judged.relevant.isdisjoint(row) for row, judged in zip(ranked, questions, strict=True)]
    return Recall(float(np.mean(first)), float(np.mean(among)), len(questions))


def judged_law_questions(
    questions: Iterable[LawQuestion], held_back: frozenset[str]
) -> tuple[tuple[Judged, ...], tuple[str, ...]]:
    """The held-back laws' questions, and the articles that they were made from as the passages to be searched."""
    own = [question for question in questions if question.law in held_back]
    passages = tuple(sorted({question.passage for question in own}))
    number_of = {passage: number for number, passage in enumerate(passages)}
    return tuple(Judged(question.question, frozenset({number_of[question.passage]})) for question in own), passages


def table_encoder(tokenizer: Tokenizer, table: NDArray[np.float32]) -> Encode:
    """The encoder that a shipped folder with this tokenizer and table will be."""

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
        for number, encoding in enumerate(tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)):
            if encoding.ids:
                vectors[number] = table[encoding.ids].mean(axis=0)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, ROUNDED_TO_ZERO), dtype=np.float32)

    return encode
