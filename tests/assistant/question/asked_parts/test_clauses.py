"""A question is parted where it asks anew, and nowhere else."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.question.asked_parts.clauses import MOST_CLAUSES, clauses_of


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("燃气安全由谁负责,什么时候完成?", ("燃气安全由谁负责", "什么时候完成")),
        ("2015年事故多少起、死亡多少人", ("2015年事故多少起", "死亡多少人")),
        ("目标是什么,由谁负责,何时完成?", ("目标是什么", "由谁负责", "何时完成")),
        ("应急广播由谁负责以及何时建成", ("应急广播由谁负责", "何时建成")),
        ("消防安全谁牵头谁配合", ("消防安全谁牵头", "谁配合")),
        ("行动开始于何时,结束于何时", ("行动开始于何时", "结束于何时")),
    ],
)
def test_chinese_clauses_that_ask(text: str, clauses: tuple[str, ...]) -> None:
    assert clauses_of(text, Language.ZH) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "宁夏的目标中,亿元GDP死亡率、煤矿百万吨死亡率分别是多少",
        "安全生产和消防工作由谁负责",
        "发生什么情况时,由谁启动响应",
        "由谁和谁负责",
        "近几年事故情况,死亡多少人",
        "共和县的燃气安全由谁负责,请说明",
    ],
)
def test_chinese_questions_that_ask_once(text: str) -> None:
    assert len(clauses_of(text, Language.ZH)) == 1


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Where is the office and who heads it?", ("Where is the office", "and who heads it")),
        ("Who leads fire safety, and by when is it due?", ("Who leads fire safety", "and by when is it due")),
        (
            "How many accidents were there, how many people died?",
            ("How many accidents were there", "how many people died"),
        ),
        ("Which bodies lead and which help?", ("Which bodies lead", "and which help")),
    ],
)
def test_english_clauses_that_ask(text: str, clauses: tuple[str, ...]) -> None:
    assert clauses_of(text, Language.EN) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "How and when must accidents be reported?",
        "Who regulates boats, which carry passengers?",
        "When a mine floods, what must be done?",
        "What are the targets for coal mines and road traffic?",
        "How many of the 9,000 firms are there",
    ],
)
def test_english_questions_that_ask_once(text: str) -> None:
    assert len(clauses_of(text, Language.EN)) == 1


def test_no_more_than_so_many_are_parted() -> None:
    text = "谁牵头,谁配合,谁监督,谁验收,谁出钱,谁宣传"
    clauses = clauses_of(text, Language.ZH)
    assert len(clauses) == MOST_CLAUSES
    assert clauses[-1] == "谁验收,谁出钱,谁宣传"
