"""What comes on paper, and where scroll bars stand, in a real browser."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(("locale", "told"), [("zh-CN", "打印于"), ("en-GB", "printed on")])
def test_an_answer_on_paper_has_its_sources_its_date_and_nothing_to_press(visit, locale, told):
    tab = visit(locale=locale)
    tab.ask("2018年昆明道路运输事故起数和死亡人数")
    tab.page.evaluate("() => { window.dispatchEvent(new Event('beforeprint')); }")
    tab.page.emulate_media(media="print")
    head = tab.page.locator(".printed-from")
    assert head.is_visible()
    line = head.inner_text()
    year = tab.page.evaluate("() => String(new Date().getFullYear())")
    assert told in line
    assert year in line
    assert tab.page.url.split("#")[0] in line
    assert tab.page.locator(".sources .source").first.is_visible()
    for pressed in ("#composer", ".turn footer", "#header nav"):
        assert not tab.page.locator(pressed).first.is_visible()


@pytest.mark.parametrize("page", ["library", "compare", "courses", "evaluation"])
def test_a_page_scrolls_at_the_edge_of_the_window(visit, page):
    tab = visit(width=1600, height=500)
    tab.page.click(f"a[data-page={page}]")
    box = tab.page.locator(f"#page-{page}").bounding_box()
    assert box["x"] + box["width"] == 1600


@pytest.mark.parametrize("page", ["ask", "library", "compare", "courses", "evaluation"])
def test_nothing_is_cut_off_at_twice_the_size(visit, page):
    # A window of 1280 by 720 at 200% leaves 640 by 360.
    tab = visit(width=640, height=360)
    tab.page.click(f"a[data-page={page}]")
    width, seen = tab.page.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")
    assert width <= seen
