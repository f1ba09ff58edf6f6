"""Processes that answer the calls of programs beside the page: each with an assistant of its own, one call at a time.

A call goes to a process that is idle, and is answered in this one where none is. Where a process ends, another one takes
its call over, once, and a new process is started; one that works far beyond the time limit is ended.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import queue
import signal
import threading
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from assistant.comparison.matrix import MAX_TOPICS
from assistant.errors import AnswerLost, TookTooLong
from assistant.server.calls import Calls, Reply, refused
from assistant.server.startup import Startup
from index.language_model.kept_model import model_in_use
from index.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

_log = logging.getLogger(__name__)

MOST_WORKERS = 3
"""Where nobody says how many: each takes memory for its own reading of the plans."""
GRACE_SECONDS = 3.0
"""How much longer than its limit a call may take before its process is ended: the limit is looked at between steps."""
_STOP_SECONDS = 2.0
_FAILED_STARTS = 3
"""After so many in a row no process is started any more: the reason will not go away."""
# Of the calls that take so many times the time of a question.
_TIMES = {"compare": MAX_TOPICS}


def worker_count(settings: Settings) -> int:
    """How many processes there are beside this one, which answers too.

    By default one for each processor core beyond two. On two cores a process more answers 97 in place of 83 calls a second
    of 64 clients, and takes 625 MB in place of 370.
    """
    if settings.workers >= 0:
        return settings.workers
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(0, min(cores - 2, MOST_WORKERS))


class Workers:
    """A number of answering processes; `here` answers while none of them is idle."""

    def __init__(self, settings: Settings, count: int, here: Calls) -> None:
        self.count = count
        self._settings, self._here = settings, here
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all: set[_Worker] = set()
        self._changing = threading.Lock()
        self._failed_starts, self._stopped = 0, False

    def begin(self, startup: Startup) -> None:
        """Start the processes as soon as the plans are open; returns at once."""

        def start_all() -> None:
            startup.wait_until_done()
            if startup.opening.ready:
                for _ in range(self.count):
                    self._start_one()

        threading.Thread(target=start_all, name="start-workers", daemon=True).start()

    def answered(self, name: str, sent: bytes) -> Reply:
        """The reply to a call, waited for; to be called by as many threads as there are processes, and one more."""
        seconds = self._settings.max_question_seconds * _TIMES.get(name, 1) + GRACE_SECONDS
        seconds += self._settings.llm_seconds if model_in_use(self._settings) else 0
        for _ in range(2):
            try:
                worker = self._idle.get_nowait()
            except queue.Empty:
                return self._here.answered(name, sent)
            try:
                reply = worker.answered(name, sent, seconds)
            except (EOFError, OSError):
                _log.warning("a process that answered %s ended; another one goes on", name)
                self._replace(worker)
            except TookTooLong as exc:
                _log.warning("a process that answered %s was ended: %s", name, exc)
                self._replace(worker)
                return refused(exc)
            else:
                self._idle.put(worker)
                return reply
        return refused(AnswerLost("the process that worked on this ended, twice; the server's log may tell why"))

    def stop(self) -> None:
        """End all processes."""
        with self._changing:
            self._stopped = True
            for worker in self._all:
                worker.end()

    @property
    def processes(self) -> tuple[int, ...]:
        """The ids of the processes that are ready or at work."""
        with self._changing:
            return tuple(worker.process.pid for worker in self._all if worker.process.pid)

    def _replace(self, worker: _Worker) -> None:
        with self._changing:
            self._all.discard(worker)
        worker.end()
        threading.Thread(target=self._start_one, name="start-worker", daemon=True).start()

    def _start_one(self) -> None:
        with self._changing:
            if self._stopped or self._failed_starts >= _FAILED_STARTS:
                return
            worker = _started(self._settings)
            self._all.add(worker)
        if worker.is_ready():
            self._failed_starts = 0
            self._idle.put(worker)
            return
        with self._changing:
            self._failed_starts += 1
            self._all.discard(worker)
            stopped = self._stopped
        worker.end()
        if not stopped:
            _log.error("a process to answer calls could not be started")


@dataclass(frozen=True, slots=True, eq=False)
class _Worker:
    """A process and this side of the pipe to it."""

    process: BaseProcess
    pipe: Connection

    def is_ready(self) -> bool:
        """Waits until it has opened the plans; False where it ended before."""
        try:
            return self.pipe.recv_bytes() == _READY
        except (EOFError, OSError):
            return False

    def answered(self, name: str, sent: bytes, seconds: float) -> Reply:
        """The reply; EOFError or OSError where the process ended, TookTooLong where it did not answer in time."""
        self.pipe.send((name, sent))
        if not self.pipe.poll(seconds):
            limit = f"{seconds - GRACE_SECONDS:g}"
            raise TookTooLong(
                f"this took longer than {limit} seconds; ask in fewer words or of fewer plans", limit=limit
            )
        status, body = self.pipe.recv()
        return Reply(status, body)

    def end(self) -> None:
        """It ends by itself where the pipe is closed, unless it is at work."""
        self.pipe.close()
        self.process.kill()
        self.process.join(_STOP_SECONDS)


_READY = b"ready"


def _started(settings: Settings) -> _Worker:
    context = _context()
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, settings), name="answers", daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()  # or its end would not be noticed here
    return _Worker(process, ours)


def _context() -> BaseContext:
    """Of ways to start a process the one that shares the libraries' memory, where there is one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "assistant.pipeline"])
    return context


def _serve(pipe: Connection, settings: Settings) -> None:
    """What such a process does: it answers what comes through the pipe until that is closed."""
    # The page's process ends this one, also where a terminal sends Ctrl-C to all.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    from assistant.pipeline import Assistant

    startup = Startup(lambda _progress: Assistant(settings, build_first=False))
    startup.begin()
    startup.wait()
    calls = Calls(startup)
    with suppress(EOFError, OSError):  # the page's process has ended
        pipe.send_bytes(_READY)
        while True:
            name, sent = pipe.recv()
            reply = calls.answered(name, sent)
            pipe.send((reply.status, reply.body))
