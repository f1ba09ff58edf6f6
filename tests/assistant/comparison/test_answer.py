"""The answer to a comparing question: a sentence, a table, what is not like for like."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant


@pytest.fixture
def told(asking: Assistant):
    """A question's answer as its lines, and the answer itself."""

    def ask(question: str):
        answer = asking.ask(question)
        return answer.answer.splitlines(), answer

    return ask


def test_figures_have_period_baseline_and_source(told) -> None:
    lines, answer = told("比较五个规划的道路交通万车死亡率目标")
    assert lines[0] == "5个规划中有4个写明：晋城市、昆明市、宁夏回族自治区、中卫市。未提及：克孜勒苏柯尔克孜自治州。"
    assert lines[1] == "| 规划 | 数值 | 期限 | 比较基数 | 依据 |"
    by_place = {line.split(" | ")[0].strip("| "): line for line in lines[3:8]}
    assert "控制在4.0以下 | 2016—2020年 |  | [1] |" in by_place["晋城市"]
    assert "2.857" in by_place["中卫市"] and "十二五平均数 3.04" in by_place["中卫市"]
    assert "已达到，非目标" in by_place["昆明市"]
    assert lines[-1].startswith("不宜直接相比：指标名称不同；")
    assert {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.answer)} == {c.number for c in answer.citations}


def test_equal_figures_are_said_to_be_equal(told) -> None:
    lines, _ = told("煤矿机械化程度，晋城和中卫分别要求多少")
    assert lines[0] == "写明的数值相同：达到80%以上。"


def test_the_higher_figure_is_named_only_where_it_is_asked_for(told) -> None:
    asked, _ = told("房建工地现场视频安装率,宁夏和昆明哪个要求高,各多少?")
    assert "数值较高的是宁夏回族自治区：达到100%。" in asked[0]
    plain, _ = told("房建工地现场视频安装率,宁夏和昆明各多少?")
    assert plain[0] == "两个规划都写明了。"


def test_a_difference_between_plans_is_computed_only_from_like_figures(told) -> None:
    unlike, _ = told("煤矿百万吨死亡率，宁夏和中卫的目标相差多少")
    assert not any("−" in line for line in unlike)


def test_measures_are_told_in_words(told) -> None:
    lines, answer = told("各规划对危险化学品的要求")
    assert lines[1] == "| 规划 | 规划怎么写 |"
    assert lines[3].startswith("| 晋城市 2016—2020年 | ")
    assert len({citation.document for citation in answer.citations}) == 5


def test_a_border_inside_a_text_does_not_break_the_table(told) -> None:
    lines, _ = told("which is earlier, the date of issue of the Kizilsu or the Jincheng plan?")
    rows = [line for line in lines if line.startswith("|")]
    assert len({row.count("|") for row in rows}) == 1
