"""What every request passes before anything is done for it, and every answer on its way out.

Around the whole server, so that pages, events, files, plain HTTP and MCP are held to the same: called by one of our
names, sent by one of our pages or by a program, no larger than what is sent there, and room on the disk for files.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any

from assistant.server.hosts import Hosts
from assistant.server.incoming import Incoming
from index.errors import megabytes

_log = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
"""As ASGI has it: https://asgi.readthedocs.io/en/latest/specs/www.html"""

MAX_CALL_BYTES = 1_000_000
"""Of a call of a program: the longest question with all its history and plans, in escapes."""
MAX_EVENT_BYTES = 8_000_000
"""Of an event of the page: a conversation that a browser kept, or training material as it was changed."""
MAX_FORGOTTEN_BYTES = 200_000_000
"""Beyond that the connection is closed though more is being sent."""
LANGUAGE_COOKIE = "plans-language"
UPLOAD_PATH = "/gradio_api/upload"
API_PATH = "/api/"
# Gradio's page has scripts and styles in itself and makes functions of texts; what matters is that nothing is fetched
# from elsewhere, sent elsewhere or shown in somebody else's frame.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; worker-src 'self' blob:; "
    "connect-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
SECURITY_HEADERS = tuple((name.encode(), value.encode()) for name, value in _HEADERS.items())


@dataclass(frozen=True, slots=True)
class _Refusal:
    """`shown` is the sentence where the page shows it as it is, to a person; programs get an object."""

    status: int
    sentence: str
    shown: bool = False


class Door:
    """The server as others reach it."""

    def __init__(self, app: App, hosts: Hosts, incoming: Incoming) -> None:
        self._app, self._hosts, self._incoming = app, hosts, incoming
        self._arriving = 0  # bytes of files that are being sent, which must find room too

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or tell in a sentence why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is None:
            bounded = _Bounded(self._app, _limit(scope["path"], self._incoming))
            arriving = (_size(scope) or 0) if _brings_files(scope) else 0
            self._arriving += arriving
            try:
                await bounded(scope, receive, _with_headers(send))
            finally:
                self._arriving -= arriving
        elif scope["type"] == "websocket":
            _log.warning("refused: %s", refusal.sentence)
            await send({"type": "websocket.close", "code": 1008, "reason": refusal.sentence[:100]})
        else:
            _log.warning("refused: %s", refusal.sentence)
            await _read_on(receive)
            await _tell(refusal, _with_headers(send))

    def _refusal(self, scope: Scope) -> _Refusal | None:
        headers = scope["headers"]
        called = _values(headers, b"host")
        if len(called) != 1:
            return _Refusal(400, "a request names the host that it calls, once")
        forwarded = [name for value in _values(headers, b"x-forwarded-host") for name in value.split(",")]
        for host in [*called, *forwarded]:
            if not self._hosts.answer_to(host, scope["server"]):
                return _Refusal(
                    421, f"this server is not called {_shown(host)}; PLANS_ALLOWED_HOSTS names what else it answers to"
                )
        for origin in _values(headers, b"origin"):
            if not self._hosts.allow_page(origin, called[0]):
                return _Refusal(
                    403, f"pages of {_shown(origin)} may not call this server; PLANS_ALLOWED_HOSTS names those that may"
                )
        return self._too_much(scope)

    def _too_much(self, scope: Scope) -> _Refusal | None:
        size, limit = _size(scope), _limit(scope["path"], self._incoming)
        if not _brings_files(scope):
            return _over(limit) if size is not None and size > limit else None
        if size is None:
            return _Refusal(411, "files are sent with their length told beforehand")
        missing = self._incoming.no_room_for(size + self._arriving)
        if missing is None:
            return None
        chinese = _language(scope).startswith("zh")
        return _Refusal(missing.status, missing.zh if chinese else missing.en, shown=True)


def _brings_files(scope: Scope) -> bool:
    return bool(scope["path"] == UPLOAD_PATH and scope.get("method") == "POST")


def _language(scope: Scope) -> str:
    """The language of the page that sends, which it keeps in a cookie, else the browser's own."""
    for pair in "; ".join(_values(scope["headers"], b"cookie")).split("; "):
        name, _, value = pair.partition("=")
        if name == LANGUAGE_COOKIE:
            return value
    return "".join(_values(scope["headers"], b"accept-language")).lower()


def _size(scope: Scope) -> int | None:
    """How many bytes are sent; None where that is not told."""
    told = _values(scope["headers"], b"content-length")
    if not told or not told[0].isdecimal():
        return None
    # Zeros before it are no digits of it; the digits beyond are not worth reading.
    return int(told[0].lstrip("0")[:_MANY_DIGITS] or "0")


_MANY_DIGITS = 16
_SHOWN_CHARS = 100


class _Bounded:
    """Hands on what is sent up to a limit, also where its length was not told beforehand."""

    def __init__(self, app: App, limit: int) -> None:
        self._app, self._limit = app, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        got, over, answered = 0, False, False

        async def bounded() -> Message:
            nonlocal got, over
            message = await receive()
            got += len(message.get("body", b""))
            over = over or got > self._limit
            # To whoever reads the body it ends here; the sender is told.
            return {"type": "http.disconnect"} if over else message

        async def answering(message: Message) -> None:
            nonlocal answered
            if not over:
                answered = True
                await send(message)

        try:
            await self._app(scope, bounded, answering)
        except Exception:
            if not over:
                raise
        if over and not answered:
            await _read_on(receive)
            await _tell(_over(self._limit), send)


def _limit(path: str, incoming: Incoming) -> int:
    """How many bytes may be sent to a path."""
    if path == UPLOAD_PATH:
        return incoming.quota_bytes
    return MAX_CALL_BYTES if path.startswith(API_PATH) else MAX_EVENT_BYTES


def _over(limit: int) -> _Refusal:
    return _Refusal(413, f"this is more than the {megabytes(limit)} MB that can be sent here; send less")


def _values(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in headers if key.lower() == name]


def _shown(text: str) -> str:
    return ascii(text[:_SHOWN_CHARS])


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = [(name, value) for name, value in message.get("headers", ()) if name.lower() not in _OURS]
            message = {**message, "headers": [*own, *SECURITY_HEADERS]}
        await send(message)

    return sending


_OURS = frozenset(name for name, _ in SECURITY_HEADERS)


async def _read_on(receive: Receive) -> None:
    """Reads and forgets what is still being sent: many a program reads no answer before it has sent everything."""
    left = MAX_FORGOTTEN_BYTES
    while left > 0:
        message = await receive()
        left -= len(message.get("body", b"")) or 1
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return


async def _tell(refusal: _Refusal, send: Send) -> None:
    told = refusal.sentence if refusal.shown else json.dumps({"error": refusal.sentence}, ensure_ascii=False)
    kind, body = b"text/plain; charset=utf-8" if refusal.shown else b"application/json", told.encode()
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    # What was not read of the request would be taken for the next one.
    headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
