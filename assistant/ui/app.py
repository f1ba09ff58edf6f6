"""The web page put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.server.calls import Answers
from assistant.server.gradio_api import add_endpoints
from assistant.server.startup import Startup
from assistant.ui.ask.ask_page import AskParts, ask_words, build_ask, connect_ask, voted, with_facts
from assistant.ui.ask.conversation import Conversation
from assistant.ui.ask.kept import from_json, to_json
from assistant.ui.compare.compare_page import CompareParts, build_compare, compare_words, connect_compare, still_picked
from assistant.ui.courses.courses_page import CoursesParts, build_courses, connect_courses, courses_words
from assistant.ui.evaluation.evaluation_page import (
    EvaluationParts,
    build_evaluation,
    connect_evaluation,
    evaluation_words,
    votes_kept,
)
from assistant.ui.frame.assets import scripts
from assistant.ui.frame.frame_markup import failed, header
from assistant.ui.frame.frame_words import words
from assistant.ui.library.adding import connect_adding
from assistant.ui.library.document_list import Looked
from assistant.ui.library.editing import connect_editing
from assistant.ui.library.library_page import (
    FIRST_KIND,
    Filter,
    LibraryKept,
    LibraryParts,
    build_library,
    connect_library,
    found_text,
    library_words,
    reload_index,
)
from assistant.ui.library.removing import connect_removing
from assistant.ui.library.setting_model import connect_model
from assistant.ui.library.sought import connect_sought
from assistant.ui.library.translations import connect_translations
from assistant.ui.saved.saved_events import WorkPages, connect_works
from assistant.ui.saved.saved_page import SavedParts, build_saved, connect_saved, saved_words_of
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE, known
from assistant.ui.shared.picker.document_picker import PickerParts
from assistant.ui.shared.reader.passages import open_passage, sent_number, sent_passage
from assistant.ui.shared.told import told
from index.settings import Settings

if TYPE_CHECKING:
    from index import Index

# Runs in the browser before the first event: the language kept there, else the browser's own, and the conversation that
# the address names, where the browser holds it.
_WISH = """() => {
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  let open = {};
  try {
    const [page, id] = location.hash.slice(1).split('/');
    const asked = page === 'ask' && decodeURIComponent(id || '');
    open = JSON.parse(kept('plans-conversations')).find((one) => one.id === asked) || {};
  } catch {}
  return [kept('plans-language') || navigator.language || 'zh', JSON.stringify(open)];
}"""
# The page's script, then the names of the events it may send (Gradio makes a listener of each quoted name).
_CONNECT = (
    "\nwindow.plansPage.connect(trigger, ['language', 'look', 'read', 'ask', 'again', 'further', 'open', 'export', 'vote', "
    "'edit', 'remove', 'translate', 'work', 'publish', 'pin', 'edited', 'version', 'shelf', 'facts', 'seek']);"
)


_NOTHING_LOOKED_FOR = Looked()
_PICKERS = 4


@dataclass(frozen=True, slots=True)
class _Page:
    """The controls of the whole page, and what they work on."""

    header: gr.HTML
    failed: gr.HTML
    reader: gr.HTML
    language: gr.State
    seen: gr.State
    ask: AskParts
    library: LibraryParts
    compare: CompareParts
    courses: CoursesParts
    saved: SavedParts
    evaluation: EvaluationParts
    startup: Startup
    settings: Settings

    @property
    def pickers(self) -> tuple[PickerParts, ...]:
        """The controls by which documents are chosen, in the order of `_Kept.ticked`."""
        return self.ask.picker, self.compare.picker, self.courses.picker, self.library.listed.picker

    @property
    def kept(self) -> list[Any]:
        """The controls whose values stay where the page is put anew, as `_kept` takes them."""
        library = self.library
        texts = [library.query, library.listed.kind, library.listed.needle]
        return [*library.documents.looked, *texts, *(picker.chosen for picker in self.pickers), *self.compare.shared]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What stays where the page is put anew: what is looked for in the library, what is ticked in each picker.

    `query` is searched for in the text; `facts` are the kind and the words by which facts are listed.
    """

    looked: Looked = _NOTHING_LOOKED_FOR
    query: str = ""
    facts: tuple[str, str] = (FIRST_KIND, "")
    ticked: tuple[tuple[str, ...], ...] = ((), (), (), ())
    topics: tuple[tuple[str, ...], ...] = ()


