"""The English of a document: how much there is, what is to be translated to take away, and what was translated to bring back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.server.incoming import incoming_of
from assistant.server.startup import Startup
from assistant.ui.library.file_forms import FileState, file_states
from assistant.ui.library.library_markup import coverage_told
from assistant.ui.library.library_words import words
from assistant.ui.library.model_translation import offered, translating, why
from assistant.ui.library.removing import TO_PANEL
from assistant.ui.shared.controls import blank, save_after, sent_file
from assistant.ui.shared.labels import plan_title
from assistant.ui.shared.notes import heading
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings
from index.translating.translation_files import EXCHANGE, TABLE, read_rows, to_file
from index.translating.worksheet import coverage, worksheet
from index.translation.memory import Maker

if TYPE_CHECKING:
    from index import Index
    from index.translating.held_to_source import Fault
    from index.translating.taking import Taken

MAX_FAULTS = 50
"""Lines that are told one by one; who has more has a fault of another kind."""


@dataclass(frozen=True, slots=True)
class TranslationParts:
    """The panel; `document` is the id of the one whose English is looked at, "" for none."""

    panel: gr.Column
    heading: gr.HTML
    table: gr.Button
    exchange: gr.Button
    download: gr.Textbox
    file: gr.File
    machine: gr.Checkbox
    take: gr.Button
    ask: gr.Button
    stop: gr.Button
    close: gr.Button
    done: gr.HTML
    document: gr.State


def build_translations() -> TranslationParts:
    """Lay the panel out, unseen until a document is chosen; wording follows with the language."""
    with gr.Column(visible=False, elem_classes="task") as panel:
        title = blank()
        with gr.Row(elem_classes="buttons"):
            table = gr.Button("", size="sm", min_width=0, elem_id="translation-table")
            exchange = gr.Button("", size="sm", min_width=0, elem_id="translation-exchange")
        download = gr.Textbox(visible=False)
        file = gr.File(elem_id="translation-file", elem_classes="files", file_types=[TABLE, EXCHANGE], height=90)
        machine = gr.Checkbox(value=False, elem_id="translation-machine")
        with gr.Row(elem_classes="buttons"):
            take = gr.Button("", variant="primary", size="sm", min_width=0, elem_id="translation-take")
            ask = gr.Button("", visible=False, size="sm", min_width=0, elem_id="translation-ask")
            stop = gr.Button("", visible=False, size="sm", min_width=0, elem_id="translation-stop")
            close = gr.Button("", size="sm", min_width=0, elem_id="translation-close")
        done = blank("translation-done")
    return TranslationParts(
        panel, title, table, exchange, download, file, machine, take, ask, stop, close, done, gr.State("")
    )


def translation_words(parts: TranslationParts, language: str) -> dict[Any, Any]:
    """Updates that put the panel into `language`; one that is open stays."""
    return {
        parts.table: words(language, "translate_table"),
        parts.exchange: words(language, "translate_exchange"),
        parts.file: gr.update(label=words(language, "translate_file")),
        parts.machine: gr.update(label=words(language, "translate_machine")),
        parts.take: words(language, "translate_take"),
        parts.ask: words(language, "translate_ask"),
        parts.stop: words(language, "translate_stop"),
        parts.close: words(language, "translate_close"),
    }


def connect_translations(
    parts: TranslationParts,
    startup: Startup,
    settings: Settings,
    page: tuple[gr.State, gr.HTML],
    refresh: Callable[[Any], None],
) -> None:
    """Wire the panel; `page` is its language and its header, `refresh` brings all of the page up to date after an event."""
    language, header = page
    incoming = incoming_of(settings)

    def show(chosen: str, event: gr.EventData) -> dict[Any, Any]:
        document_id = str(event.document)
        if document_id not in startup.plans():
            return {parts.panel: gr.update(visible=False), parts.document: ""}
        index = startup.wait().index
        offer = index.on_sound(lambda sound: offered(settings, sound, document_id, chosen))
        return {
            parts.panel: gr.update(visible=True),
            parts.heading: index.on_sound(lambda sound: _headed(sound, document_id, chosen)),
            parts.document: document_id,
            parts.file: None,
            parts.machine: False,
            parts.ask: gr.update(visible=bool(offer)),
            parts.done: file_states([FileState("", offer, "waiting")] if offer else []),
        }

    def export(suffix: str) -> Callable[[str], str]:
        def made(document_id: str) -> str:
            name = f"{document_id}{suffix}"
            return startup.wait().index.on_sound(lambda index: sent_file(name, _to_translate(index, document_id, name)))

        return made

    def take(document_id: str, file: str | None, machine: bool, chosen: str) -> dict[Any, Any]:  # noqa: FBT001 - as Gradio sends it
        if not file:
            return {parts.done: file_states([FileState("", words(chosen, "upload_nothing"), "bad")])}
        path, maker = Path(file), Maker.MACHINE if machine else Maker.PERSON
        try:
            done = _take(settings, startup.wait().index.snapshot(), document_id, path, maker)
        except PlansError as exc:
            return {parts.done: file_states([FileState(path.name, told(exc, chosen), "bad")])}
        finally:
            incoming.drop([path])
        index = startup.wait().index
        return {
            parts.heading: _headed(index, document_id, chosen),
            parts.file: None,
            parts.done: file_states([*_report(path.name, done, chosen)]),
        }

    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    shown = [parts.panel, parts.heading, parts.document, parts.file, parts.machine, parts.ask, parts.done]
    opened = header.translate(show, [language], shown, **private)
    opened.then(None, None, None, js=TO_PANEL, api_visibility="private")
    for button, suffix in ((parts.table, TABLE), (parts.exchange, EXCHANGE)):
        save_after(button.click(export(suffix), [parts.document], parts.download, **private), parts.download)
    parts.close.click(lambda: gr.update(visible=False), None, parts.panel, **private)
    _connect_model(parts, startup, settings, language, refresh)
    refresh(
        parts.take.click(
            take,
            [parts.document, parts.file, parts.machine, language],
            [parts.heading, parts.file, parts.done],
            concurrency_limit=1,
            concurrency_id="write",
            **private,
        )
    )


def _connect_model(
    parts: TranslationParts, startup: Startup, settings: Settings, language: gr.State, refresh: Callable[[Any], None]
) -> None:
    """Wire the model's translation and its end; what it has translated until then stays."""
    stops: dict[str, threading.Event] = {}  # of the sessions for which the model is translating

    def ask(document_id: str, chosen: str, request: gr.Request) -> Iterator[dict[Any, Any]]:
        stop = stops[str(request.session_hash)] = threading.Event()
        yield {parts.ask: gr.update(visible=False), parts.stop: gr.update(visible=True)}
        index = startup.wait().index.snapshot()
        try:
            for lines in translating(settings, index, document_id, stop, chosen):
                yield {parts.done: file_states(lines)}
        finally:
            stops.pop(str(request.session_hash), None)
        index = startup.wait().index.snapshot()
        offer = offered(settings, index, document_id, chosen)
        yield {
            parts.heading: _headed(index, document_id, chosen),
            parts.ask: gr.update(visible=bool(offer)),
            parts.stop: gr.update(visible=False),
        }

    def end(request: gr.Request) -> None:
        if stop := stops.get(str(request.session_hash)):
            stop.set()

    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    refresh(
        parts.ask.click(
            ask,
            [parts.document, language],
            [parts.heading, parts.ask, parts.stop, parts.done],
            concurrency_limit=1,
            concurrency_id="translate",
            **private,
        )
    )
    parts.stop.click(end, None, None, queue=False, **private)


