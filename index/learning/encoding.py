"""Pairs and a tokenizer in, pairs as token numbers out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.learning.learn import EncodedSource, Ragged
from index.learning.pairs import Pair

RUNS = {"law_questions": 16, "safety_law_questions": 8, "reading": 4}
"""Sources whose neighbours share a law or a page: they enter a batch together as negatives of each other."""
MAX_TOKENS = 220
"""Longer than any chunk of a plan (400 characters); bounds the memory of a batch."""


def encode_source(tokenizer: Tokenizer, name: str, pairs: Sequence[Pair], weight: float) -> EncodedSource:
    """A source as tokens, without the pairs of which one side holds no token."""
    left = [ids[:MAX_TOKENS] for ids in _token_ids(tokenizer, [pair.left for pair in pairs])]
    right = [ids[:MAX_TOKENS] for ids in _token_ids(tokenizer, [pair.right for pair in pairs])]
    kept = [number for number in range(len(pairs)) if left[number] and right[number]]
    keys: dict[str, int] = {}
    right_keys = np.array([keys.setdefault(pairs[number].right, len(keys)) for number in kept], dtype=np.int64)
    return EncodedSource(name, _ragged(left, kept), _ragged(right, kept), right_keys, weight, RUNS.get(name, 1))


def token_frequency(sources: Iterable[EncodedSource], size: int) -> NDArray[np.float64]:
    """The share of each token in all texts, sources weighted as they are drawn."""
    total: NDArray[np.float64] = np.zeros(size)
    for source in sources:
        for side in (source.left, source.right):
            total += source.weight * np.bincount(side.ids, minlength=size) / len(side.ids)
    return np.asarray(total / total.sum())


def _token_ids(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """Token ids of each text; a text that occurs often is encoded once."""
    once = list(dict.fromkeys(texts))
    encoded = {
        text: e.ids for text, e in zip(once, tokenizer.encode_batch_fast(once, add_special_tokens=False), strict=True)
    }
    return [encoded[text] for text in texts]


def _ragged(lists: Sequence[list[int]], kept: Sequence[int]) -> Ragged:
    lengths: NDArray[np.int64] = np.array([len(lists[number]) for number in kept], dtype=np.int64)
    ids = np.fromiter((token for number in kept for token in lists[number]), dtype=np.int32, count=int(lengths.sum()))
    return Ragged(ids, np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)]))
