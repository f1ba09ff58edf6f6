"""One call of a model within its time: again where the server asks for patience, its faults told as ours.

What a provider says of a fault may hold the key that was sent, so nothing of it is passed on but its kind.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from index.errors import LanguageModelError, ModelTooSlow, ModelUnreachable

logger = logging.getLogger(__name__)

MOST_TRIES = 3
FIRST_WAIT_SECONDS = 0.5
"""Before the second try; before the third it is four times as long."""
_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
"""What a server answers that may answer in a moment."""

Result = TypeVar("Result")


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


def patiently(call: Callable[[], Result], model: str, deadline: Deadline) -> Result:
    """What `call` gives; it is called again where the fault may pass and time is left.

    Raises:
        ModelUnreachable: The server cannot be reached, or refuses.
        ModelTooSlow: The time is over.
    """
    for number in range(1, MOST_TRIES + 1):
        try:
            return call()
        except LanguageModelError:
            raise
        except Exception as exc:  # noqa: BLE001 - each provider has errors of its own
            wait = _wait(exc, number)
            if number == MOST_TRIES or wait is None or wait >= deadline.left:
                raise told_as_ours(exc, model, deadline) from None
            logger.info("the language model %s is asked again in %.1f s", model, wait)
            time.sleep(wait)
    raise AssertionError("the last try ends the loop")


def told_as_ours(exc: Exception, model: str, deadline: Deadline) -> LanguageModelError:
    """The error of ours that says what a provider's says, without its words."""
    status = _status(exc)
    if "timeout" in type(exc).__name__.lower() or not deadline.left:
        return ModelTooSlow(
            f"the language model {model} took too long; raise PLANS_LLM_SECONDS or take a smaller model"
        )
    if status in (401, 403):
        return ModelUnreachable(
            f"the language model {model} refuses the key; set its provider's key anew", code="model_key"
        )
    if status == 404:
        return ModelUnreachable(
            f"there is no language model {model} at its address; look at its name and address", code="model_unknown"
        )
    if status:
        return ModelUnreachable(f"the language model {model} refuses (status {status}); try again later")
    return ModelUnreachable(f"the language model {model} cannot be reached; look at its address and whether it runs")


def _status(exc: Exception) -> int | None:
    status = getattr(exc, "status_code", None)
    return status if isinstance(status, int) else None


def _wait(exc: Exception, number: int) -> float | None:
    """How long to wait before the next try; None where another would end alike."""
    status = _status(exc)
    if status is not None and status not in _PASSING:
        return None
    if status is None and not any(word in type(exc).__name__.lower() for word in ("connection", "connect")):
        return None
    headers = getattr(getattr(exc, "response", None), "headers", None) or {}
    asked = str(headers.get("retry-after", ""))
    return float(asked) if asked.replace(".", "", 1).isdigit() else FIRST_WAIT_SECONDS * 4.0 ** (number - 1)


@contextmanager
def one_of(most: int, model: str, deadline: Deadline) -> Iterator[None]:
    """A place among the calls that may run at once in this process.

    Raises:
        ModelTooSlow: None became free in time.
    """
    places = _places(most)
    if not places.acquire(timeout=deadline.left):
        raise ModelTooSlow(f"the language model {model} is asked by too many at once; try again later")
    try:
        yield
    finally:
        places.release()


@cache
def _places(most: int) -> threading.BoundedSemaphore:
    return threading.BoundedSemaphore(most)
