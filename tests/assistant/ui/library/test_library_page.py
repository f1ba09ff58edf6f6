"""The library in a browser: reading, finding, filtering; files added as corrected, replaced, edited, removed, brought back."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow

CHOICES = {"ask": "#plans", "compare": "#compare-plans", "courses": "#courses-plans"}
PLAN = "西安市“十四五”安全生产规划\n\n一、总体要求\n坚持人民至上、生命至上。\n市住建局负责城镇燃气。\n"


def test_library_reads_finds_and_filters(visit):
    tab = visit()
    tab.page.click("a[data-page=library]")
    assert tab.page.locator(".document").count() == 5
    tab.page.click(".document [data-read=kunming-14th]")
    tab.page.wait_for_selector(".paper .text")
    tab.page.fill("[data-find]", "燃气")
    assert tab.page.inner_text(".finder output").startswith("1/")
    tab.page.click("[data-contents]")
    assert "主要任务" in tab.page.inner_text(".contents") or "主要工作任务" in tab.page.inner_text(".contents")

    tab.page.click("#library-tabs [role=tab]:has-text('全文检索')")
    tab.page.fill("#search-box :is(input, textarea)", "两客一危")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_selector(".hits li")

    tab.page.click("#library-tabs [role=tab]:has-text('事实表')")
    tab.page.wait_for_selector(".facts tbody tr")
    with tab.page.expect_download() as download:
        tab.page.click("button:has-text('导出 CSV')")
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith("规划,事项,牵头单位")


def test_files_are_corrected_added_and_removed_and_every_tab_knows(visit, tmp_path):
    good, twin, bad = tmp_path / "西安 <b>.txt", tmp_path / "twin.txt", tmp_path / "broken.pdf"
    good.write_text(PLAN, "utf-8")
    twin.write_text(PLAN, "utf-8")
    bad.write_bytes(b"not a pdf")
    other, tab = visit(locale="en-GB"), visit()
    tab.page.click("a[data-page=library]")
    tab.page.click("#library-tabs [role=tab]:has-text('添加')")
    tab.page.set_input_files("#upload-files input[type=file]", [good, twin, bad])
    tab.page.wait_for_selector(".proposal")
    assert tab.page.input_value("[name=place]") == "西安市"
    idle = tab.page.locator(".proposal.idle").all_inner_texts()
    assert "内容与《西安 b.txt》相同" in idle[0]
    assert "文件已损坏" in idle[1]
    tab.page.click("[name=title]")
    assert tab.page.locator("#reader .paper").count() == 0
    tab.page.fill("[name=title]", "西安消防 <i>规划")
    tab.page.click("button:has-text('加入规划库')")
    tab.page.wait_for_selector("#page-library .notices :text('未加入')")
    said = tab.page.locator("#page-library .notices li").all_inner_texts()
    assert [line.split("\n")[1][:3] for line in said] == ["已加入", "规划库", "未加入"]
    assert "《西安消防 <i>规划》，编号 xian-14th" in said[0]

    # The other tab hears of it when its reader goes to another page.
    other.page.click("a[data-page=library]")
    other.page.wait_for_selector('.document:has-text("Xi\'an")')
    for name, group in CHOICES.items():
        other.page.click(f"a[data-page={name}]")
        for place in ("Xi'an", "Kunming"):
            other.page.click(f'{group} label:has-text("{place}")')

    tab.page.click("#library-tabs [role=tab]:has-text('文件')")
    tab.page.click("[data-remove=xian-14th]")
    tab.page.wait_for_selector(".question:has-text('西安消防')")
    tab.page.wait_for_function("document.activeElement.closest('.task')")
    tab.page.keyboard.press("Escape")
    tab.page.wait_for_selector(".question", state="detached")
    assert tab.page.evaluate("document.activeElement.dataset.remove") == "xian-14th"
    tab.page.click("[data-remove=xian-14th]")
    tab.page.click("#remove-yes")
    tab.page.wait_for_selector("[data-document=xian-14th]", state="detached")
    assert "已移除" in tab.page.inner_text(".notices:has-text('已移除')")

    # What was ticked there of the plan is gone with it, and the rest still stands and can be asked.
    other.page.click("a[data-page=library]")
    other.page.wait_for_selector('.document:has-text("Xi\'an")', state="detached")
    for name, group in CHOICES.items():
        other.page.click(f"a[data-page={name}]")
        assert other.page.locator(f"{group} label:has(:checked)").all_inner_texts() == ["Kunming"]
    other.page.click("a[data-page=ask]")
    other.ask("What does it say about fire safety?")
    assert other.page.locator(".turn .answer.error").count() == 0


def test_more_files_than_can_be_read_at_once_are_told(visit, tmp_path):
    files = [tmp_path / f"{number}.txt" for number in range(51)]
    for file in files:
        file.write_text(PLAN, "utf-8")
    tab = visit()
    tab.page.click("a[data-page=library]")
    tab.page.click("#library-tabs [role=tab]:has-text('添加')")
    tab.page.set_input_files("#upload-files input[type=file]", files)
    tab.page.wait_for_selector("#page-library :text('一次最多选择 50 个文件')")
    assert tab.page.locator(".proposal").count() == 0


def test_a_paper_of_a_held_title_is_asked_about_replaced_edited_removed_and_brought_back(visit, tmp_path):
    first, later = tmp_path / "one" / "渭南.txt", tmp_path / "two" / "渭南.txt"
    for file, day in ((first, "2021年3月5日"), (later, "2022年3月5日")):
        file.parent.mkdir()
        file.write_text(PLAN.replace("西安", "渭南").replace("\n\n", f"\n渭南市人民政府\n{day}\n\n", 1), "utf-8")
    tab = visit(width=390, height=844)
    page = tab.page
    page.click("a[data-page=library]")
    page.click("#library-tabs [role=tab]:has-text('添加')")
    page.set_input_files("#upload-files input[type=file]", first)
    page.click("button:has-text('加入规划库'):enabled")
    page.wait_for_selector("#page-library .notices :text('已加入')")

    page.set_input_files("#upload-files input[type=file]", later)
    page.wait_for_selector(".like")
    assert page.locator(".like :checked").input_value() == ""
    assert page.locator(".like tr:has(th:text('成文日期')) td").all_inner_texts() == ["2022-03-05", "2021-03-05"]
    page.check(".like input[value='replace:weinan-14th']")
    page.click("button:has-text('加入规划库'):enabled")
    page.click("#adding-undo")
    page.wait_for_selector("#page-library .notices :text('已恢复')")

    page.click("#library-tabs [role=tab]:has-text('文件')")
    page.wait_for_selector("[data-document=weinan-14th]:has-text('2021-03-05')")
    page.click("[data-edit-document=weinan-14th]")
    page.fill("#edit-title :is(input, textarea)", "渭南 <i>规划")
    page.fill("#edit-last :is(input, textarea)", "20")
    page.click("#edit-save")
    page.wait_for_selector("#page-library .notices :text('年份应为四位数字')")
    page.fill("#edit-last :is(input, textarea)", "2026")
    page.click("#edit-save")
    page.wait_for_selector("[data-document=weinan-14th] h2:text('渭南 <i>规划')")
    assert "2021–2026" in page.inner_text("[data-document=weinan-14th]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.click("[data-remove=weinan-14th]")
    page.click("#remove-yes")
    page.wait_for_selector("[data-document=weinan-14th]", state="detached")
    page.click("#library-undo")
    page.wait_for_selector("[data-document=weinan-14th] h2:text('渭南 <i>规划')")
    page.click("[data-remove=weinan-14th]")
    page.click("#remove-yes")
    page.wait_for_selector("[data-document=weinan-14th]", state="detached")


def test_what_is_to_be_translated_is_taken_away_and_comes_back_checked(visit, tmp_path):
    plan = tmp_path / "铜川.txt"
    plan.write_text(PLAN.replace("西安", "铜川"), "utf-8")
    tab = visit(locale="en-GB", width=390, height=844)
    page = tab.page
    page.click("a[data-page=library]")
    assert "295 of 295 sentences: 295 in the unofficial translation" in page.inner_text("[data-document=kizilsu-2024]")
    page.click("#library-tabs [role=tab]:has-text('Add')")
    page.set_input_files("#upload-files input[type=file]", plan)
    page.click("button:has-text('Add to the library'):enabled")
    page.wait_for_selector("#page-library .notices :text('Added')")
    page.click("#library-tabs [role=tab]:has-text('Documents')")
    page.click("[data-translate=tongchuan-14th]")
    with page.expect_download() as download:
        page.click("#translation-table")
    table = download.value.path().read_text(encoding="utf-8-sig")
    assert "\t市住建局负责城镇燃气。\t\n" in table

    right = table.replace("燃气。\t\n", "燃气。\tThe Municipal Housing Bureau is responsible for urban gas.\n")
    back = tmp_path / "back.tsv"
    back.write_text(f"{right}\t别的 <b>话\tOther words\n", "utf-8")
    page.set_input_files("#translation-file input[type=file]", back)
    page.check("#translation-machine input")
    page.click("#translation-take")
    page.wait_for_selector("#translation-done .notices :text('Lines taken in: 1,')")
    assert "别的 <b>话" in page.inner_text("#translation-done")
    page.wait_for_selector("[data-document=tongchuan-14th]:has-text('1 by a machine')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click("#translation-close")
    page.click("[data-remove=tongchuan-14th]")
    page.click("#remove-yes")
    page.wait_for_selector("[data-document=tongchuan-14th]", state="detached")


def test_facts_are_turned_a_page_at_a_time_and_saved_under_a_telling_name(visit):
    tab = visit(path="#library")
    page = tab.page
    page.click("#library-tabs [role=tab]:has-text('事实表')")
    rows = page.locator(".fact-table tbody tr")
    page.wait_for_selector(".fact-table [data-rows-turn='1']")
    assert page.locator(".fact-table tbody tr:visible").count() == 20
    assert "章节" in page.inner_text(".fact-table thead")
    page.click(".fact-table [data-rows-turn='1']")
    assert rows.nth(0).is_hidden() and rows.nth(20).is_visible()
    assert page.inner_text(".fact-table [role=status]").startswith("第 21–40 行")
    page.click(".fact-table [data-rows-turn='-1']")
    assert page.evaluate("document.activeElement.dataset.rowsTurn") == "1"  # the other one can no longer be pressed
    with page.expect_download() as saved:
        page.click("button:has-text('导出 CSV')")
    name, day = saved.value.suggested_filename, page.evaluate("new Date().toISOString().slice(0, 4)")
    assert name.startswith(f"全部规划-职责分工-{day}") and name.endswith(".csv")

    # More than are sent at a time: the others come as they are turned to, there and back.
    page.click("#fact-kind input")
    page.click("#fact-kind [role=option]:has-text('指标与数据')")
    told = page.locator(".fact-table [role=status]")
    page.wait_for_selector(".fact-table thead:has-text('指标')")
    for _ in range(10):
        page.click(".fact-table [data-rows-turn='1']")
    page.wait_for_selector(".fact-table [role=status]:has-text('第 201–220 行')")
    page.wait_for_function("document.activeElement.dataset.rowsTurn")
    page.click(".fact-table [data-rows-turn='-1']")
    page.wait_for_selector(".fact-table [role=status]:has-text('第 181–200 行')")
    assert told.inner_text().endswith(f"共 {page.inner_text('#library-facts .count').split()[1]} 行")
