"""Figures in running text: each with a name that says what it measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index import Indicator, Status
from index.facts.indicators import read_indicators

ReadText = Callable[..., Any]


@pytest.fixture
def figures_of(read_text: ReadText) -> Callable[[str], list[Indicator]]:
    def figures(text: str) -> list[Indicator]:
        read = read_text(text)
        return list(read_indicators(read.clean, read.root, read.tables))

    return figures


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "足不出户就可对101家单位、647处监控点进行远程监管。",
            [("足不出户就可对单位进行远程监管", "101家"), ("足不出户就可对监控点进行远程监管", "647处")],
        ),
        (
            "中宁县增设固定测速系统3处、电子诱导屏6处。",
            [("中宁县增设固定测速系统", "3处"), ("中宁县增设电子诱导屏", "6处")],
        ),
        (
            "全市共创建安全生产标准化三级企业548家、二级企业44家。",
            [("全市共创建安全生产标准化三级企业", "548家"), ("全市共创建安全生产标准化二级企业", "44家")],
        ),
        (
            "到2020年底,力争建成1个市级和6个县级安全生产警示教育基地。",
            [("建成市级安全生产警示教育基地", "1个"), ("建成县级安全生产警示教育基地", "6个")],
        ),
        ("每年至少在全市100个公共场所制作宣传版面。", [("每年至少在全市公共场所制作宣传版面", "100个")]),
        (
            "每年至少组织开展1次疏散逃生演练(高危行业领域每半年至少1次)。",
            [("每年至少组织开展疏散逃生演练", "1次"), ("每年至少组织开展疏散逃生演练(高危行业领域每半年)", "至少1次")],
        ),
        ("投资765万元,建成安全生产远程在线视频监控系统。", [("建成安全生产远程在线视频监控系统投资", "765万元")]),
        (
            "建筑面积4000m2,占地面积10000m2以上的建设施工现场视频系统安装率达到100%。",
            [("建筑面积4000m2,占地面积10000m2以上的建设施工现场视频系统安装率", "达到100%")],
        ),
        ("80%的密闭电石炉完成自动化改造。", [("密闭电石炉完成自动化改造", "80%")]),
        ("储能电站火灾:属地消防力量10分钟内到场。", [("储能电站火灾:属地消防力量到场", "10分钟内")]),
    ],
)
def test_each_value_of_a_sentence_has_its_own_name(
    sentence: str, told: list[tuple[str, str]], figures_of: Callable[[str], list[Indicator]]
) -> None:
    assert [(figure.name, figure.value) for figure in figures_of(sentence)] == told


def test_a_fall_belongs_to_the_year_reached_and_names_what_it_is_compared_with(
    figures_of: Callable[[str], list[Indicator]],
) -> None:
    found = figures_of("2015年道路交通万车死亡率为2.15,较2010年的4.2下降48.8%。")
    assert [(figure.value, figure.years, figure.baseline) for figure in found] == [
        ("2.15", (2015,), ""),
        ("4.2", (2010,), ""),
        ("下降48.8%", (2015,), "2010年"),
    ]


def test_a_change_between_two_years_is_two_figures(figures_of: Callable[[str], list[Indicator]]) -> None:
    found = figures_of("全市亿元GDP生产安全事故死亡率从2015年的0.1下降到2020年的0.037,同比下降63%。")
    assert [(figure.name, figure.value, figure.years) for figure in found] == [
        ("全市亿元GDP生产安全事故死亡率", "0.1", (2015,)),
        ("全市亿元GDP生产安全事故死亡率", "0.037", (2020,)),
        ("全市亿元GDP生产安全事故死亡率", "同比下降63%", (2020,)),
    ]


def test_a_bare_rate_takes_the_name_it_had_before(figures_of: Callable[[str], list[Indicator]]) -> None:
    found = figures_of("到2017年底,全市企业系统建设覆盖率达到25%;到2018年底,覆盖率达到50%。")
    assert [figure.name for figure in found] == ["全市企业系统建设覆盖率", "全市企业系统建设覆盖率"]


def test_what_a_review_tells_was_reached_and_what_a_task_sets_is_aimed_at(
    figures_of: Callable[[str], list[Indicator]],
) -> None:
    reached, aimed = figures_of(
        "一、工作回顾\n到2015年底,全市职业病危害因素申报率达到85%。\n二、主要任务\n建成智能化示范煤矿3座以上。\n"
    )
    assert (reached.status, aimed.status) == (Status.ACHIEVED, Status.TARGET)
