"""What is asked while plans become more, and how the figures are told."""

from __future__ import annotations

import os
from xml.etree import ElementTree

import pytest

from benchmarks.fresh import memory_mb, run_fresh
from benchmarks.growth.scale_plot import plot
from benchmarks.growth.scale_questions import all_plans, five_plans, made_up_plans, no_plan
from benchmarks.growth.scale_table import filled, table, with_growth
from benchmarks.scale_plans import place_name
from evals import Split


def test_made_up_plans_are_named_in_both_languages():
    asked = made_up_plans(45, 20)
    assert len(asked) == 20
    assert place_name(0)[0] in asked[0]
    assert any(text.isascii() for text in asked)
    assert made_up_plans(0, 20) == ()


def test_questions_without_plan_name_none_of_the_places():
    assert {question.split for question in five_plans()} == {Split.TUNE}
    asked = no_plan(("昆明", "昆明市", "宁夏", "中卫"), 30)
    assert 10 <= len(asked) <= 30
    assert not [text for text in asked for place in ("昆明", "宁夏", "中卫") if place in text]
    assert all_plans()


def _report(costs_ms: dict[int, float]) -> dict[str, object]:
    sizes = {str(plans): {"passages": plans * 100, "named_median_ms": ms} for plans, ms in costs_ms.items()}
    return {"now": sizes, "plain": {"5": {"passages": 300, "named_median_ms": 21.0}}}


def test_growth_is_the_power_of_the_number_of_passages():
    report = _report({5: 10.0, 20: 20.0, 80: 40.0})  # twice the cost for four times the passages
    assert with_growth(report) == {"named_median_ms": pytest.approx(0.5)}
    assert with_growth(_report({5: 10.0})) == {}


def test_table_has_the_largest_size_that_was_reached_and_says_which():
    report = _report({5: 10.0, 200: 31.5})
    report["growth"] = with_growth(report)
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table(report, _report({5: 47})).splitlines()]
    named = [row for row in rows if row[0] == "a question naming its plan, median"]
    assert named == [
        ["a question naming its plan, median", "5", "≤ 12 ms", "47 ms", "10 ms", "21 ms"],
        ["a question naming its plan, median", "1,000", "≤ 40 ms", "", "31.5 ms (at 200)", ""],
    ]
    assert rows[-1][-2].startswith("N^0.3")


def test_table_takes_the_place_of_the_one_before_it():
    page = "before\n<!-- figures -->\n| old |\n<!-- end of figures -->\nbehind\n"
    assert filled(page, "| new |\n") == page.replace("old", "new")
    with pytest.raises(ValueError, match="no place"):
        filled("nothing", "| new |\n")


def test_plot_is_a_drawing_with_a_point_a_size():
    drawn = ElementTree.fromstring(plot(_report({5: 10.0, 50: 20.0}), _report({5: 47.0})))
    marks = [part.tag.rpartition("}")[2] for part in drawn]
    assert marks.count("polyline") == 3
    assert marks.count("circle") == 2 + 1 + 1


def test_fresh_process_tells_its_last_line_and_what_it_took():
    ran = run_fresh("platform", [], {})
    assert ran.line
    assert 0 < ran.first_line_s <= ran.seconds
    assert ran.peak_mb > 1


def test_memory_is_that_of_the_process_and_of_those_below_it():
    found = memory_mb(os.getpid())
    assert not found or 0 < found["private_mb"] <= found["pss_mb"] <= found["rss_mb"]
