"""What of a sentence its passages do not hold: numbers, names and denials first, then too little support in all.

A sentence may say less than its passages, in other words, in another language; never more, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.grounding.changes_held import change_faults
from assistant.grounding.compared import compared
from assistant.grounding.compared_form import STEM, Compared
from assistant.grounding.dates_held import date_faults
from assistant.grounding.denials_held import denial_faults
from assistant.grounding.figures_held import figure_faults, loose_bound_faults
from assistant.grounding.ground import Ground
from assistant.grounding.holders_held import holder_faults
from assistant.grounding.names_held import name_faults
from assistant.grounding.premises import without_premise
from index.terms.lexicon import document_numbers

LEAST_SUPPORT, LEAST_UNTRANSLATED = 0.48, 0.3
"""Share of what a sentence says that must stand in its passages; of English over passages without a translation, which are
compared by the glossary alone. Set on the recorded answers of the first half."""
LEAST_PAIRS = 6
"""A shorter sentence has too little to weigh."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that the passages do not hold: its kind, and the words of it."""

    kind: str
    detail: str


def faults(claim: str, grounds: Sequence[Ground], question: str = "") -> tuple[Fault, ...]:
    """What `claim` says and `grounds` together do not; empty where it holds.

    What the `question` presumes may be denied in its own words ("in 2018, not 2017").
    """
    return tuple(dict.fromkeys(Fault(*found) for found in _found(claim, grounds, question)))


def _found(claim: str, grounds: Sequence[Ground], question: str) -> Iterator[tuple[str, str]]:
    claim = without_premise(claim, question)
    told = compared(claim)
    texts = [compared(ground.text) for ground in grounds]
    above = " ".join(ground.above for ground in grounds)
    yield from figure_faults(told, grounds)
    yield from date_faults(claim, grounds)
    yield from loose_bound_faults(told, texts)
    yield from name_faults(claim, grounds, in_english=told.is_english)
    yield from holder_faults(told, grounds)
    yield from denial_faults(told, texts)
    yield from change_faults(told, grounds)
    translated = [compared(ground.translation) for ground in grounds if told.is_english and ground.translation]
    in_cells = any(ground.figures for ground in grounds)  # which nobody translated: English of a table's row
    least = LEAST_UNTRANSLATED if told.is_english and (in_cells or not translated) else LEAST_SUPPORT
    supported = support(told, [*texts, *translated], above, by_words=bool(translated))
    if len(told.places) >= LEAST_PAIRS and supported < least:
        yield "support", f"{supported:.2f}"
    elif not told.places and not told.numbers and not document_numbers(claim):
        yield "support", "0"


def support(told: Compared, grounds: Sequence[Compared], above: str, *, by_words: bool = True) -> float:
    """The share of what a sentence says, place by place, that stands in its passages or above them.

    `by_words`: English words that the glossary does not know count too.
    """
    held: dict[float, bool] = {}
    for pair, places in told.places.items():
        if pair.startswith(STEM) and not by_words:
            continue
        stands = pair in above or any(pair in ground.places for ground in grounds)
        for at in places:
            held[at] = held.get(at, False) or stands
    return sum(held.values()) / len(held) if held else 0.0
