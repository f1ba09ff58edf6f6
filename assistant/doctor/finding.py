"""What the doctor finds, one thing at a time, and the time that a look may take."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from index.errors import PlansError

Result = TypeVar("Result")


class State(StrEnum):
    """How it stands with a thing: as it should be, not needed and not there, to be looked after, or in the way of work."""

    GOOD = "good"
    ABSENT = "absent"
    ADVICE = "advice"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what was found, in a line; what to do, "" where nothing is; how long it took."""

    name: str
    state: State
    told: str
    advice: str = ""
    ms: dict[str, float] = field(default_factory=dict)


def looked(name: str, seconds: float, look: Callable[[], Finding], failed: State = State.BROKEN) -> Finding:
    """What `look` finds, if it comes back in time; what stands in its way is a finding too, of the state `failed`."""
    found: list[Finding] = []

    def run() -> None:
        try:
            found.append(look())
        except PlansError as exc:
            found.append(Finding(name, failed, "fails", str(exc)))
        except OSError as exc:
            found.append(Finding(name, failed, "fails", exc.strerror or type(exc).__name__))

    # Left behind where it does not come back: nothing of it keeps the program from ending.
    thread = threading.Thread(target=run, name=f"look-{name}", daemon=True)
    thread.start()
    thread.join(seconds)
    with suppress(IndexError):
        return found[0]
    told = f"no answer within {seconds:g} s" if thread.is_alive() else "fails"
    return Finding(name, failed, told, "see that it runs, and that the address is right")


def timed(call: Callable[[], Result]) -> tuple[Result, float]:
    """What a call gives, and how long it took, in milliseconds."""
    begun = time.perf_counter()
    result = call()
    return result, round((time.perf_counter() - begun) * 1000, 1)
