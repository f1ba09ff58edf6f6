"""Cells: figures and statements worded, held to their quotes, numbered."""

from __future__ import annotations

from dataclasses import replace

from assistant.comparison.cells import Shown, cell_of, setting_bounds
from assistant.evidence.verify import CitationNumbers
from assistant.types import Language


def test_a_figure_of_a_table_is_cited_by_its_row(finding, make, search) -> None:
    numbering = CitationNumbers(search.index)
    told = finding(make.cell("zhongwei-13th", "道路交通万车死亡率", "规划目标"), "道路交通万车死亡率")
    cell = cell_of(told, search, numbering, Shown.BOTH, Language.ZH)
    assert [figure.value for figure in cell.figures] == ["2.857", "降幅 6%"]
    assert cell.statements == ()
    quotes = [citation.quote for citation in numbering.citations]
    assert [figure.marks for figure in cell.figures] == [(1,), (2,)]
    assert quotes[0].split() == ["道路交通万车死亡率", "3.04", "2.857"]


def test_what_was_translated_is_told_in_english_alone(finding, make, search) -> None:
    told = finding(make.cell("ningxia-14th", "煤矿百万吨死亡率", "预期值"), "煤矿百万吨死亡率")
    (figure,) = cell_of(told, search, CitationNumbers(search.index), Shown.FIGURES, Language.EN).figures
    assert figure.value == "fall by 10%"
    assert figure.period == "2021–2025"
    assert figure.name == "Coal-mine deaths per million tonnes"


def test_statements_stand_beside_figures_only_where_they_say_more(finding, make, search) -> None:
    short = finding(make.quote("jincheng-13th", "煤矿百万吨死亡率控制在0.1以下;"), "煤矿百万吨死亡率")
    assert cell_of(short, search, CitationNumbers(search.index), Shown.BOTH, Language.ZH).statements == ()
    sentence = make.quote("ningxia-14th", "到2025年,具有安全生产相关专业学历和实践经验的执法人员超过在职人员的75%。")
    cell = cell_of(finding(sentence, "执法人员"), search, CitationNumbers(search.index), Shown.STATEMENTS, Language.ZH)
    assert cell.figures == ()
    assert "75%" in cell.statements[0].text


def test_a_plan_that_does_not_tell_has_an_empty_cell(finding, make, search) -> None:
    quote = make.quote("jincheng-13th", "煤矿百万吨死亡率控制在0.1以下;")
    silent = replace(finding(quote, "煤矿"), told=False)
    assert not cell_of(silent, search, CitationNumbers(search.index), Shown.BOTH, Language.ZH).stated


def test_an_unsupported_figure_is_left_out(finding, make, search) -> None:
    cell = make.cell("ningxia-14th", "煤矿百万吨死亡率", "预期值")
    numbering = CitationNumbers(search.index, limit=0)
    assert not cell_of(finding(cell, "煤矿百万吨死亡率"), search, numbering, Shown.BOTH, Language.ZH).stated


def test_where_figures_are_asked_a_passage_with_a_bound_leads(finding, make, search) -> None:
    vague = make.quote("jincheng-13th", "全市安全生产状况持续好转。")
    bound = make.quote("jincheng-13th", "事故总量和死亡人数控制在“十二五”期间平均数以内;")
    told = finding(vague, "死亡人数")
    (led,) = setting_bounds((replace(told, ranked=(vague, bound)),), search)
    assert led.ranked == (bound, vague)
    (silent,) = setting_bounds((told,), search)
    assert not silent.told