def _kept(values: Sequence[Any]) -> _Kept:
    """The values of `_Page.kept`."""
    needle, groups, page, query, kind, about, *ticked = values
    looked = Looked(str(needle or ""), tuple(groups or ()), int(page))
    ticks = [tuple(one or ()) for one in ticked]
    facts = (str(kind or FIRST_KIND), str(about or ""))
    return _Kept(looked, str(query or ""), facts, tuple(ticks[:_PICKERS]), tuple(ticks[_PICKERS:]))


def build_page(startup: Startup, settings: Settings, answers: Answers) -> gr.Blocks:
    """The page with all its events; nothing is opened or served yet."""
    blocks: gr.Blocks
    with gr.Blocks(title=words(DEFAULT_LANGUAGE, "product"), analytics_enabled=False) as blocks:
        # First, so that no listener of the page takes one of the names.
        add_endpoints(startup, answers)
        head = _html(header(DEFAULT_LANGUAGE), "header", scripts() + _CONNECT)
        why_failed = _html("", "starting")
        with gr.Row(elem_id="body"):
            with gr.Column(elem_id="page-ask", elem_classes="page", min_width=0):
                ask = build_ask()
            with gr.Column(elem_id="page-library", elem_classes="page scrolled", min_width=0):
                library = build_library()
            with gr.Column(elem_id="page-compare", elem_classes="page scrolled", min_width=0):
                compare = build_compare()
            with gr.Column(elem_id="page-courses", elem_classes="page scrolled", min_width=0):
                courses = build_courses()
            with gr.Column(elem_id="page-saved", elem_classes="page scrolled", min_width=0):
                saved = build_saved()
            with gr.Column(elem_id="page-evaluation", elem_classes="page scrolled", min_width=0):
                evaluation = build_evaluation()
            reader = _html("", "reader", "watch('value', () => window.plansReader.shown());")
        language = gr.State(DEFAULT_LANGUAGE)
        seen = gr.State("")  # which state of the index the page shows
        page = _Page(
            head,
            why_failed,
            reader,
            language,
            seen,
            ask,
            library,
            compare,
            courses,
            saved,
            evaluation,
            startup,
            settings,
        )
        connect_ask(ask, startup, language, head)
        connect_library(library, startup, language, head)
        connect_sought(library, startup, language, head)
        compared = connect_compare(compare, startup, language)
        made = connect_courses(courses, startup, language)
        connect_saved(saved, startup, settings, language, head)
        connect_works(WorkPages(ask, courses, compare, [made], compared), startup, settings, language, head)
        connect_evaluation(evaluation, startup, settings, language)
        refresh = _connect_frame(blocks, page)
        connect_model(library.model, settings, language)
        connect_adding(library.adding, startup, settings, language, refresh)
        connect_editing(library.editing, startup, settings, (language, head), refresh)
        connect_removing(library.removing, startup, settings, (language, head), refresh)
        connect_translations(library.translations, startup, settings, (language, head), refresh)
    return blocks


def _html(value: str, elem_id: str, script: str | None = None) -> gr.HTML:
    return gr.HTML(value, elem_id=elem_id, apply_default_css=False, js_on_load=script)


