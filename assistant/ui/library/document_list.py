"""The list of documents on file, a page at a time: found and grouped, each to be read, edited and removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.server.startup import Startup
from assistant.ui.library.library_markup import document_rows
from assistant.ui.library.library_words import words
from assistant.ui.shared.controls import blank, written
from assistant.ui.shared.notes import hint
from assistant.ui.shared.picker.document_picker import MAX_CHIPS, group_choices, needle_words
from assistant.ui.shared.picker.finding import find
from index.translating.worksheet import coverage
from index.translation.memory import Memory

if TYPE_CHECKING:
    from index import Index

PAGE = 20
"""Documents listed at a time: three screens, and a third of a second to read them."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a reader looks for in the list: a few letters, groups, and which page of what is found, from 0."""

    needle: str = ""
    groups: tuple[str, ...] = ()
    page: int = 0


@dataclass(frozen=True, slots=True)
class ListParts:
    """The controls of the list."""

    finder: gr.Row
    needle: gr.Textbox
    groups: gr.Dropdown
    count: gr.HTML
    rows: gr.HTML
    paging: gr.Row
    before: gr.Button
    at: gr.HTML
    after: gr.Button
    page: gr.State

    @property
    def looked(self) -> list[Any]:
        """The controls that hold what is looked for, in the order of `Looked`."""
        return [self.needle, self.groups, self.page]


def build_list() -> ListParts:
    """Lay the list out; wording follows with the language."""
    with gr.Row(elem_classes="filters", visible=False) as finder:
        needle = gr.Textbox(max_lines=1, min_width=200, scale=3, elem_id="library-find")
        groups = gr.Dropdown([], multiselect=True, min_width=200, scale=2, elem_id="library-groups")
    count = blank()
    rows = blank("library-rows")
    with gr.Row(elem_classes="paging", visible=False) as paging:
        before = gr.Button("", size="sm", min_width=0, elem_id="library-before")
        at = blank()
        after = gr.Button("", size="sm", min_width=0, elem_id="library-after")
    return ListParts(finder, needle, groups, count, rows, paging, before, at, after, gr.State(0))


def list_words(parts: ListParts, index: Index | None, looked: Looked, language: str) -> dict[Any, Any]:
    """Updates that put the list into `language` and show what is on file; what is looked for stays, where it can."""
    documents = index.documents if index else ()
    offered = group_choices(documents, language)
    groups = tuple(group for group in looked.groups if group in {key for _, key in offered["choices"]})
    found = Looked(looked.needle, groups, looked.page)
    return {
        parts.finder: gr.update(visible=len(documents) > MAX_CHIPS),
        parts.needle: needle_words(language),
        parts.groups: offered | {"value": list(groups)},
        parts.before: words(language, "list_before"),
        parts.after: words(language, "list_after"),
    } | _listed(parts, index, found, language)


def connect_list(parts: ListParts, startup: Startup, language: gr.State) -> None:
    """Wire the search and the pages."""

    def show(step: int) -> Any:  # noqa: ANN401 - what Gradio takes for a listener
        def shown(needle: str, groups: list[str], page: int, chosen: str) -> dict[Any, Any]:
            looked = Looked(needle, tuple(groups), page + step if step else 0)
            return startup.wait().index.on_sound(lambda index: _listed(parts, index, looked, chosen))

        return shown

    inputs = [*parts.looked, language]
    outputs = [parts.count, parts.rows, parts.paging, parts.before, parts.at, parts.after, parts.page]
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    for typed in (written(parts.needle), parts.groups.input):
        typed(show(0), inputs, outputs, trigger_mode="always_last", **quiet)
    for button, step in ((parts.before, -1), (parts.after, 1)):
        turned = button.click(show(step), inputs, outputs, **quiet)
        turned.then(None, None, None, js="() => { window.plansLibrary.toTop(); }", api_visibility="private")


def _listed(parts: ListParts, index: Index | None, looked: Looked, language: str) -> dict[Any, Any]:
    """The rows of a page of what is found; the last page where there are fewer."""
    plans = {document.id: document for document in index.documents} if index else {}
    found = find(plans.values(), looked.needle, looked.groups)
    last = max(0, (len(found) - 1) // PAGE)
    page = min(max(looked.page, 0), last)
    shown = found[page * PAGE : (page + 1) * PAGE]
    held = [index.document(document.id) for document in shown] if index else []
    memory = index.english.memory if index else Memory()
    covered = {one.document.id: coverage(one.clean.text, memory) for one in held}
    counted = words(
        language, "found_count" if len(found) < len(plans) else "held_count", found=len(found), held=len(plans)
    )
    return {
        parts.count: hint(counted) if plans else "",
        parts.rows: document_rows(held, plans, language, covered),
        parts.paging: gr.update(visible=last > 0),
        parts.before: gr.update(interactive=page > 0),
        parts.at: hint(words(language, "list_at", page=page + 1, pages=last + 1)),
        parts.after: gr.update(interactive=page < last),
        parts.page: page,
    }
