"""Removing plans from the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

from assistant.server.startup import Startup
from assistant.ui.library.adding import connect_adding
from assistant.ui.library.file_forms import FileState, file_states
from assistant.ui.library.library_page import LibraryParts, reload_index
from assistant.ui.library.library_words import words
from assistant.ui.library.plan_cards import removal_question
from assistant.ui.shared.labels import plan_title
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings


def connect_changes(
    parts: LibraryParts, startup: Startup, settings: Settings, language: gr.State, refresh: Callable[[Any], None]
) -> None:
    """Wire adding and removing; `refresh` brings the whole page up to date after an event."""
    connect_adding(parts.adding, startup, settings, language, refresh)

    def question(document_id: str | None, chosen: str) -> tuple[Any, Any, Any]:
        document = startup.plans().get(document_id or "")
        if document is None:
            return gr.update(visible=False), gr.update(visible=False), gr.update(visible=False)
        asked = removal_question(document, chosen)
        return gr.update(value=asked, visible=True), gr.update(visible=True), gr.update(visible=True)

    def drop(document_id: str | None, chosen: str) -> str:
        return file_states([_remove(startup, settings, document_id, chosen)] if document_id else [])

    asking = [parts.removing.question, parts.removing.confirm, parts.removing.keep]
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    parts.removing.remove.click(question, [parts.removing.removed, language], asking, **private)
    parts.removing.keep.click(lambda: [gr.update(visible=False)] * 3, None, asking, **private)
    refresh(
        parts.removing.confirm.click(
            drop,
            [parts.removing.removed, language],
            parts.removing.dropped,
            concurrency_limit=1,
            concurrency_id="write",
            **private,
        )
    )


def _remove(startup: Startup, settings: Settings, document_id: str, language: str) -> FileState:
    from index.build import remove  # loads the vector store: seconds in which the page is up

    title = plan_title(startup.plans(), document_id, language)
    try:
        remove(settings, document_id)
    except PlansError as exc:
        return FileState(title, told(exc, language), "bad")
    reload_index(startup)
    return FileState("", words(language, "removed", title=title), "good")