def _connect_frame(blocks: gr.Blocks, page: _Page) -> Callable[[Any], None]:
    """Wire the page's load, language and reader; gives what refreshes the page after an event."""

    def show(held: Conversation, language: str, *values: Any) -> dict[Any, Any]:  # noqa: ANN401 - of many controls
        return _everything(page, held, _kept(values), language)

    def begin(wish: str, kept: str) -> dict[Any, Any]:
        return _everything(page, from_json(kept), _Kept(), known(wish))

    def switch(held: Conversation, event: gr.EventData, *values: Any) -> dict[Any, Any]:  # noqa: ANN401 - as above
        return show(held, known(str(event.language)), *values)

    def look(held: Conversation, language: str, seen: str, *values: Any) -> dict[Any, Any]:  # noqa: ANN401 - as above
        """The page anew if plans were added or removed meanwhile, elsewhere; nothing but its language if not."""
        if page.startup.opening.ready:
            reload_index(page.startup)
            if page.startup.wait().index.fingerprint != seen:
                return show(held, language, *values)
        return {page.language: language}

    def read(event: gr.EventData) -> str:
        return open_passage(page.startup, sent_passage(event), known(str(event.language)))

    def vote(held: Conversation, language: str, event: gr.EventData) -> tuple[Conversation, str, str, str]:
        cast = (sent_number(event.turn), str(event.vote), str(event.comment))
        held = voted(page.settings, held, cast, language)
        return held, to_json(held), votes_kept(page.settings, language), str(sent_number(event.number))

    wish, kept, noted = (gr.Textbox(visible=False) for _ in range(3))
    everything = [page.header, page.failed, page.language, page.seen]
    everything += list(_wording(page, None, Conversation(), _Kept(), DEFAULT_LANGUAGE))
    shown = [page.ask.held, page.language, *page.kept]
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    blocks.load(begin, [wish, kept], everything, js=_WISH, **quiet)
    page.header.language(switch, [page.ask.held, *page.kept], everything, **quiet)
    after_vote = [page.ask.held, page.ask.kept, page.evaluation.feedback]
    # One after the other, so that a comment comes after its vote.
    in_turn: dict[str, Any] = {"trigger_mode": "multiple", "concurrency_limit": 1}
    cast = page.header.vote(vote, [page.ask.held, page.language], [*after_vote, noted], **in_turn, **quiet)
    cast.success(None, noted, None, js="(noted) => { window.plansAsk.thank(noted); }", api_visibility="private")
    page.header.look(look, [page.ask.held, page.language, page.seen, *page.kept], everything, **quiet)
    page.header.read(read, None, page.reader, **quiet)
    # A change that comes while the page is still put anew for the one before puts it anew once more.
    return lambda event: event.then(show, shown, everything, trigger_mode="always_last", **quiet)


def _everything(page: _Page, held: Conversation, kept: _Kept, language: str) -> dict[Any, Any]:
    """The whole page in `language`, or why the plans could not be opened."""
    common: dict[Any, Any] = {page.header: header(language), page.language: language, page.ask.held: held}
    if failure := page.startup.opening.failure:
        return common | {page.failed: failed(told(failure, language), language)}
    index = page.startup.wait().index
    # First the fingerprint: what changes after it is seen at the next look.
    common |= {page.seen: index.fingerprint}
    held = with_facts(held, index)
    wording = index.on_sound(lambda now: _wording(page, now, held, kept, language))
    hits = found_text(page.startup, kept.query, language)
    return common | still_picked(page.compare, kept.topics, wording) | {page.library.hits: hits}


def _wording(page: _Page, index: Index | None, held: Conversation, kept: _Kept, language: str) -> dict[Any, Any]:
    """Every page's words in `language`, with what is on file."""
    plans = {document.id: document for document in index.documents} if index else {}
    asked, compared, taught, listed = kept.ticked
    kind, about = kept.facts
    library = LibraryKept(kept.looked, Filter(kind, listed, about))
    return (
        ask_words(page.ask, plans, held, asked, language)
        | library_words(page.library, index, page.settings, library, language)
        | compare_words(page.compare, plans, index, compared, language)
        | saved_words_of(page.saved, language)
        | courses_words(page.courses, plans, index, taught, language)
        | evaluation_words(page.evaluation, plans, page.settings, language)
    )
