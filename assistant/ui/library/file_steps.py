"""The work on one file in a thread of its own, told step by step; a person may stop it at any moment."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator
from functools import partial
from typing import TypeVar

from assistant.ui.library.file_forms import FileState
from assistant.ui.library.library_words import words
from assistant.ui.shared.time_left import Pace
from index.beside import begun
from index.updating.outcomes import Progress, page_told

_Made = TypeVar("_Made")
_SILENT_SECONDS = 0.2
"""So long it takes at most until what was stopped is told as such."""


class Stopped(Exception):
    """A person stopped the reading or the adding; raised where the index can still be left as it was."""


def file_steps(
    work: Callable[[Progress], _Made], name: str, stop: threading.Event, language: str, *, changes: bool
) -> Generator[FileState, None, _Made]:
    """The file's line, as often as there is something new to tell; gives what the work makes.

    Where it is stopped, work that `changes` the index is waited for, which ends where nothing is changed yet; other work
    is left to itself, and ends with its next step.

    Raises:
        Stopped: It was stopped before all was done.
    """
    news: queue.SimpleQueue[FileState | None] = queue.SimpleQueue()
    last = [FileState(name, words(language, "upload_working"), "working")]
    pace = Pace()

    def progress(message: str, share: float) -> None:
        if stop.is_set() and share < 1:
            raise Stopped
        state = FileState(name, f"{_doing(message, language)} {pace.told(share, language)}".rstrip(), "working", share)
        if state != last[0]:
            last[0] = state
            news.put(state)

    made = begun(partial(work, progress))
    made.add_done_callback(lambda _: news.put(None))
    stopping = False
    while True:
        try:
            line = news.get(timeout=_SILENT_SECONDS)
        except queue.Empty:
            if stop.is_set() and not changes:
                raise Stopped from None
            if stop.is_set() and not stopping:
                stopping = True
                yield FileState(name, words(language, "upload_stopping"), "working", last[0].share)
            continue
        if line is None:
            return made.result()
        yield line


def _doing(message: str, language: str) -> str:
    page = page_told(message)
    return words(language, "upload_page", page=page[0], pages=page[1]) if page else words(language, "upload_working")
