"""Files on their way into the library: what each is read as, to be corrected, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.ui.library.library_words import words
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.templates import renderer
from index.types import Document

_render = renderer(words)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A chosen file: what it is read as, or `fault`, why it cannot be added.

    `same_as` names the plan or file with the same content, `replaces` is the id of the plan of the same title.
    """

    file: str
    document: Document | None = None
    chars: int = 0
    fault: str = ""
    same_as: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class FileState:
    """How far one file has come: `state` is "waiting", "working", "good" or "bad", `share` of the work is 0 to 1."""

    name: str
    text: str
    state: str
    share: float = 0.0


def proposals(chosen: Sequence[Proposal], plans: Plans, language: str) -> str:
    """A form for each file with title, place and years as read; "" where none is chosen."""
    return _render("library/proposals.html", language, chosen=chosen, plans=plans) if chosen else ""


def file_states(states: Sequence[FileState]) -> str:
    """A line for each file with a meter while it is worked on."""
    return _render("library/file_states.html", DEFAULT_LANGUAGE, states=states) if states else ""
