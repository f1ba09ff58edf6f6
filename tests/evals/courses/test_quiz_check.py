"""The check of quiz questions finds what is wrong with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Assistant, Language
from assistant.courses import Audience, Matter, PackRequest, QuizKind, QuizQuestion, build_pack
from evals.courses.quiz_check import question_problems
from index import Index, Settings


@pytest.fixture(scope="module")
def assistant(plans_settings: Settings) -> Assistant:
    return Assistant(plans_settings)


@pytest.fixture(scope="module")
def questions(assistant: Assistant) -> dict[tuple[Matter, QuizKind], QuizQuestion]:
    """One question of each matter and kind, English and Chinese."""
    found: dict[tuple[Matter, QuizKind], QuizQuestion] = {}
    for plan in ("kizilsu-2024", "zhongwei-13th", "jincheng-13th", "kunming-14th"):
        for language in Language:
            request = PackRequest((plan,), (), Audience.DEPARTMENT_HEAD, 8.0, language)
            found |= {(q.matter, q.kind): q for q in build_pack(assistant, request).quiz}
    return found


def test_sound_questions_pass(plans: Index, questions):
    assert len(questions) >= 10
    assert [problem for question in questions.values() for problem in question_problems(question, plans)] == []


@pytest.mark.parametrize("matter", [Matter.DUTY, Matter.CELL, Matter.FIGURE, Matter.DEADLINE])
def test_another_answer_taken_for_right_is_found(plans, questions, matter):
    question = questions[matter, QuizKind.SINGLE]
    turned = replace(question, answer=(question.answer + 1) % len(question.options))
    assert list(question_problems(turned, plans))


@pytest.mark.parametrize("matter", [Matter.DUTY, Matter.CELL, Matter.FIGURE, Matter.DEADLINE])
def test_true_taken_for_false_is_found(plans, questions, matter):
    question = questions[matter, QuizKind.TRUE_FALSE]
    assert list(question_problems(replace(question, answer=1 - question.answer), plans))


def test_another_rhythm_taken_for_right_is_found(plans, questions):
    question = next(one for (matter, _), one in questions.items() if matter is Matter.OFTEN)
    turned = replace(question, answer=(question.answer + 1) % len(question.options))
    assert list(question_problems(turned, plans))


def test_wrong_entry_for_a_gap_is_found(plans, questions):
    question = questions[Matter.DEADLINE, QuizKind.FILL]
    assert list(question_problems(replace(question, accepted=("1999",)), plans))


def test_value_that_a_bound_lets_stand_is_found(plans, questions):
    text = plans.document("zhongwei-13th").clean.text
    at = text.index("机械化程度达到80%以上")
    question = replace(
        questions[Matter.FIGURE, QuizKind.TRUE_FALSE],
        prompt="中卫2016—2020年规划提出：“机械化程度达到70%以上”。",
        original="机械化程度达到70%以上",
        answer=1,
    )
    citation = replace(question.citation, document="zhongwei-13th", start=at, end=at + 12, quote=text[at : at + 12])
    assert "70 is not ruled out by 80" in list(question_problems(replace(question, citation=citation), plans))


def test_question_without_place_or_period_is_found(plans, questions):
    question = questions[Matter.FIGURE, QuizKind.FILL]
    problems = list(question_problems(replace(question, prompt="空格处应填什么？"), plans))
    assert "it does not name the place" in problems
    assert "it does not name the plan's period" in problems


def test_citation_that_is_not_the_plans_text_is_found(plans, questions):
    question = questions[Matter.FIGURE, QuizKind.FILL]
    moved = replace(question, citation=replace(question.citation, start=question.citation.start + 1))
    assert "its citation is not the plan's text" in list(question_problems(moved, plans))


def test_question_without_source_is_found(plans, questions):
    question = replace(questions[Matter.FIGURE, QuizKind.FILL], citation=None)
    assert list(question_problems(question, plans)) == ["it has no source"]


def test_options_that_share_an_office_are_found(plans, questions):
    question = questions[Matter.DUTY, QuizKind.SINGLE]
    right = question.options[question.answer]
    others = tuple(option for option in question.options if option != right)
    doubled = replace(question, options=(right, right.upper(), *others[1:]), answer=0)
    assert any("share an office" in problem for problem in question_problems(doubled, plans))


def test_option_of_another_form_or_number_of_options_is_found(plans, questions):
    question = questions[Matter.CELL, QuizKind.SINGLE]
    others = tuple(option for i, option in enumerate(question.options) if i != question.answer)
    right = question.options[question.answer]
    odd = replace(question, options=(right, "坚决遏制", *others[1:]), answer=0)
    assert "its options are not of one form" in list(question_problems(odd, plans))
    assert "it has 3 options" in list(
        question_problems(replace(question, options=(right, *others[:2]), answer=0), plans)
    )
