"""Sums and differences: computed where asked, from cited cells of one kind, and else not at all."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.comparison.computed import computed, difference_shown
from assistant.question.understand import understand
from assistant.types import Question


@pytest.fixture
def result(asking: Assistant, plans, english):
    """What is computed for a question; "" for nothing."""

    def ask(question: str) -> tuple[str, int]:
        meant = understand(Question(question), plans, english.glossary)
        text, citations = computed(meant, asking._ranked(meant, plans), plans, english)
        return text, len(citations)

    return ask


@pytest.mark.parametrize(
    ("question", "ending", "cited"),
    [
        ("昆明2018年道路运输事故比2016年少了多少起", "2018年比2016年少，396−125=271（计算）。", 2),
        ("昆明2019年道路运输事故比2018年少了多少起", "2019年比2018年多，206−125=81（计算）。", 2),
        ("昆明2016年至2018年道路运输死亡人数合计多少", "合计332+147+108=587（计算）。", 3),
        ("昆明2018年道路运输比建筑施工事故多多少起", "道路运输比建筑施工多，125−29=96（计算）。", 2),
        ("昆明2020年死亡人数比2016年降了多少", "2020年比2016年少，403−257=146，146÷403=36.2%（计算）。", 2),
        ("中卫市十二五末事故死亡人数比2010年降了多少", "2015年比2010年少，74−51=23，23÷74=31.1%（计算）。", 2),
        (
            "How many fewer road transport deaths did Kunming have in 2018 than in 2016?",
            "332−108=224 (computed): fewer for 2018 than for 2016.",
            2,
        ),
    ],
)
def test_a_computation_is_shown_with_all_its_cells(question: str, ending: str, cited: int, result) -> None:
    text, count = result(question)
    assert text.endswith(ending)
    assert count == cited


@pytest.mark.parametrize(
    "question",
    [
        "昆明2018年道路运输事故多少起",  # nothing to compute is asked for
        "昆明2018年道路运输事故比2015年少了多少起",  # 2015 is not in the table
        "宁夏生产安全事故死亡人数目标下降多少",  # the plan states the change itself
        "昆明2018年道路运输事故和中卫的相差多少",
    ],
)
def test_nothing_is_computed_where_it_is_not_asked_or_not_safe(question: str, result) -> None:
    assert result(question) == ("", 0)


def test_differences_are_exact() -> None:
    assert difference_shown([1.92, 2.15]) == "2.15−1.92=0.23"
