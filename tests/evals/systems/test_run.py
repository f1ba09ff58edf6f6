"""Asking every question, failures included."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from evals.systems.run import run

if TYPE_CHECKING:
    import pytest

    from evals.types import EvalQuestion, Given
    from tests.evals.conftest import Builder


def test_rows_keep_the_order_of_the_questions(make: Builder) -> None:
    questions = [make.question(id=f"q-{number}") for number in range(20)]
    rows = run(questions, make.system(), jobs=4)
    assert [row.question.id for row in rows] == [question.id for question in questions]


def test_progress_counts_to_the_end(make: Builder) -> None:
    told: list[tuple[int, int]] = []
    run([make.question(id="a"), make.question(id="b")], make.system(), after_each=lambda *at: told.append(at))
    assert told == [(1, 2), (2, 2)]


def test_failure_on_one_question_lets_the_rest_go_on(make: Builder, caplog: pytest.LogCaptureFixture) -> None:
    def ask(question: EvalQuestion) -> Given:
        if question.id == "bad":
            message = "no index"
            raise OSError(message)
        return make.given()

    caplog.set_level(logging.CRITICAL)
    bad, good = run([make.question(id="bad"), make.question(id="good")], make.system(ask))
    assert bad.given.error == "OSError: no index"
    assert bad.scores["accuracy"] == 0.0
    assert "latency_ms" not in bad.scores
    assert good.correct
