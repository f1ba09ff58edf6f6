"""The assistant as a runnable."""

from __future__ import annotations

import asyncio

import pytest

from assistant import Assistant
from assistant.errors import QuestionError
from assistant.langchain import plans_runnable

QUESTION = "克州燃气安全谁牵头?"


def untimed(answer: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in answer.items() if key != "timings_ms"}


def test_it_gives_the_answer_object_however_it_is_called(asking: Assistant) -> None:
    runnable = plans_runnable(asking)
    expected = untimed(asking.ask(QUESTION).to_json())
    assert untimed(runnable.invoke(QUESTION)) == expected
    assert untimed(runnable.invoke({"question": QUESTION})) == expected
    assert untimed(asyncio.run(runnable.ainvoke(QUESTION))) == expected
    assert [untimed(one) for one in runnable.batch([QUESTION, QUESTION])] == [expected, expected]
    assert [untimed(one) for one in runnable.stream(QUESTION)] == [expected]
    assert (runnable | (lambda answer: answer["answer"])).invoke(QUESTION) == expected["answer"]


def test_earlier_questions_and_plans_are_heard(asking: Assistant) -> None:
    runnable = plans_runnable(asking)
    plan = asking.documents()[0].id
    answer = runnable.invoke({"question": "安全生产的目标是什么?", "plans": [plan]})
    assert {one["document"] for one in answer["citations"]} <= {plan}
    followed = runnable.invoke({"question": "消防呢?", "history": [QUESTION]})
    assert not followed["refused"]


@pytest.mark.parametrize("asked", ["", {"text": "x"}, {"question": "x", "plan": "y"}, 3])
def test_what_is_no_question_is_told(asking: Assistant, asked: object) -> None:
    with pytest.raises(QuestionError):
        plans_runnable(asking).invoke(asked)
