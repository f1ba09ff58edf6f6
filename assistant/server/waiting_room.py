"""What is served before the page is there, at the same address: one application that gives way to another.

Nothing here loads a library beside the server's own, so that it answers within the first second of the program. Pages and
programs get 503 meanwhile, as HTTP has it for a server that is not ready, and are told when to come again.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from assistant.server.door import App, Message, Receive, Scope, Send

STATUS_PATH = "/status"
"""Where the page looks whether the server is there, still the same one, and how far its start has come; at any time."""
EARLY_PATH = "/early"
"""Where the page that is shown meanwhile asks a question."""
AGAIN_SECONDS = 1
MOST_EARLY = 32
"""Questions that may wait at a time, each in a thread of its own; the whole page asks the others again."""
_NOT_YET = "the program is starting; try again in a moment"


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What is shown until the page is there: it as HTML, how far the start has come, the answer to what is asked there.

    The answer waits until the plans are open.
    """

    page: Callable[[], bytes]
    standing: Callable[[], dict[str, Any]]
    answered: Callable[[bytes], dict[str, Any]]


class WaitingRoom:
    """The application that is there from the first; `begin` is called once it can be reached."""

    def __init__(self, meanwhile: Meanwhile, begin: Callable[[], None]) -> None:
        self._meanwhile, self._begin = meanwhile, begin
        self._run = uuid4().hex
        self._early: set[asyncio.Future[dict[str, Any]]] = set()
        self._over = asyncio.Event()
        self._app: App | None = None
        self._life: _Life | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def open_to(self, app: App) -> None:
        """Let every further request go to `app`; called from another thread, returns when it is so."""
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._give_way(app), self._loop).result()

    def end_waiting(self) -> None:
        """Let go whoever waits for an answer; called in the server's loop when it is told to end before the plans are open."""
        self._over.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, answered here or by the application that has come."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http" and scope["path"] == STATUS_PATH:
            standing = {"run": self._run, "page": self._app is not None, **self._meanwhile.standing()}
            await _tell(send, 200, standing)
        elif self._app is not None:
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._not_yet(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1013, "reason": _NOT_YET})

    async def _not_yet(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == EARLY_PATH and scope["method"] == "POST":
            await self._answer_early(await _body(receive), send)
        elif scope["path"] == "/" and scope["method"] in ("GET", "HEAD"):
            await _send(send, 503, b"text/html; charset=utf-8", self._meanwhile.page())
        else:
            await _tell(send, 503, {"error": _NOT_YET})

    async def _answer_early(self, sent: bytes, send: Send) -> None:
        if len(self._early) >= MOST_EARLY:
            await _tell(send, 503, {"error": _NOT_YET})
            return
        answer = asyncio.wrap_future(_beside(lambda: self._meanwhile.answered(sent)))
        over = asyncio.create_task(self._over.wait())
        self._early.add(answer)
        try:
            await asyncio.wait((answer, over), return_when=asyncio.FIRST_COMPLETED)
            if answer.done():
                await _tell(send, 200, answer.result())
            else:
                await _tell(send, 503, {"error": _NOT_YET})
        finally:
            self._early.discard(answer)
            answer.cancel()
            over.cancel()

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._loop = asyncio.get_running_loop()
        self._begin()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        if self._life is not None:
            await self._life.end()
        await send({"type": "lifespan.shutdown.complete"})

    async def _give_way(self, app: App) -> None:
        life = _Life(app)
        await life.begin()
        self._life, self._app = life, app


class _Life:
    """The lifespan of an application that comes later than its server: begun and ended in one task, as it may ask for."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._told: asyncio.Queue[Message] = asyncio.Queue()
        self._replies: asyncio.Queue[Message] = asyncio.Queue()

    async def begin(self) -> None:
        """Raises RuntimeError where the application cannot start."""
        self._task = asyncio.create_task(self._run())
        await self._ask("startup")

    async def end(self) -> None:
        """Let the application put away what it holds."""
        await self._ask("shutdown")
        await self._task

    async def _ask(self, what: str) -> None:
        await self._told.put({"type": f"lifespan.{what}"})
        reply = await self._replies.get()
        if reply["type"] == "lifespan.startup.failed":
            raise RuntimeError(reply.get("message", "the page could not start"))

    async def _run(self) -> None:
        scope = {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": {}}
        await self._app(scope, self._told.get, self._replies.put)


def _beside(work: Callable[[], dict[str, Any]]) -> Future[dict[str, Any]]:
    """What comes of work that waits for the plans; unlike asyncio's threads, its own does not keep an ended program up."""
    done: Future[dict[str, Any]] = Future()
    done.set_running_or_notify_cancel()

    def run() -> None:
        try:
            done.set_result(work())
        except Exception as exc:  # noqa: BLE001 - the edge of a thread: raised again where it is awaited
            done.set_exception(exc)

    threading.Thread(target=run, name="early-answer", daemon=True).start()
    return done


async def _body(receive: Receive) -> bytes:
    pieces, more = [], True
    while more:
        message = await receive()
        pieces.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(pieces)


async def _tell(send: Send, status: int, told: dict[str, Any]) -> None:
    await _send(send, status, b"application/json", json.dumps(told, ensure_ascii=False).encode())


async def _send(send: Send, status: int, kind: bytes, body: bytes) -> None:
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store")]
    if status != 200:
        headers.append((b"retry-after", str(AGAIN_SECONDS).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
