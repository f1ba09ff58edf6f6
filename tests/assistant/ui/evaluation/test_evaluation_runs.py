"""Runs of the evaluation beside the page: progress, report, cancelling, failure."""

from __future__ import annotations

import json
import os
import time
from contextlib import closing
from datetime import UTC, datetime

import pytest

from assistant.ui.evaluation.evaluation_runs import EvaluationRuns, WhichQuestions
from index.errors import StoreDamaged
from index.storage.place import open_database

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


def report_of_nothing() -> str:
    """A report without a question, of a run that had figures."""
    mean = {"value": 1, "low": 1, "high": 1, "count": 1}
    return json.dumps({"format": 1, "seconds": 2, "figures": {"all": {"accuracy": mean}}, "rows": []})


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
    assert not list((plans_settings.data_dir / "evaluation").iterdir())


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


def test_reports_of_an_earlier_version_are_taken_over_once(settings):
    folder = settings.data_dir / "evaluation"
    folder.mkdir(parents=True)
    (folder / "own.json").write_text(report_of_nothing(), encoding="utf-8")
    (folder / "fixed.json").write_text("{", encoding="utf-8")
    os.utime(folder / "own.json", (1_000_000_000, 1_000_000_000))
    for _ in range(2):
        report = EvaluationRuns().report(settings, WhichQuestions.OWN)
        assert report is not None
        assert report.made == datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)
        assert EvaluationRuns().report(settings, WhichQuestions.FIXED) is None
        assert not list(folder.iterdir())


def test_reports_of_an_earlier_version_stay_where_the_database_cannot_be_written(settings):
    (settings.data_dir / "evaluation").mkdir(parents=True)
    path = settings.data_dir / "evaluation" / "own.json"
    path.write_text(report_of_nothing(), encoding="utf-8")
    (settings.data_dir / "plans.db").write_bytes(b"no database" * 1_000)
    with pytest.raises(StoreDamaged):
        EvaluationRuns().report(settings, WhichQuestions.OWN)
    assert path.exists()


def test_a_report_that_cannot_be_kept_is_told(copied_plans, tmp_path):
    own = tmp_path / "own.jsonl"
    own.write_text(question(1), encoding="utf-8")
    settings = copied_plans
    with closing(open_database(settings)) as database, database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE runs")
    runs = EvaluationRuns()
    runs.start(settings, own)
    ended(runs)
    assert "is damaged (no such table: runs)" in runs.standing.failure
    assert not list((settings.data_dir / "evaluation").iterdir())
