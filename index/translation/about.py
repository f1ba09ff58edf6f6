"""What a Chinese passage is about, where no English of it is good enough: what it speaks of, whom it names, its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from index.terms.glossary import Entry, Glossary
from index.terms.lexicon import is_han, is_office, without_document_numbers
from index.translation.by_terms import plain
from index.translation.english_values import dates_in_english, values_in_english

MOST_TOPICS = 5
"""More would be a heap of words again."""
_TOPICS = frozenset("sector measure hazard accident equipment document instrument indicator population post".split())
_COUNTED = frozenset(("unit", "population", "time", "body", "equipment", "accident"))
_AROUND = ' \n\t,，、;；:：。()（）《》“”"-'
"""Signs that stand around a figure and belong to the text."""
LEAST_GENERAL_CHARS = 4
"""Shorter general words say little of what a passage is about."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that a passage names, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class About:
    """What a passage speaks of, the offices that it names, its dates and figures in English, each once and in its order."""

    topics: tuple[str, ...]
    offices: tuple[Named, ...]
    figures: tuple[str, ...]


def about(zh: str, glossary: Glossary) -> About:
    """What can be told of a passage with certainty."""
    terms = [
        entry for text, entry in glossary.segment(zh) if entry is not None and entry.zh == text and entry.en != "-"
    ]
    topics = [plain(entry.en) for entry in terms if _is_topic(entry)]
    offices = [Named(entry.zh, plain(entry.en)) for entry in terms if entry.kind == "office" and is_office(entry.zh)]
    return About(
        tuple(dict.fromkeys(topics))[:MOST_TOPICS],
        tuple(dict.fromkeys(offices)),
        tuple(dict.fromkeys(_figures(zh, glossary))),
    )


def _is_topic(entry: Entry) -> bool:
    return entry.kind in _TOPICS or (entry.kind == "general" and len(entry.zh) >= LEAST_GENERAL_CHARS)


def _figures(zh: str, glossary: Glossary) -> Iterator[str]:
    """Dates and values, each with what is counted where that stands behind it."""
    figure = ""
    for is_chinese, signs in groupby(values_in_english(dates_in_english(without_document_numbers(zh))), is_han):
        run = "".join(signs)
        if is_chinese and figure:
            text, entry = glossary.segment(run)[0]
            if entry is not None and entry.zh == text and entry.kind in _COUNTED and entry.en != "-":
                figure = f"{figure} {plain(entry.en)}"
        if figure:
            yield figure
        told = run.strip(_AROUND)
        figure = told if any(map(str.isdigit, told)) else ""
    if figure:
        yield figure
