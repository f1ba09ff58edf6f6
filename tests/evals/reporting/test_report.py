"""Figures over groups, the report's JSON and the tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.reporting.report import gaps, summarise, to_json
from evals.reporting.text_tables import figures_table, gaps_table, systems_table

if TYPE_CHECKING:
    from evals.types import Row
    from tests.evals.conftest import Builder


@pytest.fixture
def rows(make: Builder) -> tuple[Row, ...]:
    """Right, wrong, refused rightly, refused wrongly."""
    return (
        make.right("a"),
        make.wrong("b", kind="person", tags=("slip", "mixed")),
        make.row(make.unanswerable(id="c"), make.refusal()),
        make.row(make.question(id="d", lang="en", plans=("kizilsu-2024", "kunming-14th")), make.refusal("Not told.")),
    )


def test_figures_are_means_over_the_rows_to_which_a_metric_applies(rows: tuple[Row, ...]) -> None:
    figures = summarise(rows).figures
    assert figures["all"]["accuracy"].value == 2 / 4
    assert figures["all"]["nugget_recall"].value == 1 / 3
    assert figures["all"]["citation_recall"].value == 1 / 3
    assert figures["all"]["citation_precision"].value == 1 / 1
    assert figures["all"]["refusal_precision"].value == 1 / 2
    assert figures["all"]["refusal_recall"].value == 1 / 1
    assert figures["all"]["latency_median_ms"].value == 10.0


def test_groups_are_split_language_kind_plan_and_tag(rows: tuple[Row, ...]) -> None:
    figures = summarise(rows).figures
    assert figures["lang.zh"]["accuracy"].value == 2 / 3
    assert figures["kind.person"]["accuracy"].value == 0.0
    assert figures["plan.kunming-14th"]["accuracy"].count == 1
    assert figures["plan.kizilsu-2024"]["accuracy"].count == 3
    assert figures["tag.mixed"]["accuracy"].count == 1
    assert {group for group in figures if group.startswith("split.")} <= {"split.tune", "split.test"}


def test_gap_of_languages_is_chinese_less_english(rows: tuple[Row, ...]) -> None:
    assert gaps(rows)["zh-en"].value == pytest.approx(2 / 3 - 0 / 1)


def test_report_is_json_with_every_row_and_where_it_came_from(rows: tuple[Row, ...]) -> None:
    report = json.loads(json.dumps(to_json(summarise(rows, "scripted", {"index": "made up"}), rows, 1.23)))
    assert report["provenance"] == {"index": "made up"}
    assert [row["id"] for row in report["rows"]] == ["a", "b", "c", "d"]
    assert report["rows"][0]["scores"]["accuracy"] == 1.0
    assert report["figures"]["all"]["accuracy"]["count"] == 4


def test_calibration_tells_answered_from_refused(rows: tuple[Row, ...]) -> None:
    # answerable 0.9, 0.9, 0.1 against 0.1: (1 + 1 + 1/2) / 3; one of two answers given at 0.9 is right
    found = to_json(summarise(rows), rows, 0.0)["calibration"]
    assert found["auc"] == pytest.approx(2.5 / 3)
    assert found["bins"] == [{"confidence": pytest.approx(0.9), "right": 0.5, "count": 2}]
    assert found["ece"] == pytest.approx(0.4)


def test_tables_hold_groups_and_no_question(rows: tuple[Row, ...]) -> None:
    summary = summarise(rows, "scripted")
    text = figures_table(summary) + gaps_table(gaps(rows)) + systems_table((summary, summary))
    assert "kind.person" in text
    assert "0.500" in text
    assert "克州" not in text
