"""Choosing among few documents, among many, and among more than anyone could look through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from assistant.ui.shared.picker.document_picker import Search, offer
from benchmarks.own_page import page_over
from index.types import Document, Level

SEARCH_BEGUN_MS = 0
"""Behind what was typed the page asks the server, whose answer takes longer than that."""
PLACES = ("西安", "渭南", "咸阳", "宝鸡", "汉中", "安康", "商洛", "延安", "榆林", "铜川", "兰州", "天水")


def papers(count: int) -> dict[str, Document]:
    return {
        f"p{n}": Document(
            f"p{n}", f"第{n}号通知", "", "", "", "", "", (), Level.OTHER, None, issued=f"20{n % 20:02}-01-01"
        )
        for n in range(count)
    }


@pytest.mark.parametrize(
    ("count", "ticked", "shown", "ids"),
    [
        (3, ["p1"], 0, ["p0", "p1", "p2"]),
        (1000, ["p7", "gone"], 0, ["p7"]),
        (1000, ["p7"], 3, ["p7", "p0", "p1", "p2"]),
    ],
)
def test_few_are_all_on_offer_and_of_many_the_chosen_and_some_that_are_found(count, ticked, shown, ids):
    offered = offer(papers(count), Search(shown=shown), ticked, "zh")
    assert [plan for _, plan in offered.chips] == ids
    assert offered.chosen == (ticked[0],)
    assert offered.found == count


def test_what_is_found_is_counted_with_what_is_shown_of_it():
    offered = offer(papers(1000), Search("2005", shown=12), [], "zh")
    assert (offered.found, offered.shown, len(offered.chips)) == (50, 12, 12)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page over twelve small plans."""
    folder: Path = tmp_path_factory.mktemp("many")
    (folder / "documents").mkdir()
    for place in PLACES:
        text = f"{place}市“十四五”安全生产规划\n\n一、总体要求\n市住建局负责城镇燃气。\n"
        (folder / "documents" / f"{place}.txt").write_text(text, "utf-8")
    with page_over({"PLANS_DATA_DIR": str(folder / "data"), "PLANS_DOCUMENTS_DIR": str(folder / "documents")}) as page:
        yield page.address


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
def test_many_documents_are_found_by_pinyin_chosen_and_kept(browser: Browser, many: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 844}, locale="zh-CN")
    try:
        page.goto(many)
        page.wait_for_selector("body[data-ready]")
        for name, group in {"ask": "#plans", "compare": "#compare-plans", "courses": "#courses-plans"}.items():
            page.click(f"a[data-page={name}]")
            assert page.locator(f"{group} label").count() == 0
            page.click(f"{group}-open")
            page.locator(f"{group}-find :is(input, textarea)").press_sequentially("tianshui")
            page.wait_for_function(f"document.querySelectorAll('{group} label').length === 1")
            page.click(f"{group} label:has-text('天水')")
            page.click(f"{group}-open")
            page.wait_for_selector(f"{group}-find", state="detached")
            page.wait_for_selector(f"{group} label:has(:checked)")
            assert page.locator(f"{group} label:has(:checked)").all_inner_texts() == ["天水"]
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.click("a[data-page=library]")
        assert page.locator(".document").count() == len(PLACES)
        page.locator("#library-find :is(input, textarea)").press_sequentially("兰州")
        page.wait_for_function("document.querySelectorAll('.document').length === 1")
    finally:
        page.close()


@pytest.mark.slow
def test_what_is_chosen_while_a_search_is_under_way_stays_chosen(browser: Browser, many: str):
    page = browser.new_page(locale="zh-CN")
    try:
        page.goto(many)
        page.wait_for_selector("body[data-ready]")
        page.click("a[data-page=courses]")
        page.click("#courses-plans-open")
        page.wait_for_function(f"document.querySelectorAll('#courses-plans label').length === {len(PLACES)}")
        page.evaluate(
            """() => {
            const box = document.querySelector("#courses-plans-find :is(input, textarea)");
            box.value = "天水";
            box.dispatchEvent(new Event("input", {bubbles: true}));
            const labels = [...document.querySelectorAll("#courses-plans label")];
            return new Promise(done => setTimeout(() => {
                labels.find(label => label.innerText.includes("天水")).click();
                done();
            }, SEARCHING));
        }""".replace("SEARCHING", str(SEARCH_BEGUN_MS))
        )
        page.wait_for_function("document.querySelectorAll('#courses-plans label').length === 1")
        page.click("#courses-plans-open")
        page.wait_for_selector("#courses-plans-find", state="detached")
        assert page.locator("#courses-plans label:has(:checked)").all_inner_texts() == ["天水"]
    finally:
        page.close()
