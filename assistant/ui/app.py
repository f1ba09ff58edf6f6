"""The web page put together and served."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.ui import render
from assistant.ui.api import add_endpoints
from assistant.ui.chat import ChatParts, Turns, build_chat, chat_words, connect_chat
from assistant.ui.i18n import DEFAULT_LANGUAGE, known, words
from assistant.ui.keep import from_json, record_vote
from assistant.ui.library import LibraryParts, build_library, connect_library, held_documents, library_words
from assistant.ui.manage import connect_changes
from assistant.ui.reader import open_passage
from assistant.ui.startup import Progress, Startup
from assistant.ui.theme import CSS_FILE, SCRIPT_FILE, PlansTheme
from index.settings import Settings

if TYPE_CHECKING:
    from assistant import Assistant

_log = logging.getLogger(__name__)

CONCURRENT_EVENTS = 8
MAX_WAITING_EVENTS = 200
POLL_SECONDS = 0.5

# Runs in the browser before the first event: the language kept there, else the browser's own, and the last conversation.
_WISH = """() => {
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  return [kept('plans-language') || navigator.language || 'zh', kept('plans-conversation') || '[]'];
}"""
# The page's script, then the names of the events it may send (Gradio makes a listener of each quoted name).
_CONNECT = "\nwindow.plansPage.connect(trigger, ['language', 'passage', 'read', 'ask', 'vote']);"


@dataclass(frozen=True, slots=True)
class _Page:
    """The controls of the whole page, and what they work on."""

    header: gr.HTML
    starting: gr.HTML
    reader: gr.HTML
    language: gr.State
    timer: gr.Timer
    chat: ChatParts
    library: LibraryParts
    startup: Startup
    settings: Settings


def serve(settings: Settings) -> None:
    """Start the page and keep it up; the plans are opened, and indexed if need be, while it is already there."""
    startup = Startup(lambda progress: _open_assistant(settings, progress))
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
        prevent_thread_lock=True,
    )
    _log.info("serving %s", page.local_url)
    # Only now: reading the plans would take the time in which the server comes up.
    startup.begin()
    page.block_thread()


def _open_assistant(settings: Settings, progress: Progress) -> Assistant:
    from assistant import Assistant  # loads the model's libraries: seconds in which the page is up

    return Assistant(settings, progress=progress)


def build_page(startup: Startup, settings: Settings) -> gr.Blocks:
    """The page with all its events; nothing is opened or served yet."""
    blocks: gr.Blocks
    with gr.Blocks(title=words(DEFAULT_LANGUAGE, "product"), analytics_enabled=False) as blocks:
        # First, so that no listener of the page takes one of the names.
        add_endpoints(startup)
        header = _html(render.header(DEFAULT_LANGUAGE), "header", SCRIPT_FILE.read_text(encoding="utf-8") + _CONNECT)
        starting = _html(render.starting("", 0, DEFAULT_LANGUAGE), "starting")
        with gr.Row(elem_id="body"):
            with gr.Column(elem_id="page-ask", min_width=0):
                chat = build_chat()
            with gr.Column(elem_id="page-library", min_width=0):
                library = build_library()
            reader = _html("", "reader", "watch('value', () => window.plansPage.shown());")
        language, timer = gr.State(DEFAULT_LANGUAGE), gr.Timer(POLL_SECONDS, active=False)
        page = _Page(header, starting, reader, language, timer, chat, library, startup, settings)
        connect_chat(chat, startup, language, header)
        connect_library(library, startup, language)
        connect_changes(library, startup, settings, language, _connect_frame(blocks, page))
    return blocks


def _html(value: str, elem_id: str, script: str | None = None) -> gr.HTML:
    return gr.HTML(value, elem_id=elem_id, apply_default_css=False, js_on_load=script)


def _connect_frame(blocks: gr.Blocks, page: _Page) -> Callable[[Any], None]:
    """Wire start, language and reader; gives what refreshes the page after an event."""

    def show(turns: Turns, language: str) -> dict[Any, Any]:
        return _everything(page, turns, language)

    def begin(wish: str, kept: str) -> dict[Any, Any]:
        return show(from_json(kept), known(wish))

    def switch(turns: Turns, event: gr.EventData) -> dict[Any, Any]:
        return show(turns, known(str(event.language)))

    def open_marked(event: gr.EventData) -> str:
        place = (str(event.doc), _offset(event.start), _offset(event.end))
        return open_passage(page.startup, *place, known(str(event.language)))

    def open_plan(event: gr.EventData) -> str:
        return open_passage(page.startup, str(event.doc), 0, 0, known(str(event.language)))

    def vote(turns: Turns, event: gr.EventData) -> None:
        record_vote(page.settings.data_dir, turns, _offset(event.turn), str(event.vote), str(event.comment))

    wish, kept = gr.Textbox(visible=False), gr.Textbox(visible=False)
    everything = [page.header, page.starting, page.language, page.timer]
    everything += list(chat_words(page.chat, {}, (), DEFAULT_LANGUAGE))
    everything += list(library_words(page.library, (), page.settings, DEFAULT_LANGUAGE))
    held = [page.chat.turns, page.language]
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    blocks.load(begin, [wish, kept], everything, js=_WISH, **quiet)
    page.timer.tick(show, held, everything, **quiet)
    page.header.language(switch, [page.chat.turns], everything, **quiet)
    page.header.vote(vote, [page.chat.turns], None, **quiet)
    page.header.passage(open_marked, None, page.reader, **quiet)
    page.header.read(open_plan, None, page.reader, **quiet)
    return lambda event: event.then(show, held, everything, **quiet)


def _everything(page: _Page, turns: Turns, language: str) -> dict[Any, Any]:
    """The whole page in `language`, or how far the start has come."""
    common = {page.header: render.header(language), page.language: language, page.chat.turns: turns}
    opening = page.startup.opening
    if opening.failure:
        return common | {page.starting: render.failed(opening.failure, language), page.timer: gr.Timer(active=False)}
    if not opening.ready:
        told = render.starting(opening.message, opening.fraction, language)
        return common | {page.starting: told, page.timer: gr.Timer(active=True)}
    documents = held_documents(page.startup)
    plans = {indexed.document.id: indexed.document for indexed in documents}
    ready = {page.starting: gr.update(visible=False), page.timer: gr.Timer(active=False)}
    said = chat_words(page.chat, plans, turns, language) | library_words(
        page.library, documents, page.settings, language
    )
    return common | ready | said


def _offset(value: object) -> int:
    """An offset as the browser sent it; -1 (which is nowhere) for anything but a number."""
    try:
        return int(str(value))
    except ValueError:
        return -1
