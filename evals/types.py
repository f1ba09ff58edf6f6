"""The values that flow through an evaluation: a question with a known answer, what was given, how it scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256


class Split(StrEnum):
    """Which half of the set a question belongs to: `tune` may be looked at while building, `test` is only scored."""

    TUNE = "tune"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class EvalQuestion:
    """A question with its known answer.

    `nuggets` are the facts that a right answer states, each a tuple of accepted spellings. `evidence` holds verbatim
    spans of the plans in `plans`; `history` the earlier user questions, oldest first.
    """

    id: str
    question: str
    lang: str
    kind: str
    plans: tuple[str, ...]
    nuggets: tuple[tuple[str, ...], ...]
    evidence: tuple[str, ...]
    answerable: bool
    forbidden: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def split(self) -> Split:
        """Fixed by the id alone, so that a question never changes sides when others come or go."""
        return Split.TUNE if int(sha256(self.id.encode()).hexdigest(), 16) % 2 == 0 else Split.TEST


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote that was given for an answer, and the document it comes from."""

    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Given:
    """What a system gave for a question.

    `confidence` is the chance (0 to 1) on which answering or refusing rested, None where a system tells none.
    `error` is the failure that took the answer's place, "" where there was none.
    """

    answer: str
    refused: bool
    citations: tuple[Cited, ...] = ()
    latency_ms: float = 0.0
    confidence: float | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stored unit of a plan as a retriever gives it back."""

    id: str
    document: str
    text: str


@dataclass(frozen=True, slots=True)
class System:
    """Something that can be evaluated.

    `search(question, k)` gives the best `k` passages, best first; None where a system has no open retriever.
    `passages` are all stored ones, against which recall is counted.
    """

    name: str
    ask: Callable[[EvalQuestion], Given]
    search: Callable[[EvalQuestion, int], tuple[Passage, ...]] | None = None
    passages: tuple[Passage, ...] = ()
    provenance: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One question's outcome. `scores` holds each metric that applies to the question, by name."""

    question: EvalQuestion
    given: Given
    scores: Mapping[str, float]

    @property
    def correct(self) -> bool:
        """Whether the answer counts as right."""
        return self.scores["accuracy"] == 1.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its 95% interval over `count` questions."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one run: `figures[group][metric]`, with groups such as `all`, `lang.zh`, `kind.duty`."""

    system: str
    figures: Mapping[str, Mapping[str, Estimate]]
    provenance: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Strain:
    """What a strain does to questions: accuracy on the same ones before and under it.

    `kept` is, of the questions that were right before, the share that still is; `change` the mean difference with its
    interval; `turned_wrong` and `turned_right` hold ids.
    """

    name: str
    before: float
    under: float
    change: Estimate
    kept: float
    turned_wrong: tuple[str, ...]
    turned_right: tuple[str, ...]
