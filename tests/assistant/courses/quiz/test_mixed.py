"""The quiz as a whole; `tests/evals/test_training.py` holds its questions to the plans."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from assistant import Language
from assistant.courses import EASY, GAP, HARD, Audience, Matter, QuizKind


@pytest.mark.parametrize("language", (Language.ZH, Language.EN))
def test_quiz_mixes_kinds_and_matters(make, language):
    quiz = make(plans=("zhongwei-13th",), topics=(), language=language, hours=4.0).quiz
    kinds = Counter(question.kind for question in quiz)
    assert set(kinds) == set(QuizKind)
    assert kinds[QuizKind.SINGLE] >= len(quiz) / 3
    assert len({question.matter for question in quiz}) >= 3


def test_one_right_answer_among_four(make):
    for question in make(topics=(), hours=4.0).quiz:
        if question.kind is QuizKind.FILL:
            assert not question.options
            assert question.accepted
            assert GAP in question.original or question.matter == "cell"
        else:
            assert 0 <= question.answer < len(question.options)
            assert len(set(question.options)) == len(question.options)
            assert len(question.options) == (2 if question.kind is QuizKind.TRUE_FALSE else 4)


def test_questions_on_the_topics_come_first_and_others_are_few(make):
    on_topic = [
        "燃气" in f"{q.prompt}{q.citation.quote}" or "消防" in f"{q.prompt}{q.citation.quote}" for q in make().quiz
    ]
    assert sum(on_topic[:4]) == 4
    assert sum(on_topic) >= len(on_topic) / 2


@pytest.mark.parametrize("plan", ["kizilsu-2024", "zhongwei-13th"])
def test_enterprises_are_asked_about_themselves_and_not_about_offices(make, plan):
    quiz = make(plans=(plan,), topics=(), audience=Audience.ENTERPRISE_HEAD).quiz
    offices = [question for question in quiz if question.matter in (Matter.DUTY, Matter.CELL)]
    assert len(offices) <= len(quiz) / 2
    assert all(any(word in q.citation.quote for word in ("企业", "单位", "从业人员")) for q in quiz[:4])


def test_difficulties_are_told_and_mixed(make):
    found = Counter(
        question.difficulty
        for audience in Audience
        for question in make(plans=("jincheng-13th",), topics=(), audience=audience).quiz
    )
    assert set(found) == set(range(EASY, HARD + 1))


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
    places = sorted((q.citation.start, q.citation.end) for q in quiz)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
