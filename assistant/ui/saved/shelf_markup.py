"""The list of saved work as markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.errors import WorkUnreadable
from assistant.saved.bodies import Note, PinnedAnswer, from_body
from assistant.saved.types import Removed, Work, WorkHead, WorkKind
from assistant.types import Answer
from assistant.ui.ask.kept import from_json
from assistant.ui.saved.saved_words import words
from assistant.ui.shared.cited_text import Block, blocks
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.templates import renderer
from assistant.ui.shared.told import told

MAX_ROWS = 100
"""Of one look; the others are found by their words."""
FORMS: dict[WorkKind, tuple[str, ...]] = {
    WorkKind.PACK: ("docx", "pptx", "handout", "md"),
    WorkKind.COMPARISON: ("xlsx", "docx", "pptx"),
    WorkKind.ANSWER: ("docx", "md"),
    WorkKind.CONVERSATION: ("docx", "md"),
    WorkKind.NOTE: ("md",),
}
"""The files that each kind may be taken away as."""
ADDRESSES = {WorkKind.PACK: "training", WorkKind.COMPARISON: "compare", WorkKind.CONVERSATION: "ask"}
"""The page, as addresses name it, on which each kind is opened; the others are in the list."""
_render = renderer(words)


@dataclass(frozen=True, slots=True)
class Notice:
    """What came of the last thing that was done; `settled` is the id of what was written on and is saved."""

    text: str
    bad: bool = False
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Unfolded:
    """What is opened in its row: answers and a note, or a sentence that tells why it cannot be read."""

    id: str
    version: int
    answers: tuple[Answer, ...] = ()
    note: str = ""
    trouble: str = ""

    def said(self, answer: Answer) -> tuple[Block, ...]:
        """An answer's text taken apart, with its marks."""
        return blocks(answer.answer, {citation.number: citation for citation in answer.citations}, answer.by_model)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is looked at: a kind, words, the id of what is opened in its row, and what the last event came to.

    `removed` is what that event took out: it can be put back until the next one.
    """

    kind: str = ""
    needle: str = ""
    opened: str = ""
    notice: Notice | None = None
    removed: Removed | None = None


def found(heads: Sequence[WorkHead], shelf: Shelf) -> tuple[WorkHead, ...]:
    """Those of a kind that hold all the words in their title, the line about them or the text that they are found by."""
    wanted = shelf.needle.casefold().split()
    return tuple(
        head
        for head in heads
        if (not shelf.kind or head.kind == shelf.kind)
        and all(word in f"{head.title} {head.about} {head.text}".casefold() for word in wanted)
    )


def shelf_page(heads: Sequence[WorkHead], shelf: Shelf, unfolded: Unfolded | None, plans: Plans, language: str) -> str:
    """The list as it is looked at."""
    listed = found(heads, shelf)
    return _render(
        "saved/shelf.html",
        language,
        heads=listed[:MAX_ROWS],
        count=len(listed),
        narrowed=bool(shelf.kind or shelf.needle),
        answers=sum(head.kind is WorkKind.ANSWER for head in listed) > 1,
        opened=unfolded,
        notice=shelf.notice,
        undoes=shelf.removed is not None,
        forms=FORMS,
        addresses=ADDRESSES,
        plans=plans,
    )


def shelf_failed(why: str, language: str) -> str:
    """Where the list itself cannot be read."""
    return _render("saved/unsaved.html", language, why=why)


def unfolded_of(work: Work, language: str) -> Unfolded:
    """An answer or a note as it is shown in its row."""
    try:
        if work.kind is WorkKind.NOTE:
            return Unfolded(work.id, work.version, note=from_body(Note, work.body).text)
        pinned = from_body(PinnedAnswer, work.body)
    except WorkUnreadable as exc:
        return Unfolded(work.id, work.version, trouble=told(exc, language))
    return Unfolded(work.id, work.version, answers_of(pinned.kept), pinned.note)


def answers_of(kept: str) -> tuple[Answer, ...]:
    """The answers in what the page keeps of a conversation."""
    return tuple(turn.answer for turn in from_json(kept).turns if turn.answer is not None)


def write_note(language: str) -> str:
    """The form for a new note."""
    return _render("saved/write_note.html", language)
