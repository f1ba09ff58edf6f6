"""Questions and a system -> one scored row a question, in the order of the questions."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from evals.scoring.metrics import score
from evals.scoring.retrieval import retrieval_scores
from evals.types import EvalQuestion, Given, Row, System

logger = logging.getLogger(__name__)

AfterEach = Callable[[int, int], None]
"""Is told after each question: how many are done, of how many."""


def run(
    questions: Sequence[EvalQuestion], system: System, jobs: int = 1, after_each: AfterEach | None = None
) -> tuple[Row, ...]:
    """Asks every question, up to `jobs` at a time, and scores what is given.

    A question on which the system fails gets a row with the error in place of an answer; the rest go on. Latency is
    only that of a person alone with the system when `jobs` is 1. `after_each` is told
    how far it has come.
    """
    rows: list[Row] = []
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for row in pool.map(partial(_row, system), questions):
            rows.append(row)
            if after_each:
                after_each(len(rows), len(questions))
    return tuple(rows)


def _row(system: System, question: EvalQuestion) -> Row:
    given = _ask(system, question)
    scores = score(question, given) | retrieval_scores(question, system)
    if not given.error:
        scores["latency_ms"] = given.latency_ms
    return Row(question, given, scores)


def _ask(system: System, question: EvalQuestion) -> Given:
    try:
        return system.ask(question)
    except Exception as exc:
        logger.exception("%s failed on question %s", system.name, question.id)
        return Given("", refused=False, error=f"{type(exc).__name__}: {exc}")
