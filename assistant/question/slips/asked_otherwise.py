"""What may have been meant where a question holds a slip: the question with another word, to be asked with a click."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.question.slips.word_slips import MOST_OFFERED, mended
from assistant.types import Understanding
from index import Index

IsTold = Callable[[str], bool]
"""Whether a question has an answer."""


def asked_otherwise(meant: Understanding, refused: bool, index: Index, is_told: IsTold) -> tuple[str, ...]:  # noqa: FBT001
    """Questions that may have been meant: where words were taken for others, and what a refused one would be answered as."""
    if meant.in_another_language:
        return ()
    if meant.corrected:
        return tuple(_with_places(meant))[:MOST_OFFERED]
    text = meant.question.text
    if not (refused or text.isascii() or any(concept.asked_as not in text for concept in meant.concepts)):
        return ()  # no word was taken for another, and the libraries that know how words sound are not needed
    offered = mended(text, index.documents_holding)
    if refused:
        return tuple(one for one in offered if is_told(one))
    return tuple(one for one in offered if _was_taken_so(one, meant))


def _with_places(meant: Understanding) -> Iterator[str]:
    """The question with the names of the places for which slips were taken; one for each that may be meant."""
    text = meant.question.text
    for written, place in meant.corrected:
        if written.lower() != place.lower():
            yield text.replace(written, place)


def _was_taken_so(offered: str, meant: Understanding) -> bool:
    """Whether a question was answered as if it had been asked so: by a Chinese term that it does not hold, or as English."""
    text = meant.question.text
    return text.isascii() or any(
        concept.asked_as in offered and concept.asked_as not in text for concept in meant.concepts
    )
