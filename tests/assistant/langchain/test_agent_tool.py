"""The assistant as a tool for agents."""

from __future__ import annotations

import asyncio

from assistant import Assistant
from assistant.langchain import plans_tool

QUESTION = "克州燃气安全谁牵头?"


def called(**arguments: object) -> dict[str, object]:
    return {"name": "ask_safety_plans", "args": arguments, "id": "1", "type": "tool_call"}


def test_a_model_gets_the_answer_with_its_quotes_and_a_program_the_answer_object(asking: Assistant) -> None:
    answer = asking.ask(QUESTION)
    message = plans_tool(asking).invoke(called(question=QUESTION))
    assert message.status == "success"
    assert message.content.startswith(answer.answer)
    for citation in answer.citations:
        assert f"[{citation.number}] {citation.title}" in message.content
        assert citation.quote in message.content
    assert message.artifact["answer"] == answer.answer
    again = asyncio.run(plans_tool(asking).ainvoke(called(question=QUESTION)))
    assert again.content == message.content


def test_what_goes_wrong_reaches_the_model_as_an_error(asking: Assistant) -> None:
    tool = plans_tool(asking)
    message = tool.invoke(called(question=QUESTION, plans=["nowhere"]))
    assert message.status == "error"
    assert "nowhere" in message.content
    assert tool.invoke(called(question=" ")).status == "error"


def test_its_arguments_are_described(asking: Assistant) -> None:
    tool = plans_tool(asking)
    assert set(tool.args) == {"question", "plans"}
    assert all(one["description"] for one in tool.args.values())
    assert tool.tool_call_schema.model_json_schema()["required"] == ["question"]
