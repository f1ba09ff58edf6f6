"""Places: every page, passage and conversation has its address, and Back and Forward go through them."""

from __future__ import annotations

import pytest

from tests.assistant.ui.conftest import Visit

pytestmark = pytest.mark.slow

FIRST, SECOND = "克州燃气安全谁牵头?", "宁夏煤矿百万吨死亡率目标"
PASSAGE = "#reader #passage"


def shown(tab: Visit) -> str:
    """The page that is seen."""
    return str(tab.page.locator("#body > .page:visible").get_attribute("id"))


def here(tab: Visit) -> str:
    """The address without the server's."""
    return str(tab.page.evaluate("location.search + location.hash"))


def go_to(tab: Visit, page: str) -> None:
    tab.page.click(f"#header a[data-page={page}]")
    tab.page.wait_for_selector(f"#page-{page} h1", state="attached")


def asked(tab: Visit, question: str) -> str:
    """The address of a conversation once its first answer is there."""
    tab.ask(question)
    tab.page.wait_for_function("location.hash.startsWith('#ask/')")
    return here(tab)


def test_back_and_forward_go_through_pages(visit):
    tab = visit()
    for page in ("library", "compare", "courses", "evaluation"):
        go_to(tab, page)
    assert here(tab) == "#evaluation"
    for page, address in (("courses", "#training"), ("compare", "#compare"), ("library", "#library"), ("ask", "")):
        tab.page.go_back()
        tab.page.wait_for_selector(f"#page-{page}", state="visible")
        assert (shown(tab), here(tab)) == (f"page-{page}", address)
        current = tab.page.locator("#header [aria-current=page]")
        assert current.evaluate_all("links => links.map(link => link.dataset.page)") == [page]
    tab.page.go_forward()
    tab.page.wait_for_selector("#page-library", state="visible")
    assert "规划库" in tab.page.title()


def test_the_same_place_is_no_second_step(visit):
    tab = visit()
    before = tab.page.evaluate("history.length")
    for page in ("ask", "library", "library", "library"):
        go_to(tab, page)
    assert tab.page.evaluate("history.length") == before + 1
    tab.page.go_back()
    tab.page.wait_for_selector("#page-ask", state="visible")


def test_back_from_the_first_place_leaves(visit):
    tab = visit()
    asked(tab, FIRST)
    tab.leave(tab.page.go_back)
    assert tab.page.url == "about:blank"


def test_back_closes_a_passage_and_forward_opens_it(visit):
    tab = visit()
    conversation = asked(tab, FIRST)
    tab.page.click(".turn .cite >> nth=0")
    tab.page.wait_for_selector(PASSAGE)
    passage = here(tab)
    assert passage.startswith("?doc=kizilsu-2024&start=")
    assert passage.endswith(conversation)
    assert "克州" in tab.page.title() or "自治州" in tab.page.title()

    tab.page.go_back()
    tab.page.wait_for_selector("#reader", state="hidden")
    assert here(tab) == conversation
    assert tab.page.evaluate("document.activeElement.className") == "cite"
    assert FIRST in tab.page.title()
    tab.page.go_forward()
    tab.page.wait_for_selector(PASSAGE)
    assert here(tab) == passage


def test_closing_a_passage_goes_back_to_where_it_was_opened(visit):
    tab = visit()
    conversation = asked(tab, FIRST)
    go_to(tab, "library")
    go_to(tab, "ask")
    assert here(tab) == conversation
    steps = tab.page.evaluate("history.length")
    tab.page.click(".turn .cite >> nth=0")
    tab.page.wait_for_selector(PASSAGE)
    tab.page.keyboard.press("Escape")
    # Gone on at once, while the browser is still going back.
    go_to(tab, "compare")
    tab.page.wait_for_function("location.hash === '#compare' && location.search === ''")
    assert tab.page.evaluate("history.length") == steps + 1
    assert shown(tab) == "page-compare"
    tab.page.go_back()
    tab.page.wait_for_selector("#page-ask", state="visible")
    assert here(tab) == conversation
    assert tab.page.locator("#reader").is_hidden()


def test_reload_keeps_conversation_and_passage(visit):
    tab = visit()
    asked(tab, FIRST)
    tab.page.click(".turn .cite >> nth=0")
    tab.page.wait_for_selector(PASSAGE)
    marked, address = tab.page.inner_text(PASSAGE), here(tab)
    tab.reload()
    tab.page.wait_for_selector(PASSAGE)
    assert tab.page.inner_text(PASSAGE) == marked
    assert tab.page.inner_text(".turn h2") == FIRST
    assert tab.page.locator("#page-ask").is_visible()
    assert here(tab) == address


def test_back_and_forward_go_through_conversations(visit):
    tab = visit()
    first = asked(tab, FIRST)
    tab.page.click("#fresh")
    tab.page.wait_for_selector(".welcome")
    assert here(tab) == "#ask"
    second = asked(tab, SECOND)
    assert second != first

    tab.page.go_back()
    tab.page.wait_for_selector(f".turn h2:text-is('{FIRST}')")
    assert here(tab) == first
    tab.page.go_forward()
    tab.page.wait_for_selector(f".turn h2:text-is('{SECOND}')")
    assert here(tab) == second
    tab.ask("昆明呢?")
    assert here(tab) == second

    go_to(tab, "library")
    tab.page.go_back()
    tab.page.wait_for_selector("#page-ask", state="visible")
    assert tab.page.locator(".turn").count() == 2


