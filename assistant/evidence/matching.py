"""How far a piece of a plan speaks of what a question asks: concept by concept, in the text, its headings or beside it."""

from __future__ import annotations

from functools import lru_cache

from assistant.types import Concept, Place

IN_TEXT, IN_HEADING, IN_PATH, NEARBY = 1.0, 0.75, 0.5, 0.4
"""What a concept counts when it stands in the text itself, the heading right above, a higher heading, the same passage."""
OTHER_SPELLING = 0.85
"""An alternative spelling counts less than the plans' own: some are only near in meaning."""
PARTIAL = 0.6
"""A long term of which most character pairs are met counts by their share, times this."""
LEAST_SHARE = 0.5
_MAX_MET = 40_000
"""Pairs of text and concept that are remembered: those of some questions, for headings and sentences come up again."""


def match(concept: Concept, place: Place) -> float:
    """0 to 1: how surely `place` speaks of `concept`."""
    best = 0.0
    for part, worth in (
        (place.text, IN_TEXT),
        (place.heading, IN_HEADING),
        (place.path, IN_PATH),
        (place.nearby, NEARBY),
    ):
        if best >= worth:
            break
        if part:
            whole, share = _met(part, concept.spellings)
            found = worth * whole if whole else worth * PARTIAL * share
            if found > best:
                best = found
    return best


@lru_cache(maxsize=_MAX_MET)
def _met(part: str, spellings: tuple[str, ...]) -> tuple[float, float]:
    """What a spelling that stands whole in `part` counts; where none does, the share of pairs of the first."""
    for i, spelling in enumerate(spellings):
        if holds(part, spelling):
            return (OTHER_SPELLING if i else 1.0), 0.0
    return 0.0, _pairs_share(spellings[0], part) if spellings else 0.0


def holds(text: str, spelling: str) -> bool:
    """Whether `text` speaks of `spelling`; 非煤矿山 does not speak of 煤矿, 副组长 not of the 组长."""
    at = text.find(spelling)
    while at >= 0:
        if at == 0 or text[at - 1] not in "非副":
            return True
        at = text.find(spelling, at + 1)
    return False


def _pairs_share(term: str, part: str) -> float:
    """Share of the character pairs of a long term that `part` holds; 0 below `LEAST_SHARE`."""
    if len(term) < 3:
        return 0.0
    pairs = [term[i : i + 2] for i in range(len(term) - 1)]
    share = sum(pair in part for pair in pairs) / len(pairs)
    return share if share >= LEAST_SHARE else 0.0


def coverage(concepts: tuple[Concept, ...], place: Place) -> float:
    """The weighted share of `concepts` that `place` speaks of, 0 to 1; 0 where the question has no content words."""
    total = sum(concept.weight for concept in concepts)
    if total == 0:
        return 0.0
    return sum(concept.weight * match(concept, place) for concept in concepts) / total
