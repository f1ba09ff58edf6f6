"""Asking on the page: each tab for itself, whoever else has the same conversation open."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant import Assistant
from assistant.server.startup import Startup
from assistant.ui.ask.asking import Asking
from assistant.ui.ask.conversation import Conversation
from assistant.ui.ask.on_the_way import OnTheWay

SHARED = Conversation("shared")


def last_turn(frames: list[tuple[Any, ...]]) -> Any:
    """The last turn of the last frame that shows a conversation."""
    return [frame[1] for frame in frames if isinstance(frame[1], Conversation)][-1].turns[-1]


def test_who_opened_the_same_conversation_is_answered_beside_others(asking: Assistant) -> None:
    startup = Startup(lambda _: asking)  # opens once both have asked
    page = Asking(startup, OnTheWay())
    one = page.typed("克州燃气安全谁牵头?", SHARED, [], "zh", gr.Request(session_hash="one"))
    other = page.typed("克州消防安全谁牵头?", SHARED, [], "zh", gr.Request(session_hash="other"))
    for tab in (one, other):
        next(tab)  # shown as asked
        next(tab)  # on its way
    startup.begin()
    assert last_turn(list(one)).answer is not None
    assert last_turn(list(other)).answer is not None


def test_the_box_is_emptied_by_what_is_sent_and_by_nothing_that_comes(asking: Assistant) -> None:
    startup = Startup(lambda _: asking)
    startup.begin()
    startup.wait_until_done()
    page = Asking(startup, OnTheWay())
    sent, *coming = page.typed("克州燃气安全谁牵头?", SHARED, [], "zh", gr.Request(session_hash="one"))
    assert sent[2]["value"] == ""
    boxes = [frame[2] for frame in coming if isinstance(frame[1], Conversation)]
    assert boxes and not [box for box in boxes if "value" in box]
