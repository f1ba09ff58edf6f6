"""Sentences shortened by whole clauses."""

from __future__ import annotations

import pytest

from assistant.wording.first_clauses import clauses_fitting, clauses_of, only_leads_in, ways_of


def test_what_fits_is_told_whole_without_the_mark_at_its_end() -> None:
    assert clauses_fitting("整治老旧管道，消除泄漏隐患。", 30) == "整治老旧管道，消除泄漏隐患"


@pytest.mark.parametrize("most", [10, 14, 18, 22])
def test_what_does_not_fit_ends_with_a_clause(most: int) -> None:
    text = "对餐饮企业逐户排查燃气隐患，建立问题清单，每年改造老旧管道20公里。"
    told = clauses_fitting(text, most)
    assert text.removeprefix(told)[0] in "，。"


def test_what_only_says_on_what_ground_is_not_told_alone() -> None:
    assert "持证上岗" in clauses_fitting("根据《安全生产法》，特种作业人员全部持证上岗，不得例外。", 8)


def test_brackets_and_quotation_marks_are_not_parted() -> None:
    assert list(clauses_of("落实“管行业，管业务”，建立清单（一企一档，一患一策）。")) == [
        "落实“管行业，管业务”，",
        "建立清单（一企一档，一患一策）。",
    ]


def test_what_is_aimed_at_says_nothing_without_what_is_done() -> None:
    sentence = "以整治疏散通道堵塞封闭、消防设施器材损坏，责任未落实为重点，严厉打击消防违法行为，加大整治力度。"
    assert all("严厉打击" in told for told in ways_of(sentence))
    assert only_leads_in("以整治通道堵塞，责任未落实为重点，")
    assert not only_leads_in("严厉打击消防违法行为，")
