"""Saved work in a browser: saved by itself, found again by its address and in the list, and safe from what browsers make up."""

from __future__ import annotations

import io

import docx
import pytest

pytestmark = pytest.mark.slow

HOSTILE = "<img src=x onerror=alert(1)> {{ 7*7 }} \"'&"


def make_pack(page, topic="燃气"):
    """Makes a pack of one plan, and waits until it is saved; gives its id."""
    page.click("#courses-plans label:has-text('克州')")
    page.fill("#courses-topics input", topic)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.click("#courses-make")
    page.wait_for_selector("#courses-saved .saved-strip")
    page.wait_for_function("location.hash.startsWith('#training/')")
    return page.url.partition("#training/")[2]


def version(page):
    """The version that the page shows."""
    return int(page.get_attribute("#courses-saved .saved-strip", "data-version"))


def saved_after(page, before):
    """Waits until a version after that one is saved; gives its number."""
    page.wait_for_function(
        "(n) => Number(document.querySelector('.saved-strip[data-saved=training]').dataset.version) > n", arg=before
    )
    return version(page)


def words(page, number):
    return page.locator(".pack .words").nth(number)


def shelf(page):
    """Goes to the list, and waits until it is read."""
    page.click("a[data-page=saved]")
    page.wait_for_selector("#saved-rows .shelf")


def share(page):
    """Shares the newest conversation of a browser; gives the id of its link."""
    page.evaluate("window.plansChats.shared = (id) => { window.sharedAs = id; }")
    page.evaluate(
        "window.plansPage.send('publish', { kept: JSON.stringify(JSON.parse(localStorage['plans-conversations'])[0]), language: 'zh' })"
    )
    page.wait_for_function("window.sharedAs")
    return page.evaluate("window.sharedAs")


def row(page, work_id):
    return page.locator(f".shelf > li[data-id='{work_id}']")


def test_an_edited_pack_survives_a_reload_is_seen_by_others_and_can_be_gone_back_from(visit):
    page = visit(path="#training").page
    work_id = make_pack(page)
    first = words(page, 1).inner_text()
    dropped, made = words(page, 0).inner_text(), version(page)
    words(page, 1).fill(HOSTILE)
    reworded = saved_after(page, made)
    page.locator("li[data-line]").nth(0).locator("[data-drop-line]").click()
    saved_after(page, reworded)

    page.reload()
    page.wait_for_selector(".pack")
    assert words(page, 0).inner_text() == HOSTILE
    assert dropped not in page.locator(".pack .words").all_inner_texts()
    with page.expect_download() as file:
        page.click("#courses-docx")
    told = [p.text for p in docx.Document(io.BytesIO(file.value.path().read_bytes())).paragraphs]
    assert any(HOSTILE in text for text in told)

    other = visit(path=f"#training/{work_id}", locale="en-GB").page
    other.wait_for_selector(".pack")
    assert words(other, 0).inner_text() == HOSTILE
    other.click("#courses-saved summary")
    other.locator("[data-go-back='1']").click()
    other.wait_for_function("(text) => document.querySelectorAll('.pack .words')[1].textContent === text", arg=first)
    assert words(other, 0).inner_text() == dropped

    page.reload()
    page.wait_for_selector(".pack")
    assert words(page, 1).inner_text() == first


def test_edits_that_no_server_acknowledged_are_sent_when_the_page_is_there_again(visit):
    page = visit(path="#training").page
    make_pack(page, "交通")
    made = version(page)
    words(page, 1).fill("written just before")
    assert not page.evaluate("window.plansEdits.settled()")  # no reload under who is writing
    page.reload()
    page.wait_for_function("document.querySelectorAll('.pack .words')[1]?.textContent === 'written just before'")
    page.wait_for_function("sessionStorage['plans-edits'] === '{}'")
    assert version(page) > made


def test_two_who_write_one_note_both_keep_their_text_and_a_draft_outlives_the_list(visit):
    mine = visit(path="#saved").page
    mine.click(".write-note summary")
    mine.fill(".write-note textarea", "two write this")
    mine.click(".write-note .button")
    mine.wait_for_selector(".told")
    assert mine.input_value(".write-note textarea") == ""
    theirs = visit(path="#saved").page
    theirs.wait_for_selector("#saved-rows .shelf")
    for page in (mine, theirs):
        page.locator(".shelf > li:has-text('two write this')").first.locator("[data-work=open]").click()
        page.wait_for_selector(".inside textarea")
    mine.fill(".inside textarea", "my words")
    theirs.fill(".inside textarea", "their words")
    theirs.click(".inside .button")
    theirs.wait_for_selector(".told:has-text('已保存')")
    mine.click("[data-language=en]")
    mine.wait_for_selector("#saved-rows .about:has-text('changed')")
    assert mine.input_value(".inside textarea") == "my words"
    mine.click(".inside .button")
    mine.wait_for_selector(".told:has-text('saved apart')")
    assert mine.input_value(".inside textarea") == "my words"
    theirs.click("a[data-page=ask]")
    shelf(theirs)
    theirs.wait_for_selector(".shelf > li:has-text('(apart)')")
    assert theirs.input_value(".inside textarea") == "their words"


