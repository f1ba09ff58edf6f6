"""Work in a thread of its own that does not keep the program from ending, as those of a pool would."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

_Made = TypeVar("_Made")


def begun(work: Callable[[], _Made]) -> Future[_Made]:
    """Begin some work; what it gives or raises is the future's."""
    made: Future[_Made] = Future()

    def run() -> None:
        try:
            made.set_result(work())
        except BaseException as exc:  # noqa: BLE001 - the edge of a thread: it is raised again where it is waited for
            made.set_exception(exc)

    threading.Thread(target=run, name="beside", daemon=True).start()
    return made
