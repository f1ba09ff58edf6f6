"""Questions as a trainer left them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Language
from assistant.courses import Matter, PackEdits, QuestionEdit, QuizKind, edited
from assistant.courses.quiz.edited_questions import MOST_ASKED_CHARS, MOST_OPTIONS, MOST_OWN, left_of


def as_edit(question, **changes):
    edit = QuestionEdit(
        question.id,
        question.prompt,
        question.options,
        question.answer,
        question.accepted,
        question.explanation,
        question.difficulty,
        question.kind,
        question.answers,
    )
    return replace(edit, **changes)


@pytest.fixture
def quiz(make):
    return make(topics=(), hours=4.0).quiz


def first(quiz, kind):
    return next(question for question in quiz if question.kind is kind)


def left(quiz, *edits):
    return left_of(quiz, edits, Language.ZH)


def test_question_that_says_the_same_is_the_same(quiz):
    assert left(quiz, *(as_edit(question) for question in quiz)) == quiz


def test_new_key_is_marked_and_the_source_stays(quiz):
    question = first(quiz, QuizKind.SINGLE)
    (after,) = left(quiz, as_edit(question, answer=(question.answer + 1) % 4))
    assert after.changed
    assert after.answer != question.answer
    assert after.citation == question.citation


def test_wording_options_and_difficulty_are_changed(quiz):
    question = first(quiz, QuizKind.SINGLE)
    (after,) = left(quiz, as_edit(question, prompt=" 我的\n题 ", options=("甲", "乙"), answer=1, explanation="因为"))
    assert (after.prompt, after.options, after.answer, after.explanation) == ("我的 题", ("甲", "乙"), 1, "因为")
    (harder,) = left(quiz, as_edit(question, difficulty=9))
    assert harder.difficulty == 3
    assert not harder.changed


def test_own_wording_is_no_machine_translation(quiz):
    question = replace(first(quiz, QuizKind.SINGLE), unchecked=True)
    (after,) = left((question,), as_edit(question, prompt="In my own words?"))
    assert not after.unchecked


@pytest.mark.parametrize(
    "wrong",
    [
        {"prompt": " "},
        {"answer": 4},
        {"answer": -1},
        {"options": ("甲", "甲")},
        {"options": ("甲", "")},
        {"options": ("甲",)},
        {"options": ()},
    ],
)
def test_edit_that_makes_no_question_leaves_it_as_it_was(quiz, wrong):
    question = first(quiz, QuizKind.SINGLE)
    assert left(quiz, as_edit(question, **wrong)) == (question,)


def test_gap_needs_an_entry(quiz):
    question = first(quiz, QuizKind.FILL)
    assert left(quiz, as_edit(question, accepted=(" ",))) == (question,)
    (after,) = left(quiz, as_edit(question, accepted=("一", " 一 ", "1")))
    assert after.accepted == ("一", "1")


def test_what_is_judged_is_true_or_false_whatever_is_sent(quiz):
    question = first(quiz, QuizKind.TRUE_FALSE)
    (after,) = left(quiz, as_edit(question, options=("x", "y", "z"), answer=1 - question.answer))
    assert after.options == question.options
    assert left(quiz, as_edit(question, answer=2)) == (question,)


def test_own_question_has_no_source(quiz):
    edit = QuestionEdit("own-a1", "我的题？", ("甲", "乙"), 0, (), "", 1, "single")
    (after,) = left(quiz, edit)
    assert after.citation is None
    assert after.matter is Matter.OWN
    assert after.reference == ""


@pytest.mark.parametrize("name", ["own-", "own-<b>", "nowhere", f"own-{'a' * 60}", "own-a b"])
def test_names_that_the_page_does_not_give_are_left_out(quiz, name):
    assert left(quiz, QuestionEdit(name, "我的题？", ("甲", "乙"), 0, (), "", 1, "single")) == ()


@pytest.mark.parametrize("kind", ["", "essay"])
def test_unknown_kinds_are_left_out(quiz, kind):
    assert left(quiz, QuestionEdit("own-a", "我的题？", ("甲", "乙"), 0, (), "", 1, kind)) == ()


def test_what_is_sent_is_bounded(quiz):
    question = first(quiz, QuizKind.SINGLE)
    many = tuple(str(i) for i in range(50))
    (after,) = left(quiz, as_edit(question, prompt="长" * 10_000, options=many))
    assert len(after.prompt) == MOST_ASKED_CHARS
    assert len(after.options) == MOST_OPTIONS
    own = [QuestionEdit(f"own-{i}", "题", ("甲", "乙"), 0, (), "", 1, "single") for i in range(MOST_OWN + 50)]
    assert len(left(quiz, *own)) == MOST_OWN


def test_order_and_drops_hold_among_changed_and_own(make):
    pack = make(topics=(), hours=4.0)
    one, two, *_ = pack.quiz
    own = QuestionEdit("own-a", "我的题？", (), 0, ("答",), "", 1, "fill")
    after = edited(pack, PackEdits((), (own, two.id, as_edit(one), two.id)))
    assert [question.id for question in after.quiz] == ["own-a", two.id, one.id]
    assert after.citations == tuple(sorted((q.citation for q in (one, two)), key=lambda c: c.number))


def test_several_options_can_be_right_in_a_trainers_own(quiz):
    edit = QuestionEdit("own-a", "我的题？", ("甲", "乙", "丙"), -1, (), "", 1, "multiple", (2, 0, 2))
    (asked,) = left(quiz, edit)
    assert asked.kind is QuizKind.MULTIPLE
    assert asked.right == (0, 2)
    assert asked.given == "甲; 丙"


@pytest.mark.parametrize("answers", [(), (3,), (-1, 0), (0, 10**9)])
def test_a_key_that_is_among_no_options_makes_no_question(quiz, answers):
    edit = QuestionEdit("own-a", "我的题？", ("甲", "乙", "丙"), -1, (), "", 1, "multiple", answers)
    assert left(quiz, edit) == ()


def test_the_key_of_several_can_be_changed(quiz):
    question = replace(first(quiz, QuizKind.SINGLE), kind=QuizKind.MULTIPLE, answer=-1, answers=(0, 1))
    edit = QuestionEdit(
        question.id, question.prompt, question.options, -1, (), question.explanation, question.difficulty, "", (1, 2)
    )
    (changed,) = left((question,), edit)
    assert changed.right == (1, 2)
    assert changed.changed
    assert left((question,), replace(edit, answers=(0, 1))) == (question,)


@pytest.mark.parametrize("plan", ["ningxia-14th", "kunming-14th"])
@pytest.mark.parametrize("language", Language)
def test_no_question_is_cut_by_the_bounds_of_an_edit(make, plan, language):
    quiz = make(plans=(plan,), topics=(), language=language, hours=4.0).quiz
    assert left_of(quiz, [as_edit(question) for question in quiz], language) == quiz
