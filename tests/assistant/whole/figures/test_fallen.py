"""How far something fell between two years is told by the plan's own sentence, or with both figures of its table."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        ("昆明亿元GDP生产安全事故死亡率十三五从多少降到多少，降幅几何？", ("0.1", "0.037", "63%"), "33%"),
        ("昆明工矿商贸十万人死亡率从2015年到2020年降了多少", ("1.64", "39%"), "0.037"),
        ("中卫2015年事故起数比2010年下降了多少？", ("469起", "156起", "24.96%"), "51人"),
        (
            "How much did Kunming's road deaths per 10,000 vehicles fall between 2015 and 2020?",
            ("1.53", "33.3%"),
            "63%",
        ),
    ],
)
def test_the_sentence_of_the_plan_tells_from_where_to_where(
    text: str, told: tuple[str, ...], not_told: str, asking: Assistant
) -> None:
    answer = asking.ask(text).answer
    assert all(figure in answer for figure in told)
    assert not_told not in answer


def test_an_aim_is_no_change_that_happened(asking: Assistant) -> None:
    assert "15%" in asking.ask("昆明规划里死亡人数要下降多少？").answer


def test_two_years_and_what_lies_between_are_told_once(asking: Assistant) -> None:
    answer = asking.ask("昆明2016年道路运输死亡多少人、2020年多少人，少了几个？").answer
    assert answer.count("332人") == 1
    assert "332−188=144" in answer
