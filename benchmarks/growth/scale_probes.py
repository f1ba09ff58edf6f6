"""What `benchmarks.scale` measures inside a fresh process; each prints its figures as one line of JSON.

    python -m benchmarks.growth.scale_probes questions MADE_UP_PLANS
    python -m benchmarks.growth.scale_probes change FILE

The settings are those of the environment.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from hashlib import sha256
from itertools import chain
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant import Assistant
    from evals import EvalQuestion

ASKED_OF_A_GROUP = 100
_WARM_UP = 5
"""Questions that are asked before the clock starts, so that what is read once is read."""
_DIGEST_CHARS = 12


def questions(made_up: str) -> dict[str, Any]:
    """Milliseconds of each question by group, and how the five plans' questions were answered.

    `processor_ms` is the mean of a question that names its plan, in time of the processor: another program that keeps
    the machine busy does not change it much.
    """
    from assistant import Assistant
    from benchmarks.growth.scale_questions import all_plans, five_plans, made_up_plans, no_plan
    from index import read_settings

    assistant = Assistant(read_settings())
    assistant.warm_up()
    fixed = five_plans()
    with_ids = {document.id: document for document in assistant.documents()}
    asked_of = sorted(set(chain.from_iterable(question.plans for question in fixed)))
    places = [place for plan in asked_of for place in with_ids[plan].places]
    for question in fixed[:_WARM_UP]:
        _asked(assistant, question.question)
    started = process_time()
    answered = [_scored(assistant, question) for question in fixed]
    of_made_up = [_asked(assistant, text) for text in made_up_plans(int(made_up), ASKED_OF_A_GROUP)]
    processor_ms = (process_time() - started) * 1000 / (len(answered) + len(of_made_up))
    groups = {"no_plan": no_plan(places, ASKED_OF_A_GROUP), "all_plans": all_plans()}
    taken_ms = {name: [_asked(assistant, text) for text in texts] for name, texts in groups.items()}
    return {
        "ms": {"five_plans": [ms for ms, *_ in answered], "made_up": of_made_up} | taken_ms,
        "processor_ms": processor_ms,
        "right": {question.id: right for question, (_, right, _) in zip(fixed, answered, strict=True)},
        "answers": {question.id: digest for question, (*_, digest) in zip(fixed, answered, strict=True)},
        "plans": len(with_ids),
        "passages": len(assistant.index.chunks),
    }


def _scored(assistant: Assistant, asked: EvalQuestion) -> tuple[float, bool, str]:
    """Milliseconds, whether the answer is right, and what names the answer."""
    from assistant import Question
    from evals import score
    from evals.systems.asked import given_from_json
    from index import PlansError

    started = perf_counter()
    try:
        answer = assistant.ask(Question(asked.question, history=asked.history, id=asked.id))
    except PlansError as exc:
        return _ms_since(started), False, str(exc)
    taken_ms = _ms_since(started)
    given = given_from_json(answer.to_json(), latency_ms=taken_ms)
    return taken_ms, score(asked, given)["accuracy"] == 1.0, _digest(answer.answer)


def _asked(assistant: Assistant, text: str) -> float:
    """Milliseconds that an answer took, or the refusal of one that would take too long."""
    from index import PlansError

    started = perf_counter()
    try:
        assistant.ask(text)
    except PlansError as exc:
        sys.stderr.write(f"{text}: {exc}\n")
    return _ms_since(started)


def _ms_since(started: float) -> float:
    return (perf_counter() - started) * 1000


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGEST_CHARS]


def change(path: str) -> dict[str, Any]:
    """Seconds to add one document beside the others and to take it away again."""
    from index import read_settings
    from index.build import add, remove

    settings = read_settings()
    started = perf_counter()
    (added,) = add(settings, [Path(path)]).changes
    there = perf_counter()
    remove(settings, added.document_id)
    return {"add_s": there - started, "remove_s": perf_counter() - there}


def main(name: str, *arguments: str) -> int:
    """Runs one probe and prints its figures."""
    probes: dict[str, Callable[..., dict[str, Any]]] = {"questions": questions, "change": change}
    sys.stdout.write(json.dumps(probes[name](*arguments)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
