"""A question for several things is answered by the whole list that its best sentence leads to or is an item of."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from index import Settings

LAW = """青岭市渡口安全条例

第一章 总则

第一条 渡口经营者应当履行下列安全职责：

（一）检查渡船缆绳和锚链；

（二）登记乘客人数；

（三）雾天停止摆渡。

第二条 下列人员不得担任渡工：

（一）未满十八周岁的；

（二）患有眩晕疾病的渡工候选人。

第三条 本条例自2031年7月1日起施行。
"""


@pytest.fixture
def law(plan_files: Path, settings: Settings) -> Assistant:
    (plan_files / "law.txt").write_text(LAW, encoding="utf-8")
    return Assistant(settings)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("青岭市渡口经营者应当履行哪些安全职责？", ("缆绳", "乘客人数", "雾天")),
        ("青岭市患有眩晕疾病的等哪些情形不得担任渡工？", ("十八周岁", "眩晕")),
    ],
)
def test_the_list_is_told_whole(question: str, items: tuple[str, ...], law: Assistant) -> None:
    answer = law.ask(question)
    assert not answer.refused
    assert all(item in answer.answer for item in items)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("昆明怎样监管燃气安全", "燃气"),
        ("What does Jincheng plan for the electric power sector?", "power companies"),
        ("How does Kunming intend to make tourism safe?", "tour"),
    ],
)
def test_of_one_item_of_a_list_what_stands_below_it_is_told(asking: Assistant, question: str, told: str) -> None:
    answer = asking.ask(question).answer
    assert told in answer and "共16项" not in answer and " items: 1." not in answer
