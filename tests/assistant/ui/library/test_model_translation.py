"""What the library tells of a document that a model translates, in the page's language."""

from __future__ import annotations

import json
import threading

import pytest

from assistant.ui.library.model_translation import offered, translating
from evals.models.chat_server import Asked, Reply, chat_server
from index import Index, Settings
from index.build import build

TEXT = "云泽市2024年安全生产工作计划\n\n每年检查沼气池两次。\n养蜂场不得堆放易燃物品。\n"
ENGLISH = {"每年检查沼气池两次": "Inspect biogas pools twice a year."}


@pytest.fixture
def built(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-a-test")
    (settings.documents_dir / "yunze.txt").write_text(TEXT, encoding="utf-8")
    build(settings)
    return settings


def answers(asked: Asked) -> str:
    numbered = (line.partition(". ") for line in asked.text.splitlines())
    lines = [{"number": int(no), "english": ENGLISH.get(zh.strip("。"), "")} for no, _, zh in numbered if no.isdigit()]
    return json.dumps({"lines": lines})


def test_without_a_model_nothing_is_offered(built):
    index = Index.open(built)
    assert offered(built, index, index.documents[0].id, "zh") == ""
    told = list(translating(built, index, index.documents[0].id, threading.Event(), "zh"))
    assert [one.text for one in told[-1]] == ["没有为译文配置语言模型。"]


def test_the_cost_is_offered_and_what_was_made_is_told(built, monkeypatch):
    index = Index.open(built)
    document_id = index.documents[0].id
    with chat_server(answers) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        own = built.model_copy(update={"llm": "openai:for-the-library"})
        assert "openai:for-the-library" in offered(own, index, document_id, "en")
        told = list(translating(own, index, document_id, threading.Event(), "en"))
    assert told[0][0].state == "working"
    assert told[-1][0].text.startswith("1 lines taken, ")
    assert any(one.text.startswith("no English: ") for one in told[-1][1:])
    assert Index.open(built).search_lexical("biogas pools", 3, translated=True)


def test_a_model_that_refuses_is_told_in_the_language_of_the_page(built, monkeypatch):
    index = Index.open(built)
    with chat_server(lambda _: Reply(status=401)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        own = built.model_copy(update={"llm": "openai:refusing-the-library"})
        told = list(translating(own, index, index.documents[0].id, threading.Event(), "zh"))
    assert told[-1][0].text.startswith("语言模型拒绝了密钥")
    assert "sk-of-a-test" not in str(told)


def test_a_stop_ends_it(built, monkeypatch):
    index, stop = Index.open(built), threading.Event()
    stop.set()
    with chat_server(answers) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        own = built.model_copy(update={"llm": "openai:stopped-in-the-library"})
        told = list(translating(own, index, index.documents[0].id, stop, "en"))
    assert server.requests == []
    assert told[-1][0].text.startswith("0 lines taken")
