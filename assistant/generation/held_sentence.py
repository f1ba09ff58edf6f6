"""A sentence of a model held to the passages that it cites, before anybody sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.generation.shown_passages import ShownPassage
from assistant.generation.written import Written
from assistant.grounding.faults import faults
from assistant.question.said import language_of
from assistant.types import Dropped, Understanding

_LINKS = ("](", "://", "]:")
"""By which Markdown, in which answers leave the page, knows a link, a picture or an address."""


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence that holds, and the passages that prove it."""

    text: str
    passages: tuple[ShownPassage, ...]


def checked(written: Written, passages: Sequence[ShownPassage], meant: Understanding) -> Held | Dropped:
    """The sentence with the passages that it cites, if it holds as an answer to what is `meant`; else why it does not."""
    cited = tuple(passages[number - 1] for number in written.numbers if 1 <= number <= len(passages))
    if not cited or len(cited) < len(written.numbers):
        return Dropped(written.text, "no passage cited")
    if written.text.endswith(("?", "？")):
        return Dropped(written.text, "a question")
    if language_of(written.text) is not meant.language:
        return Dropped(written.text, "another language")
    if _has_markup(written.text):
        return Dropped(written.text, "markup")
    if found := faults(written.text, [one.ground for one in cited], meant.question.text):
        return Dropped(written.text, "; ".join(f"{fault.kind}: {fault.detail}" for fault in found))
    return Held(written.text, cited)


def _has_markup(text: str) -> bool:
    """Whether a sentence holds a link, a picture or a tag, which no passage asks a model to write."""
    tags = any(sign == "<" and (behind.isalpha() or behind in "/!") for sign, behind in pairwise(text))
    return tags or any(link in text for link in _LINKS)
