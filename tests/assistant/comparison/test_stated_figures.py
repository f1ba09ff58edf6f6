"""Figures of a plan's best passage: cells of a row, series of years, indicators in a sentence."""

from __future__ import annotations

from dataclasses import replace

from assistant.comparison.stated_figures import figures_near, figures_of
from index import Indicator


def test_a_target_carries_its_baseline_and_its_reduction(finding, make, plans) -> None:
    found = figures_of(
        finding(make.cell("zhongwei-13th", "道路交通万车死亡率", "规划目标"), "道路交通万车死亡率"), plans
    )
    assert [(figure.value, figure.period, figure.baseline) for figure in found] == [
        ("2.857", "2016—2020年", "十二五平均数 3.04"),
        ("降幅 6%", "2016—2020年", "十二五平均数 3.04"),
    ]


def test_a_reduction_that_is_asked_for_comes_first(finding, make, plans) -> None:
    cell = make.cell("zhongwei-13th", "道路交通万车死亡率", "规划目标")
    found = figures_of(finding(cell, "道路交通万车死亡率", text="目标降幅"), plans)
    assert found[0].value == "降幅 6%"


def test_results_come_as_a_series_and_the_year_asked_alone(finding, make, plans) -> None:
    cell = make.cell("kunming-14th", "道路运输", "死亡人数 2018")
    series = figures_of(finding(cell, "道路运输"), plans)
    assert [(figure.period, figure.value) for figure in series] == [
        ("2016年", "332人"),
        ("2017年", "147人"),
        ("2018年", "108人"),
        ("2019年", "198人"),
        ("2020年", "188人"),
    ]
    (alone,) = figures_of(finding(cell, "道路运输", years=(2019,)), plans)
    assert alone.value == "198人"


def test_of_a_sentence_the_indicator_that_is_asked_for_is_taken(finding, make, plans) -> None:
    rate = next(f for f in plans.facts(Indicator, ("kunming-14th",)) if f.value == "93.67%")
    sentence = replace(make.of_fact(rate), fact=None)
    (found,) = figures_of(finding(sentence, "整改率"), plans)
    assert found.value == "93.67%"
    assert figures_of(finding(sentence, "消防车"), plans) == ()


def test_a_blank_cell_is_a_figure_without_a_value_or_baseline(finding, make, plans) -> None:
    cell = make.cell("kunming-14th", "煤矿百万吨死亡率", "目标 十四五平均数与十三五平均数相比")
    (found,) = figures_of(finding(cell, "煤矿百万吨死亡率"), plans)
    assert (found.value, found.baseline, found.quantity) == ("", "", None)


def test_figures_near_stand_under_the_topic(finding, make, plans) -> None:
    passage = make.quote("ningxia-14th", "分级建成“智慧消防”物联网系统平台")
    near = figures_near(finding(passage, "消防"), plans)
    assert near
    assert all("消防" in f"{figure.fact.name}{figure.fact.heading_path[-1]}" for figure in near)
    assert figures_near(finding(passage, "消防", "外星人"), plans) == ()
