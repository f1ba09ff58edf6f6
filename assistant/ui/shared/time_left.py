"""How long work will still take, learnt from the pace at which it went so far; nothing is told before that is known."""

from __future__ import annotations

import time
from collections.abc import Callable

from assistant.ui.shared.i18n import words

_LEARNT_SECONDS = 2.0
"""What went before is too short to learn a pace from."""
_ROUNDED_SECONDS = 5
"""Nobody needs it more exactly, and the number would flicker."""
_LAST_SECONDS = 90
_MINUTE = 60


class Pace:
    """What is left of one piece of work; told the share that is done, 0 to 1, as it grows."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: tuple[float, float] | None = None  # when it was first told, and the share then
        self._last: tuple[float, float] | None = None  # when the share last grew

    def seconds_left(self, share: float) -> float | None:
        """None until there is something to learn from, and where nothing is left."""
        now = self._clock()
        if self._began is None or (self._last and share < self._last[1]):  # other work
            self._began = (now, share)
        if self._last is None or share != self._last[1]:
            self._last = (now, share)
        grown, (grew_at, _) = share - self._began[1], self._last
        if share >= 1 or grown <= 0 or grew_at - self._began[0] < _LEARNT_SECONDS:
            return None
        whole = (grew_at - self._began[0]) * (1 - share) / grown
        # What goes on since the last step is on its way already.
        return max(whole - (now - grew_at), 0.0)

    def told(self, share: float, language: str) -> str:
        """The same in words, "" while it is not known."""
        seconds = self.seconds_left(share)
        return "" if seconds is None else time_left(seconds, language)


def time_left(seconds: float, language: str) -> str:
    """In words: "about 20 seconds left", "还需约2分钟"."""
    if seconds <= _LAST_SECONDS:
        rounded = max(_ROUNDED_SECONDS, round(seconds / _ROUNDED_SECONDS) * _ROUNDED_SECONDS)
        return words(language, "seconds_left", count=rounded)
    return words(language, "minutes_left", count=round(seconds / _MINUTE))
