"""Adding plans to the library: what chosen files read as, corrected by a person, then one after the other into the index."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import gradio as gr
from pydantic import TypeAdapter, ValidationError

from assistant.server.incoming import incoming_of
from assistant.server.startup import Startup
from assistant.ui.library.file_forms import FileState, Proposal, file_states, proposals
from assistant.ui.library.library_page import AddingParts, reload_index
from assistant.ui.library.library_words import words
from assistant.ui.shared.labels import Plans, plan_title
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.settings import Settings
from index.storage.overrides import Override
from index.terms.lexicon import years_in
from index.types import Document

_log = logging.getLogger(__name__)

MAX_FILES = 50
"""Chosen at once: each is read before anything is shown of it, and added before the next."""
_EDITS = "(files, edits, language) => [files, window.plansLibrary.edits(), language]"
_OUTCOMES = {
    "added": "upload_added",
    "replaced": "upload_replaced",
    "updated": "upload_replaced",
    "unchanged": "upload_present",
    "already there": "upload_present",
    "brought back": "upload_added",
}


class _Stopped(Exception):
    """A person stopped the adding; raised where the index can still be left as it was."""


@dataclass(frozen=True, slots=True)
class SentForm:
    """What was written over a file's description: "" for what was left as it was read."""

    title: str = ""
    place: str = ""
    first: str = ""
    last: str = ""
    replaces: str = ""


_FORMS = TypeAdapter(dict[int, SentForm])


@dataclass(frozen=True, slots=True)
class FileToAdd:
    """One file to add, with what was written over its description."""

    settings: Settings
    path: Path
    edit: Override
    replaces: str = ""


