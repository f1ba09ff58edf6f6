"""The library page: reading, searching and managing the plans on file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.facts import KINDS
from assistant.server.startup import Startup
from assistant.time_limit import within_seconds
from assistant.ui.library.library_words import words
from assistant.ui.library.plan_cards import fact_list, found_passages, index_state, plan_cards
from assistant.ui.library.table_files import Rows, to_csv, to_xlsx
from assistant.ui.shared.controls import blank, save_after, sent_file
from assistant.ui.shared.fact_tables import exported_rows, kind_titles, table_of
from assistant.ui.shared.labels import Plans, plan_label
from assistant.ui.shared.notes import heading, hint
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.fact_types import Fact
from index.indexed_document import IndexedDocument
from index.settings import Settings

SEARCH_HITS = 12
FILE_TYPES = [".pdf", ".docx", ".html", ".htm", ".txt", ".md"]
_TABS = ("tab_plans", "tab_search", "tab_facts", "tab_manage")


@dataclass(frozen=True, slots=True)
class FactParts:
    """The controls by which facts are listed."""

    kind: gr.Dropdown
    plans: gr.Dropdown
    needle: gr.Textbox
    facts: gr.HTML
    csv: gr.Button
    xlsx: gr.Button
    download: gr.Textbox


@dataclass(frozen=True, slots=True)
class AddingParts:
    """The controls by which plans are added."""

    heading: gr.HTML
    files: gr.File
    proposals: gr.HTML
    edits: gr.Textbox
    upload: gr.Button
    stop: gr.Button
    outcomes: gr.HTML


@dataclass(frozen=True, slots=True)
class RemovingParts:
    """The controls by which plans are removed."""

    heading: gr.HTML
    removed: gr.Dropdown
    remove: gr.Button
    question: gr.HTML
    confirm: gr.Button
    keep: gr.Button
    dropped: gr.HTML


@dataclass(frozen=True, slots=True)
class LibraryParts:
    """The controls of the library page."""

    heading: gr.HTML
    tabs: tuple[gr.Tab, ...]
    cards: gr.HTML
    query: gr.Textbox
    hits: gr.HTML
    listed: FactParts
    adding: AddingParts
    removing: RemovingParts
    state: gr.HTML


def build_library() -> LibraryParts:
    """Lay the page out; wording follows with the language."""
    title = blank()
    with gr.Tabs(elem_id="library-tabs"):
        with gr.Tab("1") as tab_plans:
            cards = blank()
        with gr.Tab("2") as tab_search:
            query = gr.Textbox(submit_btn=" ", elem_id="search-box", show_label=False, container=False, max_lines=1)
            hits = blank()
        with gr.Tab("3") as tab_facts:
            listed = _build_facts()
        with gr.Tab("4") as tab_manage, gr.Row(elem_classes="manage"):
            with gr.Column(min_width=280, elem_classes="sheet"):
                adding = _build_adding()
            with gr.Column(min_width=280, elem_classes="sheet"):
                removing = _build_removing()
                state = blank()
    tabs = (tab_plans, tab_search, tab_facts, tab_manage)
    return LibraryParts(title, tabs, cards, query, hits, listed, adding, removing, state)


def _build_facts() -> FactParts:
    with gr.Row(elem_classes="filters"):
        kind = gr.Dropdown([], min_width=140, scale=1)
        plans = gr.Dropdown([], multiselect=True, min_width=200, scale=2)
        needle = gr.Textbox(min_width=160, scale=2, max_lines=1)
    facts = blank()
    with gr.Row(elem_classes="exports"):
        csv, xlsx = gr.Button("CSV", size="sm"), gr.Button("XLSX", size="sm")
        download = gr.Textbox(visible=False)
    return FactParts(kind, plans, needle, facts, csv, xlsx, download)


def _build_adding() -> AddingParts:
    title = blank()
    files = gr.File(elem_id="upload-files", file_count="multiple", file_types=FILE_TYPES, height=110, show_label=False)
    proposals, edits = blank(), gr.Textbox(visible=False)
    with gr.Row():
        upload = gr.Button("", variant="primary", interactive=False)
        stop = gr.Button("", visible=False)
    return AddingParts(title, files, proposals, edits, upload, stop, outcomes=blank())


def _build_removing() -> RemovingParts:
    title = blank()
    removed, remove = gr.Dropdown([], elem_id="removed"), gr.Button("")
    question = blank(visible=False)
    with gr.Row():
        confirm = gr.Button("", variant="stop", visible=False)
        keep = gr.Button("", visible=False)
    return RemovingParts(title, removed, remove, question, confirm, keep, dropped=blank())


def library_words(
    parts: LibraryParts, documents: tuple[IndexedDocument, ...], settings: Settings, language: str
) -> dict[Any, Any]:
    """Updates that put the page into `language` and show what is on file."""
    plans = [(plan_label(i.document, language), i.document.id) for i in documents]
    labels = {tab: gr.update(label=words(language, key)) for tab, key in zip(parts.tabs, _TABS, strict=True)}
    limit = words(language, "upload_limit", limit=f"{settings.max_file_mb:g}")
    return labels | {
        parts.heading: heading(words(language, "library_title"), words(language, "library_text"), level=1),
        parts.cards: plan_cards(documents, language),
        parts.query: gr.update(
            label=words(language, "search_label"),
            placeholder=words(language, "search_placeholder"),
            submit_btn=words(language, "search"),
        ),
        parts.hits: hint(words(language, "search_hint")),
        parts.listed.kind: gr.update(
            label=words(language, "fact_kind"),
            choices=kind_titles(language),
            value=next(iter(KINDS)),
        ),
        parts.listed.plans: gr.update(label=words(language, "fact_plans"), choices=plans, value=[]),
        parts.listed.needle: gr.update(
            label=words(language, "fact_filter"), placeholder=words(language, "fact_filter_placeholder"), value=""
        ),
        parts.listed.facts: _fact_table(documents, next(iter(KINDS)), [], "", language),
        parts.listed.csv: words(language, "export_csv"),
        parts.listed.xlsx: words(language, "export_xlsx"),
        parts.adding.heading: heading(words(language, "upload_title"), f"{words(language, 'upload_label')} {limit}"),
        parts.adding.files: gr.update(label=words(language, "upload_label")),
        parts.adding.stop: words(language, "upload_stop"),
        parts.adding.upload: words(language, "upload"),
        parts.removing.heading: heading(words(language, "remove_title")),
        parts.removing.removed: gr.update(label=words(language, "remove_label"), choices=plans, value=None),
        parts.removing.remove: words(language, "remove"),
        parts.removing.confirm: gr.update(value=words(language, "remove_yes"), visible=False),
        parts.removing.keep: gr.update(value=words(language, "remove_no"), visible=False),
        parts.removing.question: gr.update(visible=False),
        parts.state: index_state(documents, language),
    }


def connect_library(parts: LibraryParts, startup: Startup, language: gr.State) -> None:
    """Wire search, facts and their export."""
    filters = [parts.listed.kind, parts.listed.plans, parts.listed.needle, language]

    def search(query: str, chosen: str) -> str:
        if not query.strip():
            return hint(words(chosen, "search_hint"))
        try:
            assistant = startup.wait()
            with within_seconds(assistant.settings.max_question_seconds):
                hits = assistant.search(query.strip(), k=SEARCH_HITS)
        except PlansError as exc:
            return hint(told(exc, chosen))
        return found_passages(hits, _plans(held_documents(startup)), chosen)

    def filter_facts(kind: str, plans: list[str], needle: str, chosen: str) -> str:
        return _fact_table(held_documents(startup), kind, plans, needle, chosen)

    def export(as_file: Callable[[Rows], bytes], suffix: str) -> Callable[[str, list[str], str, str], str]:
        def make(kind: str, plans: list[str], needle: str, chosen: str) -> str:
            held = held_documents(startup)
            table = table_of(_facts(held, kind, plans, needle), kind, _plans(held), chosen)
            return sent_file(f"{kind}.{suffix}", as_file(exported_rows(table, chosen)))

        return make

    private: dict[str, Any] = {"api_visibility": "private"}
    parts.query.submit(search, [parts.query, language], parts.hits, show_progress="minimal", **private)
    for control in (parts.listed.kind, parts.listed.plans, parts.listed.needle):
        control.input(
            filter_facts, filters, parts.listed.facts, show_progress="hidden", trigger_mode="always_last", **private
        )
    for button, as_file, suffix in ((parts.listed.csv, to_csv, "csv"), (parts.listed.xlsx, to_xlsx, "xlsx")):
        made = button.click(export(as_file, suffix), filters, parts.listed.download, show_progress="hidden", **private)
        save_after(made, parts.listed.download)


def reload_index(startup: Startup) -> None:
    """Go over to what was added or removed since, by this page or by another program."""
    startup.wait().index.reload_if_changed()


def held_documents(startup: Startup) -> tuple[IndexedDocument, ...]:
    """Every plan on file with what was read out of it, in the order of the catalogue."""
    index = startup.wait().index  # of which another plan may be removed at this moment
    return index.on_sound(lambda now: tuple(now.document(document.id) for document in now.documents))


def _plans(documents: tuple[IndexedDocument, ...]) -> Plans:
    return {indexed.document.id: indexed.document for indexed in documents}


def _facts(documents: tuple[IndexedDocument, ...], kind: str, plans: list[str], needle: str) -> tuple[Fact, ...]:
    """Facts of a kind whose text holds every word of `needle`."""
    wanted = needle.lower().split()
    return tuple(
        fact
        for indexed in documents
        if not plans or indexed.document.id in plans
        for fact in indexed.facts
        if fact.kind == kind and all(word in repr(fact).lower() for word in wanted)
    )


def _fact_table(documents: tuple[IndexedDocument, ...], kind: str, plans: list[str], needle: str, language: str) -> str:
    return fact_list(_facts(documents, kind, plans, needle), kind, _plans(documents), language)
