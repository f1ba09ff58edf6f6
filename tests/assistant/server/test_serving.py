"""A real server in a process of its own: running answers are finished at a signal, a second one ends it at once."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.server.serving import REPEATED_SECONDS, address_of, bound
from index.errors import PlansError

ROOT = Path(__file__).parents[3]
WAIT_SECONDS = 30
# Tells its port, then each request that it takes; answers when a file appears.
SCRIPT = """
import asyncio, sys
from pathlib import Path
from assistant.server.serving import Served, bound

async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError
    print("asked", flush=True)
    while not Path(sys.argv[1]).exists():
        await asyncio.sleep(0.01)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
    await send({"type": "http.response.body", "body": b"done"})

listening = bound("127.0.0.1", 0)
print(listening.getsockname()[1], flush=True)
Served(app, stopping=lambda: print("stopping", flush=True)).run([listening])
"""


@pytest.fixture
def served(tmp_path):
    """The process with a request under way, what will become of that, and the file that lets it be answered."""
    go_on = tmp_path / "go-on"
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(go_on)], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    port = int(process.stdout.readline())
    answers = []

    def ask():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT_SECONDS)
        try:
            connection.request("GET", "/")
            answers.append(connection.getresponse().read())
        except (OSError, http.client.HTTPException) as exc:
            answers.append(exc)
        finally:
            connection.close()

    asking = threading.Thread(target=ask)
    asking.start()
    assert process.stdout.readline() == "asked\n"
    yield process, asking, answers, go_on
    go_on.touch()
    asking.join(WAIT_SECONDS)
    process.kill()
    process.wait(WAIT_SECONDS)
    process.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_running_answer_is_finished_and_the_server_ends_with_zero(served, number):
    process, asking, answers, go_on = served
    process.send_signal(number)
    assert process.stdout.readline() == "stopping\n"
    assert answers == []
    go_on.touch()
    asking.join(WAIT_SECONDS)
    assert answers == [b"done"]
    assert process.wait(WAIT_SECONDS) == 0


def test_a_second_signal_ends_at_once(served):
    process, asking, answers, _ = served
    process.send_signal(signal.SIGTERM)
    assert process.stdout.readline() == "stopping\n"
    process.send_signal(signal.SIGTERM)  # at once after the first, so that it is taken for the same
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(REPEATED_SECONDS)
    process.send_signal(signal.SIGTERM)
    assert process.wait(WAIT_SECONDS) == 128 + signal.SIGTERM
    asking.join(WAIT_SECONDS)
    assert isinstance(answers[0], (OSError, http.client.HTTPException))


def test_an_address_that_is_taken_is_told():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PlansError, match=f"cannot be served at 127.0.0.1:{port} .*PLANS_PORT"):
            bound("127.0.0.1", port)


@pytest.mark.parametrize(("host", "name"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1")])
def test_the_address_is_one_that_this_machine_reaches(host, name):
    with bound(host, 0) as listening:
        assert address_of(listening) == f"http://{name}:{listening.getsockname()[1]}/"
