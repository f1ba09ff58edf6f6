"""Every page can be read and worked by everyone: axe-core finds nothing serious, in both themes."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.slow

GRAVE = ("serious", "critical")
PAGES = ("library", "compare", "courses", "evaluation")
LIBRARY_TABS = 4


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_has_a_grave_fault(visit, dark):
    tab = visit(locale="en-GB" if dark else "zh-CN", dark=dark)
    axe, faults = Axe(), []

    def check(name: str) -> None:
        found = axe.run(tab.page, options={"resultTypes": ["violations"]}).response["violations"]
        for violation in found:
            if violation["impact"] in GRAVE:
                faults.append((name, violation["id"], [node["target"] for node in violation["nodes"]][:3]))

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
    assert faults == []
