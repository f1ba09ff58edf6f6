"""Cells and matrices as values: the figure that stands for a cell, and plain values for programs."""

from __future__ import annotations

import json

from assistant.comparison.types import CellText, ComparedCell, ComparedTopic, Comparison
from assistant.facts.magnitudes import Magnitude
from assistant.types import Language
from index import Status


def test_a_target_stands_for_its_cell_else_the_latest_result_that_is_no_change(figure) -> None:
    result, later = figure(status=Status.ACHIEVED, value="1.53"), figure(status=Status.ACHIEVED, value="1.02")
    change = figure(status=Status.ACHIEVED, value="下降33%", quantity=Magnitude(33, "%", change=True, exact=True))
    target = figure(value="2.8")
    assert ComparedCell("plan", (result, later, change), ()).lead is later
    assert ComparedCell("plan", (result, target), ()).lead is target
    assert ComparedCell("plan", (), (CellText("要求", (1,)),)).lead is None


def test_a_comparison_is_plain_values(figure) -> None:
    cells = (ComparedCell("one", (figure(),), ()), ComparedCell("two", (), ()))
    made = Comparison(Language.ZH, ("one", "two"), (ComparedTopic("煤矿", "煤矿", cells, ()),), ()).to_json()
    told = json.loads(json.dumps(made))
    assert told["topics"][0]["cells"][1] == {
        "stated": False,
        "plan": "two",
        "figures": [],
        "statements": [],
        "little": False,
    }
    assert told["topics"][0]["cells"][0]["figures"][0]["status"] == "target"
