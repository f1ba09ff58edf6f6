"""The sentences beside one that belong to an answer with it, as one span of a plan."""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence.matching import matches
from assistant.types import Concept, Evidence, Place
from index import Index, Span, split_sentences

WINDOW_CHARS = 200
"""Neighbouring sentences are added up to this length: an answer in Chinese stays under 300 characters."""
LEAST_IN_PARAGRAPH, LEAST_IN_TASK = 0.25, 0.0
"""A neighbour in a paragraph that speaks of less of the question is not added; the sentences of a task belong together."""
PART_OF_SENTENCE = 0.5
"""What a clause that a semicolon parts from the next is worth at least: the two are one sentence."""
UNITS_OPEN = "(（[【〔"
"""A sentence of a task that opens so names its units."""

Bounds = list[tuple[int, int]]


def speaks_of(concepts: tuple[Concept, ...], text: str, bounds: Bounds) -> list[float]:
    """How much of what is asked each sentence of a text alone speaks of, 0 to 1."""
    told: list[float] = matches(concepts, [Place(text[a:b], "", "", "") for a, b in bounds]).coverage(concepts).tolist()
    return told


def within(evidence: Evidence, start: int, end: int, index: Index) -> Evidence:
    """Evidence of the same plan with another span."""
    span = Span(evidence.span.document_id, start, end)
    return replace(evidence, span=span, text=index.text(span.document_id).text[start:end])


def sentences_of_paragraph(evidence: Evidence, index: Index) -> Bounds:
    """The sentences of the line in which a piece of evidence stands."""
    text = index.text(evidence.span.document_id).text
    start = text.rfind("\n", 0, evidence.span.start) + 1
    end = text.find("\n", evidence.span.end)
    return split_sentences(text, start, len(text) if end < 0 else end)


def sentences_of_task(evidence: Evidence, index: Index) -> Bounds:
    """The sentences of a task without the units that end it."""
    text = index.text(evidence.span.document_id).text
    bounds = split_sentences(text, evidence.span.start, evidence.span.end)
    return [(start, end) for start, end in bounds if text[start] not in UNITS_OPEN]


def grown(text: str, bounds: Bounds, at: int, concepts: tuple[Concept, ...], least: float) -> tuple[int, int]:
    """Start and end of sentence `at` with those beside it that speak of `least` of the question, the best first."""
    left = right = at
    spoken = speaks_of(concepts, text, bounds)
    while True:
        sides = [i for i in (left - 1, right + 1) if 0 <= i < len(bounds) and _fits(bounds, left, right, i)]
        scored = [(_worth(text, bounds, i, at, spoken[i]), -abs(i - at), i) for i in sides]
        best = max(scored, default=None)
        if best is None or best[0] < least:
            return bounds[left][0], bounds[right][1]
        left, right = min(left, best[2]), max(right, best[2])


def _fits(bounds: Bounds, left: int, right: int, side: int) -> bool:
    return max(bounds[side][1], bounds[right][1]) - min(bounds[side][0], bounds[left][0]) <= WINDOW_CHARS


def _worth(text: str, bounds: Bounds, side: int, at: int, spoken: float) -> float:
    ends_open = text[min(bounds[side][1], bounds[at][1]) - 1] in ";；"
    return max(spoken, PART_OF_SENTENCE) if ends_open else spoken
