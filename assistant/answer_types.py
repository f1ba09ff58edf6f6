"""What the command line, the page and programs get: an answer with its quotes, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from operator import not_
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from index.types import Span


class Language(StrEnum):
    """The language of a question, and so of its answer."""

    ZH = "zh"
    EN = "en"


class Mode(StrEnum):
    """How an answer was put together."""

    EXTRACTIVE = "extractive"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered quote; `start` and `end` are offsets into the document's cleaned text, `page` is 1-based or None.

    `recognised` tells of a quote that was read from a picture: how sure its least sure line is, 0 to 1; None for text.
    `english` is the unofficial translation of the quote beside an answer in English, "" where there is none; `by_machine`
    tells that a machine made it and nobody checked it.
    """

    number: int
    document: str
    title: str
    section: str
    page: int | None
    start: int
    end: int
    quote: str
    recognised: float | None = None
    english: str = ""
    by_machine: bool = False

    @property
    def unsure(self) -> bool:
        """Whether it was read by machine and should be checked against the original."""
        return self.recognised is not None and self.recognised < SURE_RECOGNITION


SURE_RECOGNITION = 0.8
"""Hardly a line of a printed page is read with less (`python -m benchmarks.ocr`): what is was damaged, or is no print."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence of a language model that was not shown, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What was searched, found and set aside, for "why this answer"; `given` are a model's passages by number. Scores: higher is better."""

    asked: str
    query: str
    plans: tuple[str, ...]
    concepts: tuple[str, ...]
    found: tuple[tuple[str, float], ...]
    """Passages and facts looked at, best first, with their scores."""
    confidence: float
    kept_sentences: Annotated[int, Field(exclude_if=not_)] = 0
    """How many sentences a language model wrote that were shown."""
    dropped: Annotated[tuple[Dropped, ...], Field(exclude_if=not_)] = ()
    """The others that it wrote."""
    given: Annotated[tuple[Span, ...], Field(exclude_if=not_)] = ()
    read_as: Annotated[tuple[str, ...], Field(exclude_if=not_)] = ()
    """The question as a language model put it: in full, or as several."""
    asks_back: Annotated[bool, Field(exclude_if=not_)] = False
    """Whether the answer asks for the question in other words, so that nothing was looked for."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer, from `start` to `end` in characters of the answer, its marks with it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """What is told of one of several things that were asked, from `start` to `end` in characters of the answer."""

    asked: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command line, the page and programs get; the marks [1], [2] in `answer` are the numbers of `citations`.

    As JSON its fields stand in this order, without the trace, and without the last four where these are empty.
    `by_model` are the sentences of `answer` that a language model wrote; `note` tells of what was not as usual, in a line.
    `parts` are there where several things were asked; `did_you_mean` is the question with another word for what may be a slip.
    """

    id: str
    question: str
    language: Language
    refused: bool
    answer: str
    citations: tuple[Citation, ...]
    suggestions: tuple[str, ...]
    mode: Mode
    timings_ms: dict[str, float] = field(default_factory=dict)
    trace: Annotated[Trace | None, Field(exclude=True)] = None
    by_model: Annotated[tuple[Sentence, ...], Field(exclude_if=not_)] = ()
    note: Annotated[str, Field(exclude_if=not_)] = ""
    parts: Annotated[tuple[AnswerPart, ...], Field(exclude_if=not_)] = ()
    did_you_mean: Annotated[tuple[str, ...], Field(exclude_if=not_)] = ()

    def to_json(self) -> dict[str, Any]:
        """The answer object of the contract, in plain values."""
        plain: dict[str, Any] = _ANSWER.dump_python(self, mode="json")
        return plain


_ANSWER = TypeAdapter(Answer)
