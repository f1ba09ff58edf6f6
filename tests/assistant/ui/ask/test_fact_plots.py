"""Figures behind an answer, as plots and tables."""

from __future__ import annotations

import pytest

from assistant.ui.ask.fact_plots import fact_plots, plain_tables
from assistant.ui.shared.plots import number_and_frame
from index.fact_types import Enumeration as Listed
from index.fact_types import Indicator, ListItem, Status
from index.types import Span


def make_figure(value, year, *, name="道路运输", column="事故起数"):
    span = Span("kunming-14th", year, year + 3)
    return Indicator(span, name, value, f"{year}年", (year,), "", Status.ACHIEVED, name, f"{column} {year}", ())


def test_one_measure_over_the_years_is_plotted_in_their_order():
    facts = (make_figure("125", 2018), make_figure("396", 2016), make_figure("173", 2017))
    (plot,) = fact_plots(facts, [facts[0].span], "", {}, "zh")
    assert [bar.name for bar in plot.bars] == ["2016年", "2017年", "2018年"]
    assert plot.bars[0].opens.start == 2016
    assert [round(plot.width(bar), 1) for bar in plot.bars] == [100.0, 43.7, 31.6]


def test_a_plot_is_told_in_english():
    facts = (make_figure("125起", 2018), make_figure("396起", 2016), make_figure("173起", 2017))
    (plot,) = fact_plots(facts, [facts[0].span], "", {}, "en")
    assert plot.caption == "Road transport · Number of accidents · kunming-14th"
    assert [(bar.name, bar.written) for bar in plot.bars][:2] == [("2016", "396 accidents"), ("2017", "173 accidents")]


@pytest.mark.parametrize(
    "facts",
    [
        (make_figure("125", 2018), make_figure("396", 2016)),
        (make_figure("125", 2018), make_figure("396起", 2016), make_figure("下降17%", 2017)),
        (make_figure("1", 2018), make_figure("2", 2016, column="死亡人数"), make_figure("3", 2017, name="火灾")),
        (make_figure("1", 2018), make_figure("2", 2018), make_figure("3", 2017)),
        (make_figure("1", 2018), make_figure("由2降至1", 2016), make_figure("3", 2017)),
        (make_figure("0", 2018), make_figure("0", 2016), make_figure("0", 2017)),
        (make_figure("3", 2018), make_figure("3", 2016), make_figure("3", 2017)),
    ],
    ids=["too few", "other units", "other measures", "one year twice", "two numbers in one", "all zero", "all alike"],
)
def test_what_cannot_be_compared_is_not_plotted(facts):
    assert list(fact_plots(facts, [fact.span for fact in facts], "", {}, "zh")) == []


def test_only_what_is_cited_and_asked_is_plotted():
    deaths = tuple(make_figure(str(year - 2000), year, column="死亡人数") for year in (2016, 2017, 2018))
    cases = tuple(make_figure(str(year - 2010), year) for year in (2016, 2017, 2018))
    cited = [Span("kunming-14th", 2018, 2021)]  # the cell of either: they stand in one row

    def captions(query, cited=cited):
        return [plot.caption for plot in fact_plots((*deaths, *cases), cited, query, {}, "zh")]

    assert captions("道路运输 死亡人数") == ["道路运输 · 死亡人数 · kunming-14th"]
    assert len(captions("道路运输")) == 2
    assert captions("道路运输", [Span("kunming-14th", 0, 5)]) == []


def test_facts_of_a_kind_stand_in_a_table_and_lists_do_not():
    span = Span("kunming-14th", 0, 3)
    listed = Listed(span, "任务", (ListItem("甲", span), ListItem("乙", span)), ())
    (table,) = plain_tables((make_figure("1", 2018), make_figure("2", 2019), listed), {}, "zh")
    assert (table.title, len(table.rows)) == ("指标与数据", 2)
    assert list(plain_tables((make_figure("1", 2018), listed), {}, "zh")) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("下降15%", (15.0, "下降#%")),
        ("1,300 万元", (1300.0, "#万元")),
        ("控制在0.2以下", (0.2, "控制在#以下")),
        ("零发生", None),
        ("由63个减到45个", None),
    ],
)
def test_number_of_a_value_and_what_stands_around_it(written, read):
    assert number_and_frame(written) == read
