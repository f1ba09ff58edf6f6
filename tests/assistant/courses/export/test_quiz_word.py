"""A quiz as a Word document, opened again."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from assistant import Language
from assistant.courses import QuizKind, quiz_to_docx, wording


def paragraphs(pack):
    return docx.Document(io.BytesIO(quiz_to_docx(pack))).paragraphs


@pytest.mark.parametrize("language", list(Language))
def test_sheet_holds_no_answer_and_the_key_opens_a_page(make, language):
    pack = make(topics=(), language=language, hours=4.0)
    told = paragraphs(pack)
    at = next(i for i, p in enumerate(told) if p.text == wording(language, "answers"))
    assert told[at].paragraph_format.page_break_before
    sheet = "\n".join(p.text for p in told[:at])
    key = "\n".join(p.text for p in told[at:])
    for question in pack.quiz:
        assert question.prompt.replace("____", "＿" * 6) in sheet
        assert all(option in sheet for option in question.options)
        assert question.explanation in key
        if question.explanation != question.prompt:  # what is to be judged and true is its own explanation
            assert question.explanation not in sheet
    assert not any(run.bold for p in told[:at] for run in p.runs)


def test_changed_and_own_questions_are_told_from_others(make):
    pack = make(topics=(), hours=4.0)
    one, two, *_ = pack.quiz
    told = "\n".join(
        p.text for p in paragraphs(replace(pack, quiz=(replace(one, changed=True), replace(two, citation=None))))
    )
    assert told.count("已由培训者修改") == 1
    assert told.count("自拟题，无出处") == 1


def test_gap_without_a_mark_gets_a_line(make):
    pack = make(topics=(), hours=4.0)
    question = next(one for one in pack.quiz if one.kind is QuizKind.FILL)
    told = [p.text for p in paragraphs(replace(pack, quiz=(replace(question, prompt="多少？"),)))]
    assert any(text.strip() == "＿" * 6 for text in told)
