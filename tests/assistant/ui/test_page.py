"""The page in a browser: asks, reads the answer, opens the citation, finds the marked passage."""

from __future__ import annotations

import json
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.slow

QUESTION = "who leads gas safety in Kizilsu"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_answer_leads_to_the_marked_passage(visit, width, height):
    tab = visit(width=width, height=height, locale="en-GB")
    tab.ask(QUESTION)
    said = tab.page.inner_text(".turn .said")
    assert "Housing and Urban-Rural Development Bureau" in said
    assert "住房和城乡建设局" in said

    tab.page.click(".turn .cite >> nth=0")
    tab.page.wait_for_selector("#passage")
    told = "".join(tab.page.locator(".paper .en mark").all_inner_texts())
    assert told.startswith("Prefecture Housing and Urban-Rural Development Bureau")
    assert "Unofficial translation" in tab.page.inner_text(".paper .unofficial")
    tab.page.click("button[data-beside]")
    tab.page.wait_for_selector(".paper .text:not(.both)")
    marked = "".join(tab.page.locator(".paper mark").all_inner_texts())
    assert marked.startswith("11.自治州住房和城乡建设局。重点突出城镇燃气")
    assert "任务分工" in tab.page.inner_text(".crumbs")
    box = tab.page.locator("#passage").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= height - box["height"]
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width


def test_reader_stands_beside_the_chat_on_a_desktop_and_below_it_on_a_phone(visit):
    for width, height in ((1280, 800), (390, 844)):
        tab = visit(width=width, height=height)
        tab.ask("克州燃气安全谁牵头?")
        tab.page.click(".turn .cite >> nth=0")
        tab.page.wait_for_selector("#passage")
        chat, reader = tab.page.locator("#page-ask").bounding_box(), tab.page.locator("#reader").bounding_box()
        assert chat is not None
        assert reader is not None
        if width == 1280:
            assert reader["x"] >= chat["x"] + chat["width"] - 1
        else:
            assert reader["y"] >= chat["y"] + chat["height"] - 1


def test_quote_is_shown_on_hover_and_on_focus(visit):
    tab = visit()
    tab.ask("克州燃气安全谁牵头?")
    cite = tab.page.locator(".turn .cite").first
    cite.hover()
    assert "城镇燃气" in tab.page.inner_text("#hint q")
    tab.page.mouse.move(2, 400)
    assert tab.page.locator("#hint").is_hidden()
    cite.focus()
    assert tab.page.locator("#hint").is_visible()


def test_link_to_a_passage_opens_just_that(visit):
    tab = visit()
    tab.ask("克州燃气安全谁牵头?")
    tab.page.click(".turn .cite >> nth=0")
    tab.page.wait_for_selector("#passage")
    address = tab.page.url
    marked = tab.page.inner_text("#passage")

    other = visit(path="?" + address.split("?")[1])
    other.page.wait_for_selector("#passage")
    assert other.page.inner_text("#passage") == marked
    assert other.page.locator("#page-ask").is_hidden()
    other.page.click(".paper [data-close] >> visible=true")
    assert other.page.locator("#question-box").is_visible()


def test_broken_link_is_told_kindly(visit):
    tab = visit(path="?doc=nowhere&start=1&end=%3Cb%3E")
    tab.page.wait_for_selector("#reader [role=alert]")
    assert "找不到这段原文" in tab.page.inner_text("#reader")


def test_refusal_offers_what_the_plans_hold(visit):
    tab = visit()
    tab.ask("西安市的燃气安全由谁负责")
    assert tab.page.inner_text(".turn .verdict") == "规划中没有写明"
    # They are tried before they are offered, behind the answer.
    tab.page.click(".turn .next .chip >> nth=0")
    tab.page.wait_for_function("document.querySelectorAll('.turn footer').length === 2")


