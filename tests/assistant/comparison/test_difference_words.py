"""What differs in a topic, in a line that claims no more than the cells show."""

from __future__ import annotations

import pytest

from assistant.comparison.difference_words import legend, marks_of, told_differences
from assistant.comparison.differences import differences
from assistant.comparison.types import AsWritten, CellText, ComparedCell, ComparedTopic
from assistant.facts.magnitudes import Magnitude
from assistant.types import Language

NAMES = {"a": "甲市", "b": "乙县", "c": "丙州"}
TEXT = CellText("加强检查。", (1,))


@pytest.fixture
def rate(figure):
    def build(number: int, name: str = "机械化程度"):
        quantity = Magnitude(number, "%", change=False, exact=True)
        value = f"{number}%"
        return figure(name=name, value=value, quantity=quantity, as_written=AsWritten(name, value, ""))

    return build


def topic(**cells) -> ComparedTopic:
    held = tuple(ComparedCell(plan, *cell) for plan, cell in cells.items())
    return ComparedTopic("机械化", "机械化", held, ())


def told(made: ComparedTopic) -> str:
    return told_differences(made, differences(made), NAMES, Language.ZH)


def test_values_stand_with_the_plans_that_have_them(rate) -> None:
    made = topic(a=((rate(10),), ()), b=((rate(8),), ()), c=((rate(10),), ()))
    assert told(made) == "目标不同：10%（甲市、丙州）／8%（乙县）。"
    english = told_differences(made, differences(made), {"a": "A", "b": "B", "c": "C"}, Language.EN)
    assert english == "Targets differ: 10% (A, C) vs 8% (B)."
    assert told(topic(a=((rate(10),), ()), b=((rate(10),), ()))) == "目标相同：10%（甲市、乙县）。"


def test_several_indicators_are_named(rate) -> None:
    other = rate(90, "投保率")
    made = topic(a=((rate(10), other), ()), b=((rate(8), other), ()))
    assert told(made) == "机械化程度——目标不同：10%（甲市）／8%（乙县）；投保率——目标相同：90%（甲市、乙县）。"


def test_who_says_nothing_or_only_mentions_it_is_named(rate) -> None:
    little = ((), (TEXT,), True)
    assert told(topic(a=((rate(10),), ()), b=little, c=((), ()))) == "只有甲市写明；乙县只是提到；丙州未提及。"
    assert told(topic(a=little, b=((), ()))) == "所选规划都没有写明；甲市只是提到；乙县未提及。"
    assert told(topic(a=((), ()), b=((), ()))) == "所选规划都没有写明。"


def test_of_texts_and_unlike_figures_nothing_is_claimed(rate) -> None:
    assert told(topic(a=((), (TEXT,)), b=((), (TEXT,)))) == "只有文字表述，请逐格对照。"
    assert told(topic(a=((rate(10),), ()), b=((), (TEXT,)))) == "只有甲市给出数值，其余是文字表述，请逐格对照。"
    assert (
        told(topic(a=((rate(10),), ()), b=((rate(8, "投保率"),), ())))
        == "数值的指标、单位或口径不同，没有可直接相比的。"
    )
    assert told(topic(a=((rate(10),), ()))) == "只有一部规划，没有可对照的。"


def test_the_legend_explains_the_marks_that_are_used(rate) -> None:
    found = differences(topic(a=((rate(10),), ()), b=((rate(8),), ())))
    assert legend(marks_of(found), Language.ZH) == (("≠ 不同", "与其他规划的同类内容不同"),)
    alone = differences(topic(a=((rate(10),), ()), b=((), ())))
    assert legend(marks_of(alone), Language.EN) == (("◆ in this plan alone", "the other plans chosen do not state it"),)
