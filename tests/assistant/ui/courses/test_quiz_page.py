"""The quiz on the page: changed, added, kept for the session, printed, exported."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import docx
import pytest

from assistant import Assistant, Language
from assistant.courses import Audience, Pack, PackRequest, QuestionEdit, QuizKind, build_pack
from assistant.courses.quiz.edited_questions import MOST_OPTION_CHARS
from assistant.ui.courses.courses_page import read_edits
from assistant.ui.courses.pack_markup import pack_page

PLAN = {"zh": "克州", "en": "Kizilsu"}


@pytest.fixture(scope="module")
def pack(plans_settings) -> Pack:
    request = PackRequest(("kizilsu-2024",), (), Audience.DEPARTMENT_HEAD, 2.0, Language.ZH)
    return build_pack(Assistant(plans_settings), request)


def test_difficulty_and_what_a_trainer_changed_are_marked(pack):
    one, two, *_ = pack.quiz
    html = pack_page(replace(pack, quiz=(replace(one, difficulty=3), replace(two, changed=True))), "en")
    assert html.count('data-level="3"') == 1
    assert html.count('class="kind by-trainer">') == 2  # that, and the one for new questions
    own = pack_page(replace(pack, quiz=(replace(one, citation=None, prompt="<b>mine</b>"),)), "en")
    assert "<b>mine" not in own
    assert own.count('class="cite"') < pack_page(replace(pack, quiz=(one,)), "en").count('class="cite"')


def test_a_quiz_is_known_again_when_its_questions_change(pack):
    def key(shown: Pack) -> str:
        return pack_page(shown, "zh").partition('data-quiz="')[2].partition('"')[0]

    assert key(pack)
    assert key(replace(pack, quiz=pack.quiz[::-1])) == key(pack)
    assert key(replace(pack, quiz=pack.quiz[1:])) == key(pack)
    assert key(replace(pack, quiz=())) == key(pack)
    assert key(replace(pack, request=replace(pack.request, hours=4.0))) != key(pack)


def test_questions_can_be_added_where_none_are_left(pack):
    html = pack_page(replace(pack, quiz=()), "en")
    assert 'data-quiz-add="fill"' in html
    assert 'class="of-question"' in html


def test_a_gap_takes_as_much_as_an_answer_may_have(pack):
    fill = replace(pack.quiz[0], kind=QuizKind.FILL, options=(), accepted=("长" * MOST_OPTION_CHARS,))
    assert f'class="gap" type="text" maxlength="{MOST_OPTION_CHARS}"' in pack_page(replace(pack, quiz=(fill,)), "en")


def test_changed_questions_are_read_from_what_the_browser_sends():
    changed = {"id": "q", "kind": "single", "prompt": "p", "options": ["a", "b"], "answer": 1, "accepted": []}
    sent = {"lines": [], "questions": ["x", changed | {"explanation": "e", "difficulty": 2}]}
    edits = read_edits(json.dumps(sent))
    assert edits.questions == ("x", QuestionEdit("q", "p", ("a", "b"), 1, (), "e", 2, "single"))


@pytest.mark.parametrize("wrong", [{"id": "q"}, 3, None, {"id": "q", "prompt": []}])
def test_what_is_no_question_is_refused(wrong):
    with pytest.raises(ValueError):
        read_edits(json.dumps({"lines": [], "questions": [wrong]}))


def _open(visit, language, width=1280):
    page = visit(width=width, locale={"zh": "zh-CN", "en": "en-GB"}[language], path="#courses").page
    page.click(f"#courses-plans label:has-text('{PLAN[language]}')")
    page.click("#courses-make")
    page.wait_for_selector(".quiz[data-ready]")
    return page


def _saved(page, file, folder):
    with page.expect_download() as saved:
        page.click(f"[data-quiz-file={file}]")
    path = folder / file
    saved.value.save_as(path)
    return path.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), [("zh", 1280), ("en", 390)])
def test_questions_are_changed_added_and_exported(visit, tmp_path, language, width):
    page = _open(visit, language, width)
    single = page.locator("li[data-question][data-kind=single]").first
    single.locator("[data-question-edit]").click()
    editor = page.locator(".quiz-editor")
    editor.locator("[name=prompt]").fill("我改的题 ____ <b>?</b>")
    other = 1 - int(single.get_attribute("data-answer") == "1")
    editor.locator(".edit-option [type=text]").nth(other).fill("=我的选项")
    editor.locator(".edit-option [type=radio]").nth(other).check()
    editor.locator("[name=difficulty]").select_option("3")
    page.click("[data-question-done]")
    assert single.locator(".by-trainer").is_visible()
    assert single.locator(".cite").count() == 1  # its source stays
    assert single.locator("legend b").count() == 0
    assert single.locator(".blank").count() == 1

    page.click("[data-quiz-add=fill]")
    page.click("[data-question-done]")
    assert page.locator(".quiz-editor [role=alert]").is_visible()
    editor.locator("[name=prompt]").fill("我自己的题 ____")
    editor.locator("[name=accepted]").fill("甲\n乙")
    page.click("[data-question-done]")
    assert page.locator(".quiz-editor").count() == 0
    own = page.locator("li[data-question]").last
    own.locator(".gap").fill("乙")
    single.locator(f"input[value='{other}']").check()
    page.click("[data-quiz-check]")
    assert own.get_attribute("data-marked") == single.get_attribute("data-marked") == "right"
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    told = list(csv.reader(io.StringIO(_saved(page, "csv", tmp_path).decode("utf-8-sig"))))
    assert any("我改的题 ____ <b>?</b>" in line and "'=我的选项" in line for line in told)
    assert "甲 | 乙" in told[-1]
    gift = _saved(page, "gift", tmp_path).decode()
    assert "=\\=我的选项" in gift
    assert "{=甲 =乙" in gift
    sheet = docx.Document(io.BytesIO(_saved(page, "docx", tmp_path)))
    assert any("我自己的题" in paragraph.text for paragraph in sheet.paragraphs)


@pytest.mark.slow
def test_what_was_given_up_changes_nothing(visit):
    page = _open(visit, "zh")
    question = page.locator("li[data-question]").first
    before = question.locator("legend").inner_text()
    question.locator("[data-question-edit]").click()
    page.fill(".quiz-editor [name=prompt]", "x")
    page.keyboard.press("Escape")
    assert question.locator("legend").inner_text() == before
    count = page.locator("li[data-question]").count()
    page.click("[data-quiz-add=single]")
    page.click("[data-question-cancel]")
    assert page.locator("li[data-question]").count() == count


@pytest.mark.slow
def test_answers_and_marks_are_kept_for_the_session(visit):
    page = _open(visit, "zh")
    for question in page.locator("li[data-question]").all():
        if question.locator(".gap").count():
            question.locator(".gap").fill("2025")
        else:
            question.locator(".choices input").first.check()
    page.click("[data-quiz-check]")
    score = page.inner_text(".quiz output")
    assert score
    chosen = page.locator(".quiz .choices input:checked").count()

    page.click("#header [data-page=ask]")
    page.click("#header [data-page=courses]")
    assert page.inner_text(".quiz output") == score

    page.evaluate("document.querySelector('.quiz').dataset.before = ''")
    page.click("#courses-make")  # the same pack shown anew, as out of what was saved
    page.wait_for_selector(".quiz[data-ready]:not([data-before])")
    assert page.inner_text(".quiz output") == score
    assert page.locator(".quiz .choices input:checked").count() == chosen

    page.click("[data-quiz-again]")
    assert page.inner_text(".quiz output") == ""
    assert page.locator(".quiz .choices input:checked").count() == 0


@pytest.mark.slow
def test_print_holds_the_quiz_alone_and_its_key_apart(visit):
    page = _open(visit, "zh")
    page.evaluate("window.print = () => {}")
    page.click("[data-quiz-print]")
    page.emulate_media(media="print")
    assert page.locator(".pack-part:not(.quiz) >> visible=true").count() == 0
    assert page.locator(".verdict-line >> visible=true").count() == 0
    assert page.locator(".quiz button >> visible=true").count() == 0
    key = page.locator(".quiz-key")
    assert key.is_visible()
    assert key.locator("li").count() == page.locator("li[data-question]").count()
    assert key.evaluate("node => getComputedStyle(node).breakBefore") == "page"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not key.is_visible()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_several_options_are_right_together_or_not_at_all(visit, tmp_path, language):
    page = _open(visit, language)
    page.click("[data-quiz-add=multiple]")
    editor = page.locator(".quiz-editor")
    editor.locator("[name=prompt]").fill("哪些？")
    for at, option in enumerate(("甲", "乙", "丙", "丁")):
        editor.locator(".edit-option [type=text]").nth(at).fill(option)
    page.click("[data-question-done]")
    assert editor.locator("[role=alert]").is_visible()  # none is ticked
    for at in (1, 3):
        editor.locator(".edit-option [type=checkbox]").nth(at).check()
    page.click("[data-question-done]")
    own = page.locator("li[data-question]").last
    boxes = own.locator(".choices [type=checkbox]")
    assert boxes.count() == 4
    boxes.nth(1).check()
    page.click("[data-quiz-check]")
    assert own.get_attribute("data-marked") == "wrong"  # one of two is not the key
    boxes.nth(3).check()
    page.click("[data-quiz-check]")
    assert own.get_attribute("data-marked") == "right"
    assert "乙; 丁" in own.locator(".given").inner_text()
    boxes.nth(0).check()
    page.click("[data-quiz-check]")
    assert own.get_attribute("data-marked") == "wrong"

    own.locator("[data-question-edit]").click()
    assert editor.locator(".edit-option [type=checkbox]:checked").count() == 2
    editor.locator(".edit-option [type=checkbox]").nth(0).check()
    page.click("[data-question-done]")
    last = _saved(page, "gift", tmp_path).decode().rstrip().split("\n\n")[-1]
    assert last.count("~%33.33333%") == 3
    assert "~%-100%丙" in last
    told = list(csv.reader(io.StringIO(_saved(page, "csv", tmp_path).decode("utf-8-sig"))))
    assert "A, B, D" in told[-1]
    sheet = docx.Document(io.BytesIO(_saved(page, "docx", tmp_path)))
    assert any("□ A. 甲" in paragraph.text for paragraph in sheet.paragraphs)


def test_a_question_with_several_right_answers_has_boxes(pack):
    question = next(one for one in pack.quiz if one.kind is QuizKind.MULTIPLE)
    html = pack_page(replace(pack, quiz=(question,)), "en")
    assert html.count('type="checkbox"') >= len(question.options)
    assert f'data-answer="{",".join(map(str, question.right))}"' in html
