"""Answers on their way to the page, left while they are made."""

from __future__ import annotations

import threading
from collections.abc import Generator

import pytest

from assistant.ui.ask.conversation import Turn
from assistant.ui.ask.on_the_way import OnTheWay
from evals.models.chat_server import Asked, Reply, chat_server

FIRST, LAST = Turn("甲", growing=True), Turn("甲")


def test_what_is_made_comes_in_its_order_and_silence_is_told() -> None:
    going = threading.Event()

    def turns() -> Generator[Turn, None, None]:
        yield FIRST
        assert going.wait(60)
        yield LAST

    steps = OnTheWay().steps("one", turns)
    assert next(steps) == FIRST
    assert next(steps) is None
    going.set()
    assert [step for step in steps if step] == [LAST]


def test_what_is_left_shows_nothing_more_and_its_making_ends() -> None:
    going, ended = threading.Event(), threading.Event()

    def turns() -> Generator[Turn, None, None]:
        try:
            yield FIRST
            assert going.wait(60)
            yield LAST
        finally:
            ended.set()

    on_the_way = OnTheWay()
    steps = on_the_way.steps("one", turns)
    assert next(steps) == FIRST
    on_the_way.leave("another")
    assert next(steps) is None
    on_the_way.leave("one")
    going.set()
    assert list(steps) == []
    assert ended.wait(60)


@pytest.mark.slow
def test_an_answer_that_a_model_writes_is_stopped_and_the_next_question_is_answered(visit) -> None:
    going = threading.Event()

    def behaviour(asked: Asked) -> Reply:
        if "OK?" in asked.text:
            return Reply("OK")
        # The first sentence comes at once; the model is silent then until the test ends.
        pieces = iter(range(10_000))
        told = "自治州住房和城乡建设局负责城镇燃气。[1]"
        return Reply(told * 2, pause=lambda: going.wait(60) if next(pieces) > 6 else None)

    with chat_server(behaviour) as model:
        tab = visit(locale="zh-CN")
        page = tab.page
        page.click("a[data-page=library]")
        page.click("#library-tabs [role=tab]:has-text('模型')")
        page.fill("#model-name input", "openai:scripted")
        page.fill("#model-address input", model.url)
        page.fill("#model-key input", "none")
        page.click("#model-save")
        page.wait_for_selector("#model-done .good:has-text('连接正常')")
        try:
            page.click("a[data-page=ask]")
            page.fill("#question-box textarea", "克州城镇燃气安全由哪个部门负责?")
            page.press("#question-box textarea", "Enter")
            page.wait_for_selector(".said .by-model:has-text('住房和城乡建设局')")
            page.click("#question-box .stop-button")
            page.wait_for_selector(".turn .aside:has-text('已停止')")
            assert page.locator(".turn .dots").count() == 0
            tab.ask("北京市燃气安全谁负责?")  # is refused, and so never put to the model
            assert page.locator(".turn").count() == 2
            assert "住房和城乡建设局" in page.locator(".turn .said").nth(0).inner_text()
        finally:
            going.set()
            page.click("a[data-page=library]")
            page.click("#model-remove")
            page.wait_for_selector("#model-done .good:has-text('已移除')")
