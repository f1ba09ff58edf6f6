"""Asking on the page: each tab for itself, whoever else has the same conversation open."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import gradio as gr
import pytest

from assistant import Assistant, Question
from assistant.server.startup import Startup
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.ask.on_the_way import OnTheWay
from assistant.ui.ask.replying import Asking

SHARED = Conversation("shared")


def opened(asking: Assistant) -> Startup:
    startup = Startup(lambda _: asking)
    startup.begin()
    startup.wait_until_done()
    return startup


def last_turn(frames: list[tuple[Any, ...]]) -> Any:
    """The last turn of the last frame that shows a conversation."""
    return [frame[1] for frame in frames if isinstance(frame[1], Conversation)][-1].turns[-1]


def test_who_opened_the_same_conversation_is_answered_beside_others(
    asking: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    going = threading.Event()

    def slow(_startup: Startup, asked: Question, _language: str) -> Iterator[Turn]:
        assert going.wait(60)
        yield Turn(asked.text, error="told")

    monkeypatch.setattr("assistant.ui.ask.replying.answered", slow)
    page = Asking(opened(asking), OnTheWay())
    one = page.typed("甲", SHARED, [], "zh", gr.Request(session_hash="one"))
    other = page.typed("乙", SHARED, [], "zh", gr.Request(session_hash="other"))
    for tab in (one, other):
        next(tab)  # shown as asked
        next(tab)  # on its way
    going.set()
    assert last_turn(list(one)) == Turn("甲", error="told")
    assert last_turn(list(other)) == Turn("乙", error="told")


def test_the_box_is_emptied_by_what_is_sent_and_by_nothing_that_comes(asking: Assistant) -> None:
    page = Asking(opened(asking), OnTheWay())
    sent, *coming = page.typed("克州燃气安全谁牵头?", SHARED, [], "zh", gr.Request(session_hash="one"))
    assert sent[2]["value"] == ""
    boxes = [frame[2] for frame in coming if isinstance(frame[1], Conversation)]
    assert boxes and not [box for box in boxes if "value" in box]
