"""Adding plans to the library: what chosen files read as, corrected by a person, then one after the other into the index."""

from __future__ import annotations

import logging
import queue
import shutil
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import gradio as gr

from assistant.server.incoming import incoming_of
from assistant.server.startup import Startup
from assistant.ui.library.file_forms import FileState, LikeDocument, Proposal, file_states, proposals
from assistant.ui.library.library_page import AddingParts, reload_index
from assistant.ui.library.library_words import words
from assistant.ui.library.reading_notes import note_told
from assistant.ui.library.sent_forms import SentFile, sent_files
from assistant.ui.library.undoing import connect_undo
from assistant.ui.shared.labels import plan_title
from assistant.ui.shared.time_left import Pace
from assistant.ui.shared.told import told
from index.beside import begun
from index.errors import FileRejected, PlansError
from index.settings import Settings
from index.updating.outcomes import Progress, page_told
from index.updating.unpacking import unpacked

if TYPE_CHECKING:
    from index import Index, Like
    from index.build import Change
    from index.preview import Preview

_Made = TypeVar("_Made")
_log = logging.getLogger(__name__)

MAX_FILES = 50
"""Chosen at once: each is read before anything is shown of it, and added before the next."""
OPENING_CHARS = 200
"""Shown of a document beside the file's own first lines, which are as long."""
_EDITS = "(files, edits, language) => [files, window.plansLibrary.edits(), language]"
MAX_LIKE = 3
"""Documents of its title that are shown beside a file, those of the latest dates: more columns cannot be read."""
_AS_READ = SentFile()
_OUTCOMES = {
    "added": "upload_added",
    "replaced": "upload_replaced",
    "updated": "upload_updated",
    "unchanged": "upload_present",
    "already there": "upload_present",
    "brought back": "upload_added",
}


class Stopped(Exception):
    """A person stopped the reading or the adding; raised where the index can still be left as it was."""


@dataclass(frozen=True, slots=True)
class FileToAdd:
    """One file to add, with what was written over its description."""

    settings: Settings
    path: Path
    sent: SentFile = _AS_READ


