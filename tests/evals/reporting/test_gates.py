"""Thresholds and JUnit."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from evals.errors import GateError
from evals.reporting.gates import check_gates, junit
from evals.reporting.report import summarise
from evals.reporting.text_tables import gates_table

if TYPE_CHECKING:
    from evals.reporting.gates import Figures
    from evals.types import Row
    from tests.evals.conftest import Builder


@pytest.fixture
def rows(make: Builder) -> tuple[Row, ...]:
    """Three right of four; the wrong one asks for a person in English."""
    return (
        make.right("a"),
        make.right("b"),
        make.wrong("c", kind="person", lang="en"),
        make.row(make.unanswerable(id="d"), make.refusal()),
    )


@pytest.fixture
def figures(rows: tuple[Row, ...]) -> Figures:
    """The figures of the rows."""
    return summarise(rows).figures


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accuracy", 3 / 4),
        ("accuracy.zh", 1.0),
        ("accuracy.en", 0.0),
        ("accuracy.lang.en", 0.0),
        ("kind.person", 0.0),
        ("plan.kizilsu-2024", 2 / 3),
        ("refusal_recall", 1.0),
        ("citation_recall.duty", 1.0),
    ],
)
def test_gate_names_a_figure(figures: Figures, name: str, value: float) -> None:
    (gate,) = check_gates([f"{name}=0.5"], figures)
    assert gate.value == pytest.approx(value)
    assert gate.held is (value >= 0.5)


def test_gate_at_the_threshold_holds(figures: Figures) -> None:
    assert check_gates(["accuracy=0.75"], figures)[0].held


@pytest.mark.parametrize("spec", ["accuracy", "accuracy=", "accuracy=most", "=0.5x"])
def test_gate_of_another_form_is_refused(figures: Figures, spec: str) -> None:
    with pytest.raises(GateError, match="not a gate"):
        check_gates([spec], figures)


def test_gate_on_an_unknown_figure_lists_the_known(figures: Figures) -> None:
    with pytest.raises(GateError, match=r"acuracy: no such figure .* kind\.person"):
        check_gates(["acuracy=0.5"], figures)


def test_junit_fails_missed_gates_only(rows: tuple[Row, ...], figures: Figures, make: Builder) -> None:
    failed = make.row(make.question(id="e"), make.given("", error='OSError: "<gone>"\x00'))
    tree = ET.fromstring(junit(check_gates(["accuracy=0.9", "accuracy.zh=0.9"], figures), (*rows, failed)))
    gates, questions = tree.findall("testsuite")
    assert (gates.get("tests"), gates.get("failures")) == ("2", "1")
    assert (questions.get("tests"), questions.get("skipped"), questions.get("errors")) == ("5", "1", "1")
    assert [case.get("name") for case in tree.iter("testcase") if case.find("failure") is not None] == ["accuracy>=0.9"]


def test_gates_table_tells_which_were_missed(figures: Figures) -> None:
    lines = gates_table(check_gates(["accuracy=0.9", "accuracy.zh=0.9"], figures)).splitlines()
    assert [line.split()[0] for line in lines] == ["MISSED", "held"]
