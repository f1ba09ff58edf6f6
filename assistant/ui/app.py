"""The web page put together and served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.ui import render
from assistant.ui.api import add_endpoints
from assistant.ui.chat import ChatParts, Turns, build_chat, chat_words, connect_chat
from assistant.ui.i18n import DEFAULT_LANGUAGE, known, words
from assistant.ui.library import LibraryParts, build_library, connect_library, held_documents, library_words
from assistant.ui.manage import connect_changes
from assistant.ui.reader import open_passage
from assistant.ui.startup import Progress, Startup
from assistant.ui.theme import CSS_FILE, SCRIPT_FILE, PlansTheme
from index.settings import Settings

CONCURRENT_EVENTS = 8
MAX_WAITING_EVENTS = 200
POLL_SECONDS = 0.5

# Runs in the browser before the first event: the language kept there, else the browser's own.
_WISH = "() => [localStorage.getItem('plans-language') || navigator.language || 'zh']"
# The page's script, then the names of the events it may send (Gradio makes a listener of each quoted name).
_CONNECT = "\nwindow.plansPage.connect(trigger, ['language', 'passage', 'read', 'ask']);"


@dataclass(frozen=True, slots=True)
class _Frame:
    """The controls around the pages."""

    header: gr.HTML
    starting: gr.HTML
    body: gr.Row
    reader: gr.HTML
    language: gr.State
    timer: gr.Timer


def serve(settings: Settings) -> None:
    """Start the page and keep it up; the plans are opened, and indexed if need be, while it is already there."""
    startup = Startup(lambda progress: _open_assistant(settings, progress))
    startup.begin()
    page = build_page(startup, settings)
    page.queue(default_concurrency_limit=CONCURRENT_EVENTS, max_size=MAX_WAITING_EVENTS)
    page.launch(
        server_name=settings.host,
        server_port=settings.port or None,
        share=False,
        max_file_size=settings.max_file_bytes,
        blocked_paths=[str(settings.data_dir.resolve()), str(settings.documents_dir.resolve())],
        theme=PlansTheme(),
        head=f"<style>{CSS_FILE.read_text(encoding='utf-8')}</style>",
        quiet=True,
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        ssr_mode=False,
    )


def _open_assistant(settings: Settings, progress: Progress) -> Any:
    from assistant import Assistant  # noqa: PLC0415 - loads the model's libraries: seconds in which the page is up

    return Assistant(settings, progress=progress)


def build_page(startup: Startup, settings: Settings) -> gr.Blocks:
    """The page with all its events; nothing is opened or served yet."""
    with gr.Blocks(title=words(DEFAULT_LANGUAGE, "product"), analytics_enabled=False) as page:
        header = gr.HTML(
            render.header(DEFAULT_LANGUAGE),
            elem_id="header",
            apply_default_css=False,
            js_on_load=SCRIPT_FILE.read_text(encoding="utf-8") + _CONNECT,
        )
        starting = gr.HTML(render.starting("", 0, DEFAULT_LANGUAGE), elem_id="starting", apply_default_css=False, js_on_load=None)
        with gr.Row(elem_id="body", visible="hidden") as body:
            with gr.Column(elem_id="page-ask", min_width=0):
                chat = build_chat()
            with gr.Column(elem_id="page-library", min_width=0):
                library = build_library()
            reader = gr.HTML(
                "", elem_id="reader", apply_default_css=False, js_on_load="watch('value', () => window.plansPage.shown());"
            )
        frame = _Frame(header, starting, body, reader, gr.State(DEFAULT_LANGUAGE), gr.Timer(POLL_SECONDS, active=False))
        connect_chat(chat, startup, frame.language, header)
        connect_library(library, startup, frame.language)
        refresh = _connect_frame(page, frame, chat, library, startup, settings)
        connect_changes(library, startup, settings, frame.language, refresh)
        add_endpoints(startup)
    return page


def _connect_frame(
    page: gr.Blocks, frame: _Frame, chat: ChatParts, library: LibraryParts, startup: Startup, settings: Settings
) -> Callable[[Any], None]:
    """Wire start, language and reader; gives what refreshes the page after an event."""

    def show(turns: Turns, language: str) -> dict[Any, Any]:
        return _everything(frame, chat, library, startup, settings, turns, language)

    def begin(wish: str, turns: Turns) -> dict[Any, Any]:
        return show(turns, known(wish))

    def switch(turns: Turns, event: gr.EventData) -> dict[Any, Any]:
        return show(turns, known(str(event.language)))

    def open_marked(language: str, event: gr.EventData) -> str:
        return open_passage(startup, str(event.doc), _offset(event.start), _offset(event.end), language)

    def open_plan(language: str, event: gr.EventData) -> str:
        return open_passage(startup, str(event.doc), 0, 0, language)

    wish = gr.Textbox(visible=False)
    everything = [frame.header, frame.starting, frame.body, frame.reader, frame.language, frame.timer]
    everything += list(chat_words(chat, {}, (), DEFAULT_LANGUAGE)) + list(library_words(library, (), settings, DEFAULT_LANGUAGE))
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    page.load(begin, [wish, chat.turns], everything, js=_WISH, **quiet)
    frame.timer.tick(show, [chat.turns, frame.language], everything, **quiet)
    frame.header.language(switch, [chat.turns], everything, **quiet)
    frame.header.passage(open_marked, [frame.language], frame.reader, **quiet)
    frame.header.read(open_plan, [frame.language], frame.reader, **quiet)
    return lambda event: event.then(show, [chat.turns, frame.language], everything, **quiet)


def _everything(
    frame: _Frame, chat: ChatParts, library: LibraryParts, startup: Startup, settings: Settings, turns: Turns, language: str
) -> dict[Any, Any]:
    """The whole page in `language`, or how far the start has come."""
    common = {frame.header: render.header(language), frame.language: language}
    opening = startup.opening
    if opening.failure:
        return common | {frame.starting: render.failed(opening.failure, language), frame.timer: gr.Timer(active=False)}
    if not opening.ready:
        told = render.starting(opening.message, opening.fraction, language)
        return common | {frame.starting: told, frame.timer: gr.Timer(active=True)}
    documents = held_documents(startup)
    plans = {indexed.document.id: indexed.document for indexed in documents}
    return (
        common
        | {
            frame.starting: gr.update(visible=False),
            frame.body: gr.update(visible=True),
            frame.timer: gr.Timer(active=False),
        }
        | chat_words(chat, plans, turns, language)
        | library_words(library, documents, settings, language)
    )


def _offset(value: object) -> int:
    """An offset as the browser sent it; -1 (which is nowhere) for anything but a number."""
    try:
        return int(str(value))
    except ValueError:
        return -1
