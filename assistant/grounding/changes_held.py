"""Whether a figure rises or falls, held to what the passages say of any figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.grounding.compared import Compared
from index.translation.numbers_told import read_english
from index.translation.said_marks import all_phrases, marks_in

_WAYS = ("fall", "rise")
"""Names of the rows of the table of marks."""
WORDS_BEFORE, WORDS_BEHIND = 9, 3
"""English words beside a number among which its change is said: "is to fall, by the end of 2025, by 15 per cent"."""


def change_faults(claim: Compared, grounds: Sequence[Compared]) -> Iterator[tuple[str, str]]:
    """Kind and detail of a change that a sentence tells of its figures and its passages tell of none."""
    if not claim.numbers:
        return
    told = _english_ways(claim.text) if claim.is_english else _ways(claim.text)
    known = {way for ground in grounds for way in _ways(ground.text)}
    if known:
        yield from (("change", way) for way in sorted(told - known))


def _ways(text: str) -> set[str]:
    return {found.mark.name for found in marks_in(text) if found.mark.name in _WAYS}


def _english_ways(text: str) -> set[str]:
    english = read_english(text)
    places = [english.around(number, WORDS_BEFORE, WORDS_BEHIND) for number in english.numbers]
    return {way for way in _WAYS if any(all_phrases(way).times(place) for place in places)}
