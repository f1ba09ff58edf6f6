"""Fines: for what, and how much, a tier or an act each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index import Indicator, Status
from index.facts.rules import read_fines

ReadFines = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def fines_of(read_text: Callable[..., Any]) -> ReadFines:
    def fines(text: str) -> list[tuple[str, str]]:
        read = read_text(text)
        found: list[Indicator] = list(read_fines(read.clean, read.root))
        for fine in found:
            assert fine.value in read.clean.text[fine.span.start : fine.span.end]
            assert fine.status is Status.RULE
        return [(fine.name, fine.value) for fine in found]

    return fines


def test_a_fine_is_told_with_its_case(fines_of: ReadFines) -> None:
    text = "第三十条 违反本条例规定，占用消防车通道的，由市消防救援支队责令改正，处五千元以上三万元以下的罚款。"
    assert fines_of(text) == [("占用消防车通道的罚款", "五千元以上三万元以下")]


def test_what_goes_on_with_a_case_is_told_with_it(fines_of: ReadFines) -> None:
    text = "储存场所未设警示标志的，处一万元以上三万元以下罚款；逾期不改正的，对单位处五万元罚款，对个人可以并处二千元罚款。"
    assert fines_of(text) == [
        ("储存场所未设警示标志的罚款", "一万元以上三万元以下"),
        ("储存场所未设警示标志的，逾期不改正的，对单位罚款", "五万元"),
        ("储存场所未设警示标志的，逾期不改正的，对个人罚款", "二千元"),
    ]


def test_tiers_stand_side_by_side_below_what_is_told_for_all(fines_of: ReadFines) -> None:
    text = (
        "第八条 矿山发生事故负有责任的，依照下列规定处以罚款：\n"
        "（一）发生一般事故的，处30万元以上100万元以下的罚款；\n（二）发生较大事故的，处上一年收入40%的罚款。"
    )
    assert fines_of(text) == [
        ("矿山发生事故负有责任的，发生一般事故的罚款", "30万元以上100万元以下"),
        ("矿山发生事故负有责任的，发生较大事故的罚款", "上一年收入40%"),
    ]


def test_each_act_of_a_list_has_every_fine_told_above_it(fines_of: ReadFines) -> None:
    text = (
        "第九条 生产企业有下列行为之一的，处一万元罚款；拒不改正的，处五万元罚款：\n"
        "（一）未建立台账的；\n（二）未开展演练的。"
    )
    assert fines_of(text)[2:] == [
        ("未建立台账的罚款", "一万元"),
        ("未建立台账的，拒不改正的罚款", "五万元"),
        ("未开展演练的罚款", "一万元"),
        ("未开展演练的，拒不改正的罚款", "五万元"),
    ]


@pytest.mark.parametrize("text", ["对处罚款的决定不服的，可以申请复议。", "处五十元以下罚款的，可以当场作出决定。"])
def test_what_speaks_of_fines_lays_none_down(fines_of: ReadFines, text: str) -> None:
    assert fines_of(text) == []
