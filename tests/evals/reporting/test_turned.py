"""Two runs side by side."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from evals.errors import ReportFileError
from evals.reporting.report import summarise, to_json
from evals.reporting.text_tables import comparison_table
from evals.reporting.turned import compare, load_report

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evals.conftest import Builder


def test_turned_questions_are_listed_and_tested(make: Builder) -> None:
    old = (make.right("a"), make.wrong("b"), make.wrong("c"), make.wrong("gone"))
    new = (make.wrong("a"), make.right("b"), make.right("c"), make.right("new"))
    comparison = compare(to_json(summarise(old), old, 0.0), new)
    assert comparison.count == 3
    assert comparison.turned_right == ("b", "c")
    assert comparison.turned_wrong == ("a",)
    assert comparison.p == 1.0  # 2 * (1 + 3) / 2**3
    accuracy = comparison.changes[0]
    assert (accuracy.metric, accuracy.old, accuracy.new) == ("accuracy", 1 / 3, 2 / 3)
    assert "+ b" in comparison_table(comparison)


def test_same_run_has_the_same_answers(make: Builder) -> None:
    rows = tuple(replace(row, scores=row.scores | {"recall@5": 1 / 3}) for row in (make.right("a"), make.wrong("b")))
    report = json.loads(json.dumps(to_json(summarise(rows), rows, 0.0)))
    comparison = compare(report, rows)
    assert (comparison.same_answers, comparison.turned_right, comparison.turned_wrong) == (2, (), ())
    assert {change.p for change in comparison.changes} == {1.0}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 0}'])
def test_other_file_is_no_report(tmp_path: Path, text: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReportFileError, match="report"):
        load_report(path)


def test_report_is_read_as_written(tmp_path: Path, make: Builder) -> None:
    path = tmp_path / "old.json"
    rows = (make.right("a"),)
    path.write_text(json.dumps(to_json(summarise(rows), rows, 0.0)), encoding="utf-8")
    assert load_report(path)["rows"][0]["id"] == "a"
