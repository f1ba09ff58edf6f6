"""Figures as rows."""

from __future__ import annotations

from datetime import date

from assistant.courses import Audience
from assistant.courses.parts.figure_rows import COLUMNS, figure_rows
from assistant.types import Language

NAME, VALUE, BASE, MEANS, STATUS = range(len(COLUMNS))


def test_a_target_tells_base_and_meaning(chooser):
    made = figure_rows(chooser(plans=("kunming-14th",), topics=()), 12)
    row = next(line for _, line in made if line.cells[NAME] == "生产安全事故死亡人数")
    assert row.cells[VALUE] == "下降15%（十四五）"
    assert row.cells[BASE] == "十三五平均数"
    assert row.cells[MEANS] == "原来每100，降到85"
    assert row.group == "目标"


def test_what_a_column_is_compared_with_is_not_said_of_its_shares(chooser):
    made = figure_rows(chooser(plans=("kunming-14th",), topics=()), 12)
    row = next(line for _, line in made if line.cells[NAME] == "人员密集场所视频监控系统安装率")
    assert row.cells[BASE] == ""
    assert row.cells[MEANS] == "全部做到，没有例外"


def test_a_plan_that_calls_its_figures_expected_is_followed(chooser):
    made = figure_rows(chooser(Audience.DEPUTY_HEAD, plans=("ningxia-14th",), topics=("煤矿",)), 6)
    row = next(line for _, line in made if line.cells[NAME] == "煤矿百万吨死亡率")
    assert row.cells[STATUS] == "预期性"


def test_row_tells_its_last_year_only(chooser):
    made = figure_rows(chooser(plans=("kunming-14th",), topics=("道路运输",)), 8)
    told = [line.text for _, line in made if line.text.startswith("道路运输：")]
    assert len(told) == 1
    assert "2020年" in told[0]
    assert "2019年" not in told[0]


def test_english_rows_hold_no_chinese(chooser):
    made = figure_rows(chooser(plans=("zhongwei-13th",), topics=(), language=Language.EN), 8)
    assert made
    assert not any("\u4e00" <= char <= "\u9fff" for _, line in made for char in "".join(line.cells))


def test_when_its_year_is_over_a_target_asks_for_the_result(chooser):
    rows = [
        {
            line.cells[NAME]: line.cells[MEANS]
            for _, line in figure_rows(chooser(plans=("kunming-14th",), topics=(), day=day), 12)
        }
        for day in (date(2025, 6, 1), date(2026, 11, 30))
    ]
    assert rows[0]["生产安全事故死亡人数"] == "原来每100，降到85"
    assert rows[1]["生产安全事故死亡人数"] == "原来每100，降到85；期限已过，要问结果"


def test_what_names_no_number_is_no_figure(chooser):
    made = figure_rows(chooser(plans=("kunming-14th",), topics=()), 12)
    assert all(any(char.isdigit() or char == "零" for char in line.cells[VALUE].split("（")[0]) for _, line in made)
