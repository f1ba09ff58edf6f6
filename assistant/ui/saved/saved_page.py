"""The page of saved work: a list that is narrowed, opened, renamed, copied, removed and exported; notes are written here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from assistant.errors import WorkError
from assistant.file_names import file_name
from assistant.saved.bodies import MAX_NOTE_CHARS
from assistant.saved.types import Base, Draft, Work, WorkKind
from assistant.server.startup import Startup
from assistant.ui.saved.drafts import note_draft, noted_draft
from assistant.ui.saved.saved_words import words
from assistant.ui.saved.shelf_files import answers_file, work_file
from assistant.ui.saved.shelf_markup import (
    MAX_ROWS,
    Notice,
    Shelf,
    found,
    shelf_failed,
    shelf_page,
    unfolded_of,
    write_note,
)
from assistant.ui.saved.works_on_file import works_on_file
from assistant.ui.shared.controls import blank, save_after, sent_file, written
from assistant.ui.shared.notes import heading
from assistant.ui.shared.reader.passages import sent_number
from assistant.ui.shared.sent_events import sent_text
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings

_log = logging.getLogger(__name__)

ALL = "all"
_KINDS = (ALL, *(str(kind) for kind in WorkKind))
_NEW = "new"
"""What the form for a new note is called."""
_MAX_NEEDLE_CHARS = 100
_SHOWN = "watch('value', () => window.plansSaved.shown());"


@dataclass(frozen=True, slots=True)
class SavedParts:
    """The controls of the page of saved work; `shelf` is what is looked at."""

    heading: gr.HTML
    write: gr.HTML
    kind: gr.Radio
    needle: gr.Textbox
    rows: gr.HTML
    shelf: gr.State
    download: gr.Textbox


def build_saved() -> SavedParts:
    """Lay the page out; wording follows with the language."""
    title, write = blank(), blank("saved-write")
    with gr.Row(elem_id="saved-filter"):
        kind = gr.Radio(
            [(kind, kind) for kind in _KINDS], value=ALL, elem_id="saved-kind", elem_classes="choice", min_width=0
        )
        needle = gr.Textbox(lines=1, max_lines=1, elem_id="saved-needle", min_width=160)
    rows = gr.HTML("", elem_id="saved-rows", apply_default_css=False, js_on_load=_SHOWN)
    return SavedParts(title, write, kind, needle, rows, gr.State(Shelf()), gr.Textbox(visible=False))


def saved_words_of(parts: SavedParts, language: str) -> dict[Any, Any]:
    """Updates that put the page into `language`; the list itself is read when the page is come to."""
    return {
        parts.heading: heading(words(language, "saved_title"), words(language, "saved_text"), level=1),
        parts.write: write_note(language),
        parts.kind: gr.update(
            choices=[(words(language, f"saved_{kind}"), kind) for kind in _KINDS], label=words(language, "saved_kind")
        ),
        parts.needle: gr.update(label=words(language, "saved_words"), placeholder=words(language, "saved_words_hint")),
    }


def connect_saved(parts: SavedParts, startup: Startup, settings: Settings, language: gr.State, header: gr.HTML) -> None:
    """Wire the list: what it is narrowed to, and what is done with its rows."""
    shelves = _Shelves(startup, settings)

    def narrow(kind: str, needle: str, shelf: Shelf, chosen: str) -> tuple[Shelf, str]:
        wanted = "" if kind == ALL else str(kind)
        return shelves.looked(replace(shelf, kind=wanted, needle=needle[:_MAX_NEEDLE_CHARS], notice=None), chosen)

    def act(shelf: Shelf, chosen: str, event: gr.EventData) -> tuple[Shelf, str, str]:
        return shelves.done(shelf, chosen, event)

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    # One after the other: what an event leaves opened is what the next one goes on from.
    quiet |= {"concurrency_limit": 1, "concurrency_id": "shelf"}
    narrowed = [parts.kind, parts.needle, parts.shelf, language]
    for changed in (parts.kind.input, written(parts.needle)):
        changed(narrow, narrowed, [parts.shelf, parts.rows], trigger_mode="always_last", **quiet)
    language.change(
        lambda shelf, chosen: shelves.looked(shelf, chosen), [parts.shelf, language], [parts.shelf, parts.rows], **quiet
    )
    acted = header.shelf(
        act, [parts.shelf, language], [parts.shelf, parts.rows, parts.download], trigger_mode="multiple", **quiet
    )
    save_after(acted, parts.download)


@dataclass(frozen=True, slots=True)
class _Shelves:
    """What is done with the list of saved work."""

    startup: Startup
    settings: Settings

    def looked(self, shelf: Shelf, language: str) -> tuple[Shelf, str]:
        """The shelf and its list as it stands now."""
        plans = self.startup.plans()
        try:
            works = works_on_file(self.settings)
            heads = works.heads()
            there = shelf.opened in {head.id for head in heads}
            unfolded = unfolded_of(works.get(shelf.opened), language) if there else None
            return shelf, shelf_page(heads, shelf, unfolded, plans, language)
        except PlansError as exc:
            return shelf, shelf_failed(told(exc, language), language)

    def done(self, shelf: Shelf, language: str, event: gr.EventData) -> tuple[Shelf, str, str]:
        """The shelf after an event, its list, and a file to be saved by the browser, "" for none."""
        work_id, file = sent_text(event, "id"), ""
        try:
            act = _ACTS.get(sent_text(event, "act"), _Shelves._look)
            taken = shelf.removed if act is _Shelves._put_back else None
            looked_at = replace(shelf, notice=None, removed=taken)
            shelf, file = act(self, looked_at, work_id, event, language)
        except PlansError as exc:
            shelf = replace(shelf, notice=Notice(told(exc, language), bad=True))
        except Exception:  # noqa: BLE001 - one event of the page: told in a sentence, kept in the log
            _log.exception("something could not be done with saved work")
            shelf = replace(shelf, notice=Notice(words(language, "saved_failed"), bad=True))
        return *self.looked(shelf, language), file

    def _look(self, shelf: Shelf, _id: str, _event: gr.EventData, _language: str) -> tuple[Shelf, str]:
        return shelf, ""

    def _open(self, shelf: Shelf, work_id: str, _event: gr.EventData, _language: str) -> tuple[Shelf, str]:
        return replace(shelf, opened=works_on_file(self.settings).head(work_id).id), ""

    def _close(self, shelf: Shelf, _id: str, _event: gr.EventData, _language: str) -> tuple[Shelf, str]:
        return replace(shelf, opened=""), ""

    def _rename(self, shelf: Shelf, work_id: str, event: gr.EventData, language: str) -> tuple[Shelf, str]:
        head = works_on_file(self.settings).rename(work_id, sent_text(event, "text"))
        return _noticed(shelf, language, "saved_was_renamed", head.title), ""

    def _copy(self, shelf: Shelf, work_id: str, _event: gr.EventData, language: str) -> tuple[Shelf, str]:
        works = works_on_file(self.settings)
        title = words(language, "saved_copy_of", title=works.head(work_id).title)
        return _noticed(shelf, language, "saved_was_copied", works.copy(work_id, title).title), ""

    def _remove(self, shelf: Shelf, work_id: str, _event: gr.EventData, language: str) -> tuple[Shelf, str]:
        removed = works_on_file(self.settings).remove(work_id)
        return replace(_noticed(shelf, language, "saved_was_removed", removed.head.title), removed=removed), ""

    def _put_back(self, shelf: Shelf, _id: str, _event: gr.EventData, language: str) -> tuple[Shelf, str]:
        if shelf.removed is None:
            return shelf, ""
        head = works_on_file(self.settings).put_back(shelf.removed)
        return _noticed(replace(shelf, removed=None), language, "saved_was_put_back", head.title), ""

    def _note(self, shelf: Shelf, work_id: str, event: gr.EventData, language: str) -> tuple[Shelf, str]:
        """What was written on a pinned answer, or over a note; beside what another wrote there meanwhile."""
        works, text = works_on_file(self.settings), sent_text(event, "text", MAX_NOTE_CHARS)
        work = works.get(work_id)
        aside = words(language, "saved_aside", title=work.title)
        base = Base(work.id, sent_number(sent_text(event, "version")))
        saved = works.save(_noted(work, text, language), base, aside=aside)
        key = "saved_was_saved" if saved.id == work.id else "saved_was_set_aside"
        return _noticed(replace(shelf, opened=saved.id), language, key, saved.title, work.id), ""

    def _write(self, shelf: Shelf, _id: str, event: gr.EventData, language: str) -> tuple[Shelf, str]:
        """A new note."""
        text = sent_text(event, "text", MAX_NOTE_CHARS)
        if not text.strip():
            return replace(shelf, notice=Notice(words(language, "saved_note_empty"), bad=True)), ""
        saved = works_on_file(self.settings).save(note_draft(sent_text(event, "title"), text))
        return _noticed(shelf, language, "saved_was_saved", saved.title, _NEW), ""

    def _export(self, shelf: Shelf, work_id: str, event: gr.EventData, language: str) -> tuple[Shelf, str]:
        work, form = works_on_file(self.settings).get(work_id), sent_text(event, "form")
        return shelf, sent_file(*work_file(work, form, self.startup.plans(), language))

    def _answers(self, shelf: Shelf, _id: str, event: gr.EventData, language: str) -> tuple[Shelf, str]:
        """All answers that are listed, in one file."""
        works, form = works_on_file(self.settings), sent_text(event, "form")
        listed = [head for head in found(works.heads(), shelf)[:MAX_ROWS] if head.kind is WorkKind.ANSWER]
        made = answers_file([works.get(head.id) for head in listed], form, self.startup.plans(), language)
        return shelf, sent_file(file_name(words(language, "saved_answers"), form), made)


_Act = Callable[[_Shelves, Shelf, str, gr.EventData, str], tuple[Shelf, str]]
_ACTS: dict[str, _Act] = {
    "open": _Shelves._open,
    "close": _Shelves._close,
    "rename": _Shelves._rename,
    "copy": _Shelves._copy,
    "remove": _Shelves._remove,
    "put_back": _Shelves._put_back,
    "note": _Shelves._note,
    "write": _Shelves._write,
    "export": _Shelves._export,
    "answers": _Shelves._answers,
}


def _noticed(shelf: Shelf, language: str, key: str, title: str, settled: str = "") -> Shelf:
    return replace(shelf, notice=Notice(words(language, key, title=title), settled=settled))


def _noted(work: Work, text: str, language: str) -> Draft:
    """A pinned answer with what was noted on it, or a note with another text.

    Raises:
        WorkError: It is neither, or nothing is left of the note.
    """
    if work.kind is WorkKind.NOTE and text.strip():
        return note_draft(work.title, text)
    if work.kind is not WorkKind.ANSWER:
        raise WorkError(words(language, "saved_note_empty"))
    return noted_draft(work, text.strip())
