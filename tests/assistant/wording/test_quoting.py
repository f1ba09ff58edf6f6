"""Verbatim text made fit to stand in an answer."""

from __future__ import annotations

import pytest

from assistant.wording.quoting import cut_at_sign, ended, title_of, unnumbered, without_brackets


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("(五)强化应急救援处置效能", "强化应急救援处置效能"),
        ("3.消防", "消防"),
        ("三、主要任务", "主要任务"),
        ("专栏4提升监管执法能力", "提升监管执法能力"),
        ("1:事故统计情况", "事故统计情况"),
        ("26", ""),
        ("5个县", "5个县"),
        ("12月底前完成", "12月底前完成"),
        ("十三五时期工作成效", "十三五时期工作成效"),
    ],
)
def test_a_label_loses_its_number_and_no_figure_of_its_own(label: str, bare: str) -> None:
    assert unnumbered(label) == bare


def test_a_clause_out_of_a_list_ends_like_a_sentence() -> None:
    assert ended("加强监管；") == "加强监管。"
    assert ended("加强监管。") == "加强监管。"


def test_brackets_go_with_what_stands_in_them() -> None:
    assert without_brackets("死亡率(%)〔年〕（全市）") == "死亡率"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("11燃气安全", "燃气安全"),
        ("（一）安全监管", "安全监管"),
        ("专栏1 主要指标", "主要指标"),
        ("26", ""),
        ("总则", "总则"),
    ],
)
def test_a_title_stands_without_its_number(heading: str, title: str) -> None:
    assert title_of(heading).strip() == title


@pytest.mark.parametrize(
    ("most", "cut"),
    [(4, "更换管道…"), (6, "更换管道…"), (8, "更换管道…"), (9, "更换管道12.50…"), (10, "更换管道12.50公里")],
)
def test_no_number_is_cut_in_two(most: int, cut: str) -> None:
    assert cut_at_sign("更换管道12.50公里", most) == cut
