"""The units of one question side by side, with what each tells and how far it speaks of what is asked, as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.evidence.matching import Marks, Matches, matches
from assistant.evidence.units import Unit
from assistant.facts import FactView
from assistant.types import Concept, Understanding
from index import Index, Trait

STRONG = 0.5
"""What weighs less than this in a question decides nothing alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Units and, in their order, their views, the words they tell (as matched and as cited), traits and matches."""

    meant: Understanding
    units: tuple[Unit, ...]
    views: tuple[FactView[Any], ...]
    texts: tuple[str, ...]
    traits: NDArray[np.int64]
    matches: Matches

    @classmethod
    def of(cls, meant: Understanding, units: Iterable[Unit], index: Index) -> Seen:
        """What a question sees of its units."""
        seen = tuple(units)
        return cls(
            meant,
            seen,
            tuple(unit.view for unit in seen),
            tuple(f"{unit.place.text} {_cited(unit, index)}" for unit in seen),
            np.array([int(unit.traits) for unit in seen], dtype=np.int64),
            matches(meant.concepts, [unit.place for unit in seen]),
        )

    @property
    def strong(self) -> tuple[Concept, ...]:
        """What the question speaks of that decides."""
        return strong(self.meant)

    def telling(self, trait: Trait) -> Marks:
        """The units that have a trait."""
        marks: Marks = (self.traits & int(trait)) != 0
        return marks

    def each(self, judged: Iterable[object]) -> Marks:
        """One mark a unit."""
        return np.fromiter(map(bool, judged), dtype=np.bool_, count=len(self.units))

    @property
    def none(self) -> Marks:
        """No unit marked."""
        return np.zeros(len(self.units), dtype=np.bool_)


def strong(meant: Understanding) -> tuple[Concept, ...]:
    """The concepts of a question that weigh enough to decide."""
    return tuple(concept for concept in meant.concepts if concept.weight >= STRONG)


def _cited(unit: Unit, index: Index) -> str:
    return index.text(unit.span.document_id).text[unit.span.start : unit.span.end]
