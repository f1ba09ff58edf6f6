"""The units of one question side by side, with what each tells and how far it speaks of what is asked, as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.evidence.matching import Marks, Matches, holds, matches
from assistant.evidence.units import FEW_PLANS, Unit
from assistant.facts import FactView
from assistant.types import Concept, Understanding
from index import Index, Trait
from index.search.late_interaction import spoken

STRONG = 0.5
"""What weighs less than this in a question decides nothing alone."""

LEAST_NEAR, MOST_SPELLINGS = 0.35, 3
"""Nearest tokens of a thing less near than this are of another one: of 20 absent things 17 lie below, of 7 told in other
words 1; what of its spellings is looked at."""


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


def is_spoken_of(concept: Concept, meant: Understanding, index: Index) -> bool:
    """Whether the plans in question speak of a concept, by any of its spellings."""
    return any(_is_told(spelling, meant, index) for spelling in concept.spellings)


def things_absent(seen: Seen, index: Index) -> bool:
    """Whether the plans in question speak of no thing with a name of its own that is asked about, nor of any near it.

    What stands there in other words has tokens near its own: "摆渡" and "渡船".
    """
    things = [c for c in seen.strong if c.firm and c.kind != "place"]
    if not things or not seen.units or any(is_spoken_of(c, seen.meant, index) for c in things):
        return False
    told = [f"{unit.place.text} {unit.place.heading}" for unit in seen.units]
    above = [""] * len(told)
    spellings = (s for c in things for s in (c.asked_as, *c.spellings[:MOST_SPELLINGS]))
    return all(spoken(spelling, told, above, index.encoder).question.max() < LEAST_NEAR for spelling in spellings)


def _is_told(spelling: str, meant: Understanding, index: Index) -> bool:
    """Whether one of the plans in question speaks of a spelling; of many plans that hold it only some are read."""
    plans = index.documents_holding(spelling)
    asked = plans & set(meant.plans) if meant.plans else plans
    return any(holds(index.text(plan).text, spelling) for plan in sorted(asked)[:FEW_PLANS])


def _cited(unit: Unit, index: Index) -> str:
    return index.text(unit.span.document_id).text[unit.span.start : unit.span.end]
