"""Saved work as files."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from assistant import Assistant, Language
from assistant.courses import Audience, PackRequest, build_pack
from assistant.errors import WorkGone, WorkUnreadable
from assistant.saved.bodies import Note, PinnedAnswer, to_body
from assistant.saved.types import Draft, Work, WorkKind
from assistant.types import Answer, Citation, Mode
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.ask.kept import to_json
from assistant.ui.saved.drafts import answer_draft, comparison_draft, conversation_draft, note_draft, pack_draft
from assistant.ui.saved.shelf_files import answers_file, work_file
from assistant.ui.saved.shelf_markup import FORMS

TIME = "2026-01-02T03:04:05+00:00"
TABLE = "两地如下：[1]\n\n| 规划 | 目标 |\n|---|---|\n| 宁夏 | 下降10% [1] |\n\n- 一 [1]\n- 二\x0b"


def turn(question="谁牵头?", answer=TABLE):
    citation = Citation(1, "kizilsu-2024", "方案", "四、任务", 2, 3, 9, "城镇\n燃气", english="town gas")
    return Turn(question, Answer("", question, Language.ZH, False, answer, (citation,), (), Mode.EXTRACTIVE, {}))


def saved(draft: Draft) -> Work:
    return Work("a", draft.kind, draft.title, TIME, TIME, 1, draft.body, draft.about)


def noted(note):
    work = saved(answer_draft(turn(), turn().answer))
    return replace(work, body=to_body(PinnedAnswer(to_json(Conversation("", (turn(),))), note)))


def test_answers_come_as_word_with_tables_lists_sources_and_notes():
    document = docx.Document(io.BytesIO(answers_file([noted("看这里\n第二行"), noted("")], "docx", {}, "zh")))
    told = [paragraph.text for paragraph in document.paragraphs]
    assert told.count("谁牵头?") == 2
    assert "两地如下：[1]" in told
    assert "一 [1]" in told
    assert any(text.startswith("[1] 方案 · 四、任务") for text in told)
    assert "城镇 燃气" in told
    assert "第二行" in told
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["规划", "目标"],
        ["宁夏", "下降10% [1]"],
    ]


def test_answers_come_as_markdown():
    told = answers_file([noted("看这里\n第二行"), noted("")], "md", {}, "zh").decode()
    assert told.startswith("# 收藏的答案\n\n## 谁牵头?\n\n两地如下：[1]")
    assert told.count("## 谁牵头?") == 2
    assert "> 看这里\n> 第二行" in told
    assert told.count("我的备注") == 1


def test_conversations_and_notes_come_as_files():
    work = saved(conversation_draft(Conversation("c", (turn(), turn("还有呢?")))))
    name, body = work_file(work, "md", {}, "zh")
    assert name == "谁牵头.md"
    assert "## 还有呢?" in body.decode()
    note = work_file(saved(note_draft("", "头一行\n第二行")), "md", {}, "zh")
    assert note == ("头一行.md", "# 头一行\n\n头一行\n第二行\n".encode())


def test_packs_and_comparisons_come_as_their_pages_write_them(plans_settings):
    assistant = Assistant(plans_settings)
    plans = {document.id: document for document in assistant.index.documents}
    request = PackRequest(("kizilsu-2024",), ("燃气",), Audience.DEPARTMENT_HEAD, 2.0, Language.ZH)
    drafts = [pack_draft(build_pack(assistant, request)), comparison_draft(assistant.compare(["消防"], ()))]
    assert drafts[0].title.startswith("燃气")
    assert drafts[1].title == "消防"
    for draft in drafts:
        for form in FORMS[draft.kind]:
            name, body = work_file(saved(draft), form, plans, "zh")
            assert "." in name
            assert body.startswith(b"#" if form == "md" else b"PK")


@pytest.mark.parametrize("form", ["exe", "", "../md", "quiz_docx"])
def test_forms_that_a_browser_makes_up_are_refused(form):
    for work in (noted(""), saved(note_draft("x", "y"))):
        with pytest.raises(WorkGone):
            work_file(work, form, {}, "zh")
    with pytest.raises(WorkGone):
        answers_file([noted("")], form, {}, "zh")


def test_what_cannot_be_read_any_more_gives_no_file():
    for kind in (WorkKind.PACK, WorkKind.COMPARISON, WorkKind.ANSWER, WorkKind.NOTE):
        with pytest.raises(WorkUnreadable):
            work_file(Work("a", kind, "x", TIME, TIME, 1, "{}"), FORMS[kind][-1], {}, "zh")


def test_a_note_without_a_title_is_called_by_its_words():
    assert note_draft(" ", "first\nsecond").title == "first"
    assert note_draft("t", "x").body == to_body(Note("x"))
