"""Adding plans to the library: what chosen files read as, corrected by a person, then one after the other into the index."""

from __future__ import annotations

import json
import logging
import queue
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.ui import render
from assistant.ui.i18n import words
from assistant.ui.library import LibraryParts, reload_index
from assistant.ui.render.parts import Plans, plan_title
from assistant.ui.render.uploads import Line, Proposal
from assistant.ui.startup import Startup
from assistant.ui.told import told
from index.errors import PlansError
from index.settings import Settings
from index.storage.overrides import Override
from index.types import Document

_log = logging.getLogger(__name__)

POLL_SECONDS = 0.2
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_EDITS = "(files, edits, language) => [files, window.plansLibrary.edits(), language]"
_OUTCOMES = {
    "added": "upload_added",
    "replaced": "upload_replaced",
    "updated": "upload_replaced",
    "unchanged": "upload_present",
    "already there": "upload_present",
}


class _Stopped(Exception):
    """A person stopped the adding; raised where the index can still be left as it was."""


@dataclass(frozen=True, slots=True)
class Task:
    """One file to add, with what was written over its description."""

    settings: Settings
    path: Path
    edit: Override


def connect_uploads(
    parts: LibraryParts, startup: Startup, settings: Settings, language: gr.State, refresh: Callable[[Any], None]
) -> None:
    """Wire choosing, correcting, adding and stopping; `refresh` brings the whole page up to date after an event."""
    stops: dict[str, threading.Event] = {}  # of the sessions that are adding

    def choose(files: list[str] | None, chosen: str) -> Iterator[tuple[Any, ...]]:
        paths = [Path(file) for file in files or ()]
        if not paths:  # emptied by hand, or since all were added: what became of them stays in sight
            yield gr.skip(), "", gr.update(interactive=False)
            return
        for done in range(len(paths)):
            waiting = [Line(path.name, words(chosen, "upload_reading"), "waiting") for path in paths[done:]]
            yield render.progress_lines(waiting), gr.skip(), gr.skip()
        plans = startup.plans()
        read = read_proposals(paths, plans, settings, chosen)
        yield "", render.proposals(read, plans, chosen), gr.update(interactive=any(_fits(one) for one in read))

    def add_all(files: list[str] | None, edits: str, chosen: str, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        session = str(request.session_hash)
        stop = stops[session] = threading.Event()
        tasks = [
            Task(settings, Path(file), edit) for file, edit in zip(files or (), sent_edits(edits, files), strict=True)
        ]
        try:
            for lines in add_one_by_one(tasks, stop, chosen):
                yield render.progress_lines(lines), "", gr.skip(), gr.update(visible=True)
        finally:
            stops.pop(session, None)
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


def read_proposals(paths: Sequence[Path], plans: Plans, settings: Settings, language: str) -> list[Proposal]:
    """What each file reads as, or why it cannot be added; equal files are noticed."""
    from index.preview import preview  # loads the readers' libraries: seconds in which the page is up

    held: tuple[Document, ...] = tuple(plans.values())
    read: list[Proposal] = []
    first: dict[str, str] = {}  # content -> the file that brought it
    for path in paths:
        try:
            seen = preview(path, held, settings.max_file_bytes)
        except PlansError as exc:
            read.append(Proposal(path.name, fault=told(exc, language)))
            continue
        same = plan_title(plans, seen.same_as, language) if seen.same_as else first.get(seen.sha256, "")
        first.setdefault(seen.sha256, path.name)
        read.append(Proposal(path.name, seen.document, seen.chars, same_as=same, replaces=seen.replaces))
    return read


def sent_edits(text: str, files: Sequence[str] | None) -> list[Override]:
    """What the form sent for each file; an empty edit where it sent nothing that can be used."""
    try:
        sent = json.loads(text)
    except ValueError:
        sent = {}
    given = sent if isinstance(sent, dict) else {}
    return [_edit(given.get(str(place))) for place in range(len(files or ()))]


def _edit(sent: object) -> Override:
    if not isinstance(sent, dict):
        return Override()
    first, last = (str(sent.get(key, "")) for key in ("first", "last"))
    named = _YEAR.fullmatch(first) and _YEAR.fullmatch(last) and first <= last
    period = (int(first), int(last)) if named else None
    title, place = (" ".join(str(sent.get(key, "")).split()) for key in ("title", "place"))
    return Override(title, place, period, str(sent.get("replaces", "")))


def add_one_by_one(tasks: Sequence[Task], stop: threading.Event, language: str) -> Iterator[list[Line]]:
    """Every file's line, as often as there is something new to tell."""
    lines = [Line(task.path.name, words(language, "upload_waiting"), "waiting") for task in tasks]
    if not lines:
        yield [Line("", words(language, "upload_nothing"), "bad")]
    for place, task in enumerate(tasks):
        if stop.is_set():
            lines[place] = replace(lines[place], text=words(language, "upload_stopped"), state="bad")
            yield lines
            continue
        for line in _add(task, stop, language):
            lines[place] = line
            yield lines


def _add(task: Task, stop: threading.Event, language: str) -> Iterator[Line]:
    """One file's line while a thread of its own adds it."""
    shares: queue.SimpleQueue[float] = queue.SimpleQueue()
    outcome: list[Line] = []

    def progress(_message: str, share: float) -> None:
        if stop.is_set() and share < 1:
            raise _Stopped
        shares.put(share)

    worker = threading.Thread(target=lambda: outcome.append(_outcome(task, progress, language)), daemon=True)
    worker.start()
    name = task.path.name
    share = 0.0
    while worker.is_alive():
        yield Line(name, words(language, "upload_working"), "working", share)
        worker.join(POLL_SECONDS)
        while not shares.empty():
            share = shares.get()
    yield outcome[0] if outcome else Line(name, words(language, "upload_failed"), "bad")


def _outcome(task: Task, progress: Callable[[str, float], None], language: str) -> Line:
    from index.build import add  # as above

    name = task.path.name
    try:
        report = add(task.settings, [task.path], progress, {task.path: task.edit})
    except _Stopped:
        return Line(name, words(language, "upload_stopped"), "bad")
    except PlansError as exc:
        return Line(name, words(language, "upload_refused", reason=told(exc, language)), "bad")
    except Exception:  # noqa: BLE001 - one file of several: told in a sentence, kept in the log
        _log.exception("%s could not be added", name)
        return Line(name, words(language, "upload_failed"), "bad")
    said = "; ".join(words(language, _OUTCOMES[c.action], id=c.document_id, title=c.title) for c in report.changes)
    return Line(name, " ".join([said, *(note for change in report.changes for note in change.warnings)]), "good")
