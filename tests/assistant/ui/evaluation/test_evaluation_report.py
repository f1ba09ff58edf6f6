"""Reports of `python -m evals --out`, read back as values."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from assistant.ui.evaluation.evaluation_report import Wanted, read_run, wrong_rows
from evals import Given, Row, Split, load_questions, score, summarise, to_json

MADE = "2026-01-02T03:04:05+00:00"
NOTHING_ASKED = '{"format": 1, "seconds": 0, "figures": {"all": {}}, "rows": []}'


@pytest.fixture
def report():
    questions = load_questions()[:3]
    rows = [Row(q, Given("", refused=True), score(q, Given("", refused=True))) for q in questions]
    return json.dumps(to_json(summarise(rows), rows, seconds=1.5))


def test_report_of_a_run_is_read(report):
    questions = load_questions()[:3]
    read = read_run(report, MADE)
    assert read is not None
    assert read.made == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert read.seconds == 1.5
    assert read.figures["all"]["accuracy"].count == 3
    assert [row.question for row in read.rows] == [question.question for question in questions]
    assert [row.plans for row in read.rows] == [question.plans for question in questions]
    assert [row.evidence for row in read.rows] == [question.evidence for question in questions]
    for row, question in zip(read.rows, questions, strict=True):
        assert [(point.spellings, point.stated) for point in row.expected] == [
            (spellings, False) for spellings in question.nuggets
        ]
        assert row.right is not question.answerable


@pytest.mark.parametrize("spoilt", ["", "[]", "{", '{"format": 1}', '{"format": 999}', NOTHING_ASKED])
def test_what_is_no_report_is_none(spoilt):
    assert read_run(spoilt, MADE) is None


def test_a_report_of_no_time_is_none(report):
    assert read_run(report, "yesterday") is None


def test_questions_of_the_test_half_are_counted_but_not_shown():
    questions = load_questions()[:40]
    rows = [Row(q, Given("", refused=False), score(q, Given("", refused=False))) for q in questions]
    read = read_run(json.dumps(to_json(summarise(rows), rows, seconds=1)), MADE)
    assert read is not None
    shown, hidden = wrong_rows(read, Wanted(), hide_test=True)
    assert {row.split for row in shown} == {"tune"}
    assert hidden == sum(question.split is Split.TEST for question in questions) > 0
    assert len(wrong_rows(read, Wanted(), hide_test=False)[0]) == 40
    english = wrong_rows(read, Wanted(language="en"), hide_test=False)[0]
    assert {row.lang for row in english} == {"en"}
    plan = questions[0].plans[0]
    assert all(plan in row.plans for row in wrong_rows(read, Wanted(plan=plan), hide_test=False)[0])
