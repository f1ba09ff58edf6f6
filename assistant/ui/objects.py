"""The JSON objects that programs get, as types: for the description of the endpoints and for the type checker."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

FactKind = Literal["duty", "person", "indicator", "deadline", "enumeration"]


class CitationObject(TypedDict):
    """A numbered quote; `start` and `end` count characters of the plan's text, `page` is null where it has no pages."""

    number: int
    document: str
    title: str
    section: str
    page: int | None
    start: int
    end: int
    quote: str


class AnswerObject(TypedDict):
    """An answer; the marks [1], [2] in `answer` are the numbers of the citations."""

    id: str
    question: str
    language: Literal["zh", "en"]
    refused: bool
    answer: str
    citations: list[CitationObject]
    suggestions: list[str]
    mode: Literal["extractive", "generated"]
    timings_ms: dict[str, float]


class PassageObject(TypedDict):
    """A passage of a plan with the headings above it, outermost first; a higher score is nearer."""

    document: str
    start: int
    end: int
    headings: list[str]
    text: str
    score: float


class FactObject(TypedDict):
    """A statement read out of a plan; `fields` depends on `kind`, `quote` is where the plan says it."""

    kind: FactKind
    document: str
    start: int
    end: int
    quote: str
    fields: dict[str, Any]


class PlanObject(TypedDict):
    """A plan on file; `id` is what the other endpoints take under `plans`, `period` its first and last year."""

    id: str
    title: str
    title_en: str
    place: str
    place_en: str
    level: str
    period: list[int]
    issuer: str
    number: str
    issued: str
    source: str


class FigureObject(TypedDict):
    """A figure of a comparison's cell; `quantity` is null where the value is no single number."""

    name: str
    value: str
    period: str
    baseline: str
    status: Literal["target", "achieved"]
    quantity: dict[str, Any] | None
    marks: list[int]


class ToldObject(TypedDict):
    """A statement of a comparison's cell; `marks` are the numbers of its citations."""

    text: str
    marks: list[int]


class CellObject(TypedDict):
    """What one plan says of one topic, figures first; `stated` is false where it says nothing."""

    stated: bool
    plan: str
    figures: list[FigureObject]
    statements: list[ToldObject]


class TopicObject(TypedDict):
    """One topic over all plans; `notes` say what keeps its figures from being compared as like with like."""

    topic: str
    title: str
    cells: list[CellObject]
    notes: list[str]


class ComparisonObject(TypedDict):
    """Topics by plans: the cells of each topic stand in the order of `plans`, citations are numbered over the whole."""

    language: Literal["zh", "en"]
    plans: list[str]
    topics: list[TopicObject]
    citations: list[CitationObject]


class ErrorObject(TypedDict):
    """Why there is no answer, in one sentence."""

    error: str
