"""Editing what a document says of itself, after it was added: its file is not read again, its id stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.server.startup import Startup
from assistant.ui.library.file_forms import FileState, file_states
from assistant.ui.library.library_words import words
from assistant.ui.library.removing import TO_PANEL
from assistant.ui.library.sent_forms import SentForm, override_of, period_of
from assistant.ui.library.undoing import UndoParts, offered
from assistant.ui.shared.controls import blank
from assistant.ui.shared.labels import plan_title
from assistant.ui.shared.notes import heading
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings
from index.storage.overrides import Override
from index.types import Document, PaperKind

MAX_CHARS = 120
"""Of a title or a place; the longest titles of notices have some eighty."""


@dataclass(frozen=True, slots=True)
class EditingParts:
    """The form; `document` is the id of the one that is edited, "" for none."""

    panel: gr.Column
    heading: gr.HTML
    title: gr.Textbox
    place: gr.Textbox
    first: gr.Textbox
    last: gr.Textbox
    kind: gr.Dropdown
    save: gr.Button
    cancel: gr.Button
    done: UndoParts
    document: gr.State

    @property
    def fields(self) -> list[Any]:
        """The controls that are written into, in the order of `SentForm`."""
        return [self.title, self.place, self.first, self.last, self.kind]


def build_editing(done: UndoParts) -> EditingParts:
    """Lay the form out, unseen until a document is to be edited; wording follows with the language. What was done is told in `done`."""
    with gr.Column(visible=False, elem_classes="task") as panel:
        title_line = blank()
        title = gr.Textbox(max_lines=1, max_length=MAX_CHARS, elem_id="edit-title")
        with gr.Row():
            place = gr.Textbox(max_lines=1, max_length=MAX_CHARS, min_width=160, scale=3, elem_id="edit-place")
            first = gr.Textbox(max_lines=1, max_length=4, min_width=80, scale=1, elem_id="edit-first")
            last = gr.Textbox(max_lines=1, max_length=4, min_width=80, scale=1, elem_id="edit-last")
            kind = gr.Dropdown([], min_width=160, scale=2, elem_id="edit-kind")
        with gr.Row(elem_classes="buttons"):
            save = gr.Button("", variant="primary", size="sm", min_width=0, elem_id="edit-save")
            cancel = gr.Button("", size="sm", min_width=0, elem_id="edit-cancel")
    return EditingParts(panel, title_line, title, place, first, last, kind, save, cancel, done, gr.State(""))


def editing_words(parts: EditingParts, language: str) -> dict[Any, Any]:
    """Updates that put the form into `language`; one that is open stays."""
    named = {
        control: gr.update(label=words(language, f"proposal_{name}"))
        for control, name in zip(parts.fields[:4], ("title", "place", "first", "last"), strict=True)
    }
    kinds = [(words(language, f"kind_{kind}"), str(kind)) for kind in PaperKind]
    return named | {
        parts.kind: gr.update(label=words(language, "proposal_kind"), choices=kinds),
        parts.save: words(language, "save_edit"),
        parts.cancel: words(language, "cancel"),
    }


def connect_editing(
    parts: EditingParts,
    startup: Startup,
    settings: Settings,
    page: tuple[gr.State, gr.HTML],
    refresh: Callable[[Any], None],
) -> None:
    """Wire the form; `page` is its language and its header, `refresh` brings all of the page up to date after an event."""
    language, header = page

    def fill(chosen: str, event: gr.EventData) -> dict[Any, Any]:
        plans = startup.plans()
        document = plans.get(str(event.document))
        if document is None:
            return {parts.panel: gr.update(visible=False), parts.document: ""}
        title = heading(words(chosen, "edit_title", title=plan_title(plans, document.id, chosen)))
        values = dict(zip(parts.fields, _as_it_is(document), strict=True))
        return values | {
            parts.panel: gr.update(visible=True),
            parts.heading: title,
            parts.document: document.id,
            parts.done.told: "",
            **offered(parts.done, 0),
        }

    def save(document_id: str, *values: Any) -> dict[Any, Any]:  # noqa: ANN401 - the values of the fields, as Gradio sends them
        *written, chosen = values
        document = startup.plans().get(document_id)
        line = _save(settings, document, SentForm(*(str(value or "").strip() for value in written)), chosen)
        if line.state == "good":
            startup.wait().index.reload_if_changed()
        return {parts.done.told: file_states([line]), parts.panel: gr.update(visible=line.state == "bad")}

    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    filled = [parts.panel, parts.heading, parts.document, *parts.done.all, *parts.fields]
    opened = header.edit(fill, [language], filled, **private)
    opened.then(None, None, None, js=TO_PANEL, api_visibility="private")
    parts.cancel.click(lambda: gr.update(visible=False), None, parts.panel, **private)
    saved = parts.save.click(
        save,
        [parts.document, *parts.fields, language],
        [parts.done.told, parts.panel],
        concurrency_limit=1,
        concurrency_id="write",
        **private,
    )
    refresh(saved)


def _as_it_is(document: Document) -> tuple[str, ...]:
    first, last = map(str, document.period) if document.period else ("", "")
    return document.title, document.place, first, last, str(document.kind)


def _save(settings: Settings, document: Document | None, form: SentForm, language: str) -> FileState:
    """Write down what differs from the document as it is; what is left empty stays."""
    from index.build import edit  # loads the vector store: seconds in which the page is up

    if document is None:
        return FileState("", words(language, "error_UnknownDocument"), "bad")
    if (form.first or form.last) and period_of(form.first, form.last) is None:
        return FileState("", words(language, "edit_years"), "bad")
    written = override_of(form)
    changed = Override(
        "" if written.title == document.title else written.title,
        "" if written.place == document.place else written.place,
        None if written.period == document.period else written.period,
        None if written.kind == document.kind else written.kind,
    )
    try:
        report = edit(settings, document.id, changed)
    except PlansError as exc:
        return FileState(document.title, told(exc, language), "bad")
    return FileState("", words(language, "edited", title=report.changes[0].title), "good")
