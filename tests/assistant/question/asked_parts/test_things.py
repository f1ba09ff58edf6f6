"""A list of things is read with what stands before and behind it; what is no list is left alone."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.question.asked_parts.things import MOST_THINGS, things_of


def names(text: str, language: Language) -> list[str]:
    return [thing.name for thing in things_of(text, language)]


def test_each_thing_of_a_chinese_list_is_asked_alone() -> None:
    things = things_of("宁夏的目标中,亿元GDP死亡率、煤矿百万吨死亡率分别是多少?", Language.ZH)
    assert [thing.text for thing in things] == [
        "宁夏的目标中,亿元GDP死亡率是多少",
        "宁夏的目标中,煤矿百万吨死亡率是多少",
    ]


def test_each_thing_of_an_english_list_is_asked_alone() -> None:
    things = things_of("What are the targets for coal mines, for roads and for fires in 2020?", Language.EN)
    assert [thing.text for thing in things] == [
        "What are the targets for coal mines in 2020",
        "What are the targets for roads in 2020",
        "What are the targets for fires in 2020",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("共和县的燃气安全由谁负责", Language.ZH),
        ("燃气安全由谁负责", Language.ZH),
        ("In Kizilsu, how often must staff practise", Language.EN),
        ("Who leads fire safety in Kizilsu?", Language.EN),
    ],
)
def test_what_holds_no_list(text: str, language: Language) -> None:
    assert not names(text, language)


def test_a_long_list_is_asked_as_a_whole() -> None:
    things = "、".join(["煤矿", "道路", "消防", "燃气", "渔业"][: MOST_THINGS + 1])
    assert not names(f"{things}的目标分别是多少", Language.ZH)
