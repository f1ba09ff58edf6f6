"""Builders for questions, answers and a small scripted system."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evals.scoring.metrics import score
from evals.types import Cited, EvalQuestion, Given, Passage, Row, System

Ask = Callable[[EvalQuestion], Given]


class Builder:
    """Makes values with defaults, so that a test shows only what it is about."""

    def question(self, **changes: object) -> EvalQuestion:
        fields: dict[str, object] = {
            "id": "kizilsu-2024-duty-zh-01",
            "question": "克州燃气安全谁牵头?",
            "lang": "zh",
            "kind": "duty",
            "plans": ("kizilsu-2024",),
            "nuggets": (("住房和城乡建设局", "住建局"),),
            "evidence": ("11.自治州住房和城乡建设局。重点突出城镇燃气",),
            "answerable": True,
            "tags": ("plain",),
        }
        return EvalQuestion(**(fields | changes))  # type: ignore[arg-type]

    def unanswerable(self, **changes: object) -> EvalQuestion:
        fields: dict[str, object] = {
            "id": "kizilsu-2024-none-zh-01",
            "question": "西安市的燃气安全由谁负责?",
            "kind": "none",
            "plans": (),
            "nuggets": (),
            "evidence": (),
            "answerable": False,
        }
        return self.question(**(fields | changes))

    def given(self, answer: str = "自治州住房和城乡建设局。[1]", **changes: object) -> Given:
        fields: dict[str, object] = {
            "answer": answer,
            "refused": False,
            "citations": (Cited("kizilsu-2024", "11.自治州住房和城乡建设局。重点突出城镇燃气,含瓶装液化石油气。"),),
            "latency_ms": 10.0,
            "confidence": 0.9,
        }
        return Given(**(fields | changes))  # type: ignore[arg-type]

    def refusal(self, answer: str = "现有规划不含西安市,无法回答。") -> Given:
        return Given(answer, refused=True, latency_ms=10.0, confidence=0.1)

    def row(self, question: EvalQuestion, given: Given) -> Row:
        return Row(question, given, score(question, given) | {"latency_ms": given.latency_ms})

    def right(self, question_id: str, **changes: object) -> Row:
        return self.row(self.question(id=question_id, **changes), self.given())

    def wrong(self, question_id: str, **changes: object) -> Row:
        return self.row(self.question(id=question_id, **changes), self.given("自治州教育局。[1]", citations=()))

    def system(
        self, ask: Ask | None = None, ranked: tuple[Passage, ...] = (), stored: tuple[Passage, ...] = ()
    ) -> System:
        return System(
            "scripted", ask or (lambda _: self.given()), lambda _, k: ranked[:k], stored, {"index": "made up"}
        )


@pytest.fixture
def make() -> Builder:
    """The builder of this folder's tests."""
    return Builder()