def test_two_who_edit_one_pack_lose_nothing(visit):
    mine = visit(path="#training").page
    work_id = make_pack(mine, "消防")
    theirs = visit(path=f"#training/{work_id}").page
    theirs.wait_for_selector(".pack")
    made = version(mine)
    words(mine, 0).fill("my wording")
    own = saved_after(mine, made)
    words(theirs, 1).fill("their wording")
    assert saved_after(theirs, made) > own
    theirs.click("#courses-saved summary")
    theirs.locator(f"[data-go-back='{own}']").click()
    theirs.wait_for_function("document.querySelectorAll('.pack .words')[0].textContent === 'my wording'")


def test_the_list_renames_copies_exports_and_removes(visit):
    page = visit(path="#training").page
    work_id = make_pack(page, "应急")
    shelf(page)
    mine = row(page, work_id)
    mine.locator("[data-rename]").click()
    mine.locator(".retitling input").fill(HOSTILE)
    page.keyboard.press("Enter")
    page.wait_for_selector(".told:has-text('已改名')")
    assert mine.locator(".named").inner_text() == HOSTILE
    assert page.locator("#page-saved img").count() == 0

    mine.locator("[data-work=copy]").click()
    page.wait_for_selector(".told:has-text('副本')")
    page.fill("#saved-needle :is(input, textarea)", "onerror 副本")
    page.wait_for_function("document.querySelectorAll('.shelf > li').length === 1")
    copied = page.locator(".shelf > li").get_attribute("data-id")
    assert copied != work_id

    for form, start in (("docx", b"PK"), ("pptx", b"PK"), ("md", b"#")):
        with page.expect_download() as file:
            row(page, copied).locator(f"[data-form={form}]").click()
        assert file.value.path().read_bytes().startswith(start)
        assert file.value.suggested_filename.endswith(form)

    row(page, copied).locator("[data-remove-work]").click()
    row(page, copied).locator(".deleting [data-settle]").click()
    row(page, copied).locator("[data-remove-work]").click()
    row(page, copied).locator(".deleting [data-work=remove]").click()
    page.wait_for_selector(".told:has-text('已删除')")
    assert row(page, copied).count() == 0
    page.keyboard.press("Enter")  # what puts it back has the keyboard
    page.wait_for_selector(".told:has-text('已恢复')")
    row(page, copied).locator("[data-remove-work]").click()
    row(page, copied).locator(".deleting [data-work=remove]").click()
    page.wait_for_selector(".told:has-text('已删除')")

    page.fill("#saved-needle :is(input, textarea)", "")
    page.click("#saved-kind label:has-text('笔记')")
    page.wait_for_function("(id) => !document.querySelector(`[data-id='${id}']`)", arg=work_id)
    page.click("#saved-kind label:has-text('培训材料')")
    mine.locator(".named a").click()
    page.wait_for_function("(id) => location.hash === `#training/${id}`", arg=work_id)
    gone = visit(path=f"#training/{copied}", locale="en-GB").page
    gone.wait_for_selector("#page-courses [role=alert]")
    assert "Nothing is saved here" in gone.inner_text("#page-courses [role=alert]")


