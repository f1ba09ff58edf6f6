"""Taking back the last change: what was replaced or removed comes back, and is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.server.startup import Startup
from assistant.ui.library.file_forms import FileState, file_states
from assistant.ui.library.library_words import words
from assistant.ui.shared.controls import blank
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings


@dataclass(frozen=True, slots=True)
class UndoParts:
    """Where it is told what was done, and the button that takes it back.

    `left` is how many changes were made at a time and can be taken back, the last one first.
    """

    told: gr.HTML
    button: gr.Button
    left: gr.State

    @property
    def all(self) -> list[Any]:
        """What an event that tells of a change puts anew."""
        return [self.told, self.button, self.left]


def offered(parts: UndoParts, changes: int) -> dict[Any, Any]:
    """Updates that offer to take back so many changes."""
    return {parts.button: gr.update(visible=changes > 0), parts.left: changes}


def build_undo(elem_id: str) -> UndoParts:
    """Lay both out, unseen until there is something to take back."""
    with gr.Row(elem_classes="done"):
        outcome = blank()
        button = gr.Button("", size="sm", min_width=0, visible=False, elem_id=elem_id)
    return UndoParts(outcome, button, gr.State(0))


def connect_undo(
    parts: UndoParts, startup: Startup, settings: Settings, language: gr.State, refresh: Callable[[Any], None]
) -> None:
    """Wire the button; `refresh` brings the whole page up to date after an event."""

    def take_back(left: int, chosen: str) -> dict[Any, Any]:
        line = _undone(settings, chosen)
        still = left - 1 if line.state == "good" else 0
        return {parts.told: file_states([line]), **offered(parts, still)}

    def reloaded() -> None:
        startup.wait().index.reload_if_changed()

    in_turn: dict[str, Any] = {"concurrency_limit": 1, "concurrency_id": "write"}
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    undone = parts.button.click(take_back, [parts.left, language], parts.all, **in_turn, **private)
    refresh(undone.then(reloaded, None, None, **private))


def _undone(settings: Settings, language: str) -> FileState:
    from index.build import Action, undo  # loads the vector store: seconds in which the page is up

    try:
        report = undo(settings)
    except PlansError as exc:
        return FileState("", told(exc, language), "bad")
    back = (change.title for change in report.changes if change.action != Action.REMOVED)
    titles = words(language, "separator").join(words(language, "quoted_title", title=title) for title in back)
    return FileState("", words(language, "undone", titles=titles), "good")
