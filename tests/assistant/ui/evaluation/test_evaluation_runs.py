"""Runs of the evaluation beside the page: progress, report, cancelling, failure."""

from __future__ import annotations

import json
import time

import pytest

from assistant.ui.evaluation.evaluation_runs import EvaluationRuns, WhichQuestions

pytestmark = pytest.mark.slow

WAIT_SECONDS = 120


def question(number: int, **changes: object) -> str:
    fields = {
        "id": f"own-{number}",
        "question": "克州燃气安全谁牵头?",
        "lang": "zh",
        "kind": "duty",
        "plans": ["kizilsu-2024"],
        "nuggets": [["住房和城乡建设局"]],
        "evidence": ["自治州住房和城乡建设局"],
        "answerable": True,
        "tags": ["plain"],
    }
    return json.dumps(fields | changes, ensure_ascii=False) + "\n"


def ended(runs: EvaluationRuns) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while runs.standing.running:
        assert time.monotonic() < deadline, runs.standing
        time.sleep(0.05)


def test_own_questions_are_scored_and_the_report_stays(plans_settings, tmp_path):
    own = tmp_path / "own.jsonl"
    own.write_text(question(1) + question(2, nuggets=[["西安市住建局"]]), encoding="utf-8")
    runs = EvaluationRuns()
    runs.start(plans_settings, own)
    assert runs.standing.running
    ended(runs)
    assert (runs.standing.done, runs.standing.count, runs.standing.failure) == (2, 2, "")
    report = runs.report(plans_settings, WhichQuestions.OWN)
    assert report is not None
    assert [row.right for row in report.rows] == [True, False]
    assert runs.report(plans_settings, WhichQuestions.FIXED) is None
    assert EvaluationRuns().report(plans_settings, WhichQuestions.OWN) == report


def test_file_that_cannot_be_read_is_told_and_leaves_no_report(plans_settings, tmp_path):
    own = tmp_path / "broken.jsonl"
    own.write_text('{"id": "x"}\n', encoding="utf-8")
    settings = plans_settings.model_copy(update={"data_dir": tmp_path / "data"})
    runs = EvaluationRuns()
    runs.start(settings, own)
    ended(runs)
    assert runs.standing.failure.startswith("broken.jsonl, line 1: not a question")
    assert runs.report(settings, WhichQuestions.OWN) is None


def test_cancelled_run_ends_and_leaves_the_report_before_it(plans_settings):
    runs = EvaluationRuns()
    before = runs.report(plans_settings, WhichQuestions.FIXED)
    runs.start(plans_settings)
    first = runs.standing
    runs.start(plans_settings)
    assert runs.standing == first
    runs.cancel()
    ended(runs)
    assert runs.standing.cancelled
    assert runs.standing.failure == ""
    assert runs.report(plans_settings, WhichQuestions.FIXED) == before
    assert not list((plans_settings.data_dir / "evaluation").glob("*.part"))


def test_damaged_report_counts_as_none(tmp_path, plans_settings):
    settings = plans_settings.model_copy(update={"data_dir": tmp_path})
    (tmp_path / "evaluation").mkdir()
    (tmp_path / "evaluation" / "fixed.json").write_text("{", encoding="utf-8")
    assert EvaluationRuns().report(settings, WhichQuestions.FIXED) is None
