"""A figure of another row, year or five years than is asked for is never given."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("中卫2015年多少起事故", "469起"),
        ("中卫2015年死亡多少人", "51人"),
        ("中卫十二五期间死亡人数降幅是多少", "31.1%"),
        ("昆明规划里死亡人数要下降多少？", "下降15%"),
        ("宁夏要求死亡人数下降多少", "下降15%"),
        ("By how much should deaths fall in Kunming?", "fall by 15%"),
        ("By how much must accident deaths fall in Ningxia?", "fall by 15%"),
        ("昆明2018年建筑业事故起数", "29起"),
    ],
)
def test_the_row_time_and_aim_asked_for_are_told(asking: Assistant, question: str, told: str) -> None:
    assert told in asking.ask(question).answer


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("昆明火灾死亡人数2019年", ["烟花爆竹", "262"]),
        ("昆明市2016年到2020年火灾起数分别是多少", ["473", "254"]),
        ("昆明2023年道路运输死亡人数", ["188"]),
        ("昆明第三季度死亡多少人", ["403", "合计"]),
        ("How many accidents did Zhongwei have in 2015?", ["221", "较大以上"]),
        ("中卫十二五事故起数降幅", ["10%", "221"]),
    ],
)
def test_figures_of_other_rows_and_times_are_not(asking: Assistant, question: str, untold: list[str]) -> None:
    answer = asking.ask(question).answer
    assert [one for one in untold if one in answer] == []
