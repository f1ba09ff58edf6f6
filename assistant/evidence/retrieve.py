"""Retrieval: the chunks that may hold the answer, from dense and lexical search, fused by reciprocal rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assistant.types import Candidate, Understanding
from index import Index, character_pairs
from index.terms.lexicon import is_han

POOL = 40
"""Chunks taken from each retriever before fusion."""
RRF_K = 20
"""Smoothing of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009 use 60 for pools of 1,000; ours are 40)."""
LEXICAL_WEIGHT, DENSE_WEIGHT, TRANSLATED_WEIGHT = 1.0, 0.6, 0.5
"""Shares of the two retrievers and of the words of translations, set on the tune questions."""

LEAST_SPOKEN_CHARS, SPOKEN_AMONG, MOST_SPOKEN = 8, 10, 3
"""Fewer characters of its own words stand in too many passages; a question's words are looked for in so many of the best,
and so many of these are taken."""
SPOKEN = 0.9
"""A passage that holds so much of the question's own words speaks of it, whatever else the program makes of them."""

RETRIEVERS = ("lexical", "dense")


def retrieve(
    meant: Understanding, index: Index, k: int, retrievers: Sequence[str] = RETRIEVERS
) -> tuple[Candidate, ...]:
    """The `k` best chunks: those that hold the question's own words, then the others, best first; ties go by chunk id.

    The lexical query holds the Chinese words of the question's concepts, the dense one the question as typed together
    with those words, since the model reads both languages. The question's English words are looked for in translations.
    """
    ranks: dict[str, dict[str, int]] = defaultdict(dict)
    plans = meant.plans or None
    if "lexical" in retrievers:
        for rank, (chunk_id, _) in enumerate(index.search_lexical(meant.query, POOL, plans), start=1):
            ranks[chunk_id]["lexical"] = rank
        for rank, (chunk_id, _) in enumerate(
            index.search_lexical(meant.english, POOL, plans, translated=True), start=1
        ):
            ranks[chunk_id]["translated"] = rank
    if "dense" in retrievers:
        for rank, (chunk_id, _) in enumerate(index.search_dense(meant.dense_query, POOL, plans), start=1):
            ranks[chunk_id]["dense"] = rank
    weights = {"lexical": LEXICAL_WEIGHT, "dense": DENSE_WEIGHT, "translated": TRANSLATED_WEIGHT}
    candidates = [
        Candidate(
            chunk_id,
            sum(weights[name] / (RRF_K + rank) for name, rank in by.items()),
            by.get("dense"),
            by.get("lexical"),
        )
        for chunk_id, by in ranks.items()
    ]
    best = sorted(candidates, key=lambda c: (-c.score, c.chunk_id))[:k]
    if "lexical" not in retrievers:
        return tuple(best)
    spoken = spoken_in(meant, index, meant.plans)
    likely = best[0].score if best else 1.0
    others = tuple(c for c in best if c.chunk_id not in spoken)[: k - len(spoken)]
    return (*(Candidate(one, likely, None, None) for one in spoken), *others)


def spoken_in(meant: Understanding, index: Index, plans: Sequence[str]) -> tuple[str, ...]:
    """The passages of `plans` (of all if there are none) in which nearly all of the question's own words stand, best first.

    They are found whatever the program makes of the words: a place in them may be no place of a document.
    """
    own = meant.own_words
    if sum(map(is_han, "".join(own))) < LEAST_SPOKEN_CHARS:
        return ()
    found = index.search_lexical(" ".join(own), SPOKEN_AMONG, plans or None)
    pairs = [pair for word in own for pair in character_pairs(word)]
    texts = {chunk_id: "".join(index.chunk(chunk_id).searched.split()) for chunk_id, _ in found}
    held = {chunk_id: sum(pair in text for pair in pairs) / len(pairs) for chunk_id, text in texts.items()}
    return tuple(sorted((one for one in held if held[one] >= SPOKEN), key=lambda one: -held[one]))[:MOST_SPOKEN]