def test_answer_that_comes_while_another_page_is_seen_is_found_at_its_place(visit):
    tab = visit()
    go_to(tab, "library")
    go_to(tab, "ask")
    tab.page.fill("#question-box textarea", FIRST)
    tab.page.press("#question-box textarea", "Enter")
    go_to(tab, "compare")
    tab.page.wait_for_selector(".turn footer", state="attached")
    tab.page.wait_for_function("JSON.parse(localStorage.getItem('plans-conversations'))?.length === 1")
    assert here(tab) == "#compare"
    tab.page.go_back()
    tab.page.wait_for_selector(f".turn h2:text-is('{FIRST}')")
    assert here(tab).startswith("#ask/")
    tab.page.wait_for_selector(".turn footer")


def test_two_tabs_keep_their_own_conversations(visit):
    one = visit()
    first = asked(one, FIRST)
    two = one.page.context.new_page()
    two.goto(one.page.url.split("#")[0])
    two.wait_for_selector("body[data-ready]")
    assert two.locator(".welcome").is_visible()
    other = Visit(two)
    second = asked(other, SECOND)
    for tab, question, address in ((one, FIRST, first), (other, SECOND, second)):
        tab.reload()
        tab.page.wait_for_selector(f".turn h2:text-is('{question}')")
        assert here(tab) == address
        assert tab.page.locator(".turn").count() == 1


def test_removed_conversation_leaves_no_place_behind(visit):
    tab = visit()
    asked(tab, FIRST)
    tab.page.click("#past")
    tab.page.click("[data-chat-delete]")
    tab.page.click("[data-chat-delete-yes]")
    tab.page.wait_for_selector(".welcome")
    assert here(tab) == "#ask"


@pytest.mark.parametrize(
    ("path", "page"),
    [("#training", "courses"), ("#courses", "courses"), ("#library", "library"), ("#nowhere/x", "ask")],
)
def test_old_and_unknown_addresses_lead_to_a_page(visit, path, page):
    assert shown(visit(path=path)) == f"page-{page}"


def test_tabs_of_the_library_have_addresses(visit):
    tab = visit(path="#library/facts")
    assert tab.page.inner_text("#library-tabs [aria-selected=true] >> visible=true") == "事实表"
    tab.page.click("#library-search-button >> visible=true")
    assert here(tab) == "#library/search"
    tab.page.go_back()
    tab.page.wait_for_selector("#fact-kind", state="visible")
    go_to(tab, "compare")
    go_to(tab, "library")
    assert here(tab) == "#library/facts"


OF_ONE_PLAN = (
    "new Set([...document.querySelectorAll('#library-facts td.plan')].map((one) => one.textContent)).size === 1"
)


def test_what_is_looked_for_in_the_library_has_an_address(visit):
    tab = visit(path="#library/facts")
    page = tab.page
    page.click("#fact-kind input")
    page.click("#fact-kind [role=option]:has-text('时限')")
    page.fill("#fact-filter textarea, #fact-filter input", "煤矿")
    page.click("#fact-plans label:has-text('宁夏')")
    page.wait_for_function("['kind', 'words', 'of'].every((one) => new URLSearchParams(location.search).has(one))")
    rows = "document.querySelectorAll('#library-facts .fact-table tbody tr').length"
    page.wait_for_function(f"{rows} > 0 && {rows} < 20 && {OF_ONE_PLAN}")
    address, count = here(tab), page.evaluate(rows)
    go_to(tab, "compare")
    assert here(tab) == "#compare"
    page.go_back()
    assert here(tab) == address

    other = visit(path=address)
    other.page.wait_for_selector("#fact-plans label.selected:has-text('宁夏')")
    other.page.wait_for_function(f"{rows} === {count}")
    assert other.page.input_value("#fact-kind input") == "时限"
    other.page.click("[data-language=en]")
    other.page.wait_for_selector("#library-facts thead:has-text('Plan')")
    assert here(other) == address
    other.page.click("#library-search-button >> visible=true")
    other.page.fill("#search-box :is(textarea, input)", "gas")
    other.page.press("#search-box :is(textarea, input)", "Enter")
    other.page.wait_for_selector(".hits li")
    assert "query=gas" in here(other)
    other.page.click("[data-language=zh]")
    other.page.wait_for_selector("#library-tabs :text('全文检索') >> visible=true")
    assert other.page.locator(".hits li").count() > 0
    hostile = visit(path="?kind=%3Cb%3E&of=nowhere&words=%3Cimg%20src%3Dx%3E&at=-9#library/facts").page
    hostile.wait_for_selector("#library-facts .empty")
    assert hostile.locator("#page-library img").count() == 0