def _headed(index: Index, document_id: str, language: str) -> str:
    plans = {document.id: document for document in index.documents}
    covered = coverage(index.text(document_id).text, index.english.memory)
    title = words(language, "translate_title", title=plan_title(plans, document_id, language))
    return heading(title, words(language, "translate_text", covered=coverage_told(covered, language)))


def _to_translate(index: Index, document_id: str, name: str) -> bytes:
    return to_file(name, worksheet(index.text(document_id).text, index.english.memory))


def _take(settings: Settings, index: Index, document_id: str, path: Path, maker: Maker) -> Taken:
    from index.translating.renewed import renew
    from index.translating.taking import take  # loads the vector store: seconds in which the page is up

    taken = take(settings, index, document_id, read_rows(path, maker, settings.max_file_bytes), maker)
    if taken.taken:
        renew(settings, document_id)
    return taken


def _report(name: str, done: Taken, language: str) -> Iterator[FileState]:
    """What became of the file, then its lines that were left out."""
    left, missing = len(done.faults), done.coverage.missing
    said = words(language, "translate_done", taken=done.taken, known=done.known, left=left, missing=missing)
    yield FileState(name, said, "good" if done.taken or not left else "bad")
    for fault in done.faults[:MAX_FAULTS]:
        yield FileState(words(language, "translate_line", number=fault.row.number), _why(fault, language), "bad")
    if left > MAX_FAULTS:
        yield FileState("", words(language, "translate_more", count=left - MAX_FAULTS), "bad")


def _why(fault: Fault, language: str) -> str:
    if not fault.findings:
        return words(language, "translate_strange", zh=fault.row.line.zh)
    return why(fault.findings, fault.row.line.zh, language)
