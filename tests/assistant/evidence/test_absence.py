"""Absence is proven over a plan's whole text."""

from __future__ import annotations

from assistant.evidence.absence import told_of


def test_told_of_finds_a_thing_by_any_of_its_spellings_wherever_it_stands(plans, make) -> None:
    found = told_of([make.concept("地铁", "轨道交通")], "kunming-14th", plans)
    text = plans.text("kunming-14th").text
    assert found
    assert all("轨道交通" in text[span.start : span.end] for span in found)


def test_told_of_puts_what_speaks_of_more_first(plans, make) -> None:
    first, *_ = told_of([make.concept("燃气"), make.concept("管网")], "zhongwei-13th", plans)
    told = plans.text("zhongwei-13th").text[first.start : first.end]
    assert "燃气" in told
    assert "管网" in told


def test_told_of_gives_nothing_for_a_thing_that_the_plan_never_mentions(plans, make) -> None:
    assert told_of([make.concept("核电站", "核电厂")], "jincheng-13th", plans) == ()
