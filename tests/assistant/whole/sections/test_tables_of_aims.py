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


def test_the_whole_table_is_told_however_it_is_asked_for(asking: Assistant) -> None:
    answer = asking.ask("中卫十三五主要指标表列全：每项规划目标是多少").answer
    assert all(value in answer for value in ("199", "56", "0.142", "2.857", "0.058"))
    answer = asking.ask("昆明市十四五安全生产主要指标表，把每一项和目标值列出来").answer
    assert all(value in answer for value in ("15%", "33%", "市政消火栓", "进园入区"))


def test_a_table_asked_for_by_its_values_is_told_to_its_end_in_english(asking: Assistant) -> None:
    answer = asking.ask("Give me the indicators of Kunming's target table with their values.").answer
    assert "sited in industrial parks and zones: 100%" in answer
