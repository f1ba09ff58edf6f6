"""The page that is shown while the program starts, in a browser."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, expect

from assistant.server.startup import Opening, Startup
from assistant.ui.waiting.waiting_page import WaitingPage

pytestmark = pytest.mark.slow

ADDRESS = "http://waiting.test/"


HOSTILE = "<img src=x onerror=alert(1)>\"'&.txt"


@pytest.fixture
def tab(browser: Browser):
    """A page that is given the waiting page and told for ever that the start goes on, with a file of a hostile name."""
    startup = Startup(lambda _: None)
    startup.opening = Opening(f"Reading {HOSTILE}", 0.5)
    waiting = WaitingPage(startup)
    context = browser.new_context(locale="zh-CN")
    context.route(f"{ADDRESS}**", lambda route: route.fulfill(body=waiting.html, content_type="text/html"))
    standing = json.dumps({"page": False} | waiting.standing())
    context.route(f"{ADDRESS}status", lambda route: route.fulfill(body=standing, content_type="application/json"))
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("address", "page"), [("", "ask"), ("#training/12", "courses"), ("#library", "library")])
def test_the_page_that_is_come_to_is_marked_in_the_header(tab, address, page):
    tab.goto(ADDRESS + address)
    expect(tab.locator("#header [aria-current=page]")).to_have_attribute("data-page", page)


def test_links_lead_to_the_addresses_that_the_whole_page_knows(tab):
    tab.goto(ADDRESS)
    tab.click("#header [data-page=courses]")
    expect(tab.locator("#header [aria-current=page]")).to_have_attribute("data-page", "courses")
    assert tab.url == f"{ADDRESS}#training"
    tab.click("[data-language=en]")
    assert tab.locator("#header [data-page=courses]").get_attribute("href") == "#training"


def test_the_name_of_a_file_is_text(tab):
    tab.goto(ADDRESS)
    expect(tab.locator(".starting .doing")).to_contain_text(HOSTILE)
    assert tab.locator("img").count() == 0
