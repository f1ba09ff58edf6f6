"""What is told of a start that is under way, and a question asked meanwhile."""

from __future__ import annotations

import json

import pytest

from assistant.server.startup import Startup
from assistant.ui.waiting.early_answers import early_answer
from assistant.ui.waiting.waiting_page import WaitingPage
from index.errors import ModelError


@pytest.mark.parametrize(
    ("message", "share", "zh", "en"),
    [
        ("", 0.0, "正在打开规划……", "Opening the plans…"),
        (
            "Reading 市 规划.pdf, page 3 of 12",
            0.2,
            "正在通读规划、建立索引：市 规划.pdf，第 3 页，共 12 页",
            "Reading the plans and building the index: 市 规划.pdf, page 3 of 12",
        ),
        (
            "Reading plan.txt",
            0.4,
            "正在通读规划、建立索引：plan.txt",
            "Reading the plans and building the index: plan.txt",
        ),
        ("Building the search index", 0.9, "正在写入索引……", "Writing the index…"),
        ("The index is up to date", 1.0, "正在打开规划……", "Opening the plans…"),
    ],
)
def test_what_is_being_done_is_told_in_both_languages(message, share, zh, en):
    told = []

    def open_assistant(progress):
        progress(message, share)
        told.append(WaitingPage(startup).standing())
        raise ModelError("enough")

    startup = Startup(open_assistant)
    startup.begin()
    startup.wait_until_done()
    assert told[0] == {"plans": False, "share": share, "told": {"zh": [zh, ""], "en": [en, ""]}}


def test_the_page_holds_both_languages_and_fetches_nothing():
    html = WaitingPage(Startup(lambda _: None)).html.decode()
    assert "正在启动" in html
    assert "Starting" in html
    assert "src=" not in html
    assert '<link rel="icon" href="data:,">' in html


@pytest.mark.parametrize(("language", "sentence"), [("zh", "向量模型无法加载"), ("en", "model cannot be loaded")])
def test_a_question_to_plans_that_cannot_be_opened_is_told_so(language, sentence):
    def open_assistant(_progress):
        raise ModelError("no such folder")

    startup = Startup(open_assistant)
    startup.begin()
    sent = json.dumps({"question": "<b>谁</b>", "language": language}).encode()
    html = early_answer(startup, sent)["html"]
    assert sentence in html
    assert "<b>" not in html


@pytest.mark.parametrize("sent", [b"", b"[]", b"{}", b'{"question": 1}', b'{"question": "x", "history": "y"}', b"\xff"])
def test_what_no_page_of_ours_sends_gets_nothing(sent):
    assert early_answer(Startup(lambda _: None), sent) == {"html": ""}
