"""The library page: reading, searching and managing the plans on file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.facts import KINDS
from assistant.server.startup import Startup
from assistant.time_limit import within_seconds
from assistant.ui.library.document_list import ListParts, Looked, build_list, connect_list, list_words
from assistant.ui.library.editing import EditingParts, build_editing, editing_words
from assistant.ui.library.library_markup import fact_list, found_passages
from assistant.ui.library.library_words import words
from assistant.ui.library.removing import RemovingParts, build_removing, removing_words
from assistant.ui.library.setting_model import ModelParts, build_model, model_words
from assistant.ui.library.translations import TranslationParts, build_translations, translation_words
from assistant.ui.library.undoing import UndoParts, build_undo
from assistant.ui.shared.controls import blank, save_after, sent_file, written
from assistant.ui.shared.fact_tables import exported_rows, kind_titles, table_file, table_of
from assistant.ui.shared.notes import heading, hint
from assistant.ui.shared.picker.document_picker import (
    MAX_READ,
    PickerParts,
    build_picker,
    connect_picker,
    picker_words,
)
from assistant.ui.shared.reader.passages import sent_number
from assistant.ui.shared.table_files import Rows, to_csv, to_xlsx
from assistant.ui.shared.told import told
from assistant.wording.short_names import short_name
from index.errors import PlansError, megabytes
from index.fact_types import Fact
from index.reading.files.load import READABLE
from index.settings import Settings
from index.updating.unpacking import ARCHIVE

if TYPE_CHECKING:
    from index import Index

SEARCH_HITS = 12
FILE_TYPES = [*READABLE, ARCHIVE]
FIRST_KIND = next(iter(KINDS))
"""Of facts: the one that is listed where none is chosen."""
_TABS = ("tab_plans", "tab_search", "tab_facts", "tab_manage", "tab_model")


@dataclass(frozen=True, slots=True)
class FactParts:
    """The controls by which facts are listed."""

    kind: gr.Dropdown
    picker: PickerParts
    needle: gr.Textbox
    facts: gr.HTML
    csv: gr.Button
    xlsx: gr.Button
    download: gr.Textbox


@dataclass(frozen=True, slots=True)
class Filter:
    """Which facts are listed: of a kind, of these plans (all where none is named), with these words."""

    kind: str = FIRST_KIND
    plans: tuple[str, ...] = ()
    needle: str = ""


@dataclass(frozen=True, slots=True)
class AddingParts:
    """The controls by which plans are added."""

    heading: gr.HTML
    files: gr.File
    proposals: gr.HTML
    edits: gr.Textbox
    upload: gr.Button
    stop: gr.Button
    undo: UndoParts


@dataclass(frozen=True, slots=True)
class LibraryKept:
    """What stays where the page is put anew: what is looked for in the list, and which facts are listed."""

    looked: Looked
    facts: Filter


@dataclass(frozen=True, slots=True)
class LibraryParts:
    """The controls of the library page."""

    heading: gr.HTML
    tabs: tuple[gr.Tab, ...]
    editing: EditingParts
    removing: RemovingParts
    translations: TranslationParts
    documents: ListParts
    query: gr.Textbox
    hits: gr.HTML
    listed: FactParts
    adding: AddingParts
    model: ModelParts


def build_library() -> LibraryParts:
    """Lay the page out; wording follows with the language."""
    title = blank()
    with gr.Tabs(elem_id="library-tabs"):
        with gr.Tab("1", elem_id="library-plans") as tab_plans:
            done = build_undo("library-undo")
            editing, removing, translations = build_editing(done), build_removing(done), build_translations()
            documents = build_list()
        with gr.Tab("2", elem_id="library-search") as tab_search:
            query = gr.Textbox(submit_btn=" ", elem_id="search-box", show_label=False, container=False, max_lines=1)
            hits = blank()
        with gr.Tab("3", elem_id="library-facts") as tab_facts:
            listed = _build_facts()
        with gr.Tab("4", elem_id="library-add") as tab_manage, gr.Column(elem_classes="sheet adding"):
            adding = _build_adding()
        with gr.Tab("5", elem_id="library-model") as tab_model, gr.Column(elem_classes="sheet"):
            model = build_model()
    tabs = (tab_plans, tab_search, tab_facts, tab_manage, tab_model)
    return LibraryParts(title, tabs, editing, removing, translations, documents, query, hits, listed, adding, model)


def _build_facts() -> FactParts:
    with gr.Column(elem_classes="filters"):
        with gr.Row():
            kind = gr.Dropdown([], min_width=140, scale=1, elem_id="fact-kind")
            needle = gr.Textbox("", min_width=160, scale=2, max_lines=1, elem_id="fact-filter")
        picker = build_picker("fact-plans")
    facts = blank()
    with gr.Row(elem_classes="exports"):
        csv, xlsx = gr.Button("CSV", size="sm"), gr.Button("XLSX", size="sm")
        download = gr.Textbox(visible=False)
    return FactParts(kind, picker, needle, facts, csv, xlsx, download)


def _build_adding() -> AddingParts:
    title = blank()
    files = gr.File(
        elem_id="upload-files",
        elem_classes="files",
        file_count="multiple",
        file_types=FILE_TYPES,
        height=110,
        show_label=False,
    )
    proposals, edits = blank(), gr.Textbox(visible=False)
    with gr.Row():
        upload = gr.Button("", variant="primary", interactive=False)
        stop = gr.Button("", visible=False)
    return AddingParts(title, files, proposals, edits, upload, stop, build_undo("adding-undo"))


def library_words(
    parts: LibraryParts, index: Index | None, settings: Settings, kept: LibraryKept, language: str
) -> dict[Any, Any]:
    """Updates that put the page into `language` and show what is on file."""
    plans = {document.id: document for document in index.documents} if index else {}
    labels = {tab: gr.update(label=words(language, key)) for tab, key in zip(parts.tabs, _TABS, strict=True)}
    limit = words(language, "upload_limit", limit=megabytes(settings.max_file_bytes))
    label = words(language, "fact_plans")
    facts = kept.facts
    return {
        **labels,
        **list_words(parts.documents, index, kept.looked, language),
        **editing_words(parts.editing, language),
        **removing_words(parts.removing, language),
        **translation_words(parts.translations, language),
        **model_words(parts.model, settings, language),
        **picker_words(parts.listed.picker, plans, facts.plans, label, language),
        parts.heading: heading(words(language, "library_title"), words(language, "library_text"), level=1),
        parts.query: gr.update(
            label=words(language, "search_label"),
            placeholder=words(language, "search_placeholder"),
            submit_btn=words(language, "search"),
        ),
        parts.hits: hint(words(language, "search_hint")),
        parts.listed.kind: gr.update(
            label=words(language, "fact_kind"), choices=kind_titles(language), value=facts.kind
        ),
        parts.listed.needle: gr.update(
            label=words(language, "fact_filter"), placeholder=words(language, "fact_filter_placeholder")
        ),
        parts.listed.facts: fact_table_of(index, facts, language) if index else "",
        parts.listed.csv: words(language, "export_csv"),
        parts.listed.xlsx: words(language, "export_xlsx"),
        parts.adding.heading: heading(words(language, "upload_title"), f"{words(language, 'upload_label')} {limit}"),
        parts.adding.files: gr.update(label=words(language, "upload_label")),
        parts.adding.stop: words(language, "upload_stop"),
        parts.adding.upload: words(language, "upload"),
        parts.adding.undo.button: gr.update(value=words(language, "undo")),
    }


def connect_library(parts: LibraryParts, startup: Startup, language: gr.State, header: gr.HTML) -> None:
    """Wire list, search, facts and their export."""
    filters = [parts.listed.kind, parts.listed.picker.chosen, parts.listed.needle, language]

    def search(query: str, chosen: str) -> str:
        return found_text(startup, query, chosen)

    def filter_facts(kind: str, plans: list[str], needle: str, chosen: str) -> str:
        wanted = Filter(kind, tuple(plans), needle)
        return startup.wait().index.on_sound(lambda index: fact_table_of(index, wanted, chosen))

    def turn_facts(kind: str, plans: list[str], needle: str, chosen: str, event: gr.EventData) -> str:
        wanted, first = Filter(kind, tuple(plans), needle), sent_number(event.first)
        return startup.wait().index.on_sound(lambda index: fact_table_of(index, wanted, chosen, first))

    def export(as_file: Callable[[Rows], bytes], suffix: str) -> Callable[[str, list[str], str, str], str]:
        def make(kind: str, plans: list[str], needle: str, chosen: str) -> str:
            wanted = Filter(kind, tuple(plans), needle)
            facts = startup.wait().index.on_sound(lambda index: _facts(index, wanted))
            table = table_of(facts, kind, startup.plans(), chosen)
            named = [short_name(startup.plans(), plan, chosen) for plan in plans]
            name = table_file(table, named, chosen, date.today(), suffix)
            return sent_file(name, as_file(exported_rows(table, chosen)))

        return make

    private: dict[str, Any] = {"api_visibility": "private"}
    connect_list(parts.documents, startup, language)
    connect_picker(parts.listed.picker, startup, language)
    parts.query.submit(search, [parts.query, language], parts.hits, show_progress="minimal", **private)
    listed = parts.listed
    for changed in (listed.kind.input, listed.picker.chosen.input, written(listed.needle)):
        changed(filter_facts, filters, listed.facts, show_progress="hidden", trigger_mode="always_last", **private)
    turned = header.facts(turn_facts, filters, listed.facts, show_progress="hidden", **private)
    turned.then(None, None, None, js="() => { window.plansLibrary.toRows(); }", **private)
    for button, as_file, suffix in ((parts.listed.csv, to_csv, "csv"), (parts.listed.xlsx, to_xlsx, "xlsx")):
        made = button.click(export(as_file, suffix), filters, parts.listed.download, show_progress="hidden", **private)
        save_after(made, parts.listed.download)


def found_text(startup: Startup, query: str, language: str) -> str:
    """The passages that are found by a query, or why there are none."""
    if not query.strip():
        return hint(words(language, "search_hint"))
    try:
        assistant = startup.wait()
        with within_seconds(assistant.settings.max_question_seconds):
            hits = assistant.search(query.strip(), k=SEARCH_HITS)
    except PlansError as exc:
        return hint(told(exc, language))
    return found_passages(hits, startup.plans(), language, assistant.english.memory)


def _facts(index: Index, wanted: Filter) -> tuple[Fact, ...]:
    """Facts of a kind whose text holds every word of the filter."""
    needles = wanted.needle.lower().split()
    facts = index.facts(KINDS[wanted.kind], wanted.plans or None)
    return tuple(fact for fact in facts if all(word in repr(fact).lower() for word in needles))


def fact_table_of(index: Index, wanted: Filter, language: str, first: int = 0) -> str:
    """The facts that are wanted as a table, from one on; of many papers some have to be chosen first."""
    if len(index.documents) > MAX_READ and not (wanted.plans or wanted.needle.strip()):
        return hint(words(language, "fact_choose"))
    plans = {document.id: document for document in index.documents}
    return fact_list(_facts(index, wanted), wanted.kind, plans, language, first)


def reload_index(startup: Startup) -> None:
    """Go over to what was added or removed since, by this page or by another program."""
    startup.wait().index.reload_if_changed()
