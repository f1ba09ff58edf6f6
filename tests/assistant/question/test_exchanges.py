"""A follow-up that only names another thing asks the question before it again, of that thing."""

from __future__ import annotations

import pytest

from assistant import Assistant, Question
from assistant.question.understand import understand


@pytest.mark.parametrize(
    ("earlier", "own", "full"),
    [
        ("昆明2016年事故死亡多少人？", "那2019年呢？", "昆明2019年事故死亡多少人?"),
        (
            "How many accidents were there in Kunming in 2016?",
            "And in 2020?",
            "How many accidents were there in Kunming in 2020?",
        ),
        ("Who leads task 20 in the Kizilsu plan?", "and task 21?", "Who leads task 21 in the Kizilsu plan?"),
        ("克州三年行动的组长是谁？", "副组长呢？", "克州三年行动的副组长是谁?"),
        ("克州住建局负责什么？", "那州气象局呢？", "克州气象局负责什么?"),
        ("昆明燃气安全有哪些措施？", "那消防呢", "昆明消防有哪些措施?"),
        ("宁夏煤矿死亡率要下降多少？", "昆明呢？", "昆明煤矿死亡率要下降多少?"),
    ],
)
def test_the_thing_takes_the_place_of_one_of_its_own_sort(asking: Assistant, earlier: str, own: str, full: str) -> None:
    assert understand(Question(own, (earlier,)), asking.index, asking.glossary).question.text == full


def test_a_chain_goes_on_from_what_was_asked_last(asking: Assistant) -> None:
    history = ("克州应急管理局负责什么？", "那住建局呢？", "教育局呢？")
    assert (
        understand(Question("气象局呢", history), asking.index, asking.glossary).question.text == "克州气象局负责什么?"
    )


@pytest.mark.parametrize(
    ("earlier", "own"),
    [
        ("昆明2016年事故死亡多少人？", "那2019年谁负责消防？"),
        ("昆明2016年和2017年事故死亡多少人？", "那2019年呢？"),
        ("中卫的重点工程有哪些？", "第一个呢？"),
        ("克州燃气安全由谁负责？", "什么时候完成？"),
        ("克州燃气安全由谁负责？", "And in 2020?"),
    ],
)
def test_what_asks_more_or_finds_no_place_stays_as_it_is(asking: Assistant, earlier: str, own: str) -> None:
    meant = understand(Question(own, (earlier,)), asking.index, asking.glossary)
    assert meant.question.text.rstrip("?") == own.rstrip("？?")
