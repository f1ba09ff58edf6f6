"""The examples of docs/langchain.md run as they stand, over the five plans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from index import Settings

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "langchain.md").read_text(encoding="utf-8")
EXAMPLES = {
    section.partition("\n")[0]: section.partition("```python\n")[2].partition("```")[0]
    for section in PAGE.split("\n## ")
    if "```python\n" in section
}
MOST_LINES = 10


class ScriptedModel(BaseChatModel):
    """Asks the tool it is given what the person asks, and then repeats what the tool says."""

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Any, **_: Any) -> ScriptedModel:
        assert [tool.name for tool in tools] == ["ask_safety_plans"]
        return self

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        last = messages[-1]
        if isinstance(last, ToolMessage):
            said = AIMessage(last.content)
        else:
            call = {"name": "ask_safety_plans", "args": {"question": last.content}, "id": "1", "type": "tool_call"}
            said = AIMessage("", tool_calls=[call])
        return ChatResult(generations=[ChatGeneration(message=said)])


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_runs(
    name: str, plans_settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANS_DATA_DIR", str(plans_settings.data_dir))
    monkeypatch.chdir(ROOT)
    exec(EXAMPLES[name], {"your_model": ScriptedModel()})  # code of ours
    printed = capsys.readouterr().out
    assert printed.count("\n") >= 1
    assert TOLD[name] in printed


TOLD = {
    "Retriever": "克州",
    "Embeddings": "0.",
    "Loader and splitter, into another store": "住房和城乡建设局",
    "Vector store": "kunming-14th",
    "Runnable": "not told",
    "Tool for agents": "住房",
}


def test_examples_are_short() -> None:
    assert set(EXAMPLES) == set(TOLD)
    for example in EXAMPLES.values():
        assert (
            len([line for line in example.splitlines() if line and not line.startswith(("import", "from"))])
            <= MOST_LINES
        )
