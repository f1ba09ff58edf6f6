"""Removing plans from the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

from assistant.ui import render
from assistant.ui.i18n import words
from assistant.ui.library import LibraryParts, reload_index
from assistant.ui.render.parts import plan_title
from assistant.ui.render.uploads import Line
from assistant.ui.startup import Startup
from assistant.ui.told import told
from assistant.ui.upload import connect_uploads
from index.errors import PlansError
from index.settings import Settings


def connect_changes(
    parts: LibraryParts, startup: Startup, settings: Settings, language: gr.State, refresh: Callable[[Any], None]
) -> None:
    """Wire adding and removing; `refresh` brings the whole page up to date after an event."""
    connect_uploads(parts, startup, settings, language, refresh)

    def question(document_id: str | None, chosen: str) -> tuple[Any, Any, Any]:
        document = startup.plans().get(document_id or "")
        if document is None:
            return gr.update(visible=False), gr.update(visible=False), gr.update(visible=False)
        asked = render.removal_question(document, chosen)
        return gr.update(value=asked, visible=True), gr.update(visible=True), gr.update(visible=True)

    def drop(document_id: str | None, chosen: str) -> str:
        line = _remove(startup, settings, document_id, chosen) if document_id else None
        return render.progress_lines([line] if line else [])

    asking = [parts.question, parts.confirm, parts.keep]
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    parts.remove.click(question, [parts.removed, language], asking, **private)
    parts.keep.click(lambda: [gr.update(visible=False)] * 3, None, asking, **private)
    refresh(
        parts.confirm.click(
            drop, [parts.removed, language], parts.dropped, concurrency_limit=1, concurrency_id="write", **private
        )
    )


def _remove(startup: Startup, settings: Settings, document_id: str, language: str) -> Line:
    from index.build import remove  # loads the vector store: seconds in which the page is up

    title = plan_title(startup.plans(), document_id, language)
    try:
        remove(settings, document_id)
    except PlansError as exc:
        return Line(title, told(exc, language), "bad")
    reload_index(startup)
    return Line("", words(language, "removed", title=title), "good")
