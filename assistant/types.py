"""The values that flow from a question to its cited answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from assistant.answer_types import Answer as Answer
from assistant.answer_types import AnswerPart as AnswerPart
from assistant.answer_types import Citation as Citation
from assistant.answer_types import Dropped as Dropped
from assistant.answer_types import Language as Language
from assistant.answer_types import Mode as Mode
from assistant.answer_types import Sentence as Sentence
from assistant.answer_types import Trace as Trace
from assistant.want_types import LawPart as LawPart
from assistant.want_types import Want as Want
from assistant.want_types import Wants as Wants
from index.fact_types import Fact
from index.types import Span


class Asked(StrEnum):
    """What kind of thing a question asks for."""

    DUTY = "duty"
    PERSON = "person"
    FIGURE = "figure"
    DEADLINE = "deadline"
    LIST = "list"
    MEASURE = "measure"
    COMPARE = "compare"


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks. `history` holds earlier questions, oldest first; `plans` restricts to document ids.

    `spellings` are English phrases of it that no word list holds, each with the Chinese that it may be. `without` are the
    passages that were shown already: what is asked for is the next best one.
    """

    text: str
    history: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    id: str = ""
    spellings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    without: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a question speaks of: its Chinese spellings, best first, and the words it was asked by.

    `weight` is 0 to 1: how much an answer must speak of it. `firm` marks a thing without which a figure is no answer;
    `kind` is the glossary's ("" where it has no entry).
    """

    asked_as: str
    spellings: tuple[str, ...]
    weight: float
    firm: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class NamedOffice:
    """An office that a question names: as it says it, with the place before it ("县教育局"), and its other spellings."""

    name: str
    spellings: tuple[str, ...]


ANY_PLAN = ""
"""Stands for every plan that a comparison does not name."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a question means."""

    question: Question
    language: Language
    asked: Asked
    plans: tuple[str, ...]
    named_plans: tuple[str, ...]
    unknown_places: tuple[str, ...]
    years: tuple[int, ...]
    concepts: tuple[Concept, ...]
    query: str
    """The question in Chinese words, as retrievers get it (with its history's topic where it is a follow-up)."""
    own_words: tuple[str, ...] = ()
    """The Chinese of the question itself, in runs, without the words that only ask."""
    english: str = ""
    """Its English words, as those of translations are looked for: without the words that only ask."""
    wants: Wants = field(default_factory=Wants)
    people: tuple[str, ...] = ()
    """Names of persons of the plans that the question names."""
    offices: tuple[NamedOffice, ...] = ()
    """The offices that it names."""
    by_plan: tuple[tuple[str, Understanding], ...] = ()
    """Of a comparison: what it asks of each plan that it names, and under `ANY_PLAN` of every other."""
    documents: Mapping[str, float] = field(default_factory=dict)
    """How likely it means each document, beside the likeliest: over 0 to 1, by id; empty where it tells nothing of that."""
    corrected: tuple[tuple[str, str], ...] = ()
    """Names of places that were taken for slips, as written and as meant; twice as written where two are as near."""
    related: tuple[str, ...] = ()
    """Documents whose place lies around or inside one that no document covers."""
    in_another_language: bool = False
    """Whether it is in neither Chinese nor English."""

    @property
    def in_doubt(self) -> bool:
        """Whether a name of a place may be a slip of several, so that the question has to be asked back."""
        written = [one for one, _ in self.corrected]
        return len(written) != len(set(written))

    @property
    def asks_back(self) -> bool:
        """Whether it is answered by asking for it in other words: nothing is looked for."""
        return self.in_another_language or self.in_doubt

    @property
    def dense_query(self) -> str:
        """What is encoded for the dense retriever: the question as typed, then in Chinese words."""
        return f"{self.question.text} {self.query}"

    def document_weight(self, document_id: str) -> float:
        """How likely the question means this document, beside the likeliest one; 1.0 also where it tells nothing."""
        return self.documents.get(document_id, 1.0)

    def of_plan(self, plan: str) -> Understanding:
        """The question as it concerns one plan."""
        by_plan = dict(self.by_plan)
        return replace(by_plan.get(plan) or by_plan.get(ANY_PLAN) or self, plans=(plan,))


@dataclass(frozen=True, slots=True)
class Place:
    """A text with what surrounds it; the parts that matching looks into, nearest first."""

    text: str
    heading: str
    path: str
    nearby: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chunk that may hold the answer; `score` is the fused score, ranks are 1-based, None where not found."""

    chunk_id: str
    score: float
    dense_rank: int | None
    lexical_rank: int | None


@dataclass(frozen=True, slots=True)
class FeaturedUnit:
    """A sentence or fact that could answer, with the features that its rank is weighed from; see `evidence.features`."""

    span: Span
    features: Mapping[str, float]
    trust: Mapping[str, float]
    """What tells whether it answers, beside its score; see `evidence.features.trust`."""
    lacking: bool
    """Whether it lacks what is asked, so that it is not trusted whatever its rank."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence or fact that answers; `confidence` is the estimated chance that it does (0 to 1)."""

    span: Span
    text: str
    heading_path: tuple[str, ...]
    score: float
    confidence: float
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of an answer and the evidence for it; `source` names its document, "" where that need not be told.

    `denied` stands before the text: what the question takes for so and the evidence does not tell ("不是2025年").
    """

    text: str
    evidence: tuple[Evidence, ...]
    source: str = ""
    denied: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before verification; `separator` stands between its statements, `colon` behind the name of a source."""

    statements: tuple[Statement, ...]
    separator: str = ""
    colon: str = ""
