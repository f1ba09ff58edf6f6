"""The worker's side of `confined`: a process that runs one call after another, each within its memory and time.

It speaks pickles over its standard streams: comes in a `Call`; goes out `Started`, then what became of it. It ends when
its starter is gone, or when nothing was asked of it for a while.
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

IDLE_SECONDS = 60.0
"""A worker that is not needed for so long gives its memory back."""
_GRACE_SECONDS = 5
"""The starter ends a call that is late; the system does, so much later, where the starter itself is gone."""


@dataclass(frozen=True, slots=True)
class Call:
    """What to run: "module:name", which a worker loads before the limits begin, and a pickled tuple of arguments."""

    function: str
    arguments: bytes
    max_bytes: int
    max_seconds: float


@dataclass(frozen=True, slots=True)
class Started:
    """The libraries are loaded; time counts from here."""


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


Reply = Started | Done | Refused | OutOfMemory | Failed


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
        _confine(call)
        _send(replies, _outcome(function, arguments))


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


def _confine(call: Call) -> None:
    """Let the system refuse memory beyond what the process has already, and end it when its time is long over.

    Nothing is refused where the system knows no such limit (Windows; macOS counts no address space).
    """
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + call.max_bytes
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
    with suppress(OSError, ValueError):
        most = int(time.process_time() + call.max_seconds) + _GRACE_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))
