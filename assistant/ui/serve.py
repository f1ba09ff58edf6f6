"""The page and what programs call, served at one address from the first second of the program."""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from assistant.server.door import Door
from assistant.server.hosts import hosts_of
from assistant.server.incoming import incoming_of
from assistant.server.privacy import keep_private
from assistant.server.serving import Served, address_of, bound
from assistant.server.startup import Startup
from assistant.server.waiting_room import Meanwhile, WaitingRoom
from assistant.ui.waiting.waiting_page import WaitingPage
from index.settings import Settings

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.ui.mounted_page import MountedPage
    from index.build import Progress

_log = logging.getLogger(__name__)


def serve(settings: Settings) -> None:
    """Serve until stopped. What tells how far the start has come is there at once, the page when the plans are open."""
    startup = Startup(lambda progress: _open_assistant(settings, progress))
    incoming = incoming_of(settings)
    hosts = hosts_of(settings)
    incoming.clear()
    keep_private(settings.data_dir)
    with closing(bound(settings.host, settings.port)) as listening:
        start = _Start(settings, startup)
        server = Served(Door(start.room, hosts, incoming), stopping=start.end_streams)
        start.give_up = server.end
        _log.info("starting; open %s, which tells how far it has come", address_of(listening))
        try:
            server.run([listening])
        finally:
            start.stop()
            incoming.clear_own()
    if start.failure:
        raise start.failure


class _Start:
    """Opens the plans and makes the page in threads, while the server answers already."""

    def __init__(self, settings: Settings, startup: Startup) -> None:
        self._settings, self._startup = settings, startup
        waiting = WaitingPage(startup)
        self.room = WaitingRoom(Meanwhile(lambda: waiting.html, waiting.standing, self._answered), self._begin)
        self.give_up: Callable[[], None] = lambda: None
        """Ends the server; set by whoever made it."""
        self.failure: Exception | None = None
        self._page: MountedPage | None = None

    def end_streams(self) -> None:
        if self._page:
            self._page.end_streams()
        if not self._startup.opening.ready:
            self.room.end_waiting()

    def stop(self) -> None:
        if self._page:
            self._page.workers.stop()

    def _begin(self) -> None:
        threading.Thread(target=self._make, name="make-page", daemon=True).start()

    def _answered(self, sent: bytes) -> dict[str, Any]:
        from assistant.ui.waiting.early_answers import early_answer  # loads what reads questions

        return early_answer(self._startup, sent)

    def _make(self) -> None:
        began = time.monotonic()
        # Loading libraries makes objects by the hundred thousand, nearly all of which stay: looking through them for what
        # does not is a fifth of the time.
        gc.disable()
        try:
            # First the plans, so that the first answer waits for nothing else; beside them where they must be read.
            self._startup.begin()
            self._startup.wait_until_it_takes_long()
            from assistant.ui.mounted_page import MountedPage  # Gradio and what it brings: seconds

            page = MountedPage(self._startup, self._settings)
            gc.freeze()
            gc.enable()
            self._startup.wait_until_done()
            self.room.open_to(page.app)
        except Exception as exc:  # noqa: BLE001 - the edge of a thread: the server would go on without a page
            self.failure = exc
            self.give_up()
        else:
            self._page = page
            page.workers.begin(self._startup)
            _log.info("ready after %.1f s", time.monotonic() - began)


def _open_assistant(settings: Settings, progress: Progress) -> Assistant:
    from assistant import Assistant  # loads the model's libraries: seconds in which the page is up

    return Assistant(settings, progress=progress)
