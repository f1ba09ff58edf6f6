"""The worker's side of `confined`: a process that runs one call after another, each within its memory and time.

It speaks pickles over its standard streams: comes in a `Call`; goes out `Started`, a `PageTurn` for each page that takes
long, then what became of it. It ends when its starter is gone, or when nothing was asked of it for a while.
"""

from __future__ import annotations

import os
import pickle
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from index.errors import FileRejected
from index.pages_told import listening

IDLE_SECONDS = 60.0
"""A worker that is not needed for so long gives its memory back."""
_HELD, _KILOBYTE = "VmData:", 1024
_MOST_CORES = 2
"""That a call keeps busy at once."""
_GRACE_SECONDS = 5
"""The starter ends a call that is late; the system does, so much later, where the starter itself is gone."""


@dataclass(frozen=True, slots=True)
class Call:
    """What to run: "module:name", which a worker loads before the limits begin, and a pickled tuple of arguments.

    `max_seconds` are given anew with each page whose turn is told.
    """

    function: str
    arguments: bytes
    max_bytes: int
    max_seconds: float


@dataclass(frozen=True, slots=True)
class Started:
    """The libraries are loaded; time counts from here."""


@dataclass(frozen=True, slots=True)
class PageTurn:
    """Page `page` of the `pages` that are to be read is begun; its time counts from here."""

    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Done:
    """What a call gave."""

    value: Any


@dataclass(frozen=True, slots=True)
class Refused:
    """A call found that a file cannot become part of the index."""

    error: FileRejected


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """A call asked for more memory than it may have."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A call raised what it should not; `trace` is for the log."""

    error: str
    trace: str


Reply = Started | PageTurn | Done | Refused | OutOfMemory | Failed


def serve() -> None:
    """Answer calls until there is nobody left who asks."""
    calls: queue.Queue[Call] = queue.Queue()
    replies = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), 1)  # whatever a library prints must not stand between two replies
    threading.Thread(target=_listen, args=(sys.stdin.buffer, calls), daemon=True).start()
    while True:
        try:
            call = calls.get(timeout=IDLE_SECONDS)
        except queue.Empty:
            return
        module, _, name = call.function.partition(":")
        function, arguments = getattr(import_module(module), name), pickle.loads(call.arguments)
        _send(replies, Started())
        _confine_memory(call.max_bytes)
        _confine_time(call.max_seconds)

        def turn(page: int, pages: int, seconds: float = call.max_seconds) -> None:
            _confine_time(seconds)
            _send(replies, PageTurn(page, pages))

        with listening(turn):
            outcome = _outcome(function, arguments)
        _send(replies, outcome)


def _listen(requests: BinaryIO, calls: queue.Queue[Call]) -> None:
    """Pass calls on; the end of the stream says that the starter is gone, and ends this process amid its work."""
    with suppress(EOFError, pickle.UnpicklingError, OSError):
        while True:
            calls.put(pickle.load(requests))
    os._exit(0)


def _outcome(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Reply:
    try:
        return Done(function(*arguments))
    except FileRejected as exc:
        return Refused(exc)
    except MemoryError:
        return OutOfMemory()
    except Exception as exc:  # noqa: BLE001 - the edge of one file; the starter logs it
        return Failed(f"{type(exc).__name__}: {exc}", traceback.format_exc())


def _send(replies: BinaryIO, reply: Reply) -> None:
    try:
        pickled = pickle.dumps(reply)
    except MemoryError:
        pickled = pickle.dumps(OutOfMemory())
    replies.write(pickled)
    replies.flush()


def _confine_memory(most_bytes: int) -> None:
    """Let the system refuse memory beyond what the process has already and may add.

    What is counted is what the process can write to (RLIMIT_DATA of Linux, from 4.7 on), not the address space: libraries
    that recognise text take half a gigabyte of that and little memory. Nothing is refused on other systems.
    """
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        status = Path("/proc/self/status").read_text(encoding="ascii")
        held = int(status.partition(_HELD)[2].split()[0]) * _KILOBYTE
        resource.setrlimit(resource.RLIMIT_DATA, (held + most_bytes, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def _confine_time(seconds: float) -> None:
    """Let the system end the process when its time is long over; it counts the time of all threads."""
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        most = int(time.process_time() + _MOST_CORES * seconds) + _GRACE_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))
