"""Answers a second over HTTP with many clients at once, and the memory of the server while it serves them."""

from __future__ import annotations

import http.client
import json
import os
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlsplit

from benchmarks.fresh import memory_mb
from benchmarks.growth.scale_questions import five_plans
from benchmarks.own_page import START_SECONDS, page_over
from benchmarks.under_load import Conversation, Reply, all_at_once, differing, make_conversations

CLIENTS = 64
TURNS = 5
_PAUSE_SECONDS = 0.2
_MOST_SECONDS = 300
"""What a client waits for one answer; the slowest server that is measured needs some ten seconds."""


def serving(settings: Mapping[str, str]) -> dict[str, float]:
    """The figures of a page over these settings: `CLIENTS` conversations of `TURNS` questions each, all at once.

    The same are held one after the other afterwards: each answer must be the same.
    """
    conversations = make_conversations(five_plans(), CLIENTS, TURNS)
    with page_over(settings, Path(os.devnull)) as page:
        _wait_until_open(page.address, conversations[0])
        started = time.perf_counter()
        together = all_at_once(page.address, conversations, ask_plainly)
        seconds = time.perf_counter() - started
        memory = memory_mb(page.process)
        alone = [reply for at, texts in enumerate(conversations) for reply in ask_plainly(page.address, at, texts)]
    taken = [reply.seconds for reply in together]
    return {
        "http_answers_a_second": len(together) / seconds,
        "http_median_s": median(taken),
        "http_p95_s": quantiles(taken, n=20)[-1],
        "http_failed": float(sum(reply.answer is None for reply in together)),
        "http_other_than_alone": float(len(differing(alone, together))),
    } | {f"serving_{name}": value for name, value in memory.items()}


def _wait_until_open(url: str, texts: Conversation) -> None:
    """Asks until there is an answer: the page is there before the plans are open.

    Raises:
        SystemExit: None came in time.
    """
    deadline = time.monotonic() + START_SECONDS
    while next(ask_plainly(url, 0, texts)).answer is None:
        if time.monotonic() > deadline:
            raise SystemExit("the page did not answer")
        time.sleep(_PAUSE_SECONDS)


def ask_plainly(url: str, number: int, texts: Conversation, gate: threading.Barrier | None = None) -> Iterator[Reply]:
    """As `under_load.converse`, by plain HTTP over one connection: a client that takes little of the machine itself."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=_MOST_SECONDS)
    if gate:
        gate.wait()
    for turn, text in enumerate(texts):
        body = json.dumps({"question": text, "history": list(texts[:turn])})
        started = time.perf_counter()
        try:
            connection.request("POST", "/api/ask", body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            answer = json.loads(response.read())
        except (OSError, http.client.HTTPException, ValueError) as exc:
            connection.close()
            yield Reply(number, turn, time.perf_counter() - started, None, f"{type(exc).__name__}: {exc}")
            continue
        told = "" if response.status == http.HTTPStatus.OK else f"{response.status} {answer}"
        yield Reply(number, turn, time.perf_counter() - started, None if told else answer, told)
    connection.close()
