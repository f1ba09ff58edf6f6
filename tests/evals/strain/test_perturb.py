"""The same question asked otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.strain.perturb import changed, full_width, perturbations, reordered, slipped, traditional

if TYPE_CHECKING:
    from tests.evals.conftest import Builder


def test_traditional_characters() -> None:
    assert traditional("克州燃气安全谁牵头?") == "克州燃氣安全誰牽頭?"


def test_full_width_forms() -> None:
    assert full_width("GDP 15%谁?") == "ＧＤＰ\u3000１５％谁？"


def test_chinese_slip_is_a_homophone(make: Builder) -> None:
    question = make.question(question="晋城安全目标")
    assert slipped(question, {"标": ("表",)}) == "晋城安全目表"


def test_english_slip_swaps_two_inner_letters_of_one_word(make: Builder) -> None:
    text = "who leads gas in Kizilsu"
    slip = slipped(make.question(question=text, lang="en"), {})
    pairs = [(old, new) for old, new in zip(text.split(), slip.split(), strict=True) if old != new]
    assert len(pairs) == 1
    old, new = pairs[0]
    assert sorted(old) == sorted(new)
    assert (old[0], old[-1]) == (new[0], new[-1])


def test_slips_leave_figures_alone(make: Builder) -> None:
    question = make.question(question="2018 20154 target", lang="en")
    assert {"2018", "20154"} <= set(slipped(question, {}).split())


@pytest.mark.parametrize(("lang", "text"), [("en", "who leads gas safety in Kizilsu?"), ("zh", "克州燃气安全谁牵头?")])
def test_reordered_question_says_the_same_words_in_two_parts(make: Builder, lang: str, text: str) -> None:
    new = reordered(make.question(question=text, lang=lang))
    letters = sorted(text.rstrip("?").replace(" ", ""))
    assert sorted(new.replace(" ", "")) == letters
    assert new != text.rstrip("?")


def test_changes_are_the_same_each_time_and_keep_the_answer(make: Builder) -> None:
    questions = (make.question(), make.question(id="en", question="who leads gas safety in Kizilsu?", lang="en"))
    for name, change in perturbations(questions).items():
        once, again = changed(questions, change), changed(questions, change)
        assert once == again, name
        for question in once:
            original = next(q for q in questions if q.id == question.id)
            assert (question.nuggets, question.evidence) == (original.nuggets, original.evidence)


def test_questions_that_a_change_leaves_alike_are_left_out(make: Builder) -> None:
    english = make.question(question="who leads?", lang="en")
    assert changed((english,), perturbations((english,))["traditional characters"]) == ()
