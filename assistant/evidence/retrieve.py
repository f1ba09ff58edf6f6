"""Retrieval: the chunks that may hold the answer, from dense and lexical search, fused by reciprocal rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assistant.types import Candidate, Understanding
from index import Index

POOL = 40
"""Chunks taken from each retriever before fusion."""
RRF_K = 20
"""Smoothing of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009 use 60 for pools of 1,000; ours are 40)."""
LEXICAL_WEIGHT, DENSE_WEIGHT = 1.0, 0.6
"""Shares of the two retrievers, set on the tune questions."""

RETRIEVERS = ("lexical", "dense")


def retrieve(
    meant: Understanding, index: Index, k: int, retrievers: Sequence[str] = RETRIEVERS
) -> tuple[Candidate, ...]:
    """The `k` best chunks, best first; ties are broken by chunk id.

    The lexical query holds the Chinese words of the question's concepts, the dense one the question as typed together
    with those words, since the model reads both languages.
    """
    ranks: dict[str, dict[str, int]] = defaultdict(dict)
    plans = meant.plans or None
    if "lexical" in retrievers:
        for rank, (chunk_id, _) in enumerate(index.search_lexical(meant.query, POOL, plans), start=1):
            ranks[chunk_id]["lexical"] = rank
    if "dense" in retrievers:
        for rank, (chunk_id, _) in enumerate(index.search_dense(meant.dense_query, POOL, plans), start=1):
            ranks[chunk_id]["dense"] = rank
    weights = {"lexical": LEXICAL_WEIGHT, "dense": DENSE_WEIGHT}
    candidates = [
        Candidate(
            chunk_id,
            sum(weights[name] / (RRF_K + rank) for name, rank in by.items()),
            by.get("dense"),
            by.get("lexical"),
        )
        for chunk_id, by in ranks.items()
    ]
    return tuple(sorted(candidates, key=lambda c: (-c.score, c.chunk_id))[:k])
