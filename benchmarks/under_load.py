"""Many people at once: conversations held side by side against a running page, each answer held against the quiet one.

    python -m benchmarks.under_load [--url URL] [--clients 20] [--turns 5] [--max-median-s 1]

Without --url a page of its own is started on the shipped plans. Every question is first asked alone; under load its
answer must be the same, so nothing may leak from one conversation into another. Exit 1 where an answer differs, where a
question fails, or where the median is over the limit.
"""

from __future__ import annotations

import argparse
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from benchmarks.own_page import own_page

if TYPE_CHECKING:
    from evals import EvalQuestion

ROOT = Path(__file__).parents[1]
SEED = 20240901
MAX_SECONDS = 60.0
"""After which a question counts as failed."""
_CLOCK_FIELDS = ("timings_ms",)
"""What may differ between two answers to one question."""

Conversation = tuple[str, ...]
Answer = dict[str, Any]
Converse = Callable[[str, int, Conversation, threading.Barrier | None], Iterator["Reply"]]
"""Asks the questions of one conversation, by its number, once the gate opens."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What one question of one conversation came to; `answer` is None where it failed."""

    client: int
    turn: int
    seconds: float
    answer: Answer | None
    error: str = ""


def main(argv: list[str] | None = None) -> int:
    """Holds the conversations and prints a table; 1 where something differed, failed or took too long."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.under_load", description=__doc__.splitlines()[0])
    parser.add_argument("--url", help="a running page; default: one of its own is started")
    parser.add_argument("--clients", type=int, default=20, metavar="N")
    parser.add_argument("--turns", type=int, default=5, metavar="N", help="questions in each conversation")
    parser.add_argument("--max-median-s", type=float, default=1.0, metavar="S", help="exit 1 above it")
    arguments = parser.parse_args(argv)
    from evals import Split, load_questions

    conversations = make_conversations(load_questions(split=Split.TUNE), arguments.clients, arguments.turns)
    with nullcontext(arguments.url) if arguments.url else own_page() as url:
        alone = [reply for number, texts in enumerate(conversations) for reply in converse(url, number, texts)]
        started = time.perf_counter()
        together = all_at_once(url, conversations)
        seconds = time.perf_counter() - started
    wrong = differing(alone, together)
    times = [reply.seconds for reply in together]
    lines = (
        f"conversations at once        {len(conversations)}",
        f"questions                    {len(together)} in {seconds:.1f} s",
        f"alone, median s              {median(reply.seconds for reply in alone):.3f}",
        f"answers a second             {len(together) / seconds:.1f}",
        f"together, median s           {median(times):.3f}",
        f"together, p95 s              {quantiles(times, n=20)[-1]:.3f}",
        f"failed                       {sum(reply.answer is None for reply in together)}",
        f"other than alone             {len(wrong)}",
        *wrong,
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if wrong or median(times) > arguments.max_median_s else 0


def make_conversations(questions: Sequence[EvalQuestion], count: int, turns: int) -> tuple[Conversation, ...]:
    """`count` conversations that begin with a follow-up and what it follows, then go on in both languages in turn."""
    drawn = random.Random(SEED)
    follow_ups = [q for q in questions if q.history]
    by_language = {lang: [q.question for q in questions if q.lang == lang and not q.history] for lang in ("zh", "en")}
    drawn.shuffle(follow_ups)
    for texts in by_language.values():
        drawn.shuffle(texts)
    made: list[Conversation] = []
    for number in range(count):
        first = follow_ups[number % len(follow_ups)]
        texts = [*first.history, first.question]
        while len(texts) < turns:
            waiting = by_language["zh" if len(texts) % 2 else "en"]
            texts.append(waiting[(number * turns + len(texts)) % len(waiting)])
        made.append(tuple(texts[:turns]))
    return tuple(made)


def converse(url: str, number: int, texts: Conversation, gate: threading.Barrier | None = None) -> Iterator[Reply]:
    """Asks one conversation's questions in order, each with those before it as history."""
    import httpx

    with httpx.Client(base_url=url, timeout=MAX_SECONDS, verify=url.startswith("https:")) as client:
        if gate:
            gate.wait()
        for turn, text in enumerate(texts):
            started = time.perf_counter()
            try:
                answer = client.post("/api/ask", json={"question": text, "history": list(texts[:turn])})
                answer.raise_for_status()
            except httpx.HTTPError as exc:
                yield Reply(number, turn, time.perf_counter() - started, None, f"{type(exc).__name__}: {exc}")
            else:
                yield Reply(number, turn, time.perf_counter() - started, answer.json())


def all_at_once(url: str, conversations: Sequence[Conversation], converse: Converse = converse) -> list[Reply]:
    """Every conversation in a thread of its own, the first questions all sent at one moment."""
    replies: list[list[Reply]] = [[] for _ in conversations]
    gate = threading.Barrier(len(conversations))

    def hold(number: int) -> None:
        replies[number] += converse(url, number, conversations[number], gate)

    threads = [threading.Thread(target=hold, args=(number,)) for number in range(len(conversations))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [reply for held in replies for reply in held]


def differing(alone: Sequence[Reply], together: Sequence[Reply]) -> list[str]:
    """One line for each question that failed or was answered otherwise than alone."""
    quiet = {(reply.client, reply.turn): reply for reply in alone}
    lines = []
    for reply in together:
        expected = quiet[reply.client, reply.turn].answer
        if reply.answer is None:
            lines.append(f"  client {reply.client}, question {reply.turn + 1}: {reply.error}")
        elif expected is None or _content(reply.answer) != _content(expected):
            lines.append(f"  client {reply.client}, question {reply.turn + 1}: another answer than alone")
    return lines


def _content(answer: Answer) -> Answer:
    return {key: value for key, value in answer.items() if key not in _CLOCK_FIELDS}


if __name__ == "__main__":
    sys.exit(main())
