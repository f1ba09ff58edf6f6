"""What Gradio says by itself is wholly put into the page's words."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

TOAST = """said => document.body.insertAdjacentHTML("beforeend",
    `<div data-testid="toast-body"><span class="toast-title">Error</span><div data-testid="toast-text">${said}</div></div>`)"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Queue is full. Max size is 200 and size is 200.", "同时使用的人太多，请稍后再试。"),
        ("This application is currently busy. Please try again. ", "同时使用的人太多，请稍后再试。"),
        ("Error", "出错了，请再试一次。"),
        ("HTTP 413: 文件太大。", "文件太大。"),
        ("规划已加入。", "规划已加入。"),
    ],
)
def test_nothing_of_a_known_sentence_is_left_in_english(visit, said, told):
    page = visit(locale="zh-CN").page
    page.evaluate(TOAST, said)
    expect(page.locator("[data-testid=toast-text]")).to_have_text(told)
    expect(page.locator(".toast-title")).to_have_text("未能完成")
