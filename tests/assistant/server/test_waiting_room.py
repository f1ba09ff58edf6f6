"""One application gives way to another at the same address: nobody is refused, the later one lives its whole life."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from assistant.server.serving import Served, bound
from assistant.server.waiting_room import EARLY_PATH, MOST_EARLY, STATUS_PATH, Meanwhile, WaitingRoom

ROOT = Path(__file__).parents[3]
WAIT_SECONDS = 30
# The whole program with plans that take for ever to open; tells its port and when a question has come.
NEVER_OPEN = """
import sys, threading
from pathlib import Path
from assistant.ui import serve as served
from assistant.ui.waiting import early_answers
from index.settings import Settings

def bound(host, port, bind=served.bound):
    listening = bind(host, port)
    print(listening.getsockname()[1], flush=True)
    return listening

def answer(startup, sent, answered=early_answers.early_answer):
    print("asked", flush=True)
    return answered(startup, sent)

served.bound, early_answers.early_answer = bound, answer
served._open_assistant = lambda settings, progress: threading.Event().wait()
served.serve(Settings(data_dir=Path(sys.argv[1]), port=0))
"""


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


def test_questions_that_wait_are_so_many_at_most():
    begun, asked, go_on = threading.Event(), threading.Semaphore(0), threading.Event()

    def answered(_sent):
        asked.release()
        go_on.wait(WAIT_SECONDS)
        return {"html": "late"}

    room = WaitingRoom(Meanwhile(lambda: b"", dict, answered), begun.set)
    with closing(bound("127.0.0.1", 0)) as listening, ThreadPoolExecutor(MOST_EARLY) as askers:
        server = Served(room, stopping=lambda: None)
        server.capture_signals = lambda: closing(listening)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        assert begun.wait(WAIT_SECONDS)
        port = listening.getsockname()[1]
        waiting = [askers.submit(call, port, "POST", EARLY_PATH, b"q") for _ in range(MOST_EARLY)]
        assert all(asked.acquire(timeout=WAIT_SECONDS) for _ in waiting)
        status, headers, _ = call(port, "POST", EARLY_PATH, b"q")
        go_on.set()
        assert (status, headers["retry-after"]) == (503, "1")
        assert {one.result()[2] for one in waiting} == {b'{"html": "late"}'}
        assert call(port, "POST", EARLY_PATH, b"q")[0] == 200
        server.end()
        thread.join(WAIT_SECONDS)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_question_that_waits_for_the_plans_does_not_keep_the_program_up(tmp_path, number):
    process = subprocess.Popen(
        [sys.executable, "-c", NEVER_OPEN, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    try:
        port = int(process.stdout.readline())
        with ThreadPoolExecutor(1) as asker:
            waiting = asker.submit(call, port, "POST", EARLY_PATH, b'{"question": "q"}')
            assert process.stdout.readline() == "asked\n"
            process.send_signal(number)
            assert waiting.result(WAIT_SECONDS)[0] == 503
        assert process.wait(WAIT_SECONDS) == 0
    finally:
        process.kill()
        process.wait(WAIT_SECONDS)
        process.stdout.close()
