"""The compare page in a browser: topics are chosen, cells open their sources, files are taken away."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest
from pptx import Presentation

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
    name = workbook.value.suggested_filename
    assert name.startswith("规划比较 20") and name.endswith(" 煤矿百万吨死亡率.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.value.path().read_bytes())).worksheets[0]
    assert sheet["B1"].value == "煤矿百万吨死亡率"
    with tab.page.expect_download() as document:
        tab.page.click("#compare-docx")
    assert "下降10%" in docx.Document(io.BytesIO(document.value.path().read_bytes())).tables[0].cell(1, 1).text
    with tab.page.expect_download() as slides:
        tab.page.click("#compare-pptx")
    assert len(Presentation(io.BytesIO(slides.value.path().read_bytes())).slides) == 3

    tab.page.click("[data-language=en]")
    tab.page.wait_for_selector(".matrix th:has-text('coal-mine deaths per million tonnes')")
    assert "fall by 10%" in tab.page.inner_text(".matrix")
    assert tab.page.inner_text("#compare-go") == "Compare"
    assert tab.page.locator("#compare-plans label.selected").all_inner_texts() == ["Ningxia", "Zhongwei"]
    assert "(煤矿百万吨死亡率) 2/2" in tab.page.inner_text("#compare-indicator label.selected")


def test_topics_on_offer_follow_the_plans_and_say_how_many_speak_of_them(visit):
    tab = visit()
    tab.page.click("a[data-page=compare]")
    rate = "#compare-indicator label:has-text('煤矿百万吨死亡率')"
    tab.page.wait_for_selector(f"{rate}:has-text('4/5')")
    for place in ("宁夏", "克州"):
        tab.page.click(f"#compare-plans label:has-text('{place}')")
    tab.page.wait_for_selector("#compare-sector label:has-text('消防 2/2')")
    assert tab.page.locator(rate).count() == 0  # the paper of Kizilsu has no such figure
    tab.page.click("#compare-plans label:has-text('宁夏')")
    tab.page.wait_for_selector("#page-compare :text('选两份以上的文件')")
    assert tab.page.locator("#compare-sector").is_hidden()


@pytest.mark.parametrize(("width", "locale"), [(1280, "zh-CN"), (390, "en-GB")])
def test_a_cell_opens_its_passage_wherever_it_is_clicked_and_is_seen_as_open(visit, width, locale):
    tab = visit(width=width, locale=locale)
    tab.page.click("a[data-page=compare]")
    tab.page.fill("#compare-typed :is(textarea, input)", "煤矿百万吨死亡率")
    tab.page.click("#compare-go")
    tab.page.wait_for_selector(".matrix")
    shown = ".matrix td:has([aria-current=true])"
    tab.page.click(".matrix td[data-opens] .name >> nth=0")
    tab.page.wait_for_selector("#passage")
    assert "0.1以下" in tab.page.inner_text("#passage")
    assert "0.1" in tab.page.inner_text(shown)
    other = tab.page.locator(".matrix td[data-opens] .cite >> nth=-1")
    other.focus()
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_selector("#passage:has-text('0.058'), tr:has(#passage):has-text('0.058')")
    assert tab.page.locator(shown).count() == 1
    assert "0.058" in tab.page.inner_text(shown)
    tab.page.keyboard.press("Escape")
    tab.page.wait_for_selector(shown, state="detached")


def test_what_differs_is_said_marked_and_plotted(visit):
    tab = visit()
    tab.page.click("a[data-page=compare]")
    tab.page.fill("#compare-typed :is(textarea, input)", "煤矿百万吨死亡率；消防")
    tab.page.click("#compare-go")
    tab.page.wait_for_selector(".matrix")
    rates, fire = tab.page.locator(".differences dd").all_inner_texts()
    assert rates == "目标不同：控制在0.1以下（晋城）／0.058（中卫）；克州未提及。"
    assert fire == "数值的指标、单位或口径不同，没有可直接相比的。"
    assert "≠ 不同" in tab.page.inner_text(".matrix tr:has-text('晋城') td >> nth=0")
    assert "※ 不宜相比" in tab.page.inner_text(".matrix tr:has-text('宁夏') td >> nth=0")
    assert "≠ 不同" in tab.page.inner_text(".legend")
    assert tab.page.locator(".plots figure").count() == 1
    tab.page.click(".plots button >> nth=0")
    tab.page.wait_for_selector("#passage:has-text('0.1以下')")


def test_heads_stay_in_sight_and_a_wide_table_says_so(visit):
    tab = visit()
    tab.page.click("a[data-page=compare]")
    tab.page.fill("#compare-typed :is(textarea, input)", "消防；燃气；特种设备；煤矿；水利；旅游")
    tab.page.click("#compare-go")
    tab.page.wait_for_selector(".matrix")
    tab.page.wait_for_selector(".swipe:visible")
    edges = "(at) => { const box = at.getBoundingClientRect(); return [box.left, box.top]; }"
    matrix, corner = tab.page.locator(".matrix"), tab.page.locator(".matrix thead th >> nth=0")
    before = corner.evaluate(edges)
    matrix.evaluate("(at) => at.scrollTo(at.scrollWidth, 400)")
    assert matrix.evaluate("(at) => at.scrollLeft * at.scrollTop") > 0
    assert corner.evaluate(edges) == pytest.approx(before, abs=2)
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_a_comparison_can_be_cancelled(visit):
    tab = visit()
    tab.page.click("a[data-page=compare]")
    topics = "消防；燃气；特种设备；煤矿；水利；旅游；电力；民航；农业；学校；建筑施工；烟花爆竹"
    tab.page.fill("#compare-typed :is(textarea, input)", topics)
    tab.page.click("#compare-go")
    tab.page.click("#compare-cancel")
    tab.page.wait_for_selector("#compare-result :text('已取消。')")
    tab.page.wait_for_selector("#compare-cancel", state="hidden")
    tab.page.wait_for_selector("#compare-go:enabled")
    assert tab.page.locator("#compare-xlsx").is_hidden()
    assert tab.page.input_value("#compare-typed :is(textarea, input)") == topics


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
