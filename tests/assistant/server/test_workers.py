"""Real processes that answer: the same as here, and no call is lost where one of them ends."""

from __future__ import annotations

import json
import os
import signal
import time

import pytest

from assistant import Assistant
from assistant.server.calls import Calls
from assistant.server.startup import Startup
from assistant.server.workers import Workers, worker_count
from index import Settings

pytestmark = pytest.mark.slow

QUESTION = json.dumps({"question": "克州燃气安全谁牵头?"}).encode()
START_SECONDS = 120


class Counting(Calls):
    """Answers here, and counts how often."""

    here = 0

    def answered(self, name, sent):
        self.here += 1
        return super().answered(name, sent)


@pytest.fixture
def counting(plans_settings):
    startup = Startup(lambda _: Assistant(plans_settings))
    startup.begin()
    startup.wait()
    return Counting(startup), startup


@pytest.fixture
def workers(plans_settings, counting):
    calls, startup = counting
    made = Workers(plans_settings, 1, calls)
    made.begin(startup)
    yield made
    made.stop()


def until_ready(workers, calls):
    """Call until a process has answered, and not this one; gives its reply and the process."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        before = calls.here
        reply = workers.answered("ask", QUESTION)
        assert reply.status == 200
        if calls.here == before:
            return reply, workers.processes
        time.sleep(0.2)
    raise AssertionError("no process was ready")


def test_a_process_answers_as_this_one_does_and_goes_on_after_what_cannot_be_answered(workers, counting):
    calls, _ = counting
    reply, _ = until_ready(workers, calls)
    given, own = json.loads(reply.body), json.loads(calls.answered("ask", QUESTION).body)
    assert {**given, "timings_ms": {}} == {**own, "timings_ms": {}}
    here = calls.here
    assert workers.answered("ask", b"{").status == 422
    assert workers.answered("search", b'{"query": "\\ud800"}').status == 422
    assert workers.answered("documents", b"{}").status == 200
    assert calls.here == here


def test_where_a_process_ends_the_call_is_answered_and_another_one_is_started(workers, counting):
    calls, _ = counting
    _, (killed,) = until_ready(workers, calls)
    os.kill(killed, signal.SIGKILL)
    assert workers.answered("ask", QUESTION).status == 200
    _, (successor,) = until_ready(workers, calls)
    assert successor != killed


def test_a_process_that_does_not_answer_in_time_is_ended(workers, counting, monkeypatch):
    calls, _ = counting
    _, (stuck,) = until_ready(workers, calls)
    monkeypatch.setattr("assistant.server.workers.GRACE_SECONDS", -4.5)  # half a second in all
    os.kill(stuck, signal.SIGSTOP)
    reply = workers.answered("ask", QUESTION)
    assert (reply.status, "took longer than" in reply.sentence) == (504, True)
    monkeypatch.undo()
    _, (successor,) = until_ready(workers, calls)
    assert successor != stuck


def test_processes_end_with_the_server(workers, counting):
    calls, _ = counting
    _, (process,) = until_ready(workers, calls)
    workers.stop()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and _runs(process):
        time.sleep(0.05)
    assert not _runs(process)


def _runs(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_settings_say_how_many():
    assert worker_count(Settings(workers=0)) == 0
    assert worker_count(Settings(workers=7)) == 7
    assert 0 <= worker_count(Settings()) <= 3
