"""How far pieces of plans speak of what a question asks: concept by concept, in the text, its headings or beside it.

All places of a question are looked through at once: their parts are joined to one text, in which each spelling is looked
for once, and what is found becomes arrays with a value for each part or place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.types import Concept, Place

Values = NDArray[np.float64]
Marks = NDArray[np.bool_]

IN_TEXT, IN_HEADING, IN_PATH, NEARBY = 1.0, 0.75, 0.5, 0.4
"""What a concept counts when it stands in the text itself, the heading right above, a higher heading, the same passage."""
TEXT, HEADING, PATH, ALL = 1, 2, 3, 4
"""How many parts of a place are looked into: its text alone, its heading too, the higher headings too, what is nearby too."""
OTHER_SPELLING = 0.85
"""An alternative spelling counts less than the plans' own: some are only near in meaning. The English of a question is its own."""
PARTIAL = 0.6
"""A long term of which most character pairs are met counts by their share, times this."""
LEAST_SHARE = 0.5
_BETWEEN = "\0"
"""Stands between the parts of a joined text; no plan and no spelling holds it."""


def holds(text: str, spelling: str) -> bool:
    """Whether `text` speaks of `spelling`; 非煤矿山 does not speak of 煤矿, 副组长 not of the 组长."""
    return any(_is_the_thing(text, at) for at in _found(text, spelling))


def _found(text: str, spelling: str) -> Iterator[int]:
    at = text.find(spelling)
    while at >= 0:
        yield at
        at = text.find(spelling, at + 1)


def _is_the_thing(text: str, at: int) -> bool:
    """Whether what stands at `at` is the thing itself, not its opposite or a deputy."""
    return at == 0 or text[at - 1] not in "非副"


class Haystack:
    """Places as one text; a part that several of them share stands in it once."""

    def __init__(self, parts: Sequence[str], rows: NDArray[np.intp]) -> None:
        """`rows`, (n_places, 4), are the numbers of each place's text, heading, path and what is nearby in `parts`."""
        self.parts, self.rows = tuple(parts), rows
        self._joined = _BETWEEN.join(self.parts)
        lengths = np.fromiter(map(len, self.parts), dtype=np.intp, count=len(self.parts))
        self._ends = np.cumsum(lengths + len(_BETWEEN))

    @classmethod
    def of(cls, places: Sequence[Place]) -> Haystack:
        """The haystack of some places."""
        numbers: dict[str, int] = {}
        rows = [
            [numbers.setdefault(part, len(numbers)) for part in (place.text, place.heading, place.path, place.nearby)]
            for place in places
        ]
        return cls(tuple(numbers), np.array(rows, dtype=np.intp).reshape(len(rows), ALL))

    @classmethod
    def together(cls, several: Sequence[Haystack]) -> Haystack:
        """The places of several haystacks, in their order."""
        before = np.cumsum([0, *(len(one.parts) for one in several)])
        rows = [one.rows + first for one, first in zip(several, before, strict=False)]
        parts = tuple(part for one in several for part in one.parts)
        return cls(parts, np.concatenate([np.zeros((0, ALL), dtype=np.intp), *rows]))

    def holding(self, text: str) -> Marks:
        """The parts in which `text` stands, whatever stands before it."""
        return self._marked(list(_found(self._joined, text)))

    def speaking_of(self, spelling: str) -> Marks:
        """The parts that speak of `spelling`; see `holds`."""
        return self._marked([at for at in _found(self._joined, spelling) if _is_the_thing(self._joined, at)])

    def _marked(self, places: list[int]) -> Marks:
        marks = np.zeros(len(self.parts), dtype=np.bool_)
        if places:
            marks[np.searchsorted(self._ends, np.array(places), side="right")] = True
        return marks


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """How surely places speak of concepts, 0 to 1: `values[c, p, n - 1]` for concept c in the `n` nearest parts of p."""

    concepts: tuple[Concept, ...]
    values: Values

    def of(self, concept: Concept, parts: int = ALL) -> Values:
        """(n_places,): how surely each place speaks of one of the concepts."""
        values: Values = self.values[self.concepts.index(concept), :, parts - 1]
        return values

    def most(self, concepts: Sequence[Concept], parts: int = ALL) -> Values:
        """(n_places,): how surely each place speaks of one of `concepts` at least; 0 where there are none."""
        most: Values = np.max([np.zeros(self.values.shape[1]), *(self.of(c, parts) for c in concepts)], axis=0)
        return most

    def least(self, concepts: Sequence[Concept], parts: int = ALL) -> Values:
        """(n_places,): how surely each place speaks of all of `concepts`; 1 where there are none."""
        least: Values = np.min([np.ones(self.values.shape[1]), *(self.of(c, parts) for c in concepts)], axis=0)
        return least

    def coverage(self, concepts: Sequence[Concept], parts: int = ALL) -> Values:
        """(n_places,): the weighted share of `concepts` that each place speaks of; 0 where they weigh nothing."""
        total = sum(concept.weight for concept in concepts)
        covered = np.zeros(self.values.shape[1])
        for concept in concepts if total else ():
            covered += concept.weight * self.of(concept, parts)
        return covered / total if total else covered


def matches(concepts: Sequence[Concept], places: Sequence[Place] | Haystack) -> Matches:
    """How surely each of `places` speaks of each of `concepts`."""
    hay = places if isinstance(places, Haystack) else Haystack.of(places)
    once = tuple(dict.fromkeys(concepts))
    values = np.zeros((len(once), len(hay.rows), ALL))
    pairs: dict[str, Marks] = {}
    for concept, worth in zip(once, values, strict=True):
        whole, share = _met(concept, hay, pairs)
        for part, counts in enumerate((IN_TEXT, IN_HEADING, IN_PATH, NEARBY)):
            by_part = np.where(whole > 0, counts * whole, counts * PARTIAL * share)
            worth[:, part] = by_part[hay.rows[:, part]]
    return Matches(once, np.maximum.accumulate(values, axis=2))


def _met(concept: Concept, hay: Haystack, pairs: dict[str, Marks]) -> tuple[Values, Values]:
    """For each part what a spelling that stands whole in it counts, and the share of pairs of the first spelling."""
    spellings, whole = concept.spellings, np.zeros(len(hay.parts))
    for spelling in reversed(spellings):
        own = spelling is spellings[0] or (spelling.isascii() and concept.asked_as.isascii())
        whole[hay.speaking_of(spelling)] = 1.0 if own else OTHER_SPELLING
    return whole, _pairs_share(spellings[0], hay, pairs) if spellings else whole


def _pairs_share(term: str, hay: Haystack, known: dict[str, Marks]) -> Values:
    """Share of the character pairs of a long term that each part holds; 0 below `LEAST_SHARE`."""
    if len(term) < 3:
        return np.zeros(len(hay.parts))
    pairs = [term[i : i + 2] for i in range(len(term) - 1)]
    for pair in pairs:
        if pair not in known:
            known[pair] = hay.holding(pair)
    share = np.sum([known[pair] for pair in pairs], axis=0) / len(pairs)
    return np.where(share >= LEAST_SHARE, share, 0.0)
