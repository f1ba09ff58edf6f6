"""What is read from a server, given up at a deadline though the server is silent."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a call must have ended, on the clock of `time.monotonic`."""

    at: float

    @classmethod
    def within(cls, seconds: float) -> Deadline:
        """From now on."""
        return cls(time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """Seconds that are left, not under 0."""
        return max(self.at - time.monotonic(), 0.0)


@dataclass(frozen=True, slots=True)
class _Read(Generic[One]):
    """What came: some of the matter, a fault, or, with neither, the end."""

    some: tuple[One, ...] = ()
    fault: Exception | None = None


def pieces_in_time(begin: Callable[[], Iterator[One]], deadline: Deadline) -> Iterator[One]:
    """What the iterator of `begin` gives, read in a thread of its own, so that a silent server holds nobody up.

    The thread ends with the next piece, or with the time-out of its connection.

    Raises:
        TimeoutError: The deadline came before the end.
    """
    came: queue.SimpleQueue[_Read[One]] = queue.SimpleQueue()
    given_up = threading.Event()

    def read() -> None:
        try:
            for one in begin():
                came.put(_Read((one,)))
                if given_up.is_set():
                    return
        except Exception as exc:  # noqa: BLE001 - raised again where it is waited for
            came.put(_Read(fault=exc))
        else:
            came.put(_Read())

    threading.Thread(target=read, name="language-model", daemon=True).start()
    try:
        while (read_one := _next(came, deadline)).some:
            yield read_one.some[0]
    finally:
        given_up.set()
    if read_one.fault:
        raise read_one.fault


def _next(came: queue.SimpleQueue[_Read[One]], deadline: Deadline) -> _Read[One]:
    if not (left := deadline.left):
        raise TimeoutError
    try:
        return came.get(timeout=left)
    except queue.Empty:
        raise TimeoutError from None


def in_time(call: Callable[[], One], deadline: Deadline) -> One:
    """What a call gives. Raises `TimeoutError` where it has not ended by the deadline."""
    return next(pieces_in_time(lambda: iter((call(),)), deadline))
