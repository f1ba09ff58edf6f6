"""Files on their way into the library: what each is read as, to be corrected, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.ui.library.library_words import words
from assistant.ui.library.sent_forms import REPLACE, SKIP
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE
from assistant.ui.shared.templates import renderer
from index import Relation
from index.storage.overrides import Particular
from index.types import Document, PaperKind

_render = renderer(words)


@dataclass(frozen=True, slots=True)
class LikeDocument:
    """A document on file of a file's title: its title as it is shown, its first lines, what it is to the file."""

    document: Document
    title: str
    opening: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Proposal:
    """A chosen file: what it is read as, or `fault`, why it cannot be added.

    `same_as` names the plan or file with the same content; `like` are those of its title, `opening` its first lines, `papers`
    the titles of those that it will be where it holds several; `by_model` what of it a language model chose, `model_fault` why that
    failed where it did.
    """

    file: str
    document: Document | None = None
    chars: int = 0
    fault: str = ""
    same_as: str = ""
    opening: str = ""
    like: tuple[LikeDocument, ...] = ()
    papers: tuple[str, ...] = ()
    by_model: tuple[Particular, ...] = ()
    model_fault: str = ""


@dataclass(frozen=True, slots=True)
class FileState:
    """How far one file has come: `state` is "waiting", "working", "good" or "bad", `share` of the work is 0 to 1.

    `undoable` where something was taken out for it.
    """

    name: str
    text: str
    state: str
    share: float = 0.0
    undoable: bool = False


def proposals(chosen: Sequence[Proposal], language: str) -> str:
    """A form for each file with title, place, years and kind as read, and what is to be done beside its like; "" where none is chosen."""
    marks = {"skip": SKIP, "replace": REPLACE}
    return (
        _render("library/proposals.html", language, chosen=chosen, kinds=tuple(PaperKind), marks=marks)
        if chosen
        else ""
    )


def file_states(states: Sequence[FileState]) -> str:
    """A line for each file with a meter while it is worked on."""
    return _render("library/file_states.html", DEFAULT_LANGUAGE, states=states) if states else ""
