"""Removing a document from the list: asked first, told by its title, and brought back where it was a slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.server.startup import Startup
from assistant.ui.library.file_forms import FileState, file_states
from assistant.ui.library.library_markup import removal_question
from assistant.ui.library.library_words import words
from assistant.ui.library.undoing import UndoParts, connect_undo, offered
from assistant.ui.shared.controls import blank
from assistant.ui.shared.labels import plan_title
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings

TO_PANEL = "() => { window.plansLibrary.toPanel(); }"


@dataclass(frozen=True, slots=True)
class RemovingParts:
    """The controls by which a document is removed; `document` is the id of the one in question, "" for none."""

    panel: gr.Column
    question: gr.HTML
    confirm: gr.Button
    together: gr.Button
    keep: gr.Button
    done: UndoParts
    document: gr.State


def build_removing(done: UndoParts) -> RemovingParts:
    """Lay the question out, unseen until it is asked; wording follows with the language. What was done is told in `done`."""
    with gr.Column(visible=False, elem_classes="task") as panel:
        question = blank()
        with gr.Row(elem_classes="buttons"):
            confirm = gr.Button("", variant="stop", size="sm", min_width=0, elem_id="remove-yes")
            together = gr.Button("", variant="stop", size="sm", min_width=0, elem_id="remove-file")
            keep = gr.Button("", size="sm", min_width=0, elem_id="remove-no")
    return RemovingParts(panel, question, confirm, together, keep, done, gr.State(""))


def removing_words(parts: RemovingParts, language: str) -> dict[Any, Any]:
    """Updates that put the question into `language`; one that is open stays."""
    return {
        parts.confirm: words(language, "remove_yes"),
        parts.together: words(language, "remove_file"),
        parts.keep: words(language, "remove_no"),
        parts.done.button: gr.update(value=words(language, "undo")),
    }


def connect_removing(
    parts: RemovingParts,
    startup: Startup,
    settings: Settings,
    page: tuple[gr.State, gr.HTML],
    refresh: Callable[[Any], None],
) -> None:
    """Wire question, removal and undoing; `page` is its language and its header, `refresh` brings all of it up to date."""
    language, header = page

    def ask(chosen: str, event: gr.EventData) -> dict[Any, Any]:
        plans = startup.plans()
        document_id = str(event.document)
        if document_id not in plans:
            return {parts.panel: gr.update(visible=False), parts.document: ""}
        together = sum(one.file == plans[document_id].file for one in plans.values())
        question = removal_question(plan_title(plans, document_id, chosen), together, chosen)
        return {
            parts.panel: gr.update(visible=True),
            parts.question: question,
            parts.together: gr.update(visible=together > 1),
            parts.document: document_id,
        }

    def drop(document_id: str, chosen: str) -> dict[Any, Any]:
        return gone(document_id, chosen, whole_file=False)

    def drop_file(document_id: str, chosen: str) -> dict[Any, Any]:
        return gone(document_id, chosen, whole_file=True)

    def gone(document_id: str, chosen: str, *, whole_file: bool) -> dict[Any, Any]:
        if not document_id:
            return {parts.panel: gr.update(visible=False)}
        line = _remove(startup, settings, document_id, chosen, whole_file=whole_file)
        return {
            parts.panel: gr.update(visible=False),
            parts.done.told: file_states([line]),
            **offered(parts.done, 1 if line.state == "good" else 0),
        }

    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    asked = header.remove(ask, [language], [parts.panel, parts.question, parts.together, parts.document], **private)
    asked.then(None, None, None, js=TO_PANEL, api_visibility="private")
    parts.keep.click(lambda: gr.update(visible=False), None, parts.panel, **private)
    in_turn: dict[str, Any] = {"concurrency_limit": 1, "concurrency_id": "write"}
    outputs = [parts.panel, *parts.done.all]
    refresh(parts.confirm.click(drop, [parts.document, language], outputs, **in_turn, **private))
    refresh(parts.together.click(drop_file, [parts.document, language], outputs, **in_turn, **private))
    connect_undo(parts.done, startup, settings, language, refresh)


def _remove(startup: Startup, settings: Settings, document_id: str, language: str, *, whole_file: bool) -> FileState:
    from index.build import Action, remove  # loads the vector store: seconds in which the page is up

    title = plan_title(startup.plans(), document_id, language)
    try:
        report = remove(settings, document_id, whole_file=whole_file)
    except PlansError as exc:
        return FileState(title, told(exc, language), "bad")
    startup.wait().index.reload_if_changed()
    back = (change for change in report.changes if change.action == Action.BROUGHT_BACK)
    said = (words(language, "came_back", title=change.title) for change in back)
    titles = [change.title for change in report.changes if change.action == Action.REMOVED] if whole_file else [title]
    gone = (words(language, "removed", title=one) for one in titles)
    return FileState("", " ".join([*gone, *said]), "good")
