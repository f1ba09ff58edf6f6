"""Serving an application until a signal ends it: running answers are finished, a second signal ends at once."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Callable, Generator
from types import FrameType

import uvicorn

from assistant.server.door import App
from assistant.server.hosts import EVERYWHERE
from index.errors import PlansError

STOP_SECONDS = 10
"""How long running answers may go on after the first signal."""
REPEATED_SECONDS = 0.5
"""A signal that follows so soon is the same one: some programs send it to a process and then to its group."""
BACKLOG = 1024
"""Connections that wait to be taken."""


class Served(uvicorn.Server):
    """A server that ends with 0, by whichever signal it is told to.

    `stopping` is called in its event loop when it takes no more requests.
    """

    def __init__(self, app: App, *, stopping: Callable[[], None]) -> None:
        config = uvicorn.Config(
            app,
            access_log=False,
            log_config=None,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=STOP_SECONDS,
            ws="none",
        )
        super().__init__(config)
        self._stopping = stopping
        self._told_at = 0.0

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take the signals for the time of serving; unlike uvicorn's own, it does not send them again at the end."""
        signals = (signal.SIGINT, signal.SIGTERM)
        before = {number: signal.signal(number, self.handle_exit) for number in signals}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - as signals are handed over
        """Finish what is running; at the second signal, nothing."""
        if not self.should_exit:
            self.should_exit, self._told_at = True, time.monotonic()
        elif time.monotonic() > self._told_at + REPEATED_SECONDS:
            os._exit(128 + sig)

    def end(self) -> None:
        """Take no more requests and end; may be called from any thread."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more requests, and end when the last answer is given or the time for it is over."""
        self._stopping()
        await super().shutdown(sockets)


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens; the system chooses a port where it is 0.

    Raises:
        PlansError: The address is another program's, or none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError as exc:
        listening.close()
        raise PlansError(
            f"the page cannot be served at {host}:{port} ({exc.strerror or exc}); PLANS_HOST and PLANS_PORT set another"
        ) from exc
    return listening


def address_of(listening: socket.socket) -> str:
    """The address under which this machine reaches it, with a slash at its end."""
    host, port = listening.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    return f"http://{'127.0.0.1' if host in EVERYWHERE else name}:{port}/"