def test_an_answer_is_pinned_noted_on_and_exported_and_a_note_is_written(visit):
    tab = visit(locale="en-GB", width=390)
    page = tab.page
    tab.ask("Who leads gas safety in Kizilsu?")
    page.click("[data-pin]")
    page.wait_for_selector("[data-pin][disabled]")
    tab.ask("克州消防安全谁负责?")
    page.locator("[data-pin]:not([disabled])").click()
    page.wait_for_function("document.querySelectorAll('[data-pin][disabled]').length === 2")
    shelf(page)
    answer = page.locator(".shelf > li:has-text('Who leads gas safety')").first
    answer.locator("[data-work=open]").click()
    page.wait_for_selector(".inside .said")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".inside .cite").first.click()
    page.wait_for_selector("#passage")
    page.click(".paper [data-close] >> visible=true")
    page.fill(".inside textarea", f"for the meeting {HOSTILE}")
    page.click(".inside .button")
    page.wait_for_selector(".told:has-text('is saved')")
    assert page.input_value(".inside textarea") == f"for the meeting {HOSTILE}"
    with page.expect_download() as file:
        answer.locator("[data-form=md]").click()
    told = file.value.path().read_text("utf-8")
    assert "Who leads gas safety" in told
    assert HOSTILE in told
    with page.expect_download() as file:
        page.click(".all-answers [data-form=docx]")
    told = "\n".join(p.text for p in docx.Document(io.BytesIO(file.value.path().read_bytes())).paragraphs)
    assert "Who leads gas safety" in told
    assert "克州消防安全谁负责?" in told
    assert HOSTILE in told

    page.click(".write-note summary")
    page.click(".write-note .button")
    page.wait_for_selector(".told.bad")
    page.fill(".write-note input", HOSTILE)
    page.fill(".write-note textarea", "first line\nsecond line")
    page.click(".write-note .button")
    page.wait_for_selector(".told:not(.bad)")
    note = page.locator(".shelf > li:has-text('first line second line')").first
    assert note.locator(".named").inner_text() == HOSTILE
    note.locator("[data-work=open]").click()
    page.wait_for_function("document.querySelector('.inside textarea')?.value === 'first line\\nsecond line'")


def test_a_conversation_and_a_comparison_open_at_a_colleague(visit):
    tab = visit()
    page = tab.page
    tab.ask("克州燃气安全谁牵头?")
    shared = share(page)
    page.click("a[data-page=compare]")
    page.fill("#compare-typed :is(textarea, input)", "消防")
    page.click("#compare-go")
    page.wait_for_function("location.hash.startsWith('#compare/')")
    compared = page.evaluate("location.hash")

    colleague = visit(path=f"#ask/{shared}")
    other = colleague.page
    other.wait_for_selector(".turn footer")
    assert other.inner_text(".turn .asked h2") == "克州燃气安全谁牵头?"
    other.click("[data-pin]")
    other.wait_for_selector("[data-pin][disabled]")  # the server knows its answer again
    colleague.ask("昆明呢?")
    again = share(other)
    assert again != shared
    for work_id, questions in ((shared, 1), (again, 2)):  # the first stays what it was
        third = visit(path=f"#ask/{work_id}").page
        third.wait_for_selector(".turn footer")
        assert third.locator(".turn").count() == questions
    there = visit(path=compared).page
    there.wait_for_selector(".matrix")
    assert there.locator(".matrix tbody tr").count() == 5
    with there.expect_download() as file:
        there.click("#compare-xlsx")
    assert file.value.path().read_bytes().startswith(b"PK")


def test_what_browsers_make_up_is_refused_in_a_sentence(visit):
    page = visit(path="#saved", locale="en-GB").page
    page.wait_for_selector("#saved-rows :is(.empty, .shelf)")
    for act in ("open", "rename", "copy", "remove", "note", "export"):
        page.evaluate("window.plansPage.send('shelf', { act: 'look' })")
        page.wait_for_selector(".told", state="detached")
        page.evaluate(
            "(act) => window.plansPage.send('shelf', { act, id: '../etc/passwd', text: {}, form: 'exe' })", act
        )
        page.wait_for_selector(".told.bad")
        assert "Nothing is saved here" in page.inner_text(".told.bad")
    page.evaluate("window.plansPage.send('shelf', null)")
    page.evaluate("window.plansPage.send('work', { page: 'training', id: '" + "x" * 5000 + "', language: 7 })")
    page.wait_for_selector("#page-courses [role=alert]", state="attached")
    page.evaluate("window.plansPage.send('version', { page: 'nowhere', version: 'x' })")
    page.evaluate("window.plansPage.send('edited', { edits: 'nonsense' })")
    made_up = """{ id: 'a', answers: [{ id: '', question: 'q', language: 'en', refused: false, answer: 'made up', citations: [],
      suggestions: [], mode: 'extractive', timings_ms: {} }] }"""
    for kept in ("''", "'{}'", f"JSON.stringify({made_up})"):
        page.evaluate(f"window.plansPage.send('publish', {{ kept: {kept}, language: 'en' }})")
        page.wait_for_selector(".toast-body")
        assert page.locator(".toast-body").first.inner_text().count("\n") < 4
        page.locator(".toast-close").first.click()
        page.wait_for_selector(".toast-body", state="detached")
    page.evaluate("window.plansPage.send('shelf', { act: 'write', title: 'x', text: 'y'.repeat(3000000) })")
    page.wait_for_selector(".told:has-text('is saved')")
    page.locator(".shelf > li:has-text('yyyyyyyy')").first.locator("[data-work=open]").click()
    page.wait_for_function("document.querySelector('.inside textarea')?.value.length === 20000")
