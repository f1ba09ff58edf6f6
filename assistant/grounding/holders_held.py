"""Who holds which post, and who leads or supports what, held to the facts of the passages: none in the place of another.

Where passages tell of several people or offices, each name of a sentence must have beside it what they tell of that one and not,
clearly more, what they tell of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.grounding.compared import compared
from assistant.grounding.compared_form import Compared
from assistant.grounding.ground import Ground
from assistant.grounding.told_labels import nearness, weights
from index.terms.lexicon import is_han

NEAR_CHARS = 12.0
"""What stands so much further from a name speaks a third as much of it."""
CLEARLY_BETTER, LEAST_BETTER = 1.2, 0.3
"""How much better what is told beside a name must fit another one. Set by hand on sentences over two plans."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody that a sentence names: where, and what the passages tell of them, by pairs of characters with weights."""

    places: tuple[float, ...]
    of: Mapping[str, float]


def holder_faults(claim: Compared, grounds: Sequence[Ground]) -> Iterator[tuple[str, str]]:
    """Kind and detail of each name beside which a sentence tells what the passages tell of another."""
    told = defaultdict[str, str](str)
    for name, of in chain.from_iterable(ground.holders for ground in grounds):
        told[name] += f" {of}"  # who leads one thing may support another
    everybody = {
        name: _Named(_places(name, claim), {pair: weight for pair, weight in of.items() if pair not in name})
        for name, of in zip(told, weights([compared(of) for of in told.values()]), strict=True)
    }
    for name, one in everybody.items():
        if one.places and any(_is_instead(one, other, claim) for other in everybody.values() if other is not one):
            yield "name", f"what is told of {name}"


def _places(name: str, claim: Compared) -> tuple[float, ...]:
    """Where a sentence names somebody; nowhere if it leaves out a sign of the name."""
    pairs = [name[at : at + 2] for at in range(len(name) - 1) if all(map(is_han, name[at : at + 2]))]
    return claim.places.get(pairs[0], ()) if pairs and all(pair in claim.places for pair in pairs) else ()


def _is_instead(one: _Named, other: _Named, claim: Compared) -> bool:
    """Whether what stands beside one fits another that is not named, or each what stands beside the other."""
    own, theirs = _fit(one, one.of, claim), _fit(one, other.of, claim)
    if other.places:
        own += _fit(other, other.of, claim)
        theirs += _fit(other, one.of, claim)
    return theirs > own * CLEARLY_BETTER + LEAST_BETTER


def _fit(named: _Named, of: Mapping[str, float], claim: Compared) -> float:
    return nearness(of, named.places, claim, NEAR_CHARS)
