"""A language model set in the page, its key never shown again; its answers shown as they grow."""

from __future__ import annotations

import threading
from dataclasses import fields
from typing import Any

import pytest

from assistant.ui.library.setting_model import ModelParts, model_words
from evals.models.chat_server import Asked, Reply, chat_server
from index import Settings
from index.language_model.kept_model import keep
from index.language_model.uses import Use

KEY = "sk-very-secret-0123456789"
WRITTEN = "自治州住房和城乡建设局负责城镇燃气。[1]"
INVENTED = "县长王某某负责，投入7788万元。[1]"


def panel(settings: Settings, language: str) -> dict[str, Any]:
    """The updates of the panel by the name of the control; the names stand for the controls."""
    names: list[Any] = [field.name for field in fields(ModelParts)]
    return model_words(ModelParts(*names), settings, language)


@pytest.mark.parametrize(("language", "is_set"), [("zh", "已设置"), ("en", "Set; leave empty")])
def test_a_key_is_told_as_set_and_never_shown(settings: Settings, language: str, is_set: str) -> None:
    keep(settings, "openai:scripted", "http://127.0.0.1:1/v1", KEY, (Use.ANSWERS,))
    shown = panel(settings, language)
    assert KEY not in repr(shown)
    assert is_set in shown["key"]["placeholder"] and shown["key"]["value"] == ""


def test_a_model_of_the_environment_can_only_be_looked_at(settings: Settings) -> None:
    shown = panel(settings.model_copy(update={"llm": "openai:qwen3-32b"}), "en")
    assert "can be changed only there" in shown["state"]
    assert [shown[name]["visible"] for name in ("save", "remove", "key")] == [False] * 3
    assert shown["name"]["interactive"] is False


@pytest.mark.slow
def test_a_model_is_set_used_stopped_and_removed(visit, server: str) -> None:
    going = threading.Event()

    def behaviour(asked: Asked) -> Reply:
        if "OK?" in asked.text:
            return Reply("OK")
        # The first sentence comes at once; what follows waits until the test has seen it.
        pieces = iter(range(10_000))
        return Reply(WRITTEN + INVENTED + WRITTEN, pause=lambda: going.wait(60) if next(pieces) > 6 else None)

    with chat_server(behaviour) as model:
        page = visit(locale="zh-CN").page
        page.click("a[data-page=library]")
        page.click("#library-tabs [role=tab]:has-text('模型')")
        page.fill("#model-name input", "qwen3")
        page.click("#model-save")
        page.wait_for_selector("#model-done .bad:has-text('提供方:模型')")
        page.fill("#model-name input", "openai:scripted")
        page.fill("#model-address input", model.url)
        page.fill("#model-key input", KEY)
        page.click("#model-save")
        try:
            page.wait_for_selector("#model-done .good:has-text('连接正常')")
            page.wait_for_selector("#model-state:has-text('openai:scripted')")
            assert page.input_value("#model-key input") == ""
            assert KEY not in page.content()
            for address in ("config", "gradio_api/info"):
                assert KEY not in page.request.get(server + address).text()
            assert {headers["authorization"] for headers in model.headers} == {f"Bearer {KEY}"}

            page.click("a[data-page=ask]")
            page.fill("#question-box textarea", "克州燃气安全谁负责?")
            page.press("#question-box textarea", "Enter")
            page.wait_for_selector(".said .by-model:has-text('住房和城乡建设局')")
            assert page.locator(".turn footer").count() == 0
            page.click("#question-box .stop-button")
            page.wait_for_selector(".turn footer")
            assert page.locator(".turn .aside:has-text('已停止')").count() == 1
            going.set()

            page.click("[data-again]")
            page.wait_for_selector(".turn .why :text('写了')", state="attached")
            assert "王某某" not in page.inner_text(".said")
            page.click(".why summary")
            assert "王某某" in page.inner_text(".why ul")
        finally:
            going.set()
            page.click("a[data-page=library]")
            page.click("#model-remove")
            page.wait_for_selector("#model-done .good:has-text('已移除')")
    assert page.input_value("#model-name input") == ""
