"""Indicators that a plan lists for one matter: all of its list, or those at a figure, and of no matter beside it."""

from __future__ import annotations

from assistant import Assistant


def test_the_list_of_a_sector_is_told_whole(asking: Assistant) -> None:
    answer = asking.ask("宁夏煤矿量化指标有哪些").answer
    assert all(value in answer for value in ("80%", "70%", "3座", "10个"))
    assert "20座" not in answer


def test_those_at_a_figure_are_told_alone(asking: Assistant) -> None:
    answer = asking.ask("宁夏危化品哪些指标要求做到100%").answer
    assert all(name in answer for name in ("三级达标率", "装备投用率", "包保率", "高后果区"))
    assert "15%" not in answer
