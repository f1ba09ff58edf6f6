"""Conversations outside the page: kept and exported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.types import Answer, Citation, Language, Mode, Trace
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.ask.kept import MAX_TURNS_KEPT, from_json, to_json, to_markdown


def make_turn(question="谁牵头?"):
    citation = Citation(1, "kizilsu-2024", "方案", "四、任务", 2, 3, 9, "城镇燃气")
    answer = Answer(
        "",
        question,
        Language.ZH,
        refused=False,
        answer="住建局。[1]",
        citations=(citation,),
        suggestions=("?",),
        mode=Mode.EXTRACTIVE,
        timings_ms={"total": 3.5},
        trace=Trace("duty", "谁 牵头", ("kizilsu-2024",), ("燃气",), (("城镇燃气", 0.5),), 0.9),
    )
    return Turn(question, answer)


def test_conversation_comes_back_as_it_was():
    turns = (make_turn(), Turn("失败的问题", error="x"), replace(make_turn("昆明呢?"), vote="up"))
    assert from_json(to_json(Conversation("c1", turns))) == Conversation("c1", (turns[0], turns[2]))


def test_only_the_last_turns_are_kept():
    turns = tuple(make_turn(str(number)) for number in range(MAX_TURNS_KEPT + 5))
    kept = from_json(to_json(Conversation("c1", turns)))
    assert [turn.question for turn in kept.turns] == [str(number) for number in range(5, MAX_TURNS_KEPT + 5)]


DAMAGED = ["", "null", "7", "{}", '{"id": "a"}', '{"id": "a", "answers": [1]}', '{"id": "a", "answers": [{}]}', "[" * 9]


@pytest.mark.parametrize("text", DAMAGED)
def test_anything_else_in_the_browser_is_left_aside(text):
    assert from_json(text) == Conversation()


def test_markdown_holds_answers_with_their_quotes():
    text = to_markdown(Conversation("", (make_turn(),)), {}, "zh")
    assert text.startswith(
        "# 安全生产规划问答\n\n## 谁牵头?\n\n住建局。[1]\n\n[1] 方案 · 四、任务 · 第2页\n\n> 城镇燃气"
    )
