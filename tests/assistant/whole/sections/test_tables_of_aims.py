"""A plan's indicators: the whole table with its values, the rows at a figure, and not those of a sector."""

from __future__ import annotations

from assistant import Assistant


def test_the_table_is_told_with_its_values(asking: Assistant) -> None:
    answer = asking.ask("宁夏规划的主要指标有哪些").answer
    assert "共6项" in answer
    assert all(value in answer for value in ("下降15%", "零发生", "下降33%", "下降20%", "下降10%"))


def test_rows_at_a_figure_are_told_alone(asking: Assistant) -> None:
    answer = asking.ask("昆明哪些指标的目标是100%").answer
    assert "共7项" in answer
    assert "市政消火栓完好率100%" in answer
    assert "15%" not in answer


def test_columns_are_named_where_a_row_has_several(asking: Assistant) -> None:
    assert "规划目标56人，降幅(%)10%" in asking.ask("中卫规划有哪些指标").answer


def test_indicators_of_a_sector_are_those_of_the_sector(asking: Assistant) -> None:
    answer = asking.ask("宁夏消防安全的量化指标有哪些").answer
    assert "95%" in answer
    assert "33%" not in answer
