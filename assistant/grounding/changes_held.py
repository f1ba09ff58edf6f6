"""Whether a figure rises or falls, held to what the passages say of any figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.grounding.compared import compared
from assistant.grounding.compared_form import WAYS, Compared, Number
from assistant.grounding.ground import Ground
from index.translation.said_marks import marks, marks_in


def change_faults(claim: Compared, grounds: Sequence[Ground]) -> Iterator[tuple[str, str]]:
    """Kind and detail of a change that a sentence tells and its passages do not, which tell the opposite one.

    Words beside a figure that both languages use for much else ("improve") are left alone.
    """
    told = _plainly(claim.words) if claim.is_english else _ways(claim.text)
    known = {way for ground in grounds for text in _texts(ground) for way in _ways(text)}
    for way in sorted(told - known):
        if known - told:
            yield "change", way
    for number in claim.numbers:
        same = {
            one.change for ground in grounds for one in _numbers(ground) if one.value == number.value and one.change
        }
        if number.change and same and number.change not in same:
            yield "change", f"{number.change} {number.value:g}"


def _numbers(ground: Ground) -> Iterator[Number]:
    for text in (ground.text, *(figure.value for figure in ground.figures)):
        yield from compared(text).numbers


def _texts(ground: Ground) -> Iterator[str]:
    yield from (ground.text, *ground.heading_path, *(figure.of for figure in ground.figures))


def _ways(text: str) -> set[str]:
    return {found.mark.name for found in marks_in(text) if found.mark.name in WAYS}


def _plainly(words: tuple[str, ...]) -> set[str]:
    return {mark.name for mark in marks() if mark.name in WAYS and mark.plainly.times(words)}