def connect_adding(
    parts: AddingParts, startup: Startup, settings: Settings, language: gr.State, refresh: Callable[[Any], None]
) -> None:
    """Wire choosing, correcting, adding and stopping; `refresh` brings the whole page up to date after an event."""
    stops: dict[str, threading.Event] = {}  # of the sessions that are adding

    incoming = incoming_of(settings)

    def choose(files: list[str] | None, chosen: str) -> Iterator[tuple[Any, ...]]:
        paths = [Path(file) for file in files or ()]
        if len(paths) > MAX_FILES:
            incoming.drop(paths)
            many = FileState("", words(chosen, "upload_many", limit=MAX_FILES), "bad")
            yield file_states([many]), "", gr.update(interactive=False)
            return
        if not paths:  # emptied by hand, or since all were added: what became of them stays in sight
            yield gr.skip(), "", gr.update(interactive=False)
            return
        plans = startup.plans()
        reading = read_proposals(paths, plans, settings, chosen)
        read: list[Proposal] = []
        for place in range(len(paths)):
            waiting = [FileState(path.name, words(chosen, "upload_reading"), "waiting") for path in paths[place:]]
            yield file_states(waiting), gr.skip(), gr.skip()
            read.append(next(reading))
        fits = any(_fits(one) for one in read)
        yield "", proposals(read, plans, chosen), gr.update(interactive=fits)

    def add_all(files: list[str] | None, edits: str, chosen: str, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        session = str(request.session_hash)
        stop = stops[session] = threading.Event()
        sent = zip(files or (), sent_edits(edits, files), sent_places(edits, files), strict=True)
        tasks = [FileToAdd(settings, Path(file), edit, replaces) for file, edit, replaces in sent]
        try:
            for lines in add_one_by_one(tasks, stop, chosen):
                yield file_states(lines), "", gr.skip(), gr.update(visible=True)
        finally:
            stops.pop(session, None)
            incoming.drop(task.path for task in tasks)  # each was copied to the uploads, or refused
            reload_index(startup)
        yield gr.skip(), "", None, gr.update(visible=False)

    def stop_all(request: gr.Request) -> None:
        if stop := stops.get(str(request.session_hash)):
            stop.set()

    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    parts.files.change(choose, [parts.files, language], [parts.outcomes, parts.proposals, parts.upload], **private)
    refresh(
        parts.upload.click(
            add_all,
            [parts.files, parts.edits, language],
            [parts.outcomes, parts.proposals, parts.files, parts.stop],
            js=_EDITS,
            concurrency_limit=1,
            concurrency_id="write",
            **private,
        )
    )
    parts.stop.click(stop_all, None, None, queue=False, **private)


def _fits(proposal: Proposal) -> bool:
    return proposal.document is not None and not proposal.same_as


def read_proposals(paths: Sequence[Path], plans: Plans, settings: Settings, language: str) -> Iterator[Proposal]:
    """What each file reads as, or why it cannot be added; equal files are noticed."""
    from index.preview import preview  # loads the readers' libraries: seconds in which the page is up

    held: tuple[Document, ...] = tuple(plans.values())
    first: dict[str, str] = {}  # content -> the file that brought it
    for path in paths:
        try:
            seen = preview(path, held, settings.max_file_bytes, settings.max_read_seconds)
        except PlansError as exc:
            yield Proposal(path.name, fault=told(exc, language))
            continue
        same = plan_title(plans, seen.same_as, language) if seen.same_as else first.get(seen.sha256, "")
        first.setdefault(seen.sha256, path.name)
        yield Proposal(path.name, seen.document, seen.chars, same_as=same)


def sent_edits(text: str, files: Sequence[str] | None) -> list[Override]:
    """What the form sent for each file; an empty edit where it sent nothing that can be used."""
    forms = _forms(text)
    return [_edit(forms[place]) if place in forms else Override() for place in range(len(files or ()))]


def sent_places(text: str, files: Sequence[str] | None) -> list[str]:
    """The id of the plan whose place each file is to take, "" where it is to stand for itself."""
    forms = _forms(text)
    return [forms[place].replaces if place in forms else "" for place in range(len(files or ()))]


def _forms(text: str) -> dict[int, SentForm]:
    try:
        return _FORMS.validate_json(text)
    except ValidationError:
        return {}


def _edit(form: SentForm) -> Override:
    named = _is_year(form.first) and _is_year(form.last) and form.first <= form.last
    period = (int(form.first), int(form.last)) if named else None
    return Override(" ".join(form.title.split()), " ".join(form.place.split()), period)


def _is_year(text: str) -> bool:
    return [str(year) for year in years_in(text)] == [text]


def add_one_by_one(tasks: Sequence[FileToAdd], stop: threading.Event, language: str) -> Iterator[list[FileState]]:
    """Every file's line, as often as there is something new to tell."""
    lines = [FileState(task.path.name, words(language, "upload_waiting"), "waiting") for task in tasks]
    if not lines:
        yield [FileState("", words(language, "upload_nothing"), "bad")]
    for place, task in enumerate(tasks):
        if stop.is_set():
            lines[place] = replace(lines[place], text=words(language, "upload_stopped"), state="bad")
            yield lines
            continue
        for line in _add(task, stop, language):
            lines[place] = line
            yield lines


def _add(task: FileToAdd, stop: threading.Event, language: str) -> Iterator[FileState]:
    """One file's line, as often as a thread of its own has something to tell of its adding."""
    told_by_worker: queue.SimpleQueue[float | FileState] = queue.SimpleQueue()

    def progress(_message: str, share: float) -> None:
        if stop.is_set() and share < 1:
            raise _Stopped
        told_by_worker.put(share)

    def work() -> None:
        outcome = FileState(task.path.name, words(language, "upload_failed"), "bad")
        try:
            outcome = _outcome(task, progress, language)
        finally:  # or the page would wait for ever
            told_by_worker.put(outcome)

    threading.Thread(target=work, name="add-file", daemon=True).start()
    working = FileState(task.path.name, words(language, "upload_working"), "working")
    yield working
    while not isinstance(news := told_by_worker.get(), FileState):
        yield replace(working, share=news)
    yield news


def _outcome(task: FileToAdd, progress: Callable[[str, float], None], language: str) -> FileState:
    from index.build import add  # as above

    name = task.path.name
    try:
        replace_ids = {task.path: task.replaces} if task.replaces else {}
        report = add(task.settings, [task.path], progress, {task.path: task.edit}, replace_ids)
    except _Stopped:
        return FileState(name, words(language, "upload_stopped"), "bad")
    except PlansError as exc:
        return FileState(name, words(language, "upload_refused", reason=told(exc, language)), "bad")
    except Exception:  # noqa: BLE001 - one file of several: told in a sentence, kept in the log
        _log.exception("%s could not be added", name)
        return FileState(name, words(language, "upload_failed"), "bad")
    said = "; ".join(words(language, _OUTCOMES[c.action], id=c.document_id, title=c.title) for c in report.changes)
    notes = (note for change in report.changes for note in change.warnings)
    return FileState(name, " ".join([said, *notes]), "good")
