"""Opening the assistant beside the running page: what has been reached, what failed, and waiting for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import PlansError

if TYPE_CHECKING:
    from assistant import Assistant
    from index.build import Progress
    from index.types import Document

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opening:
    """How far the start has come; `fraction` is 0 to 1, `failure` what stopped it."""

    message: str = ""
    fraction: float = 0.0
    failure: PlansError | None = None
    ready: bool = False


class Startup:
    """Opens the assistant in a thread of its own, so that the page is there from the first second."""

    def __init__(self, open_assistant: Callable[[Progress], Assistant]) -> None:
        self._open = open_assistant
        self._assistant: Assistant | None = None
        self._done, self._under_way = threading.Event(), threading.Event()
        self.opening = Opening()

    def begin(self) -> None:
        """Start opening; returns at once."""
        threading.Thread(target=self._run, name="open-assistant", daemon=True).start()

    def wait_until_it_takes_long(self) -> None:
        """Until plans have to be read, which takes its time, or the assistant is open, or could not be opened."""
        self._under_way.wait()

    def wait_until_done(self) -> None:
        """Until the assistant is open, or could not be opened."""
        self._done.wait()

    def wait(self) -> Assistant:
        """The assistant, as soon as it is open.

        Raises:
            PlansError: It could not be opened; the message says why.
        """
        self._done.wait()
        if self._assistant is None:
            raise self.opening.failure or PlansError("the plans could not be opened")
        return self._assistant

    def plans(self) -> dict[str, Document]:
        """The plans on file by id, as soon as they are open."""
        return {document.id: document for document in self.wait().documents()}

    def _run(self) -> None:
        try:
            opened = self._open(self._report)
            opened.warm_up()
        except PlansError as exc:
            self.opening = Opening(failure=exc)
        except Exception as exc:  # noqa: BLE001 - the edge of a thread: without this the page would wait for ever
            _log.exception("opening the plans failed")
            self.opening = Opening(failure=PlansError(f"{type(exc).__name__}: {exc}"))
        else:
            self._assistant = opened
            self.opening = Opening(fraction=1.0, ready=True)
        self._done.set()
        self._under_way.set()

    def _report(self, message: str, fraction: float) -> None:
        self.opening = Opening(message, fraction)
        if fraction < 1:
            self._under_way.set()
