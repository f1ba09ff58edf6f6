"""What a search shows: passages in the order in which their best sentence or fact answers."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.retrieve import spoken_in
from assistant.types import Candidate, Evidence, Understanding
from index import Chunk, Index


def passages(
    meant: Understanding, found: Sequence[Candidate], ranked: Sequence[Evidence], index: Index, k: int
) -> tuple[tuple[Chunk, float], ...]:
    """The `k` best passages with their scores, best first; those without anything ranked last, as they were found.

    A passage that holds the question's own words is among them wherever it stands: only documents that a person ticked
    are a bound for it.
    """
    scores: dict[str, float] = {}
    for evidence in ranked:
        for chunk in index.chunks_at(evidence.span):
            scores.setdefault(chunk.id, evidence.score)
    lowest = min(scores.values(), default=0.0)
    spoken = spoken_in(meant, index, meant.question.plans)
    for place, chunk_id in enumerate((*(candidate.chunk_id for candidate in found), *spoken), start=1):
        scores.setdefault(chunk_id, lowest - place)
    best = sorted(scores, key=lambda chunk_id: (-scores[chunk_id], chunk_id))
    lost = [chunk_id for chunk_id in spoken if chunk_id not in best[:k]][: k // 2]
    return tuple((index.chunk(chunk_id), scores[chunk_id]) for chunk_id in (*best[: k - len(lost)], *lost))
