"""The quiz as a whole; `tests/evals/test_training.py` holds its questions to the plans."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant import Language
from assistant.courses import GAP, Audience, QuizKind


@pytest.mark.parametrize("language", (Language.ZH, Language.EN))
def test_quiz_mixes_kinds_and_matters(make, language):
    quiz = make(language=language, hours=4.0).quiz
    kinds = Counter(question.kind for question in quiz)
    assert set(kinds) == set(QuizKind)
    assert kinds[QuizKind.SINGLE] >= len(quiz) / 3
    assert len({question.matter for question in quiz}) >= 3


def test_one_right_answer_among_several(make):
    for question in make(hours=4.0).quiz:
        if question.kind is QuizKind.FILL:
            assert not question.options
            assert question.accepted
            assert GAP in question.original or question.matter == "cell"
        else:
            assert 0 <= question.answer < len(question.options)
            assert len(set(question.options)) == len(question.options)


def test_questions_on_the_topics_come_first(make):
    quiz = make().quiz
    assert (
        sum("燃气" in f"{q.prompt}{q.citation.quote}" or "消防" in f"{q.prompt}{q.citation.quote}" for q in quiz[:6])
        >= 5
    )


def test_right_answers_stand_in_no_fixed_place(make):
    places = Counter(
        question.answer
        for audience in Audience
        for question in make(plans=("kizilsu-2024",), topics=(), audience=audience).quiz
        if question.kind is QuizKind.SINGLE
    )
    assert len(places) >= 3


def test_no_passage_is_asked_about_twice(make):
    quiz = make(plans=("kunming-14th",), topics=(), hours=8.0).quiz
    places = [(q.citation.start, q.citation.end) for q in quiz]
    assert len(set(places)) == len(places)
