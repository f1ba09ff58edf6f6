"""A sentence of a model held to the passages that it cites, before anybody sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.generation.shown_passages import ShownPassage
from assistant.generation.written import Written
from assistant.grounding.faults import faults
from assistant.question.said import language_of
from assistant.types import Dropped, Understanding


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
    if found := faults(written.text, [one.ground for one in cited], meant.question.text):
        return Dropped(written.text, "; ".join(f"{fault.kind}: {fault.detail}" for fault in found))
    return Held(written.text, cited)
