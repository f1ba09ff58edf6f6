"""One figure in several years is told for each of them, in their order; a year that is not told is said to be missing."""

from __future__ import annotations

import pytest

from assistant import Assistant


def test_the_cells_of_a_row_are_one_statement_in_the_order_of_the_years(asking: Assistant) -> None:
    answer = asking.ask("昆明2016到2020年道路运输死亡人数").answer
    told = [answer.index(figure) for figure in ("332人", "147人", "108人", "198人", "188人")]
    assert told == sorted(told)


def test_running_text_tells_the_years_of_a_range(asking: Assistant) -> None:
    answer = asking.ask("晋城2017到2020年隐患排查治理系统的覆盖率")
    assert all(figure in answer.answer for figure in ("25%", "50%", "75%", "全覆盖"))
    assert len(answer.citations) == 1


def test_a_year_without_a_figure_is_said_to_be_missing(asking: Assistant) -> None:
    answer = asking.ask("昆明2019、2020、2021年煤矿事故起数是多少?").answer
    assert "2019年事故起数" in answer and "未见关于“2021年”的内容" in answer


@pytest.mark.parametrize("text", ["昆明2016年和2020年的死亡人数相差多少?", "昆明2016年至2020年事故起数合计多少?"])
def test_what_is_asked_of_all_years_together_is_computed(text: str, asking: Assistant) -> None:
    assert "（计算）" in asking.ask(text).answer
