"""The page of courses: its markup, what the browser sends back, and its main task in a browser."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import docx
import pytest

from assistant import Assistant, Language
from assistant.courses import (
    Audience,
    Pack,
    PackEdits,
    PackLine,
    PackRequest,
    QuizKind,
    Scenario,
    Written,
    build_pack,
    wording,
)
from assistant.ui.courses.courses_page import read_edits
from assistant.ui.courses.pack_markup import making_progress, pack_notice, pack_page

PLAN = {"zh": "克州", "en": "Kizilsu"}
TOPICS = {"zh": ("燃气", "消防"), "en": ("gas", "fire safety")}


@pytest.fixture(scope="module")
def pack(plans_settings) -> Pack:
    request = PackRequest(("kizilsu-2024",), ("燃气",), Audience.DEPARTMENT_HEAD, 2.0, Language.ZH)
    return build_pack(Assistant(plans_settings), request)


def test_every_line_can_be_edited_and_opens_its_source(pack):
    html = pack_page(pack, "zh")
    lines = pack.lines
    assert pack.exercises
    assert html.count('role="textbox"') == sum(len(line.cells) or 1 for line in lines)
    assert html.count("data-line=") == len(lines)
    assert all(f'data-line="{line.id}"' in html for line in lines)
    assert len(re.findall(r'class="cite" data-doc="kizilsu-2024" data-start="\d+" data-end="\d+"', html)) == sum(
        len(line.citations) for line in lines
    ) + len(pack.quiz)


def test_rows_stand_below_their_columns_and_lines_below_their_groups(pack):
    html = pack_page(pack, "zh")
    for part in pack.parts:
        for column in part.columns:
            assert f'scope="col">{column}</th>' in html
        for group in {line.group for line in part.lines} - {""}:
            assert f">{group}</{'th' if part.columns else 'h4'}>" in html
    assert html.count("<table") == sum(bool(part.columns) for part in pack.parts)
    assert html.count('class="speaker-note"') == sum(bool(line.note) for line in pack.lines)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_model_wrote_is_marked_and_can_be_edited(pack, language):
    line = replace(pack.parts[0].lines[0], id="talking-0", text="<b>要点</b>", by_model=True)
    made_up = [PackLine(f"scenario-0-{name}", name, (), by_model=True) for name in ("situation", "question")]
    scenario = Scenario(*made_up, (replace(line, id="scenario-0-0"),))
    html = pack_page(replace(pack, written=Written((line,), (scenario,), kept=2)), language)
    assert "<b>要点" not in html
    for one in (line, *scenario.lines):
        assert f'data-line="{one.id}"' in html
    assert html.count('class="words by-model"') == 4
    assert html.count(wording(Language.ZH, "by_model")) == 2  # the material is Chinese whatever the page speaks
    assert 'by-model"' not in pack_page(pack, language)


def test_why_a_model_wrote_nothing_is_told_in_a_line(pack):
    note = wording(Language.ZH, "model_failed")
    assert note in pack_page(replace(pack, written=Written(note=note)), "en")


def test_quiz_holds_answers_for_the_browser_to_mark(pack):
    html = pack_page(pack, "en")
    shown = html.partition("<template")[0]  # what follows is for questions that are changed or added
    assert shown.count("<fieldset") == len(pack.quiz)
    assert shown.count('class="gap"') == sum(question.kind is QuizKind.FILL for question in pack.quiz)
    assert shown.count('type="radio"') == sum(len(question.options) for question in pack.quiz)
    assert "{right}" in html
    assert "Check answers" in html


def test_text_of_plans_and_people_is_escaped():
    assert "<b>" not in pack_notice("<b>")
    assert 'aria-valuenow="40"' in making_progress(("points", 0.4), "", "en")
    assert "Choosing key points… · &lt;b&gt;" in making_progress(("points", 0.4), "<b>", "en")


def test_edits_are_read_from_what_the_browser_sends():
    sent = json.dumps({"lines": [{"id": "a", "text": "b"}], "questions": ["c"]})
    edits = read_edits(sent)
    assert (edits.lines[0].id, edits.lines[0].text, edits.questions) == ("a", "b", ("c",))
    assert read_edits('{"lines": [], "questions": []}') == PackEdits((), ())


@pytest.mark.parametrize("sent", ["[]", "{}", "nonsense", '{"lines": []}', '{"lines": 3}'])
def test_what_the_page_does_not_send_is_refused(sent):
    with pytest.raises(ValueError):
        read_edits(sent)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), [("zh", 1280), ("en", 390)])
def test_pack_is_made_edited_exported_and_its_quiz_answered(visit, tmp_path, language, width):
    tab = visit(width=width, locale={"zh": "zh-CN", "en": "en-GB"}[language], path="#courses")
    page = tab.page
    page.click(f"#courses-plans label:has-text('{PLAN[language]}')")
    for topic in TOPICS[language]:
        page.fill("#courses-topics input", topic)
        page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.click("#courses-make")
    page.wait_for_selector(".pack")
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    row = page.locator("tr[data-line]").first
    row.locator(".words").first.fill("我的事项")
    words = page.locator(".pack li .words")
    dropped, moved = words.nth(0).inner_text(), words.nth(2).inner_text()
    words.nth(1).fill("燃气 <b>my own words</b>")
    page.locator("li[data-line]").nth(2).locator("[data-move='-1']").click()
    page.locator("li[data-line]").nth(0).locator("[data-drop-line]").click()
    assert page.locator("li[data-line]").nth(1).locator(".words").inner_text() == moved

    page.locator(".pack .cite").nth(2).click()
    page.wait_for_selector("#passage")
    page.click(".paper [data-close] >> visible=true")

    with page.expect_download() as saved:
        page.click("#courses-docx")
    file = tmp_path / "pack.docx"
    saved.value.save_as(file)
    document = docx.Document(io.BytesIO(file.read_bytes()))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    rows = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "我的事项" in told + rows
    assert "燃气 <b>my own words</b>" in told
    assert dropped not in told
    assert told.index(moved) < told.index("my own words")

    _answer_all(page)
    count = page.locator(".quiz li[data-question]").count()
    page.click("[data-quiz-check]")
    assert re.findall(r"\d+", page.inner_text(".quiz output")) == [str(count), str(count)]
    assert page.locator(".quiz [data-marked=right]").count() == count
    page.click("[data-quiz-again]")
    assert page.locator(".quiz .verdict-line >> visible=true").count() == 0


def _answer_all(page) -> None:
    """Answers every question rightly, as the markup has it."""
    for question in page.locator(".quiz li[data-question]").all():
        if question.locator(".gap").count():
            question.locator(".gap").fill(json.loads(question.get_attribute("data-accept"))[0])
        else:
            question.locator(f"input[value='{question.get_attribute('data-answer')}']").check()


@pytest.mark.slow
def test_what_is_missing_is_told(visit):
    page = visit(path="#courses").page
    page.click("#courses-make")
    page.wait_for_selector("#page-courses [role=alert]")
    assert page.inner_text("#page-courses [role=alert]") == "请至少选择一部规划。"
    page.click("#courses-plans label:has-text('克州')")
    page.fill("#courses-topics input", "电动自行车换电柜")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.click("#courses-make")
    page.wait_for_function("document.querySelector('#page-courses [role=alert]')?.textContent.includes('换电柜')")
    assert page.locator(".pack").count() == 0
    assert page.locator("#courses-docx").is_hidden()


def test_the_address_of_earlier_versions_opens_the_page(visit):
    tab = visit(path="#training")
    assert tab.page.evaluate("document.body.dataset.page") == "courses"
