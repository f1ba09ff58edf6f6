"""Contradictions inside one plan are told, with both citations; different things are no contradiction."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    "question", ["中卫市2015年的道路交通万车死亡率是多少？", "Zhongwei: road death rate per 10,000 vehicles in 2015?"]
)
def test_both_figures_of_a_contradiction_are_told_and_cited(asking: Assistant, question: str) -> None:
    answer = asking.ask(question)
    assert "2.15" in answer.answer
    assert "1.92" in answer.answer
    quotes = [c.quote for c in answer.citations]
    assert any("万车死亡率为2.15" in quote for quote in quotes)
    assert any(quote.endswith("1.92") for quote in quotes)


def test_a_figure_told_once_has_no_contradiction(asking: Assistant) -> None:
    answer = asking.ask("宁夏到2025年企业全员安全培训率要达到多少?")
    assert "100%" in answer.answer
    assert "数字不同" not in answer.answer
