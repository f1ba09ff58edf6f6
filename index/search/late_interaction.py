"""How far texts speak of a question token by token, where no word need be the same: late interaction.

Each token of one side is held against the token of the other that is nearest to it in meaning (Khattab and Zaharia 2020,
arXiv:2004.12832), here with the vectors of a model that knows no context. One vector for a whole sentence blurs what it
tells; its tokens do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.encoders import Encoder

Values = NDArray[np.float64]

CLEARLY = 0.25
"""Tokens whose cosine is less have hardly anything in common: most pairs of words that have nothing lie below it."""


LEAST_SPREAD = 0.05
"""A token as near to one text as to all others differs by less than this, and tells nothing."""
FAR_BELOW, FAR_BEYOND = -1.0, 4.0
"""So many standard deviations at most count: what lies further off is told well enough."""


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """Of each text, (n_texts,) each, 0 to 1: how much of the question it speaks of, and how much of it the question asks.

    `clearly` counts only what is plainly near, in the text or its heading; `beyond`, -0.25 to 1, how much nearer these are
    than the other texts: a token that is near to all of them says nothing of any.
    """

    question: Values
    clearly: Values
    beyond: Values
    text: Values


def spoken(question: str, texts: Sequence[str], headings: Sequence[str], encoder: Encoder) -> Spoken:
    """How far each of `texts`, under its heading, speaks of `question`; zeros where one side holds no known token."""
    numbers = {heading: len(texts) + no for no, heading in enumerate(dict.fromkeys(headings))}
    (asked,) = encoder.token_ids([question])
    of_texts = encoder.token_ids([*texts, *numbers])
    told = np.unique(np.concatenate([asked[:0], *of_texts]))
    nothing = np.zeros(len(texts))
    if not len(asked) or not len(told):
        return Spoken(nothing, nothing, nothing, nothing)
    asked_rows, asked_counts = _directions(encoder.token_vectors(asked))
    told_rows, told_counts = _directions(encoder.token_vectors(told))
    near = asked_rows @ told_rows.T
    columns = np.searchsorted(told, np.concatenate(of_texts))
    lengths = np.array([len(tokens) for tokens in of_texts])
    holding = np.flatnonzero(lengths)
    starts = (np.cumsum(lengths) - lengths)[holding]
    best = np.zeros((len(asked), len(of_texts)))
    best[:, holding] = np.maximum.reduceat(near[:, columns], starts, axis=1)
    own = best[:, : len(texts)]
    under = np.maximum(own, best[:, [numbers[heading] for heading in headings]])
    spread = np.maximum(under.std(axis=1, keepdims=True), LEAST_SPREAD)
    apart = np.clip((under - under.mean(axis=1, keepdims=True)) / spread, FAR_BELOW, FAR_BEYOND)
    counts = told_counts[columns]
    of_text = np.zeros(len(of_texts))
    of_text[holding] = np.add.reduceat(near.max(axis=0)[columns] * counts, starts) / np.add.reduceat(counts, starts)
    return Spoken(
        asked_counts @ np.maximum(own, 0.0) / asked_counts.sum(),
        asked_counts @ np.where(under < CLEARLY, 0.0, under) / asked_counts.sum(),
        asked_counts @ apart / asked_counts.sum() / FAR_BEYOND,
        of_text[: len(texts)],
    )


def _directions(vectors: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Rows of length 1, and how long they were; what has no length counts nothing."""
    lengths = np.linalg.norm(vectors, axis=1)
    return vectors / np.maximum(lengths, LEAST_LENGTH)[:, np.newaxis], np.maximum(lengths, LEAST_LENGTH)


LEAST_LENGTH = 1e-9
"""What is shorter was rounded to nothing."""
