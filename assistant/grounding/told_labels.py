"""What is told of one thing of a passage and not of the others, and how near that stands in a sentence to its name or number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from math import exp, log

from assistant.grounding.compared_form import Compared


def weights(labels: Sequence[Compared]) -> list[dict[str, float]]:
    """The pairs of characters of each label with their weights; what most labels have in common weighs little."""
    known = Counter(chain.from_iterable(label.places for label in labels))
    return [{pair: log((1 + len(labels)) / known[pair]) for pair in label.places} for label in labels]


def nearness(of: Mapping[str, float], places: Sequence[float], claim: Compared, chars: float) -> float:
    """How much of a label stands in a sentence, `chars` further from the nearest of the places a third as much."""
    near = 0.0
    for pair, weight in of.items():
        if pair in claim.places:
            apart = min(abs(place - at) for place in places for at in claim.places[pair])
            near += weight * exp(-apart / chars)
    return near
