"""One application gives way to another at the same address: nobody is refused, the later one lives its whole life."""

from __future__ import annotations

import http.client
import json
import threading
from contextlib import closing

import pytest

from assistant.server.serving import Served, bound
from assistant.server.waiting_room import EARLY_PATH, STATUS_PATH, Meanwhile, WaitingRoom

WAIT_SECONDS = 30


class Later:
    """The application that comes later, and what became of it."""

    def __init__(self):
        self.life = []

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan":
            for _ in range(2):
                told = (await receive())["type"]
                self.life.append(told)
                await send({"type": f"{told}.complete"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
        await send({"type": "http.response.body", "body": b"whole"})


@pytest.fixture
def served():
    """The room being served, its port, and what ends the server."""
    begun = threading.Event()
    meanwhile = Meanwhile(lambda: b"<p>wait</p>", lambda: {"share": 0.5}, lambda sent: {"html": sent.decode()})
    room = WaitingRoom(meanwhile, begun.set)
    with closing(bound("127.0.0.1", 0)) as listening:
        server = Served(room, stopping=lambda: None)
        # Signals are the main thread's.
        server.capture_signals = lambda: closing(listening)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        assert begun.wait(WAIT_SECONDS)

        def end():
            server.end()
            thread.join(WAIT_SECONDS)

        yield room, listening.getsockname()[1], end
        end()


def call(port, method, path, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT_SECONDS)
    with closing(connection):
        connection.request(method, path, body)
        reply = connection.getresponse()
        return reply.status, reply.headers, reply.read()


def test_people_see_the_waiting_page_and_programs_are_told_when_to_come_again(served):
    _, port, _ = served
    status, headers, body = call(port, "GET", "/")
    assert (status, headers["retry-after"], body) == (503, "1", b"<p>wait</p>")
    status, headers, body = call(port, "POST", "/api/ask", b"{}")
    assert (status, headers["retry-after"]) == (503, "1")
    assert json.loads(body) == {"error": "the program is starting; try again in a moment"}
    assert json.loads(call(port, "POST", EARLY_PATH, b"question")[2]) == {"html": "question"}


def test_it_gives_way_on_the_same_connection_and_ends_what_came(served):
    room, port, end = served
    later = Later()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT_SECONDS)
    with closing(connection):
        connection.request("GET", STATUS_PATH)
        before = json.loads(connection.getresponse().read())
        room.open_to(later)
        connection.request("GET", "/")
        assert connection.getresponse().read() == b"whole"
        connection.request("GET", STATUS_PATH)
        after = json.loads(connection.getresponse().read())
    assert before == {"run": before["run"], "page": False, "share": 0.5}
    assert after == before | {"page": True}
    assert later.life == ["lifespan.startup"]
    end()
    assert later.life == ["lifespan.startup", "lifespan.shutdown"]
