"""What `benchmarks.scale` measures inside a fresh process; each prints its figures as one line of JSON.

    python -m benchmarks.growth.scale_probes questions MADE_UP_PLANS
    python -m benchmarks.growth.scale_probes change FILE

The settings are those of the environment.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant import Answer, Assistant, Question
    from evals import EvalQuestion

ASKED_OF_A_GROUP = 100
_WARM_UP = 5
"""Questions that are asked before the clock starts, so that what is read once is read."""
_DIGEST_CHARS = 12


def questions(made_up: str) -> dict[str, Any]:
    """Milliseconds of each question by group, and how the five plans' questions were answered.

    `ms` are those of the clock, `processor_ms` those of the processor, which hold where other programs keep it busy.
    """
    from assistant import Assistant, Question
    from benchmarks.growth.scale_questions import all_plans, five_plans, made_up_plans, no_plan
    from index import read_settings

    assistant = Assistant(read_settings())
    assistant.warm_up()
    fixed = five_plans()
    with_ids = {document.id: document for document in assistant.documents()}
    asked_of = sorted(set(chain.from_iterable(question.plans for question in fixed)))
    places = [place for plan in asked_of for place in with_ids[plan].places]
    groups = {
        "made_up": made_up_plans(int(made_up), ASKED_OF_A_GROUP),
        "no_plan": no_plan(places, ASKED_OF_A_GROUP),
        "all_plans": all_plans(),
    }
    for question in fixed[:_WARM_UP]:
        _asked(assistant, Question(question.question))
    taken = {"five_plans": [_asked(assistant, Question(q.question, history=q.history, id=q.id)) for q in fixed]}
    taken |= {name: [_asked(assistant, Question(text)) for text in texts] for name, texts in groups.items()}
    answers = [one.answer for one in taken["five_plans"]]
    return {
        "ms": {name: [one.ms for one in asked] for name, asked in taken.items()},
        "processor_ms": {name: [one.processor_ms for one in asked] for name, asked in taken.items()},
        "right": {q.id: answer is not None and _right(q, answer) for q, answer in zip(fixed, answers, strict=True)},
        "answers": {q.id: _digest(answer.answer if answer else "") for q, answer in zip(fixed, answers, strict=True)},
        "plans": len(with_ids),
        "passages": len(assistant.index.chunks),
    }


@dataclass(frozen=True, slots=True)
class _Taken:
    """What one question took; `answer` is None where it was rejected, as one over its time may be."""

    ms: float
    processor_ms: float
    answer: Answer | None


def _asked(assistant: Assistant, question: Question) -> _Taken:
    from index import PlansError

    answer = None
    started, worked = perf_counter(), process_time()
    try:
        answer = assistant.ask(question)
    except PlansError as exc:
        sys.stderr.write(f"{question.text}: {exc}\n")
    return _Taken((perf_counter() - started) * 1000, (process_time() - worked) * 1000, answer)


def _right(asked: EvalQuestion, answer: Answer) -> bool:
    from evals import score
    from evals.systems.asked import given_from_json

    return score(asked, given_from_json(answer.to_json(), latency_ms=0.0))["accuracy"] == 1.0


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGEST_CHARS]


def change(path: str) -> dict[str, Any]:
    """Seconds to add one document beside the others and to take it away again."""
    from index import read_settings
    from index.build import add, remove

    settings = read_settings()
    started, worked = perf_counter(), process_time()
    (added,) = add(settings, [Path(path)]).changes
    there, worked_to_add = perf_counter(), process_time() - worked
    remove(settings, added.document_id)
    return {"add_s": there - started, "add_processor_s": worked_to_add, "remove_s": perf_counter() - there}


def main(name: str, *arguments: str) -> int:
    """Runs one probe and prints its figures."""
    probes: dict[str, Callable[..., dict[str, Any]]] = {"questions": questions, "change": change}
    sys.stdout.write(json.dumps(probes[name](*arguments)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
