"""The quiz as a whole; `tests/evals/test_training.py` holds its questions to the plans."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from assistant import Language
from assistant.courses import EASY, GAP, HARD, Audience, Matter, QuizKind
from assistant.courses.export.outline import kind


@pytest.mark.parametrize("language", (Language.ZH, Language.EN))
def test_quiz_mixes_kinds_and_matters(make, language):
    quiz = make(plans=("ningxia-14th",), topics=(), language=language, hours=4.0).quiz
    kinds = Counter(question.kind for question in quiz)
    assert set(kinds) == set(QuizKind)
    # No kind is the rule: a whole rate goes with two kinds, measures of which several are right with one.
    assert max(kinds.values()) <= len(quiz) / 2
    assert len({question.matter for question in quiz}) >= 3


def test_one_right_answer_among_four(make):
    for question in make(topics=(), hours=4.0).quiz:
        if question.kind is QuizKind.FILL:
            assert not question.options
            assert question.accepted
            assert GAP in question.original or question.matter == "cell"
        else:
            assert all(0 <= at < len(question.options) for at in question.right)
            assert (1 < len(question.right) < 4) if question.kind is QuizKind.MULTIPLE else len(question.right) == 1
            assert len(set(question.options)) == len(question.options)
            assert len(question.options) == (2 if question.kind is QuizKind.TRUE_FALSE else 4)


def test_questions_on_the_topics_come_first_and_others_are_few(make):
    on_topic = [
        "燃气" in f"{q.prompt}{q.citation.quote}" or "消防" in f"{q.prompt}{q.citation.quote}" for q in make().quiz
    ]
    assert on_topic == sorted(on_topic, reverse=True)
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


def test_several_right_answers_are_all_in_the_key(make):
    quiz = make(plans=("ningxia-14th",), topics=(), hours=4.0).quiz
    found = [question for question in quiz if question.kind is QuizKind.MULTIPLE]
    assert found
    for question in found:
        assert question.answer == -1
        assert [option in question.explanation for option in question.options] == [
            at in question.right for at in range(len(question.options))
        ]


@pytest.mark.parametrize("plan", ["ningxia-14th", "jincheng-13th"])
def test_true_and_false_statements_are_as_many(make, plan):
    for audience in (Audience.DEPUTY_HEAD, Audience.DEPARTMENT_HEAD):
        quiz = make(plans=(plan,), topics=(), audience=audience, hours=4.0).quiz
        judged = Counter(question.answer for question in quiz if question.kind is QuizKind.TRUE_FALSE)
        assert abs(judged[0] - judged[1]) <= 1


def test_no_passage_is_asked_about_twice(make):
    quiz = make(plans=("kunming-14th",), topics=(), hours=8.0).quiz
    places = sorted((q.citation.start, q.citation.end) for q in quiz)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


def test_what_is_on_no_topic_is_marked_as_general(make):
    quiz = make(plans=("kizilsu-2024",), topics=("燃气",)).quiz
    common = [question for question in quiz if question.common]
    assert common
    assert all("燃气" not in question.prompt for question in common)
    assert not any(question.common for question in make(plans=("kizilsu-2024",), topics=()).quiz)
    assert "各领域通用" in kind(common[0], Language.ZH)


def test_a_whole_rate_is_not_picked_among_smaller_ones(make):
    for plan in ("ningxia-14th", "kunming-14th"):
        quiz = make(plans=(plan,), topics=(), hours=4.0).quiz
        picked = [question.options[question.answer] for question in quiz if question.kind is QuizKind.SINGLE]
        assert picked
        assert "100%" not in picked
