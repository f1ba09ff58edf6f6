"""A follow-up that points at an item of what was told is answered with that item."""

from __future__ import annotations

import pytest

from assistant import Assistant, Question


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        (("昆明规划有哪些重点工程？",), "第三个工程讲什么？", "全民安全素质提升工程"),
        (("What are the key projects of the Kunming plan?",), "the second one?", "非煤矿山专项整治提升建设工程"),
        (("克州三年行动分哪几个阶段？",), "第二个阶段呢？", "综合整治阶段"),
        (("克州三年行动分哪几个阶段？", "第一阶段到什么时候？"), "下一个阶段呢？", "综合整治阶段"),
        (("克州三年行动分哪几个阶段？", "第一个呢？", "下一个呢？"), "再下一个呢？", "强化治理水平"),
    ],
)
def test_the_item_pointed_at_is_told(asking: Assistant, history: tuple[str, ...], question: str, told: str) -> None:
    answer = asking.ask(Question(question, history))
    assert told in answer.answer and answer.citations


def test_a_question_with_a_matter_of_its_own_points_at_nothing(asking: Assistant) -> None:
    history = ("昆明规划有哪些重点工程？",)
    answer = asking.ask(Question("中卫企业安全生产的第一责任人是谁？", history)).answer
    assert "数字安全生产工程" not in answer
