"""The form of a sentence or passage in which both languages can be compared: what it says, and where.

Chinese is read as pairs of characters; of English the glossary gives the Chinese, and the stems of its words stand beside.
Where each stands is kept, so that what stands beside a number or a name can be compared as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

NEAR_CHARS = 8.0
"""What stands so much further from a number speaks a third as much of it."""
CLAUSE_COST, SENTENCE_COST = 8.0, 24.0
"""A stop parts as much as so many characters."""
CLAUSE_STOPS, SENTENCE_STOPS = "，,、:：", "。；;!?！？"
PLAN_PERIOD = "five-year plan"
"""The unit of the number of a five-year plan: 十三五, the 13th Five-Year Plan."""
WAYS = ("fall", "rise")
"""Names of the rows of the table of marks that say how a figure changes."""
BOUNDS = {"most": ("at most", "or less", "within", "less than"), "least": ("at least", "or more", "more than")}
"""The two bounds, by the names of their rows of the table of marks."""
STEM = "en:"
"""Before the stem of an English word."""
MIN_YEAR, MAX_YEAR = 1900, 2100
"""What may be a year."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands; `units` are names of rows of the table of marks, `bound` is "least", "most" or "".

    `may_bound` are bounds that English beside it can mean as well ("over", "below"); `label` is the sign or word right before
    it, `names` whether that is a word with a capital ("Box 2"); `is_denied` where the sentence says that it is not the one;
    `measure` is the Chinese sign behind it; `change` is "fall", "rise" or "".
    """

    value: float
    at: float
    units: frozenset[str]
    bound: str
    may_bound: frozenset[str] = frozenset()
    label: str = ""
    names: bool = False
    is_denied: bool = False
    measure: str = ""
    change: str = ""

    @property
    def is_year(self) -> bool:
        """Whether it may be a year: those are compared with years."""
        return MIN_YEAR <= self.value <= MAX_YEAR and self.value.is_integer()


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A text with what it says and where; `places` gives where each pair of characters stands, stops counted as distance.

    `words` are those of an English text and `where` the place of each. `loose_bounds` are those that no number has: "较大及以上",
    "the larger class or above".
    """

    text: str
    places: Mapping[str, tuple[float, ...]]
    numbers: tuple[Number, ...]
    is_english: bool
    words: tuple[str, ...] = ()
    where: tuple[float, ...] = ()
    loose_bounds: frozenset[str] = frozenset()

    def likeness(self, at: float, other: Compared, other_at: float, without: frozenset[str]) -> float:
        """How far what stands beside a place of this text stands beside one of the other, which it may do in several."""
        alike = 0.0
        for pair, here in self.places.items():
            there = other.places.get(pair)
            if there and pair not in without:
                one, two = min(abs(at - place) for place in here), min(abs(other_at - place) for place in there)
                alike += exp(-(one + two) / NEAR_CHARS) / len(there)
        return alike


def units_of(names: Iterable[str]) -> frozenset[str]:
    """The units that a number has, by the names of their rows; a share of a thousand is none of a hundred."""
    units = frozenset(names)
    return units - {"per cent"} if "per mille" in units else units
