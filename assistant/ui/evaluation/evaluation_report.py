"""A report of `python -m evals --out` as values; it is the only thing that the page knows of the evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from pydantic import TypeAdapter

MAIN_METRIC = "accuracy"
"""The metric that every group has, unless nothing was asked."""
_NEVER = datetime.min.replace(tzinfo=UTC)
HIDDEN_SPLIT = "test"
"""The half of the fixed questions of which only figures are shown, so that nobody mends the program by them."""


@dataclass(frozen=True, slots=True)
class MeasuredMean:
    """A mean with its 95% interval over `count` questions."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class ExpectedPoint:
    """What a right answer states, in any of its spellings, and whether the answer stated it."""

    spellings: tuple[str, ...]
    stated: bool


@dataclass(frozen=True, slots=True)
class CitedQuote:
    """A quote that an answer cited."""

    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class MeasuredQuestion:
    """One question of a run with what was expected and given."""

    id: str
    split: str
    kind: str
    lang: str
    plans: tuple[str, ...]
    question: str
    history: tuple[str, ...]
    answer: str
    error: str
    refused: bool
    answerable: bool
    scores: Mapping[str, float | None]
    expected: tuple[ExpectedPoint, ...]
    forbidden: tuple[str, ...]
    evidence: tuple[str, ...]
    citations: tuple[CitedQuote, ...]

    @property
    def right(self) -> bool:
        """Whether the answer was right in everything."""
        return self.scores[MAIN_METRIC] == 1


@dataclass(frozen=True, slots=True)
class MeasuredRun:
    """One run: figures by group and metric, and every question. `made` is when, in UTC."""

    format: Literal[1]
    seconds: float
    figures: Mapping[str, Mapping[str, MeasuredMean]]
    rows: tuple[MeasuredQuestion, ...]
    made: datetime = _NEVER


_RUN = TypeAdapter(MeasuredRun)


def read_run(text: str, made: str) -> MeasuredRun | None:
    """A report that was made at this time (ISO 8601, UTC); None where it is none that this version can read."""
    try:
        run = replace(_RUN.validate_json(text), made=datetime.fromisoformat(made))
    except ValueError:  # pydantic's error is one too
        return None
    measured = all(MAIN_METRIC in found for found in [*run.figures.values(), *(row.scores for row in run.rows)])
    return run if measured else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which wrong answers a reader wants to see; "" for any kind, language or plan."""

    kind: str = ""
    language: str = ""
    plan: str = ""

    def fits(self, row: MeasuredQuestion) -> bool:
        """Whether a question is of the kind, language and plan."""
        return (
            self.kind in ("", row.kind)
            and self.language in ("", row.lang)
            and (not self.plan or self.plan in row.plans)
        )


def wrong_rows(run: MeasuredRun, wanted: Wanted, *, hide_test: bool) -> tuple[tuple[MeasuredQuestion, ...], int]:
    """The wanted questions that were answered wrongly, and how many more there are in the test half where it is hidden."""
    wrong = tuple(row for row in run.rows if not row.right and wanted.fits(row))
    shown = tuple(row for row in wrong if not (hide_test and row.split == HIDDEN_SPLIT))
    return shown, len(wrong) - len(shown)