def connect_adding(
    parts: AddingParts, startup: Startup, settings: Settings, language: gr.State, refresh: Callable[[Any], None]
) -> None:
    """Wire choosing, correcting, adding and stopping; `refresh` brings the whole page up to date after an event."""
    stops: dict[str, threading.Event] = {}  # of the sessions that are adding
    reads: dict[str, threading.Event] = {}  # of those that have files read before they are added

    incoming = incoming_of(settings)

    def choose(files: list[str] | None, chosen: str, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        paths = with_members(files or (), settings)
        session = str(request.session_hash)
        if before := reads.pop(session, None):
            before.set()  # other files were chosen meanwhile
        if len(paths) > MAX_FILES:
            incoming.drop([*paths, *map(Path, files or ())])
            many = FileState("", words(chosen, "upload_many", limit=MAX_FILES), "bad")
            yield file_states([many]), "", gr.update(interactive=False), gr.update(visible=False)
            return
        if not paths:  # emptied by hand, or since all were added: what became of them stays in sight
            yield gr.skip(), "", gr.update(interactive=False), gr.update(visible=False)
            return
        stop = reads[session] = threading.Event()
        pages = proposing(paths, startup.wait().index.snapshot(), settings, stop, chosen)
        yield from takewhile(lambda _: reads.get(session) is stop, pages)  # until others are chosen

    def add_all(files: list[str] | None, edits: str, chosen: str, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        session = str(request.session_hash)
        stop = stops[session] = threading.Event()
        paths = with_members(files or (), settings)
        tasks = [FileToAdd(settings, *one) for one in zip(paths, sent_files(edits, len(paths)), strict=True)]
        replaced = 0
        try:
            for lines in add_one_by_one(tasks, stop, chosen):
                replaced = sum(line.undoable for line in lines)
                yield file_states(lines), "", gr.skip(), gr.update(visible=True), gr.update(visible=False), 0
        finally:
            stops.pop(session, None)
            incoming.drop([*paths, *map(Path, files or ())])  # each was copied to the uploads, or refused
            reload_index(startup)
        yield gr.skip(), "", None, gr.update(visible=False), gr.update(visible=replaced > 0), replaced

    def stop_all(request: gr.Request) -> None:
        session = str(request.session_hash)
        if stop := stops.get(session, reads.get(session)):
            stop.set()

    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    shown = [parts.undo.told, parts.proposals, parts.upload, parts.stop]
    parts.files.change(choose, [parts.files, language], shown, **private)
    refresh(
        parts.upload.click(
            add_all,
            [parts.files, parts.edits, language],
            [parts.undo.told, parts.proposals, parts.files, parts.stop, parts.undo.button, parts.undo.left],
            js=_EDITS,
            concurrency_limit=1,
            concurrency_id="write",
            **private,
        )
    )
    parts.stop.click(stop_all, None, None, queue=False, **private)
    connect_undo(parts.undo, startup, settings, language, refresh)


def with_members(files: Sequence[str], settings: Settings) -> list[Path]:
    """The chosen files, those of archives in the place of these; an archive that is refused stays, and tells why later."""
    found: list[Path] = []
    for file in map(Path, files):
        folder = file.with_name(f"{file.name}{_UNPACKED}")
        shutil.rmtree(folder, ignore_errors=True)  # as it was unpacked when it was looked at
        try:
            found += unpacked(file, folder, settings.max_file_bytes)
        except FileRejected:
            found.append(file)
    return found


_UNPACKED = "-unpacked"


def proposing(
    paths: Sequence[Path], index: Index, settings: Settings, stop: threading.Event, language: str
) -> Iterator[tuple[Any, ...]]:
    """The page while chosen files are read, and with their forms or what was stopped: states, forms, both buttons."""
    lines = [FileState(path.name, words(language, "upload_reading"), "waiting") for path in paths]
    yield file_states(lines), gr.skip(), gr.skip(), gr.update(visible=True)
    read: list[Proposal] = []
    try:
        for news in read_proposals(paths, index, settings, stop, language):
            if isinstance(news, Proposal):
                read.append(news)
            else:
                lines[len(read)] = news
            yield file_states(lines[len(read) :]), gr.skip(), gr.skip(), gr.skip()
    except Stopped:
        stopped = [FileState(path.name, words(language, "upload_stopped"), "bad") for path in paths]
        yield file_states(stopped), "", gr.update(interactive=False), gr.update(visible=False)
        return
    fits = any(_fits(one) for one in read)
    yield "", proposals(read, language), gr.update(interactive=fits), gr.update(visible=False)


def _fits(proposal: Proposal) -> bool:
    return proposal.document is not None and not proposal.same_as


def read_proposals(
    paths: Sequence[Path], index: Index, settings: Settings, stop: threading.Event, language: str
) -> Iterator[FileState | Proposal]:
    """What each file reads as, or why it cannot be added; equal files are noticed. Of a scan each page in its turn before.

    Raises:
        Stopped: It was stopped.
    """
    plans = {document.id: document for document in index.documents}
    first: dict[str, str] = {}  # content -> the file that brought it
    for path in paths:
        if stop.is_set():
            raise Stopped
        try:
            seen = yield from _shown(partial(_preview, path, index, settings), path.name, stop, language)
        except PlansError as exc:
            yield Proposal(path.name, fault=told(exc, language))
            continue
        same = plan_title(plans, seen.same_as, language) if seen.same_as else first.get(seen.sha256, "")
        first.setdefault(seen.sha256, path.name)
        latest = sorted(seen.like, key=lambda like: like.document.issued, reverse=True)[:MAX_LIKE]
        like = tuple(_like(one, index, plan_title(plans, one.document.id, language)) for one in latest)
        own = Proposal(path.name, seen.document, seen.chars, same_as=same, opening=seen.opening, like=like)
        fault = told(seen.model_fault, language) if seen.model_fault else ""
        yield replace(own, papers=seen.papers, by_model=seen.by_model, model_fault=fault)


def _preview(path: Path, index: Index, settings: Settings, progress: Progress) -> Preview:
    from index.preview import preview  # loads the readers' libraries: seconds in which the page is up

    return preview(path, index.documents, settings, progress)


def _shown(
    work: Callable[[Progress], _Made], name: str, stop: threading.Event, language: str
) -> Generator[FileState, None, _Made]:
    """One file's line, as often as a thread of its own has something new to tell of its work; gives what that makes.

    Raises:
        Stopped: It was stopped before all was done.
    """
    news: queue.SimpleQueue[FileState | None] = queue.SimpleQueue()

    def progress(message: str, share: float) -> None:
        if stop.is_set() and share < 1:
            raise Stopped
        page = page_told(message)
        text = (
            words(language, "upload_page", page=page[0], pages=page[1]) if page else words(language, "upload_working")
        )
        text = f"{text} {pace.told(share, language)}".rstrip()
        state = FileState(name, text, "working", share)
        if state != last[0]:
            last[0] = state
            news.put(state)

    pace = Pace()
    last = [FileState(name, words(language, "upload_working"), "working")]
    made = begun(partial(work, progress))
    made.add_done_callback(lambda _: news.put(None))
    while (line := news.get()) is not None:
        yield line
    return made.result()


def _like(like: Like, index: Index, title: str) -> LikeDocument:
    opening = index.text(like.document.id).text[:OPENING_CHARS].strip()
    return LikeDocument(like.document, title, opening, like.relation)


def add_one_by_one(tasks: Sequence[FileToAdd], stop: threading.Event, language: str) -> Iterator[list[FileState]]:
    """Every file's line, as often as there is something new to tell."""
    lines = [FileState(task.path.name, words(language, "upload_waiting"), "waiting") for task in tasks]
    if not lines:
        yield [FileState("", words(language, "upload_nothing"), "bad")]
    for place, task in enumerate(tasks):
        if task.sent.skipped:
            lines[place] = replace(lines[place], text=words(language, "upload_skipped"), state="waiting")
            yield lines
            continue
        if stop.is_set():
            lines[place] = replace(lines[place], text=words(language, "upload_stopped"), state="bad")
            yield lines
            continue
        for line in _add(task, stop, language):
            lines[place] = line
            yield lines


def _add(task: FileToAdd, stop: threading.Event, language: str) -> Iterator[FileState]:
    """One file's line, as often as there is something new to tell of its adding."""
    yield FileState(task.path.name, words(language, "upload_working"), "working")
    yield (yield from _shown(partial(_outcome, task, language), task.path.name, stop, language))


def _outcome(task: FileToAdd, language: str, progress: Progress) -> FileState:
    from index.build import add  # as above

    name = task.path.name
    try:
        replaces = {task.path: task.sent.replaces} if task.sent.replaces else {}
        report = add(task.settings, [task.path], progress, {task.path: task.sent.edit}, replaces)
    except Stopped:
        return FileState(name, words(language, "upload_stopped"), "bad")
    except PlansError as exc:
        return FileState(name, words(language, "upload_refused", reason=told(exc, language)), "bad")
    except Exception:  # noqa: BLE001 - one file of several: told in a sentence, kept in the log
        _log.exception("%s could not be added", name)
        return FileState(name, words(language, "upload_failed"), "bad")
    said = [_said(change, language) for change in report.changes]
    notes = [note_told(note, language) for change in report.changes for note in change.warnings]
    undoable = any(change.action == "replaced" for change in report.changes)
    return FileState(name, " ".join([*said, *notes]), "good", undoable=undoable)


def _said(change: Change, language: str) -> str:
    """What became of a document, and which others of its title there are."""
    said = words(language, _OUTCOMES[change.action], id=change.document_id, title=change.title, before=change.before)
    beside = (words(language, "upload_beside", title=like.document.title) for like in change.like)
    return " ".join([said, *beside])
