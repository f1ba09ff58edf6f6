"""From which day a paper holds: the sentence that tells it goes before what speaks of it in the same words.

"《…（试行）》同时废止" ends another paper, "现印发给你们" sends this one out; neither tells when it comes into force.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence.matching import matches
from assistant.evidence.seen import strong
from assistant.types import Asked, Concept, Evidence, Place, Understanding
from index import Document, Index, in_force_from

_HOLDS = ("施行", "生效", "实施")
LIKELY = 0.5
"""A paper that is less likely meant than this beside the likeliest does not speak before it."""


def with_start(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """`ranked` with the sentences first that tell from when the papers in question hold, the likeliest paper's foremost."""
    if meant.asked is not Asked.DEADLINE or not any(map(_is_of_holding, meant.concepts)):
        return ranked
    others = tuple(c for c in strong(meant) if c.kind != "general" and not _is_of_holding(c))
    about = {
        name
        for name in {evidence.span.document_id for evidence in ranked}
        if meant.document_weight(name) >= LIKELY and _is_all_about(index.described(name), others)
    }
    telling = [e for e in ranked if e.fact is None and e.span.document_id in about and _tells_start(e, index)]
    telling.sort(key=lambda evidence: -meant.document_weight(evidence.span.document_id))
    first = (
        replace(e, score=ranked[0].score + 1.0, confidence=meant.document_weight(e.span.document_id)) for e in telling
    )
    return (*first, *(evidence for evidence in ranked if evidence not in telling))


def _is_of_holding(concept: Concept) -> bool:
    return any(word in concept.spellings for word in _HOLDS)


def _is_all_about(document: Document, concepts: tuple[Concept, ...]) -> bool:
    """Whether concepts name the paper as a whole: all stand in its title. "施行前开工的项目" asks of something else."""
    least: float = matches(concepts, [Place(document.title, "", "", "")]).least(concepts).item()
    return least > 0.0


def _tells_start(evidence: Evidence, index: Index) -> bool:
    """Whether a sentence tells the day from which its own paper holds, so far as that is known."""
    document = index.described(evidence.span.document_id)
    return bool(document.in_force) and document.in_force == in_force_from(
        "", evidence.text, document.issued, document.kind
    )
