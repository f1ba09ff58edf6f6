"""What a chosen file is refused for before the program sees it, in the page's language and in MB; the box goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

TOAST = "[data-testid=toast-body]"
BOX = "#page-library #upload-files input[type=file]"
LARGE = {"name": "大.txt", "mimeType": "text/plain", "buffer": b" " * 20_500_000}
STRANGE = {"name": "a.xyz", "mimeType": "text/plain", "buffer": b"x"}
GOOD = {"name": "好.txt", "mimeType": "text/plain", "buffer": "某市安全生产规划\n第一条 加强安全生产。\n".encode() * 20}


@pytest.mark.parametrize(
    ("locale", "tab", "title", "large", "strange", "close"),
    [
        ("zh-CN", "添加", "未能完成", "文件超过 20 MB 的上限：大.txt", "不支持这种文件：a.xyz", "关闭"),
        ("en-GB", "Add", "Not done", "Over the limit of 20 MB: 大.txt", "cannot be taken: a.xyz", "Close"),
    ],
)
def test_refusals_are_told_in_the_pages_words_and_the_box_recovers(visit, locale, tab, title, large, strange, close):
    made = visit(locale=locale, path="#library")
    page = made.page
    page.get_by_role("tab", name=tab).click()
    page.set_input_files(BOX, LARGE)
    expect(page.locator(TOAST).last).to_contain_text(large)
    expect(page.locator(f"{TOAST} .toast-title").last).to_have_text(title)
    expect(page.locator("[data-testid=toast-close]").last).to_have_attribute("aria-label", close)
    page.set_input_files(BOX, STRANGE)
    expect(page.locator(TOAST).last).to_contain_text(strange)
    page.set_input_files(BOX, GOOD)
    page.wait_for_selector("#page-library [data-proposal]")
    expect(page.locator("#page-library [data-proposal]")).to_contain_text("好.txt")
    # Gradio asks how far the upload has come that was refused, which its own server does not know any more.
    own = ("Failed to load resource: the server responded with a status of 404 (Not Found)", "Response")
    made.faults[:] = [fault for fault in made.faults if fault not in own]


def test_the_servers_own_refusal_is_in_the_language_that_was_chosen(visit):
    page = visit(locale="en-GB").page
    page.click("[data-language=zh]")
    expect(page.locator("#question-box textarea")).to_have_attribute("placeholder", "输入问题，中英文均可")
    assert "plans-language=zh" in page.evaluate("document.cookie")
