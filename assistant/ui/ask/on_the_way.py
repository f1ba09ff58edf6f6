"""Answers on their way to the page, each made in a thread of its own, so that the page can leave one at any moment.

Gradio ends an event only between two of its steps, and lets no other question in before: a step that waits for a language
model would hold up whoever pressed stop. What was stopped here shows nothing any more, however late Gradio ends it.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing

from assistant.ui.ask.conversation import Turn

SILENT_SECONDS = 0.2
"""So long a step lasts at most, and with it the time until the page is let go."""

Making = Callable[[], Generator[Turn, None, None]]


class OnTheWay:
    """The answers that are being made, by the tabs (sessions) that wait for them.

    Not by conversations: who opens a shared one, or one in two tabs, asks on alone.
    """

    def __init__(self) -> None:
        self._left: dict[str, threading.Event] = {}

    def leave(self, session: str) -> None:
        """Show nothing more of the answer that is being made for a tab, and end its making with its next step."""
        if left := self._left.pop(session, None):
            left.set()

    def steps(self, session: str, turns: Making) -> Iterator[Turn | None]:
        """What `turns` gives, step by step, and None where it was silent for a while; ends early where it is left."""
        self.leave(session)
        left = self._left[session] = threading.Event()
        came: queue.SimpleQueue[Turn | None] = queue.SimpleQueue()
        threading.Thread(target=_make, args=(turns, came, left), name="answer", daemon=True).start()
        try:
            while not left.is_set():
                try:
                    turn = came.get(timeout=SILENT_SECONDS)
                except queue.Empty:
                    yield None
                    continue
                if turn is None:
                    break
                if not left.is_set():
                    yield turn
        finally:
            left.set()
            if self._left.get(session) is left:
                del self._left[session]


def _make(turns: Making, came: queue.SimpleQueue[Turn | None], left: threading.Event) -> None:
    try:
        with closing(turns()) as making:
            for turn in making:
                came.put(turn)
                if left.is_set():
                    return
    finally:
        came.put(None)
