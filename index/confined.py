"""Calls in a process of their own, so that no file can take more time or memory than it may, or end the program.

Workers are started when they are needed and used again from call to call; one that went over a limit or died is
replaced. They are fresh programs, not copies of this one: they hold none of its locks, and end when it ends.
"""

from __future__ import annotations

import atexit
import logging
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from index.confined_worker import Call, Done, Failed, OutOfMemory, PageTurn, Refused, Reply, Started
from index.errors import CorruptFile, NeedsTooMuchMemory, ReaderDied, TakesTooLong

MOST_WORKERS = 2
"""More would not be quicker on a small machine, and each may take a gigabyte."""
MAX_BYTES = 1_000_000_000
"""The memory that one call may add: a plan of 200 pages takes about 30 MB."""
_START_SECONDS = 120.0
"""In which a worker has its libraries loaded, also on a busy machine with a slow disk."""
_SERVE = "from index.confined_worker import serve; serve()"
_ROOT = Path(__file__).resolve().parent.parent

logger = logging.getLogger(__name__)


class Watch:
    """Sees how far a call has come, and can end it; for one call, safe in threads.

    `turn` holds the page that is being read, from 1 on, and how many there are to read; zeros where none was told.
    """

    def __init__(self) -> None:
        self.turn = (0, 0)
        self._stopped = False
        self._worker: _Worker | None = None
        self._lock = threading.Lock()

    def stop(self) -> None:
        """End the call at once, or have it not begin; what it raises then is of no interest. Does nothing once it is over."""
        with self._lock:
            self._stopped = True
            if self._worker:
                self._worker.kill()

    def begin(self, worker: _Worker) -> bool:
        """Look at this worker from here on; whether its call may go on."""
        with self._lock:
            self._worker = worker
            return not self._stopped

    def leave(self) -> None:
        """Its call is over: the worker may get another, which is not to be ended."""
        with self._lock:
            self._worker = None


def run_confined(
    name: str, max_seconds: float, function: str, *arguments: object, watch: Watch | None = None
) -> object:
    """What `function(*arguments)` gives, run in a worker; arguments and result are pickled. Safe in threads.

    `name` is what errors call the file by; `function` is "module:name", since it is the worker that imports it. Where it
    tells of pages, each has `max_seconds`.

    Raises:
        TakesTooLong, NeedsTooMuchMemory, ReaderDied: It went over a limit or ended its process.
        CorruptFile: It raised something that is no error of ours.
        FileRejected: As `function` says.
    """
    watch = watch or Watch()
    with _free:
        worker = _started(Call(function, pickle.dumps(arguments), MAX_BYTES, max_seconds))
        try:
            reply = worker.result(max_seconds, watch)
        finally:
            watch.leave()
            worker.release()
    if isinstance(reply, Done):
        return reply.value
    if isinstance(reply, Refused):
        raise reply.error
    if isinstance(reply, Failed):
        logger.error("%s could not be read\n%s", name, reply.trace)
        raise CorruptFile(f"{name}: could not be read ({reply.error})")
    if isinstance(reply, OutOfMemory):
        most = f"{MAX_BYTES / 1_000_000_000:g}"
        raise NeedsTooMuchMemory(
            f"{name}: reading it takes more than {most} GB of memory; save it as text, or in parts"
        )
    if worker.was_late:
        limit = f"{max_seconds:g}"
        raise TakesTooLong(
            f"{name}: reading it takes more than {limit} seconds; PLANS_MAX_READ_SECONDS raises it", limit=limit
        )
    raise ReaderDied(f"{name}: the process that read it ended at once; save the file anew or in another format")


class _Worker:
    """A running worker; for one call at a time."""

    def __init__(self) -> None:
        self.was_late = self._is_sound = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def start(self, call: Call) -> bool:
        """Give it a call; whether it has taken it up."""
        self._is_sound = False
        with suppress(OSError):
            assert self._process.stdin is not None  # it is a pipe
            pickle.dump(call, self._process.stdin)
            self._process.stdin.flush()
            return isinstance(self._reply(_START_SECONDS), Started)
        return False

    def result(self, max_seconds: float, watch: Watch) -> Reply | None:
        """What became of the call; None where the worker ended, of itself, because it was late, or because it was stopped."""
        reply = self._reply(max_seconds) if watch.begin(self) else None
        while isinstance(reply, PageTurn):
            watch.turn = (reply.page, reply.pages)
            reply = self._reply(max_seconds)
        self._is_sound = isinstance(reply, Done | Refused | Failed)
        return reply

    def release(self) -> None:
        """Keep it for the next call if its last one went well, else stop it."""
        if self._is_sound:
            _idle.append(self)
        else:
            self.end()

    def kill(self) -> None:
        """Stop it, whatever it does, also from another thread than the one that waits for it."""
        self._process.kill()

    def end(self) -> None:
        """Stop it, and wait until it is gone."""
        self.kill()
        self._process.communicate()

    def _reply(self, max_seconds: float) -> Reply | None:
        timer = threading.Timer(max_seconds, self._stop_late)
        timer.start()
        try:
            assert self._process.stdout is not None  # it is a pipe
            reply: Reply = pickle.load(self._process.stdout)
        except (EOFError, pickle.UnpicklingError):
            return None
        finally:
            timer.cancel()
            timer.join()
        return None if self.was_late else reply

    def _stop_late(self) -> None:
        self.was_late = True
        self._process.kill()


_idle: list[_Worker] = []
_free = threading.BoundedSemaphore(MOST_WORKERS)


def _started(call: Call) -> _Worker:
    """A worker that was given a call, an idle one if there is one and it has not left meanwhile."""
    with suppress(IndexError):
        while True:
            worker = _idle.pop()
            if worker.start(call):
                return worker
            worker.end()
    worker = _Worker()
    worker.start(call)
    return worker


@atexit.register
def end_workers() -> None:
    """End the workers that have nothing to do; the next call starts one anew."""
    while _idle:
        _idle.pop().end()
