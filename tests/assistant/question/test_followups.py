"""A follow-up is told from a question that stands by itself by its words, its plan and its topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Language, Question
from assistant.question.followups import completed, goes_on, is_follow_up
from assistant.question.said import Said, language_of
from assistant.types import Asked, Concept, Understanding


def meant(text: str, *topics: str, plan: str = "", asked: Asked = Asked.MEASURE) -> Understanding:
    plans = (plan,) if plan else ()
    concepts = tuple(Concept(topic, (topic,), 1.0) for topic in topics)
    return Understanding(Question(text), language_of(text), asked, plans, plans, (), (), concepts, "")


@pytest.mark.parametrize(
    "text", ["那昆明呢", "该指标的目标是多少,达到没有", "副组长是谁", "what about Kunming", "who leads it in Kizilsu"]
)
def test_words_that_go_on_from_another_question(text: str) -> None:
    assert goes_on(meant(text), Said(text))


@pytest.mark.parametrize("text", ["克州的燃气安全应该由哪个部门牵头", "who leads gas safety in Kizilsu"])
def test_words_that_do_not(text: str) -> None:
    assert not goes_on(meant(text), Said(text))


def test_a_question_without_plan_or_topic_leaves_something_out() -> None:
    text = "who leads gas safety in Kizilsu"
    assert not is_follow_up(meant(text, "燃气", plan="kizilsu-2024"), Said(text))
    assert is_follow_up(meant(text, "燃气"), Said(text))
    assert is_follow_up(meant(text, plan="kizilsu-2024"), Said(text))


def test_a_place_that_no_plan_is_of_is_not_the_one_before() -> None:
    text = "西安市燃气安全由谁负责"
    assert not is_follow_up(replace(meant(text, "燃气"), unknown_places=("西安市",)), Said(text))
    assert is_follow_up(replace(meant("西安市呢"), unknown_places=("西安市",)), Said("西安市呢"))


def test_a_new_place_keeps_the_topic_and_kind_of_the_question_before() -> None:
    earlier = meant("克州燃气安全谁牵头", "燃气", plan="kizilsu-2024", asked=Asked.DUTY)
    one = completed(meant("昆明呢", plan="kunming-14th"), earlier, Said("昆明呢"))
    assert (one.plans, one.asked, one.language) == (("kunming-14th",), Asked.DUTY, Language.ZH)
    assert [concept.asked_as for concept in one.concepts] == ["燃气"]


@pytest.mark.parametrize(
    "text", ["比较各规划的煤矿百万吨死亡率目标", "哪些规划写到了这个指标", "compare all the plans on it"]
)
def test_words_that_name_all_plans_leave_the_one_before(text: str) -> None:
    earlier = meant("克州燃气安全谁牵头", "燃气", plan="kizilsu-2024", asked=Asked.DUTY)
    one = completed(meant(text), earlier, Said(text))
    assert (one.plans, one.named_plans) == ((), ())
    assert [concept.asked_as for concept in one.concepts] == ["燃气"]


@pytest.mark.parametrize("text", ["比较2016年和2020年的起数", "这份规划的目标", "what does the plan say on it"])
def test_words_that_name_one_plan_or_none_keep_it(text: str) -> None:
    earlier = meant("克州燃气安全谁牵头", "燃气", plan="kizilsu-2024", asked=Asked.DUTY)
    assert completed(meant(text), earlier, Said(text)).plans == ("kizilsu-2024",)
