"""Programs at the door of the running page: Gradio's client, MCP, the example of the documents, many at once."""

from __future__ import annotations

import ast
import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from assistant import Assistant
from benchmarks import under_load
from evals import Split, load_questions, local_system, remote_system
from tests.assistant.server.test_web_api import QUESTION

pytestmark = pytest.mark.slow

USAGE = (Path(__file__).parents[3] / "docs" / "usage.md").read_text(encoding="utf-8")
NAMES = {"ask", "search", "facts", "documents", "compare"}
QUESTIONS_ASKED = 12


@pytest.fixture(scope="module")
def client(server):
    return Client(server, verbose=False, ssl_verify=False)


def test_only_the_named_endpoints_are_public_and_their_types_are_told(client):
    told = client.view_api(print_info=False, return_format="dict")
    assert {name.strip("/") for name in told["named_endpoints"]} == NAMES
    assert not told["unnamed_endpoints"]
    asked = told["named_endpoints"]["/ask"]
    assert [p["parameter_name"] for p in asked["parameters"] if not p["parameter_has_default"]] == ["question"]
    assert "refused: bool" in asked["returns"][0]["python_type"]["type"]
    assert asked["description"].startswith("Answer a question from the work-safety plans")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((" ",), "the question is empty"),
        (("x", [], ["nowhere"]), "no plan has the id 'nowhere'"),
        (("x", "y"), "history: Input should be a valid array"),
    ],
)
def test_failure_reaches_a_client_as_one_sentence(client, arguments, sentence):
    with pytest.raises(AppError, match=sentence) as failure:
        client.predict(*arguments, api_name="/ask")
    assert "Traceback" not in str(failure.value)


def test_example_of_the_documents_works(server, capsys):
    blocks = re.findall(r"^```python\n(.*?)^```$", USAGE, re.MULTILINE | re.DOTALL)
    code = next(block for block in blocks if "gradio_client" in block)
    assert "http://127.0.0.1:7860" in code
    *first, last = ast.parse(code.replace("http://127.0.0.1:7860", server.rstrip("/"))).body
    names: dict[str, object] = {}
    exec(compile(ast.Module(first, []), "usage.md", "exec"), names)
    assert isinstance(last, ast.Expr)
    value = eval(compile(ast.Expression(last.value), "usage.md", "eval"), names)
    assert "自治州住房和城乡建设局" in str(value) + capsys.readouterr().out


def test_assistants_find_our_tools_and_nothing_else(server):
    async def use() -> None:
        address = f"{server}gradio_api/mcp/"
        async with streamable_http_client(address) as (read, write, _), ClientSession(read, write) as session:
            await session.initialize()
            tools = {tool.name: tool for tool in (await session.list_tools()).tools}
            assert set(tools) == NAMES
            assert tools["ask"].description.startswith("Answer a question")
            assert tools["ask"].inputSchema["required"] == ["question"]
            assert all(
                field["description"] for tool in tools.values() for field in tool.inputSchema["properties"].values()
            )

            given = await session.call_tool("ask", {"question": QUESTION})
            answer = json.loads(given.content[0].text)
            assert answer["citations"][0]["document"] == "kizilsu-2024"
            assert not answer["refused"]
            refused = await session.call_tool("ask", {"question": "x", "plans": ["nowhere"]})
            assert refused.isError
            assert refused.content[0].text.startswith("no plan has the id 'nowhere'")
            facts = json.loads((await session.call_tool("facts", {"kind": "duty"})).content[0].text)
            assert {fact["kind"] for fact in facts} == {"duty"}

    # In a thread of its own: the browser of other tests keeps an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, use()).result()


def test_the_page_gives_the_same_answers_as_the_program(server, plans_settings):
    questions = load_questions(split=Split.TUNE)
    chosen = questions[:: len(questions) // QUESTIONS_ASKED]
    here, there = local_system(Assistant(plans_settings), plans_settings), remote_system(server)
    for question in chosen:
        own, remote = here.ask(question), there.ask(question)
        assert (own.answer, own.refused, own.citations) == (remote.answer, remote.refused, remote.citations)


def test_conversations_at_once_do_not_mix(server, capsys):
    status = under_load.main(["--url", server, "--clients", "8", "--turns", "3", "--max-median-s", "60"])
    assert status == 0, capsys.readouterr().out
