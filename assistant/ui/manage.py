"""Adding plans to the library and removing them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.ui import render
from assistant.ui.i18n import words
from assistant.ui.library import LibraryParts
from assistant.ui.startup import Startup
from index.errors import PlansError
from index.settings import Settings

_log = logging.getLogger(__name__)

_OUTCOMES = {
    "added": "upload_added",
    "replaced": "upload_replaced",
    "updated": "upload_replaced",
    "unchanged": "upload_present",
    "already there": "upload_present",
}

Notice = tuple[str, str, bool]
"""File or plan, what became of it, and whether that is good news."""


def connect_changes(
    parts: LibraryParts, startup: Startup, settings: Settings, language: gr.State, refresh: Callable[[Any], None]
) -> None:
    """Wire adding and removing; `refresh` brings the whole page up to date after an event."""

    def upload(files: list[str] | None, chosen: str) -> Iterator[tuple[str, Any]]:
        if not files:
            yield render.notices([("", words(chosen, "upload_nothing"), False)]), gr.skip()
            return
        told: list[Notice] = []
        for file in files:
            name = Path(file).name
            yield render.notices([*told, (name, words(chosen, "upload_working", name=name), True)]), gr.skip()
            told.append(_add(startup, settings, Path(file), chosen))
        yield render.notices(told), None

    def question(document_id: str | None, chosen: str) -> tuple[Any, Any, Any]:
        document = next((d for d in startup.wait().documents() if d.id == document_id), None)
        if document is None:
            return gr.update(visible=False), gr.update(visible=False), gr.update(visible=False)
        asked = render.removal_question(document, chosen)
        return gr.update(value=asked, visible=True), gr.update(visible=True), gr.update(visible=True)

    def drop(document_id: str | None, chosen: str) -> str:
        return render.notices([_remove(startup, settings, document_id, chosen)]) if document_id else ""

    asking = [parts.question, parts.confirm, parts.keep]
    private: dict[str, Any] = {"api_visibility": "private"}
    refresh(
        parts.upload.click(
            upload,
            [parts.files, language],
            [parts.outcomes, parts.files],
            concurrency_limit=1,
            concurrency_id="write",
            **private,
        )
    )
    parts.remove.click(question, [parts.removed, language], asking, show_progress="hidden", **private)
    parts.keep.click(lambda: [gr.update(visible=False)] * 3, None, asking, show_progress="hidden", **private)
    refresh(
        parts.confirm.click(
            drop, [parts.removed, language], parts.outcomes, concurrency_limit=1, concurrency_id="write", **private
        )
    )


def _add(startup: Startup, settings: Settings, file: Path, language: str) -> Notice:
    from index.build import add  # loads the vector store: seconds in which the page is up

    try:
        report = add(settings, [file])
    except PlansError as exc:
        return file.name, words(language, "upload_refused", reason=exc), False
    except Exception as exc:  # noqa: BLE001 - one file of a build: told in a sentence, kept in the log
        _log.exception("%s could not be added", file.name)
        return file.name, words(language, "upload_refused", reason=f"{type(exc).__name__}: {exc}"), False
    _reload(startup)
    told = "; ".join(words(language, _OUTCOMES[c.action], id=c.document_id, title=c.title) for c in report.changes)
    return file.name, " ".join([told, *(note for c in report.changes for note in c.warnings)]), True


def _remove(startup: Startup, settings: Settings, document_id: str, language: str) -> Notice:
    from index.build import remove

    title = next((d.title for d in startup.wait().documents() if d.id == document_id), document_id)
    try:
        remove(settings, document_id)
    except PlansError as exc:
        return title, str(exc), False
    _reload(startup)
    return "", words(language, "removed", title=title), True


def _reload(startup: Startup) -> None:
    startup.wait().index.reload_if_changed()
