"""Every page can be read and worked by everyone: axe-core finds nothing serious, in both themes."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.slow

GRAVE = ("serious", "critical")
PAGES = ("library", "compare", "courses", "saved", "evaluation")
LIBRARY_TABS = 4


class Check:
    """Grave faults of what a tab shows, state by state."""

    def __init__(self, page):
        self.page, self.axe, self.faults = page, Axe(), []

    def __call__(self, name: str) -> None:
        found = self.axe.run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        self.faults += [
            (name, one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found if one["impact"] in GRAVE
        ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_has_a_grave_fault(visit, dark):
    tab = visit(locale="en-GB" if dark else "zh-CN", dark=dark)
    check = Check(tab.page)
    check("ask, empty")
    tab.ask("2018年昆明道路运输事故起数和死亡人数" if not dark else "who leads gas safety in Kizilsu")
    tab.page.click("#past")
    check("ask, list of conversations")
    tab.page.click("[data-chats-close]")
    tab.page.click(".turn .cite >> nth=0")
    tab.page.wait_for_selector("#passage")
    check("ask, reader")
    tab.page.click(".paper [data-close] >> visible=true")
    tab.page.click(".why summary")
    check("ask, why")
    for page in PAGES:
        tab.page.click(f"a[data-page={page}]")
        if page != "library":
            check(page)
            continue
        for number in range(LIBRARY_TABS):
            tab.page.click(f"#library-tabs [role=tab] >> nth={number}")
            check(f"library, tab {number + 1}")
    assert check.faults == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_that_is_made_or_opened_has_a_grave_fault(visit, dark):
    tab = visit(locale="zh-CN" if dark else "en-GB", dark=dark, path="#compare")
    page, check = tab.page, Check(tab.page)
    page.click("#compare-indicator label >> nth=0")
    page.click("#compare-indicator label >> nth=1")
    page.click("#compare-go")
    page.wait_for_selector(".matrix")
    check("a comparison")

    page.click("a[data-page=courses]")
    page.click("#courses-plans label >> nth=1")
    page.fill("#courses-topics input", "燃气")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.click("#courses-make")
    page.wait_for_selector("#courses-saved .saved-strip")
    page.locator(".pack .words").first.click()
    page.keyboard.type("1")
    page.click("#courses-saved .versions summary")
    page.locator(".quiz input[type=radio]").first.check()
    check("a pack with its versions and its quiz")

    page.click("a[data-page=ask]")
    tab.ask("克州燃气安全谁牵头?")
    page.click("[data-pin]")
    page.wait_for_selector("[data-pin][disabled]")
    page.click("a[data-page=saved]")
    page.click(".shelf [data-work=open] >> nth=0")
    page.click(".shelf .inside .source >> nth=0")
    page.wait_for_selector("#passage")
    check("saved rows, one opened, its passage beside them")
    page.locator(".shelf [data-remove-work]").first.click()
    check("saved rows, one to be removed")

    page.click("a[data-page=library]")
    bad = {"name": "a.exe", "mimeType": "application/octet-stream", "buffer": b"x"}
    page.click("#library-tabs [role=tab] >> nth=3")
    page.set_input_files("#upload-files input[type=file]", bad)
    page.wait_for_selector("[data-testid=toast-body]")
    # It fades in: on the way its colours are pale.
    page.wait_for_function(
        "document.getAnimations().every((one) => one.playState !== 'running' || one.effect.getTiming().iterations === Infinity)"
    )
    check("a refusal in the corner")
    assert check.faults == []
