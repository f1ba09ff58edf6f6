"""The values of a comparison: topics by plans, each cell with what the plan states and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, computed_field

from assistant.facts.magnitudes import Magnitude
from assistant.types import Citation, Evidence, Language
from index import Indicator, Status


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure as it was found: the fact, what it is compared with, and the evidence for both.

    `value` carries the unit that a table's column names; `quantity` is None where the value is no single number. `base` is
    what it is compared with, without the value that this had.
    """

    fact: Indicator
    value: str
    period: str
    baseline: str
    base: str
    quantity: Magnitude | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AsWritten:
    """A figure in the plan's own words, whatever language it is shown in: by these it is held against those of other plans.

    `base` is what it is compared with, without the value that this had: "十二五平均数".
    """

    name: str
    value: str
    base: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A verified figure of a cell, in the comparison's language; `marks` are the numbers of its citations."""

    name: str
    value: str
    period: str
    baseline: str
    status: Status
    quantity: Magnitude | None
    marks: tuple[int, ...]
    as_written: AsWritten


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who leads something, or when it is due, as the passage states it: `shown` in the plan's words, `date` as a fact has it."""

    matter: str
    shown: tuple[str, ...]
    date: str = ""


@dataclass(frozen=True, slots=True)
class CellText:
    """A verified statement of a cell, with who leads and what is due in the passages that it cites."""

    text: str
    marks: tuple[int, ...]
    leads: tuple[Commitment, ...] = ()
    dues: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What one plan says of one topic: figures first, then statements; both empty where it says nothing.

    `little` marks a plan that speaks of the topic but does not tell what is asked: its statement is what it does say.
    """

    plan: str
    figures: tuple[Figure, ...]
    statements: tuple[CellText, ...]
    little: bool = False

    @computed_field  # type: ignore[prop-decorator]  # mypy knows of no decorator on a property
    @property
    def stated(self) -> bool:
        """Whether the plan says anything of the topic."""
        return bool(self.figures or self.statements)

    @property
    def lead(self) -> Figure | None:
        """The figure that stands for the cell beside other plans': the first target, else the latest result."""
        targets = [figure for figure in self.figures if figure.status is Status.TARGET]
        if targets:
            return targets[0]
        results = [figure for figure in self.figures if figure.quantity and not figure.quantity.change]
        every = results or list(self.figures)
        return every[-1] if every else None


@dataclass(frozen=True, slots=True)
class ComparedTopic:
    """One topic over all plans: as it was given, and with its rendering beside it in English.

    `notes` say what keeps its figures from being compared as like with like.
    """

    topic: str
    title: str
    cells: tuple[ComparedCell, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Topics by plans; the cells of each topic stand in the order of `plans`, citations are numbered over the whole."""

    language: Language
    plans: tuple[str, ...]
    topics: tuple[ComparedTopic, ...]
    citations: tuple[Citation, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain values for programs; each cell also says whether the plan states anything."""
        plain: dict[str, Any] = _COMPARISON.dump_python(self, mode="json")
        return plain


_COMPARISON = TypeAdapter(Comparison)
