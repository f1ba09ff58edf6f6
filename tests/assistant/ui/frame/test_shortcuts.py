"""Keyboard shortcuts: told by "?", silent where something is typed, and to be switched off."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow

QUESTION = "克州燃气安全谁牵头?"
OPEN = "#shortcuts[open]"
NOWHERE = "document.activeElement.blur()"
IN_THE_BOX = "document.activeElement.matches('#question-box textarea')"


def test_list_is_told_in_the_language_of_the_page_and_gives_the_focus_back(visit):
    tab = visit()
    tab.page.keyboard.press("?")
    tab.page.wait_for_selector(OPEN)
    assert tab.page.get_attribute(OPEN, "aria-label") == "键盘快捷键"
    tab.page.keyboard.press("Escape")
    tab.page.wait_for_selector(OPEN, state="detached")
    tab.page.wait_for_function(IN_THE_BOX)  # given back a moment after it is closed

    tab.page.click("[data-language=en]")
    tab.page.wait_for_function("document.documentElement.lang === 'en'")
    tab.page.click("[data-keys]")
    tab.page.wait_for_selector(f"{OPEN} dd:has-text('Go to Training')")
    tab.page.click("[data-keys-close]")
    tab.page.wait_for_function("document.activeElement.hasAttribute('data-keys')")


def test_list_fits_a_phone(visit):
    tab = visit(width=390, height=844, locale="en-GB")
    tab.page.keyboard.press("?")
    box = tab.page.locator(OPEN).bounding_box()
    assert box is not None
    assert (box["x"] >= 0, box["x"] + box["width"] <= 390) == (True, True)
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_two_keys_lead_to_each_page(visit):
    tab = visit()
    for key, page in (("l", "library"), ("c", "compare"), ("t", "courses"), ("e", "evaluation"), ("a", "ask")):
        tab.page.evaluate(NOWHERE)
        tab.page.keyboard.press("g")
        tab.page.keyboard.press(key)
        tab.page.wait_for_selector(f"#page-{page}", state="visible")
    assert tab.page.evaluate(IN_THE_BOX)
    assert tab.page.evaluate("document.body.classList.contains('dark')") is False


def test_keys_are_letters_where_something_is_typed_or_composed(visit):
    tab = visit()
    tab.page.focus("#question-box textarea")
    tab.page.keyboard.type("?n/[]gl")
    assert tab.page.input_value("#question-box textarea") == "?n/[]gl"
    tab.page.evaluate(NOWHERE)
    tab.page.keyboard.press("Control+?")
    press = "keys => document.body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, ...keys}))"
    tab.page.evaluate(press, {"key": "?", "isComposing": True})
    tab.page.evaluate(press, {"key": "?", "metaKey": True})
    assert tab.page.locator(OPEN).count() == 0
    assert tab.page.locator("#page-ask").is_visible()
    tab.page.evaluate(press, {"key": "？"})
    assert tab.page.locator(OPEN).count() == 1


def test_escape_leaves_the_question_box_so_that_keys_are_shortcuts(visit):
    tab = visit()
    tab.page.focus("#question-box textarea")
    tab.page.keyboard.press("Escape")
    assert tab.page.evaluate("document.activeElement.matches('#page-ask h1')")
    tab.page.keyboard.press("/")
    assert tab.page.evaluate(IN_THE_BOX)
    assert tab.page.input_value("#question-box textarea") == ""


def test_slash_leads_to_the_field_of_the_page(visit):
    tab = visit(path="#library/search")
    tab.page.keyboard.press("/")
    assert tab.page.evaluate("document.activeElement.closest('#search-box') !== null")
    tab.page.click("#header a[data-page=evaluation]")
    tab.page.keyboard.press("/")
    assert tab.page.evaluate("document.activeElement.matches('input, textarea')")
    assert tab.page.locator("#body > .page:visible").count() == 1


def test_sources_are_opened_one_after_the_other_and_a_new_conversation_begun(visit):
    tab = visit()
    tab.ask("比较各规划的煤矿百万吨死亡率目标")
    sources = tab.page.locator(".sources [data-start]")
    starts = sources.evaluate_all("all => all.map(source => source.dataset.start)")
    assert len(starts) > 1
    opened = "new URLSearchParams(location.search).get('start')"
    tab.page.evaluate(NOWHERE)
    for key, start in (("]", starts[0]), ("]", starts[1]), ("[", starts[0])):
        tab.page.keyboard.press(key)
        tab.page.wait_for_function(f"{opened} === '{start}'")
        tab.page.wait_for_function("document.activeElement.matches('#reader h2')")
    tab.page.keyboard.press("Escape")
    tab.page.wait_for_selector("#reader", state="hidden")
    tab.page.keyboard.press("n")
    tab.page.wait_for_selector(".welcome")
    assert tab.page.evaluate("location.hash") == "#ask"
    assert tab.page.evaluate(IN_THE_BOX)


def test_single_keys_can_be_switched_off(visit):
    tab = visit()
    tab.page.click("[data-keys]")
    tab.page.uncheck("[data-keys-on]")
    tab.page.keyboard.press("Escape")
    tab.page.evaluate(NOWHERE)
    tab.page.keyboard.press("?")
    tab.page.keyboard.press("g")
    tab.page.keyboard.press("l")
    assert tab.page.locator(OPEN).count() == 0
    assert tab.page.locator("#page-ask").is_visible()
    tab.page.click("[data-keys]")
    assert tab.page.is_checked("[data-keys-on]") is False
