"""What saves the work of other pages and shows it there again: packs, comparisons, pinned answers, shared conversations."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

import gradio as gr
from gradio.events import Dependency

from assistant.comparison.types import Comparison
from assistant.courses.types import Pack
from assistant.saved.types import Base, WorkKind
from assistant.server.startup import Startup
from assistant.ui.ask.ask_page import AskParts
from assistant.ui.ask.conversation import Conversation
from assistant.ui.ask.kept import from_json, to_json, was_given
from assistant.ui.compare.compare_page import CompareParts, comparison_missing, comparison_opened
from assistant.ui.courses.courses_page import CoursesParts, pack_missing, pack_opened
from assistant.ui.saved.drafts import answer_draft, comparison_draft, conversation_draft, pack_draft
from assistant.ui.saved.kept_edits import SentEdits, keep_edits
from assistant.ui.saved.open_work import (
    AUTOSAVE,
    Opened,
    Updates,
    WorkPage,
    connect_work_page,
    place_after,
)
from assistant.ui.saved.saved_words import words
from assistant.ui.saved.works_on_file import works_on_file
from assistant.ui.shared.controls import refusal
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE, known
from assistant.ui.shared.reader.passages import sent_number
from assistant.ui.shared.seal import sealed
from assistant.ui.shared.sent_events import sent_text
from assistant.ui.shared.templates import renderer
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings

_render = renderer(words)

_ID_CHARS = 16
_OPEN = "(kept) => { if (kept) window.plansSaved.conversation(kept); }"
_PINNED = "(pinned) => { if (pinned) window.plansSaved.pinned(pinned); }"
_SHARED = "(shared) => { window.plansChats.shared?.(shared); }"


@dataclass(frozen=True, slots=True)
class WorkPages:
    """The pages whose work is saved, and what makes it there."""

    ask: AskParts
    courses: CoursesParts
    compare: CompareParts
    packs_made: Sequence[Dependency]
    comparisons_made: Sequence[Dependency]


def connect_works(pages: WorkPages, startup: Startup, settings: Settings, language: gr.State, header: gr.HTML) -> None:
    """Wire saving and showing again."""
    packs, comparisons = _pack_page(pages.courses), _comparison_page(pages.compare, startup)
    connect_work_page(packs, pages.packs_made, settings, language)
    connect_work_page(comparisons, pages.comparisons_made, settings, language)
    _connect_edits(packs, settings, language, header)
    _connect_opening({page.name: page for page in (packs, comparisons)}, settings, header)
    _connect_answers(pages.ask, settings, language, header)


def _pack_page(parts: CoursesParts) -> WorkPage:
    return WorkPage(
        "training",
        WorkKind.PACK,
        Pack,
        parts.pack,
        parts.saved,
        gr.State(None),
        gr.Textbox(visible=False),
        pack_draft,
        lambda pack, language: _anew(pack_opened(parts, pack, language), parts.sheet),
        lambda why: pack_missing(parts, why),
    )


def _anew(updates: Updates, sheet: gr.HTML) -> Updates:
    """The same with a mark: a browser leaves markup as it stands, edits and all, where it gets what it had got before."""
    return updates | {sheet: updates[sheet] + _render("saved/mark.html", DEFAULT_LANGUAGE, mark=token_hex(4))}


def _comparison_page(parts: CompareParts, startup: Startup) -> WorkPage:
    return WorkPage(
        "compare",
        WorkKind.COMPARISON,
        Comparison,
        parts.held,
        parts.saved,
        gr.State(None),
        gr.Textbox(visible=False),
        comparison_draft,
        lambda comparison, language: comparison_opened(parts, comparison, startup.plans(), language),
        lambda why: comparison_missing(parts, why),
    )


def _connect_edits(page: WorkPage, settings: Settings, language: gr.State, header: gr.HTML) -> None:
    """Wire what a person changes in a pack."""

    def keep(pack: Pack | None, opened: Opened | None, chosen: str, event: gr.EventData) -> Updates:
        return keep_edits(page, settings, (pack, opened), SentEdits.of(event), chosen)

    kept = [page.value, page.opened, language]
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    place_after(header.edited(keep, kept, [page.opened, page.strip, page.at], **AUTOSAVE, **quiet), page.at)


def _connect_opening(pages: dict[str, WorkPage], settings: Settings, header: gr.HTML) -> None:
    """Wire showing what an address names, and going back to an earlier version of it."""
    outputs = [control for page in pages.values() for control in _outputs(page)]
    kept = gr.Textbox(visible=False)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

    nothing: Updates = {kept: ""} | {page.at: "" for page in pages.values()}

    def show(event: gr.EventData) -> Updates:
        name, work_id, language = (sent_text(event, key) for key in ("page", "id", "language"))
        page = pages.get(name)
        if page is not None:
            return nothing | page.open(settings, work_id, known(language))
        return nothing | {kept: _conversation(settings, work_id, known(language)) if name == "ask" else ""}

    def back(event: gr.EventData, *opened: Opened | None) -> Updates:
        name, number, language = (sent_text(event, key) for key in ("page", "version", "language"))
        open_there = dict(zip(pages, opened, strict=True))
        if name not in pages:
            return nothing
        return nothing | pages[name].go_back(settings, open_there[name], sent_number(number), known(language))

    shown = header.work(show, None, [*outputs, kept], **quiet)
    shown.then(None, kept, None, js=_OPEN, api_visibility="private")
    opened = [page.opened for page in pages.values()]
    went = header.version(back, opened, [*outputs, kept], **AUTOSAVE, **quiet)
    for page in pages.values():
        place_after(shown, page.at)
        place_after(went, page.at)


def _outputs(page: WorkPage) -> list[Any]:
    """Every control that showing a piece of work may change."""
    return [*page.missing(""), page.opened, page.strip, page.at]


def _conversation(settings: Settings, work_id: str, language: str) -> str:
    """A conversation as the browser keeps it, under the id of its link: who goes on with it goes on with a copy.

    Raises:
        gr.Error: There is none.
    """
    try:
        work = works_on_file(settings).get(work_id)
    except PlansError as exc:
        raise refusal(told(exc, language)) from exc
    held = from_json(work.body) if work.kind is WorkKind.CONVERSATION else Conversation()
    if not held.turns:
        raise refusal(words(language, "error_WorkGone"))
    return to_json(Conversation(work.id, held.turns))


def _connect_answers(ask: AskParts, settings: Settings, language: gr.State, header: gr.HTML) -> None:
    """Wire pinning an answer and sharing a conversation."""
    pinned, shared = gr.Textbox(visible=False), gr.Textbox(visible=False)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

    def pin(held: Conversation, chosen: str, event: gr.EventData) -> str:
        place = sent_number(sent_text(event, "turn"))
        turn = held.turns[place] if 0 <= place < len(held.turns) else None
        if turn is None or turn.answer is None or not was_given(turn, settings.data_dir):
            raise refusal(words(chosen, "saved_not_given"))
        works, base = works_on_file(settings), Base(_id_of(turn.seal))
        try:
            if works.find(base.id) is None:  # what was noted on it stays
                works.save(answer_draft(turn, turn.answer), base)
        except PlansError as exc:
            raise refusal(told(exc, chosen)) from exc
        return str(place)

    def share(event: gr.EventData) -> str:
        chosen = known(sent_text(event, "language"))
        held = from_json(sent_text(event, "kept"))
        if not held.turns:
            raise refusal(words(chosen, "saved_nothing_shared"))
        if not all(was_given(turn, settings.data_dir) for turn in held.turns):
            raise refusal(words(chosen, "saved_not_given"))
        # By what it holds: others who open it go on under its id, and may share what they asked there.
        seals = " ".join(("conversation", *(turn.seal for turn in held.turns)))
        work_id = _id_of(sealed(settings.data_dir, seals.encode("utf-8", "replace")))
        try:
            return works_on_file(settings).save(conversation_draft(held), Base(work_id)).id
        except PlansError as exc:
            raise refusal(told(exc, chosen)) from exc

    pinning = header.pin(pin, [ask.held, language], pinned, trigger_mode="multiple", **quiet)
    pinning.success(None, pinned, None, js=_PINNED, api_visibility="private")
    sharing = header.publish(share, None, shared, **quiet)
    sharing.success(None, shared, None, js=_SHARED, api_visibility="private")


def _id_of(seal: str) -> str:
    """An id that only the server's own mark leads to: the same for the same thing."""
    return hashlib.sha256(seal.encode("utf-8", "replace")).hexdigest()[:_ID_CHARS]
