"""Packs of a program with a language model: when it is asked, what is told meanwhile, and that without it all is as before."""

from __future__ import annotations

import json

import pytest

from assistant import Assistant, Language
from assistant.courses import Audience, Pack, PackRequest, Written, building, wording
from assistant.ui.courses.courses_words import words
from evals.models.chat_server import chat_server
from index import Settings

PAPER = """青岚县燃气安全专项整治方案

一、总体目标
到2026年底前，全县燃气用户安全装置加装率达到95%以上。

二、主要任务
（一）县住房和城乡建设局负责城镇燃气安全监管，每半年组织1次燃气入户检查。
（二）燃气经营企业应当建立燃气入户检查台账，发现隐患的书面告知用户并督促整改。
"""


@pytest.fixture
def paper(settings: Settings) -> Settings:
    (settings.documents_dir / "qinglan.txt").write_text(PAPER, encoding="utf-8")
    return settings


def made(settings: Settings, topic: str = "燃气") -> tuple[list[str], Pack]:
    """The steps of a pack of the paper, and the pack."""
    program = Assistant(settings)
    plans = tuple(document.id for document in program.documents())
    steps, told = building(program, PackRequest(plans, (topic,), Audience.ENTERPRISE_HEAD, 2.0, Language.ZH)), []
    while True:
        try:
            told.append(next(steps)[0])
        except StopIteration as end:
            return told, end.value


def with_model(settings: Settings, monkeypatch: pytest.MonkeyPatch, url: str, **fields: object) -> Settings:
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    return settings.model_copy(update={"llm": "openai:scripted", **fields})


def test_a_model_is_asked_last_and_the_step_is_told(paper, monkeypatch):
    point = {"text": "燃气经营企业应当建立燃气入户检查台账。", "lines": [1, 2, 3]}
    with chat_server(lambda _: json.dumps({"points": [point], "scenarios": []}, ensure_ascii=False)) as server:
        steps, pack = made(with_model(paper, monkeypatch, server.url))
    assert steps[-1] == "written"
    assert all(words(language, "courses_step_written") for language in ("zh", "en"))
    assert [line.text for line in pack.written.points] == [point["text"]]
    assert "企业主要负责人" in server.requests[0]["messages"][-1]["content"]
    assert "燃气" in server.requests[0]["messages"][-1]["content"]


def test_without_a_model_or_with_one_for_other_uses_nothing_is_asked(paper, monkeypatch):
    steps, plain = made(paper)
    assert "written" not in steps
    assert plain.written == Written()
    with chat_server(lambda _: "{}") as server:
        assert made(with_model(paper, monkeypatch, server.url, llm_uses="answers")) == (steps, plain)
        assert made(with_model(paper, monkeypatch, server.url), topic="民用航空")[1].written == Written()
    assert server.requests == []


def test_a_model_that_cannot_be_set_up_leaves_the_pack_without(paper, monkeypatch):
    _, pack = made(with_model(paper, monkeypatch, "http://127.0.0.1:1/v1", llm="nobody:model"))
    assert pack.parts
    assert pack.written == Written(note=wording(Language.ZH, "model_failed"))