def test_language_follows_the_browser_and_the_switch_is_kept(visit):
    tab = visit(locale="en-GB")
    assert tab.page.inner_text(".welcome h1") == "Ask the plans a question"
    tab.page.click("[data-language=zh]")
    tab.page.wait_for_function("document.querySelector('.welcome h1').textContent === '向规划提问'")
    assert tab.page.evaluate("document.documentElement.lang") == "zh-CN"
    assert tab.page.locator("#question-box textarea").get_attribute("placeholder") == "输入问题,中英文均可".replace(
        ",", "，"
    )
    # Gradio logs an error of its own where a page is left while one of its streams is still being closed.
    tab.page.wait_for_timeout(1000)
    tab.reload()
    tab.page.wait_for_selector("body[data-ready]")
    assert tab.page.inner_text(".welcome h1") == "向规划提问"


def test_example_is_asked_with_a_click_and_history_goes_along(visit):
    tab = visit()
    tab.page.click(".welcome .chip >> nth=0")
    tab.page.wait_for_selector(".turn footer")
    tab.ask("昆明呢?")
    assert tab.page.locator(".turn").count() == 2
    tab.page.click("#fresh")
    tab.page.wait_for_selector(".welcome")


def test_plan_filter_keeps_to_the_chosen_plan(visit):
    tab = visit()
    tab.page.click("#plans label:has-text('昆明')")
    tab.ask("燃气安全有哪些要求?")
    documents = tab.page.eval_on_selector_all(".turn [data-doc]", "all => all.map(el => el.dataset.doc)")
    assert set(documents) <= {"kunming-14th"}


def test_hostile_question_stays_text(visit):
    hostile = "<img src=x onerror=\"document.title='owned'\"> ${document.title='owned'} {{value}} `x`"
    tab = visit()
    tab.ask(hostile)
    assert tab.page.inner_text(".turn .asked h2") == hostile
    assert tab.page.locator(".turn img").count() == 0
    assert tab.page.title() != "owned"


def test_programs_get_the_answer_object(server):
    from gradio_client import Client

    client = Client(server, verbose=False)
    answer = client.predict(QUESTION, [], [], api_name="/ask")
    assert list(answer)[:4] == ["id", "question", "language", "refused"]
    assert answer["citations"][0]["document"] == "kizilsu-2024"
    follow_up = client.predict("and in Kunming?", [QUESTION], [], api_name="/ask")
    assert {citation["document"] for citation in follow_up["citations"]} <= {"kunming-14th"}
    assert client.predict("两客一危", [], 3, api_name="/search")[0]["text"]
    duties = client.predict("duty", ["kizilsu-2024"], api_name="/facts")
    assert {fact["kind"] for fact in duties} == {"duty"}
    assert len(client.predict(api_name="/documents")) == 5
    assert json.dumps(duties)


def test_enter_that_picks_a_word_in_an_input_method_does_not_ask(visit):
    tab = visit()
    tab.page.fill("#question-box textarea", "克州燃气")
    composing = "el => el.dispatchEvent(new KeyboardEvent('{}', {key: 'Enter', isComposing: true, bubbles: true}))"
    for name in ("keydown", "keypress"):
        tab.page.eval_on_selector("#question-box textarea", composing.replace("{}", name))
    tab.page.wait_for_timeout(500)
    assert tab.page.locator(".turn").count() == 0
    assert tab.page.input_value("#question-box textarea") == "克州燃气"


def test_files_of_the_server_are_not_served(server):
    for path in ("app.py", "documents/catalog.toml", "/etc/hostname", "../README.md"):
        with pytest.raises(HTTPError, match="403"):
            urlopen(f"{server}gradio_api/file={path}", timeout=10)


def test_keyboard_alone_leads_to_the_passage_and_back(visit):
    tab = visit()
    tab.ask("克州燃气安全谁牵头?")
    tab.page.focus(".turn .cite")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_selector("#passage")
    assert tab.page.evaluate("document.activeElement.tagName") == "H2"
    tab.page.keyboard.press("Escape")
    assert tab.page.locator("#reader").is_hidden()
    assert tab.page.evaluate("document.activeElement.className") == "cite"
