"""A time limit for whatever is asked: set once where a question comes in, looked at wherever work may take long.

    with within_seconds(5):
        ...             # anywhere below: check_time()

The limit belongs to the thread's context, so that steps need not hand it on. Nothing is interrupted: a step that works
long looks at the clock between its parts.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from assistant.errors import TookTooLong


@dataclass(frozen=True, slots=True)
class _Deadline:
    seconds: float
    ends: float
    """By the clock that never goes back."""


_deadline: ContextVar[_Deadline | None] = ContextVar("deadline", default=None)


@contextmanager
def within_seconds(seconds: float) -> Iterator[None]:
    """What the body does has so long; a limit that is set already and ends sooner stays in force."""
    set_before = _deadline.get()
    own = _Deadline(seconds, time.monotonic() + seconds)
    token = _deadline.set(set_before if set_before is not None and set_before.ends <= own.ends else own)
    try:
        yield
    finally:
        _deadline.reset(token)


def check_time() -> None:
    """Go on where there is time left, or no limit.

    Raises:
        TookTooLong: There is none.
    """
    deadline = _deadline.get()
    if deadline is not None and time.monotonic() > deadline.ends:
        limit = f"{deadline.seconds:g}"
        raise TookTooLong(f"this took longer than {limit} seconds; ask in fewer words or of fewer plans", limit=limit)
