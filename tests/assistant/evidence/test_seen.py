"""What a question speaks of, and whether the plans speak of it at all."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "中卫对滑雪场有什么要求？",
        "昆明市地震避难所建几个？",
        "How many earthquake shelters will Kunming build by 2025?",
    ],
)
def test_a_thing_that_no_plan_in_question_speaks_of_is_not_told(asking: Assistant, question: str) -> None:
    assert asking.ask(question).refused


@pytest.mark.parametrize(
    "question",
    [
        "晋城怎么管电瓶车？",
        "How does Jincheng want to get e-bikes and other battery-powered vehicles in order?",
        "宁夏怎么管快递？",
    ],
)
def test_a_thing_told_in_other_words_is_told(asking: Assistant, question: str) -> None:
    assert not asking.ask(question).refused
