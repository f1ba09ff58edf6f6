"""Questions in neither Chinese nor English are known, and no question that is in either is taken for one."""

from __future__ import annotations

import pytest

from assistant.question.other_languages import in_another_language
from evals.questions.question_files import load_questions


@pytest.mark.parametrize(
    "question",
    [
        "Wer ist für die Gassicherheit in Kizilsu verantwortlich?",
        "Qui est responsable de la sécurité du gaz à Kizilsu ?",
        "¿Quién es responsable de la seguridad del gas en Kizilsu?",
        "Siapa yang bertanggung jawab atas keselamatan gas di Kizilsu?",
        "Ai chịu trách nhiệm về an toàn khí đốt ở Kizilsu?",
        "克州燃気安全責任者は誰ですか",
        "크즐쑤 가스 안전은 누가 책임지나요?",
        "Кто отвечает за газовую безопасность в Кызылсу?",
        "من المسؤول عن سلامة الغاز في كيزيلسو؟",
        "قىزىلسۇدا گاز بىخەتەرلىكىگە كىم مەسئۇل؟",
        "ཀེ་ཇི་ལི་སུ་ཡི་རླངས་རྫས་བདེ་འཇགས་སུས་འགན་འཁྲི་བྱེད་དམ།",
    ],
)
def test_another_language_is_known(question: str) -> None:
    assert in_another_language(question)


@pytest.mark.parametrize(
    "question",
    [
        "kunming de xiaofang anquan mubiao shi shenme",
        "日本トヨタ公司在克州有什么要求",
        "Who is Иванов in the Kizilsu plan for work safety?",
        "克州PM2.5和αβ值",
        "gas safty kizlsu who leeds",
        "Urumqi, Kashgar, Kizilsu",
        "克州 coal mine 目标",
        "2018?",
    ],
)
def test_names_pinyin_and_slips_make_no_other_language(question: str) -> None:
    assert not in_another_language(question)


def test_no_question_of_the_evaluation_is_taken_for_another_language() -> None:
    questions = load_questions()
    assert len(questions) > 500
    assert sum(in_another_language(text) for one in questions for text in (one.question, *one.history)) == 0
