"""A server on this machine that speaks the OpenAI protocol, streaming and not, as vLLM or llama.cpp would.

What it answers is up to a behaviour; so is how it fails. For tests, evals and benchmarks, where no model is at hand.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PIECE_CHARS = 5
"""A piece of a stream has so many characters: marks and numbers are torn apart, as by a model's tokens."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a model is asked: the words of the system and of the person, and the schema of the answer where one is wanted."""

    system: str
    text: str
    schema: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server does: `status` and `headers`, or the text, of which a stream breaks off after `broken_after` pieces.

    It waits for `pause` before each piece, so that a test decides when it goes on; None: it does not wait.
    """

    text: str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    broken_after: int | None = None
    pause: Callable[[], object] | None = None
    finish: str = "stop"


Behaviour = Callable[[Asked], Reply | str]


@dataclass(slots=True)
class ChatServer:
    """A server that runs: its address, and the requests that it got, with their headers."""

    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def chat_server(behaviour: Behaviour) -> Iterator[ChatServer]:
    """A server that answers by `behaviour` until the block ends."""
    served = ChatServer("")
    http = ThreadingHTTPServer(
        ("127.0.0.1", 0), type("Handler", (_Handler,), {"behaviour": staticmethod(behaviour), "served": served})
    )
    http.daemon_threads = True
    served.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """Answers the requests of one server, which gives it `behaviour` and `served`."""

    behaviour: Behaviour
    served: ChatServer

    def do_GET(self) -> None:
        self._send(200, {"object": "list", "data": [{"id": "scripted", "object": "model"}]})

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.served.requests.append(request)
        self.served.headers.append({name.lower(): value for name, value in self.headers.items()})
        reply = type(self).behaviour(_asked(request))
        reply = Reply(reply) if isinstance(reply, str) else reply
        try:
            if reply.status != 200:
                self._send(reply.status, {"error": {"message": "refused", "type": "error"}}, reply.headers)
            elif request.get("stream"):
                self._stream(reply)
            else:
                if reply.pause:
                    reply.pause()
                self._send(200, _completion(reply))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # who asked has gone

    def _send(self, status: int, body: dict[str, Any], headers: tuple[tuple[str, str], ...] = ()) -> None:
        told = json.dumps(body).encode()
        self.send_response(status)
        for name, value in (("Content-Type", "application/json"), ("Content-Length", str(len(told))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(told)

    def _stream(self, reply: Reply) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        pieces = [reply.text[at : at + PIECE_CHARS] for at in range(0, len(reply.text), PIECE_CHARS)]
        for number, piece in enumerate(pieces):
            if reply.pause:
                reply.pause()
            if number == reply.broken_after:
                return  # without the end of the stream
            self._event({"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
        self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": reply.finish}]})
        self._event({"choices": [], "usage": _usage(reply)})
        self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, event: dict[str, Any]) -> None:
        whole = {"id": "one", "object": "chat.completion.chunk", "created": 0, "model": "scripted", **event}
        self.wfile.write(f"data: {json.dumps(whole, ensure_ascii=False)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


def _asked(request: dict[str, Any]) -> Asked:
    of_role = {
        role: "\n".join(_text(m) for m in request["messages"] if m["role"] == role) for role in ("system", "user")
    }
    schema = request.get("response_format", {}).get("json_schema", {}).get("schema")
    return Asked(of_role["system"], of_role["user"], schema)


def _text(message: dict[str, Any]) -> str:
    content = message["content"]
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


def _completion(reply: Reply) -> dict[str, Any]:
    message = {"role": "assistant", "content": reply.text}
    choice = {"index": 0, "message": message, "finish_reason": reply.finish}
    told = {"id": "one", "object": "chat.completion", "created": 0, "model": "scripted"}
    return {**told, "choices": [choice], "usage": _usage(reply)}


def _usage(reply: Reply) -> dict[str, int]:
    return {"prompt_tokens": 100, "completion_tokens": len(reply.text), "total_tokens": 100 + len(reply.text)}