def compared(tab: Visit, topic: str) -> str:
    """The address of a comparison on a topic, once it stands."""
    before = here(tab)
    tab.page.fill("#compare-typed textarea", topic)
    tab.page.press("#compare-typed textarea", "Enter")
    tab.page.wait_for_function("before => location.search + location.hash !== before", arg=before)
    return here(tab)


def test_back_and_forward_go_through_what_was_made(visit):
    tab = visit(path="#compare")
    steps = tab.page.evaluate("history.length")
    tab.page.click("#compare-plans label:has-text('宁夏')")
    first, second = compared(tab, "煤矿"), compared(tab, "燃气")
    assert first.startswith("#compare/")
    assert tab.page.evaluate("history.length") == steps + 1
    for step, address, topic in ((tab.page.go_back, first, "煤矿"), (tab.page.go_forward, second, "燃气")):
        step()
        tab.page.wait_for_function("topic => document.title.startsWith(topic)", arg=topic)
        assert here(tab) == address
        assert topic in tab.page.inner_text("#compare-result")
    go_to(tab, "library")
    go_to(tab, "compare")
    assert here(tab) == second


def test_what_is_done_while_another_page_is_seen_waits_at_its_place(visit):
    tab = visit(path="#library")
    tab.page.evaluate("window.plansPage.place('training', 'pack')")
    assert (shown(tab), here(tab)) == ("page-library", "#library")
    go_to(tab, "courses")
    assert here(tab) == "#training/pack"


def test_conversation_that_is_gone_gives_way_to_a_new_one(visit):
    tab = visit()
    first = asked(tab, FIRST)
    # What is offered behind the answer is kept with it a moment later.
    tab.page.wait_for_selector(".turn .next .chip")
    tab.settle()
    tab.page.evaluate("localStorage.removeItem('plans-conversations')")
    tab.page.click("#fresh")
    tab.page.wait_for_selector(".welcome")
    second = asked(tab, SECOND)
    tab.page.go_back()
    tab.page.wait_for_selector(".welcome")
    assert here(tab) == first
    tab.ask("昆明有哪些目标?")
    tab.page.wait_for_function("before => location.hash !== before", arg=first)
    assert here(tab) not in {first, second}
    assert tab.page.locator(".turn").count() == 1


def test_copied_link_of_a_passage_is_its_address_alone(visit):
    tab = visit()
    asked(tab, FIRST)
    tab.page.click(".turn .cite >> nth=0")
    tab.page.wait_for_selector(PASSAGE)
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.page.click("[data-link]")
    tab.page.wait_for_selector("[data-link]:has-text('已复制')")
    link = tab.page.evaluate("navigator.clipboard.readText()")
    assert link == tab.page.url.split("#")[0]


def test_place_is_scrolled_as_it_was_left(visit):
    tab = visit(height=500)
    asked(tab, FIRST)
    tab.ask(SECOND)
    go_to(tab, "library")
    go_to(tab, "ask")
    tab.page.wait_for_selector(".turn >> nth=1")
    tab.page.evaluate("document.querySelector('#conversation').scrollTop = 150")
    tab.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    go_to(tab, "evaluation")
    tab.page.evaluate("document.querySelector('#conversation').scrollTop = 0")
    tab.page.go_back()
    scrolled = "document.querySelector('#conversation').scrollTop === 150"
    tab.page.wait_for_function(scrolled)
    tab.reload()
    tab.page.wait_for_selector(".turn >> nth=1")
    tab.page.wait_for_function(scrolled)


def test_focus_goes_to_the_page_and_is_not_lost(visit):
    tab = visit()
    go_to(tab, "library")
    assert tab.page.evaluate("document.activeElement.matches('#page-library h1')")
    tab.page.go_back()
    tab.page.wait_for_function("document.activeElement.matches('#question-box textarea')")
    tab.page.click("[data-language=en]")
    tab.page.wait_for_function("document.documentElement.lang === 'en'")
    tab.page.wait_for_function("document.activeElement.dataset.language === 'en'")
    assert tab.page.title().startswith("Ask · ")
    go_to(tab, "compare")
    tab.page.wait_for_function("document.activeElement.matches('#page-compare h1')")
    tab.page.focus("#header .skip")
    tab.page.keyboard.press("Enter")
    assert tab.page.evaluate("document.activeElement.matches('#question-box textarea')")


def test_focus_of_what_is_gone_and_has_no_name_goes_to_the_question_box(visit):
    tab = visit()
    tab.page.evaluate(
        """() => {
          const gone = document.body.appendChild(document.createElement("button"));
          gone.focus();
          gone.remove();
        }"""
    )
    tab.page.evaluate("window.plansPage.ready()")
    assert tab.page.evaluate("document.activeElement.matches('#question-box textarea')")


def test_rows_of_conversations_speak_the_language_of_the_page(visit):
    tab = visit()
    asked(tab, FIRST)
    tab.page.click("[data-language=en]")
    tab.page.wait_for_selector("#past:text-is('Conversations')")
    tab.page.click("#past")
    assert tab.page.get_attribute("#chat-list li [data-chat-rename]", "title") == "Rename"
