"""Calls as bytes: whatever is sent, an object or one sentence comes back, with the status that fits it."""

from __future__ import annotations

import asyncio
import json
import threading

import pytest

from assistant import Assistant
from assistant.errors import TookTooLong
from assistant.server import calls as calls_module
from assistant.server.calls import Calls, InThreads, Reply
from assistant.server.startup import Startup
from index.errors import VectorStoreError

DEEP = b"[" * 100_000


@pytest.fixture(scope="module")
def calls(plans_settings):
    startup = Startup(lambda _: Assistant(plans_settings))
    startup.begin()
    return Calls(startup)


def sent(**arguments):
    return json.dumps(arguments).encode()


@pytest.mark.parametrize(
    ("name", "body", "status", "sentence"),
    [
        ("ask", b'{"question": "\\ud800"}', 422, "the body is not JSON"),
        ("ask", b'{"question": "x", "history": ["\\udc00"]}', 422, "the body is not JSON"),
        ("ask", b'{"question": "\xff"}', 422, "the body is not JSON"),
        ("ask", b'{"question": ' + DEEP + b"}", 422, "recursion limit"),
        ("ask", DEEP, 422, "recursion limit"),
        ("search", b'{"query": "x", "k": ' + b"1" * 5000 + b"}", 422, "number out of range"),
        ("search", b'{"query": "x", "k": NaN}', 422, "k: Input should be a finite number"),
        ("ask", b"[1, 2]", 422, "Input should be an object"),
        ("ask", b"", 422, "the body is not JSON (EOF"),
        ("ask", sent(question="x" * 1001), 400, "the question has 1001 characters"),
        ("search", sent(query="x" * 1001), 400, "the query has 1001 characters"),
        ("ask", sent(question="x", history=["y"] * 21), 400, "21 earlier questions are too many"),
        ("facts", sent(kind="duty", plans=["p" * 201]), 400, "the id of a plan has 201 characters"),
        ("compare", sent(topics=["y"], plans=[f"p{n}" for n in range(1001)]), 400, "1001 plans are too many"),
        ("compare", sent(topics=[f"y{n}" for n in range(13)]), 400, "13 topics are too many"),
        ("search", sent(query="x", plans=["nowhere"]), 404, "no plan has the id 'nowhere'"),
    ],
)
def test_what_cannot_be_answered_is_told_in_a_sentence(calls, name, body, status, sentence):
    reply = calls.answered(name, body)
    assert reply.status == status
    assert list(json.loads(reply.body)) == ["error"]
    assert sentence in reply.sentence


def test_plans_that_are_repeated_count_once(calls):
    question = {"question": "克州燃气安全谁牵头?"}
    once = calls.answered("ask", sent(**question, plans=["kizilsu-2024"]))
    often = calls.answered("ask", sent(**question, plans=["kizilsu-2024"] * 200_000))
    assert (often.status, often.sentence) == (200, "")
    assert json.loads(often.body)["citations"] == json.loads(once.body)["citations"]


@pytest.mark.parametrize(
    ("error", "status"), [(TookTooLong("too long"), 504), (VectorStoreError("Chroma is away"), 503)]
)
def test_the_status_tells_whose_fault_it_is(error, status):
    class Failing:
        index = property(lambda self: self)

        def warm_up(self):
            pass

        def reload_if_changed(self):
            raise error

    startup = Startup(lambda _: Failing())
    startup.begin()
    assert Calls(startup).answered("documents", b"{}") == Reply(status, json.dumps({"error": str(error)}).encode())


def test_more_calls_than_can_wait_are_turned_away(monkeypatch):
    monkeypatch.setattr(calls_module, "MAX_WAITING_CALLS", 2)
    go_on = threading.Event()

    def slow(_name, _sent):
        go_on.wait(10)
        return Reply(200, b"{}")

    async def call_three():
        answers = InThreads(slow, 1)
        first = [asyncio.create_task(answers.answered("ask", b"")) for _ in range(2)]
        await asyncio.sleep(0)
        turned_away = await answers.answered("ask", b"")
        go_on.set()
        return [reply.status for reply in await asyncio.gather(*first)], turned_away

    answered, turned_away = asyncio.run(call_three())
    assert answered == [200, 200]
    assert (turned_away.status, turned_away.sentence[:14]) == (503, "too many calls")
