"""What a Chinese passage is about, where no English of it is good enough: what it speaks of, whom it names, its figures.

Only what is sure is told: a name or a figure of which a part is lost would mislead.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.terms.glossary import Entry
from index.terms.lexicon import PLACE_LEVELS, is_han, is_office
from index.translation.by_terms import plain
from index.translation.english import English
from index.translation.figures_told import figures_told

MOST_TOPICS = 3
"""More would be a heap of words again."""
MOST_FIGURES = 2
"""Dates and values, each: of more it would not be clear which of them is what."""
LEAST_TOPIC_CHARS = 3
"""Shorter words say little of what a passage is about, or are half of another word."""
_TOPICS = frozenset("sector measure hazard accident equipment".split())
_BEFORE_OFFICE = "由经向报对和或及与以将"
"""Words of one sign that stand before the name of an office and are no part of it."""
_PREFECTURE = "自治"
"""Opens the level of a place that stands before its offices: 自治州教育局."""


@dataclass(frozen=True, slots=True)
class About:
    """What a passage speaks of, the Chinese names of its offices, its dates and its values in English, each once."""

    topics: tuple[str, ...]
    offices: tuple[str, ...]
    figures: tuple[str, ...]


def about(zh: str, english: English) -> About:
    """What can be told of a passage with certainty."""
    pieces = english.glossary.segment(zh)
    topics = [entry for text, entry in pieces if entry is not None and entry.zh == text and _is_topic(entry)]
    whole = [one for one in topics if not any(one.zh in other.zh and one is not other for other in topics)]
    told = figures_told(zh, english.words)
    figures = [figure for kind in told if len(kind) <= MOST_FIGURES for figure in kind]
    return About(
        tuple(dict.fromkeys(plain(entry.en) for entry in whole))[:MOST_TOPICS],
        tuple(dict.fromkeys(_offices(pieces))),
        tuple(dict.fromkeys(figures)),
    )


def _is_topic(entry: Entry) -> bool:
    return entry.kind in _TOPICS and len(entry.zh) >= LEAST_TOPIC_CHARS and entry.en != "-"


def _offices(pieces: list[tuple[str, Entry | None]]) -> list[str]:
    """The offices that are named whole: with no other name around them, with the level of their place."""
    named = []
    for at, (text, entry) in enumerate(pieces):
        if entry is None or entry.kind != "office" or entry.zh != text or not is_office(text):
            continue
        before = "".join(piece for piece, _ in pieces[:at])
        level = before[-1:] if before[-1:] and before[-1] in PLACE_LEVELS else ""
        if level and before[:-1].endswith(_PREFECTURE):
            level = f"{_PREFECTURE}{level}"
        outside = before[: len(before) - len(level)][-1:]
        behind, of_behind = pieces[at + 1] if at + 1 < len(pieces) else ("", None)
        is_of_post = behind[:1] == text[-1] or (of_behind is not None and of_behind.kind in ("post", "office", "body"))
        if (not outside or not is_han(outside) or outside in _BEFORE_OFFICE) and not is_of_post:
            named.append(f"{level}{text}")
    return named
