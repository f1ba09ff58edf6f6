"""Indicators: what is measured, its value with direction and unit, for when, and compared with what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index import Index, IndexedDocument, Indicator, Status
from index.facts.indicators import read_indicators

ReadText = Callable[..., Any]
ReadFigures = Callable[[str], list[Indicator]]


@pytest.fixture
def figures_of(read_text: ReadText) -> ReadFigures:
    def figures(text: str) -> list[Indicator]:
        read = read_text(text)
        return list(read_indicators(read.clean, read.root, read.tables))

    return figures


# --- sentences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "value", "period"),
    [
        (
            "到2025年,企业安全生产费用提取使用达标率达到95%以上。",
            "企业安全生产费用提取使用达标率",
            "达到95%以上",
            "到2025年",
        ),
        ("道路交通万车死亡率控制在4.0以下。", "道路交通万车死亡率", "控制在4.0以下", ""),
        ("到2025年,建成智能化示范煤矿3座以上。", "建成智能化示范煤矿", "3座以上", "到2025年"),
        ("到2025年,消防通信设施完好率≥95%。", "消防通信设施完好率", "≥95%", "到2025年"),
        ("市安监局人员编制达到25人以上。", "市安监局人员编制", "达到25人以上", ""),
        ("普及观众不少于6000人。", "普及观众", "不少于6000人", ""),
        ("投入资金1534万元。", "投入资金", "1534万元", ""),
    ],
)
def test_a_value_keeps_its_direction_and_unit(
    text: str, name: str, value: str, period: str, figures_of: ReadFigures
) -> None:
    (figure,) = figures_of(text)
    assert (figure.name, figure.value, figure.period) == (name, value, period)


def test_later_figures_of_a_sentence_keep_its_topic(figures_of: ReadFigures) -> None:
    found = figures_of("到2017年底,系统建设覆盖率达到25%;到2018年底,覆盖率达到50%;到2019年底,覆盖率达到75%。")
    assert found[0].name == "系统建设覆盖率"
    assert all(figure.name.endswith("覆盖率") for figure in found)
    assert [(figure.value, figure.years) for figure in found] == [
        ("达到25%", (2017,)),
        ("达到50%", (2018,)),
        ("达到75%", (2019,)),
    ]


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("2015年道路交通万车死亡率为2.15,较2010年的4.2下降48.8%。", "2010年"),
        ("与2016年相比,死亡人数减少36.2%。", "2016年"),
        ("到2025年,化工事故总量比“十三五”期末下降15%以上。", "“十三五”期末"),
        ("事故起数同比下降63%。", ""),
        ("有注册安全工程师的企业比例达到30%以上。", ""),
        ("较大及以上事故起数下降20%。", ""),
    ],
)
def test_a_baseline_is_what_a_figure_is_compared_with(text: str, baseline: str, figures_of: ReadFigures) -> None:
    assert {figure.baseline for figure in figures_of(text)} - {""} == {baseline} - {""}


def test_targets_and_what_was_reached_are_told_apart(figures_of: ReadFigures) -> None:
    (aim,) = figures_of("到2025年,企业全员安全培训率达到100%。")
    (done,) = figures_of("全市累计关闭取缔非法企业85家。")
    (boxed,) = figures_of("专栏8煤矿安全量化指标\n“十四五”期间,煤矿一级达标占比70%以上。\n")
    assert (aim.status, done.status, boxed.status) == (Status.TARGET, Status.ACHIEVED, Status.TARGET)


@pytest.mark.parametrize("text", ["坚持一岗双责、齐抓共管。", "2020年是收官之年。", "重大危险源全部纳入视频监控。"])
def test_a_sentence_without_a_value_is_no_figure(text: str, figures_of: ReadFigures) -> None:
    assert figures_of(text) == []


# --- tables -----------------------------------------------------------------------------------------------------------


def test_a_cell_knows_its_row_its_column_and_its_year(figures_of: ReadFigures) -> None:
    text = "主要指标情况表\n指标\t2020年\t规划目标\n1、死亡人数\t56\t50\n2、事故起数\t\t180\n"
    cells = [(figure.row, figure.column, figure.value, figure.years) for figure in figures_of(text) if figure.row]
    assert cells == [
        ("死亡人数", "2020年", "56", (2020,)),
        ("死亡人数", "规划目标", "50", ()),
        ("事故起数", "2020年", "", (2020,)),
        ("事故起数", "规划目标", "180", ()),
    ]


def test_a_column_names_what_its_cells_are_compared_with(plans: Index) -> None:
    found = [figure for figure in plans.facts(Indicator, ("kunming-14th",)) if figure.column.startswith("目标")]
    assert {figure.baseline for figure in found} == {"十三五平均数"}
    assert {figure.status for figure in found} == {Status.TARGET}


# --- the five plans ---------------------------------------------------------------------------------------------------


def cell(plans: Index, plan: str, row: str, column: str) -> Indicator:
    (found,) = [f for f in plans.facts(Indicator, (plan,)) if f.row == row and f.column == column]
    return found


def test_kunmings_table_gives_every_cell_as_a_figure(plans: Index) -> None:
    cells = [f for f in plans.facts(Indicator, ("kunming-14th",)) if f.column.startswith(("事故起数", "死亡人数"))]
    assert len(cells) == 19 * 10
    assert cell(plans, "kunming-14th", "道路运输", "事故起数 2018").value == "125"
    assert cell(plans, "kunming-14th", "道路运输", "死亡人数 2018").value == "108"
    assert cell(plans, "kunming-14th", "道路运输", "死亡人数 2018").years == (2018,)
    assert [f.row for f in cells if not f.value] == ["轻工"]
    assert cell(plans, "kunming-14th", "轻工", "死亡人数 2017").value == ""


def test_zhongweis_tables_give_every_cell_as_a_figure(plans: Index) -> None:
    assert cell(plans, "zhongwei-13th", "道路交通万车死亡率", "执行情况 2015 年").value == "1.92"
    assert cell(plans, "zhongwei-13th", "道路交通万车死亡率", "执行情况 2015 年").status is Status.ACHIEVED
    assert cell(plans, "zhongwei-13th", "道路交通万车死亡率", "规划目标").value == "2.857"
    assert cell(plans, "zhongwei-13th", "道路交通万车死亡率", "规划目标").status is Status.TARGET


def test_zhongweis_text_and_table_disagree_and_both_are_kept(plans: Index) -> None:
    told = [f for f in plans.facts(Indicator, ("zhongwei-13th",)) if f.name == "道路交通万车死亡率" and 2015 in f.years]
    values = {figure.value.removeprefix("为") for figure in told}
    assert {"2.15", "1.92"} <= values


BOXES = {
    "“十四五”安全生产主要指标": ["下降15%", "零发生", "下降33%", "下降20%", "下降10%", "下降10%"],
    "强化企业主体责任量化指标": ["达到100%", "达到100%", "达到95%以上", "达到100%", "达到100%"],
    "提升监管执法能力量化指标": ["75%", ">90%"],
    "强化安全风险治理量化指标": ["达到100%"],
    "精准排查治理隐患量化指标": ["达到100%", "达到90%"],
    "危险化学品安全量化指标": ["达到100%", "30%以上", "1家", "达到100%", "达到100%", "下降15%以上", "达到100%"],
    "煤矿安全量化指标": ["达到80%以上", "70%以上", "3座以上", "达到10个以上"],
    "非煤矿山安全量化指标": ["20座以上"],
    "消防安全量化指标": ["达到100%", "≥95%"],
    "道路运输安全量化指标": ["达到100%", "达到100%"],
    "功能区安全量化指标": ["达到100%", "达到100%"],
    "提高全民安全素质量化指标": ["达到100%"],
}


@pytest.mark.parametrize("title", BOXES)
def test_all_figures_of_ningxias_boxes_are_read_as_targets(title: str, plans: Index) -> None:
    found = [f for f in plans.facts(Indicator, ("ningxia-14th",)) if f.heading_path and title in f.heading_path[-1]]
    found.sort(key=lambda figure: figure.span)
    assert len(found) == len(BOXES[title])
    assert all(value in figure.value for figure, value in zip(found, BOXES[title], strict=True))
    assert {figure.status for figure in found} == {Status.TARGET}


def test_the_quote_of_a_figure_shows_its_value(plan: IndexedDocument) -> None:
    for fact in plan.facts:
        if isinstance(fact, Indicator):
            text = plan.clean.text[fact.span.start : fact.span.end]
            assert text.strip()
            assert "".join(fact.value.split()) in "".join(text.split())


def test_a_year_before_the_plan_is_what_it_starts_from(figures_of: ReadFigures) -> None:
    plan = "滨湖县“十五五”安全生产规划\n主要指标\n指标\t2025年\t2030年\n死亡人数\t45\t36\n"
    assert [(one.value, one.status) for one in figures_of(plan)] == [("45", Status.ACHIEVED), ("36", Status.TARGET)]


def test_groups_of_years_over_an_empty_first_cell(figures_of: ReadFigures) -> None:
    table = "历年事故统计表\n单位:起、人\n行业|2021年||2022年|\n|起数|死亡人数|起数|死亡人数\n道路运输|25|20|22|18\n"
    found = figures_of(table)
    assert [(one.value, one.column, one.period) for one in found] == [
        ("25", "2021年 起数", "2021年"),
        ("20", "2021年 死亡人数", "2021年"),
        ("22", "2022年 起数", "2022年"),
        ("18", "2022年 死亡人数", "2022年"),
    ]
    assert {one.status for one in found} == {Status.ACHIEVED}


def test_a_column_of_measures_goes_into_the_name(figures_of: ReadFigures) -> None:
    (one,) = figures_of("主要指标\n序号\t指标\t单位\t2025年目标\n1\t安全投入\t万元\t500\n")
    assert (one.name, one.value) == ("安全投入(万元)", "500")


def test_an_item_that_is_one_sentence_has_its_figures(figures_of: ReadFigures) -> None:
    (one,) = figures_of("二、任务\n1.建设体验馆2座。\n")
    assert (one.name, one.value) == ("建设体验馆", "2座")


def test_the_money_of_a_project_is_the_project_s(figures_of: ReadFigures) -> None:
    found = figures_of("专栏3:重点工程\n1.企业安全改造工程:投资1.2亿元,配备装备600台(套)。\n")
    assert [(one.name, one.value) for one in found] == [
        ("企业安全改造工程:投资", "1.2亿元"),
        ("企业安全改造工程:配备装备", "600台(套)"),
    ]


def test_a_dash_in_a_column_of_names_is_no_figure(figures_of: ReadFigures) -> None:
    found = figures_of("乡镇\t企业数\t包联领导\n柳溪镇\t12\t许明\n石桥镇\t7\t何洁\n合计\t19\t—\n")
    assert [figure.value for figure in found] == ["12", "7", "19"]


def test_of_what_kind_things_are_is_no_figure(figures_of: ReadFigures) -> None:
    figures = figures_of("名称\t规格\t数量\t单位\n冲锋艇\t6人座\t4\t艘\n发电机\t30千瓦\t2\t台\n\n正文。\n")
    assert [(figure.column, figure.value) for figure in figures] == [("数量", "4"), ("数量", "2")]


def test_rows_that_are_years_tell_the_period_and_columns_the_names(figures_of: ReadFigures) -> None:
    figures = figures_of(
        "表1 2031—2033年事故统计\n年度\t死亡人数\t经济损失（万元）\n2031\t6\t80\n2032\t5\t70\n2033\t4\t60\n\n正文。\n"
    )
    told = [(one.name, one.value, one.period, one.years, one.status) for one in figures]
    assert told[:2] == [
        ("死亡人数", "6", "2031年", (2031,), Status.ACHIEVED),
        ("经济损失", "80万元", "2031年", (2031,), Status.ACHIEVED),
    ]
    assert [one.years for one in figures[2:]] == [(2032,), (2032,), (2033,), (2033,)]
