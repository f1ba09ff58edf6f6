"""The evaluation page in a browser: a file of one's own is scored, read and filtered; a run is cancelled; votes leave."""

from __future__ import annotations

import json

import pytest

from tests.assistant.ui.evaluation.test_evaluation_runs import question

pytestmark = pytest.mark.slow


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.jsonl"
    asked = question(1) + question(2, nuggets=[["西安市住建局"], ["住房和城乡建设局"]])
    english = question(3, lang="en", question="who leads gas safety in Kizilsu", nuggets=[["<b>nobody</b>"]])
    path.write_text(asked + english, encoding="utf-8")
    return path


def score(tab, own) -> None:
    tab.page.click("a[data-page=evaluation]")
    tab.page.set_input_files("#evaluation-own input[type=file]", own)
    tab.page.wait_for_selector("#evaluation-own :text('own')")
    tab.page.click("#evaluation-own-run")
    tab.page.wait_for_selector("#page-evaluation .run [role=progressbar]")
    tab.page.wait_for_selector("#page-evaluation .run", state="detached", timeout=120_000)
    tab.page.wait_for_selector("#evaluation-figures .tiles")


@pytest.mark.parametrize(
    ("locale", "width", "words"),
    [
        ("zh-CN", 1280, ("答对", "没有说到", "说到了", "英文")),
        ("en-GB", 390, ("Right answers", "missing", "stated", "English")),
    ],
)
def test_own_questions_are_scored_and_wrong_ones_read(visit, own, locale, width, words):
    right, missing, stated, english = words
    tab = visit(locale=locale, width=width, height=844)
    score(tab, own)
    assert right in tab.page.inner_text("#evaluation-figures .tiles")
    assert "33%" in tab.page.inner_text("#evaluation-figures .tiles")
    wrong = tab.page.locator("#evaluation-wrong details")
    assert wrong.count() == 2
    wrong.first.locator("summary").click()
    assert wrong.first.locator(".no").inner_text().endswith(missing)
    assert wrong.first.locator(".yes").inner_text().endswith(stated)
    assert "<b>nobody</b>" in wrong.nth(1).locator("dl").text_content()

    tab.page.click("#page-evaluation .filters input >> nth=1")
    tab.page.click(f"[role=option]:has-text('{english}')")
    tab.page.wait_for_function("document.querySelectorAll('#evaluation-wrong details').length === 1")
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width


def test_run_can_be_cancelled(visit):
    tab = visit()
    tab.page.click("a[data-page=evaluation]")
    tab.page.click("#evaluation-run")
    tab.page.click("#evaluation-cancel")
    tab.page.wait_for_selector("#page-evaluation .notices:has-text('评测已取消')")
    assert tab.page.locator("#evaluation-run").is_enabled()
    assert tab.page.locator("#evaluation-cancel").is_hidden()


def test_votes_leave_as_a_file_of_questions(visit):
    tab = visit(locale="en-GB")
    tab.ask("克州燃气安全谁牵头?")
    tab.page.click("[data-vote=up]")
    tab.page.fill(".comment input", "right")
    tab.page.click("[data-vote-send]")
    tab.page.wait_for_selector(".votes:not(:has([data-vote-send]))")
    tab.page.click("a[data-page=evaluation]")
    with tab.page.expect_download() as download:
        tab.page.click("#evaluation-export")
    exported = [json.loads(line) for line in download.value.path().read_text("utf-8").splitlines()]
    assert ("克州燃气安全谁牵头?", "right") in {(one["question"], one["note"]) for one in exported}


def test_page_for_programs_is_linked_and_opens(visit):
    tab = visit(locale="en-GB")
    tab.page.click("a[data-page=evaluation]")
    with tab.page.context.expect_page() as opened:
        tab.page.click(".programs a")
    page = opened.value
    page.wait_for_selector("#api")
    assert page.inner_text("h1") == "For programs"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_file_of_questions_without_end_is_told(visit, own, tmp_path):
    large = tmp_path / "large.jsonl"
    large.write_text(own.read_text("utf-8") + " " * 2_000_000, encoding="utf-8")
    tab = visit()
    tab.page.click("a[data-page=evaluation]")
    tab.page.set_input_files("#evaluation-own input[type=file]", large)
    tab.page.wait_for_selector("#evaluation-own :text('large')")
    tab.page.click("#evaluation-own-run")
    tab.page.wait_for_selector("#page-evaluation .run:has-text('2 MB'), #page-evaluation :text('2 MB')")
