"""The compare page in a browser: topics are chosen, cells open their sources, files are taken away."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("width", "height", "locale", "typed", "silent"),
    [
        (1280, 800, "zh-CN", "道路交通万车死亡率；消防", "规划未提及"),
        (390, 844, "en-GB", "road deaths per 10,000 vehicles; fire safety", "Not stated"),
    ],
)
def test_topics_are_compared_and_a_cell_opens_its_source(visit, width, height, locale, typed, silent):
    tab = visit(width=width, height=height, locale=locale)
    tab.page.click("a[data-page=compare]")
    tab.page.fill("#compare-typed :is(textarea, input)", typed)
    tab.page.click("#compare-indicator label:has-text('煤矿百万吨死亡率')")
    tab.page.click("#compare-go")
    tab.page.wait_for_selector(".matrix")
    assert tab.page.locator(".matrix tbody tr").count() == 5
    assert tab.page.locator(".matrix tbody tr >> nth=0").locator("td").count() == 3
    assert silent in tab.page.inner_text(".matrix")
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
    tab.page.click(".matrix .value .cite >> nth=0")
    tab.page.wait_for_selector("#passage")
    assert "4.0以下" in tab.page.inner_text("#passage")


def test_chosen_plans_alone_are_compared_and_exported(visit):
    tab = visit()
    tab.page.click("a[data-page=compare]")
    for place in ("宁夏", "中卫"):
        tab.page.click(f"#compare-plans label:has-text('{place}')")
    tab.page.click("#compare-indicator label:has-text('煤矿百万吨死亡率')")
    assert tab.page.locator("#compare-xlsx").is_hidden()
    tab.page.click("#compare-go")
    tab.page.wait_for_selector(".matrix")
    assert tab.page.locator(".matrix tbody tr").count() == 2
    assert "不宜直接相比" in tab.page.inner_text(".matrix tfoot")
    with tab.page.expect_download() as workbook:
        tab.page.click("#compare-xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.value.path().read_bytes())).worksheets[0]
    assert sheet["B1"].value == "煤矿百万吨死亡率"
    with tab.page.expect_download() as document:
        tab.page.click("#compare-docx")
    assert "下降10%" in docx.Document(io.BytesIO(document.value.path().read_bytes())).tables[0].cell(1, 1).text

    tab.page.click("[data-language=en]")
    tab.page.wait_for_selector(".matrix th:has-text('coal-mine deaths per million tonnes')")
    assert "fall by 10%" in tab.page.inner_text(".matrix")
    assert tab.page.inner_text("#compare-go") == "Compare"


def test_a_comparison_without_a_topic_is_told_in_a_sentence(visit):
    tab = visit()
    tab.page.click("a[data-page=compare]")
    tab.page.click("#compare-go")
    tab.page.wait_for_selector(".failed[role=alert]")
    assert tab.page.inner_text(".failed") == "请至少填写或点选一个主题。"


def test_programs_compare_too(server):
    from gradio_client import Client
    from gradio_client.exceptions import AppError

    client = Client(server, verbose=False)
    made = client.predict(["煤矿百万吨死亡率"], ["ningxia-14th", "kizilsu-2024"], "en", api_name="/compare")
    (topic,) = made["topics"]
    assert [cell["stated"] for cell in topic["cells"]] == [True, False]
    assert topic["cells"][0]["figures"][0]["quantity"] == {"number": 10.0, "unit": "%", "change": True, "exact": True}
    assert made["citations"][0]["document"] == "ningxia-14th"
    with pytest.raises(AppError, match="no topic is given"):
        client.predict([], [], "zh", api_name="/compare")
