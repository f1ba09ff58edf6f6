"""The assistant as a runnable."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.errors import QuestionError
from assistant.langchain import plans_runnable
from evals.models.chat_server import chat_server
from index import Settings
from tests.assistant.generation.asking import PAPER, WHO, writing

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


@pytest.mark.parametrize("waits", [False, True])
def test_what_a_model_writes_is_streamed_sentence_by_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: bool
) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "青岚.txt").write_text(PAPER, "utf-8")
    text = "城镇燃气安全监管由县住房和城乡建设局负责。[{n}]该局每半年组织1次入户检查。[{n}]"
    with chat_server(writing(text)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        settings = Settings(data_dir=tmp_path / "data", documents_dir=tmp_path / "documents", llm="openai:scripted")
        runnable = plans_runnable(Assistant(settings))

        async def awaited() -> list[dict[str, object]]:
            return [piece async for piece in runnable.astream(WHO)]

        pieces = asyncio.run(awaited()) if waits else list(runnable.stream(WHO))
        first, second = text.replace("{n}", "1").split("]", 1)
        assert [piece["answer"] for piece in pieces] == [f"{first}]", f"{first}]{second}", f"{first}]{second}"]
        assert untimed(pieces[-1]) == untimed(runnable.invoke(WHO))
        chained = runnable | (lambda answer: answer["answer"])
        assert list(chained.stream({"question": WHO})) == [f"{first}]{second}"]


def test_a_question_may_come_in_pieces(asking: Assistant) -> None:
    runnable = plans_runnable(asking)
    expected = untimed(asking.ask(QUESTION).to_json())
    assert [untimed(one) for one in runnable.transform(iter([QUESTION[:3], QUESTION[3:]]))] == [expected]
