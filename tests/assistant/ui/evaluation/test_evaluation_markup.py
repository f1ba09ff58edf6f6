"""What the evaluation page shows of a report: the test half's figures without its questions, everything escaped."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.ui.evaluation.evaluation_markup import report_figures, wrong_answers
from assistant.ui.evaluation.evaluation_report import (
    CitedQuote,
    ExpectedPoint,
    MeasuredMean,
    MeasuredQuestion,
    MeasuredRun,
)

HALF = MeasuredMean(0.5, 0.25, 0.75, 40)
ROW = MeasuredQuestion(
    id="a",
    split="tune",
    kind="duty",
    lang="zh",
    plans=("p-1",),
    question="<i>谁牵头</i>",
    history=(),
    answer="<script>住建局",
    error="",
    refused=False,
    answerable=True,
    scores={"accuracy": 0.0},
    expected=(ExpectedPoint(("应急局", "应急管理局"), stated=False),),
    forbidden=(),
    evidence=("由应急局牵头",),
    citations=(CitedQuote("p-1", "住建局负责"),),
)


@pytest.fixture
def report():
    groups = ("all", "split.test", "split.tune", "lang.zh", "kind.duty", "kind.riddle", "plan.p-1")
    figures = {name: {"accuracy": HALF, "latency_median_ms": MeasuredMean(12, 12, 12, 40)} for name in groups}
    return MeasuredRun(1, 21.4, figures, (ROW,), datetime(2025, 3, 1, 8, 30, tzinfo=UTC))


def test_figures_stand_as_text_with_their_intervals(report):
    page = report_figures(report, {}, "en")
    assert "Measured 2025-03-01 08:30 UTC: 40 questions in 21 s." in page
    assert "50% <small>[25–75]</small>" in page
    assert page.count("<svg") == page.count('aria-hidden="true"') == 6
    assert page.index("Tuning half") < page.index("Test half")
    assert "riddle" in page
    assert "12 <small>" not in page


def test_wrong_answer_shows_what_was_expected_and_is_escaped(report):
    page = wrong_answers(report.rows, 0, {}, "zh")
    assert "&lt;i&gt;谁牵头" in page
    assert "<script>" not in page
    assert "应急局 或 应急管理局" in page
    assert "没有说到" in page
    assert "由应急局牵头" in page


def test_refusal_that_was_due_is_told():
    row = replace(ROW, answerable=False, expected=())
    assert "Should say that the plans do not tell." in wrong_answers([row], 0, {}, "en")


def test_hidden_ones_are_counted_only():
    assert "检验题另有 7 题答错" in wrong_answers([], 7, {}, "zh")
