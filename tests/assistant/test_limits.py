"""Limits before any work: one sentence over each, plans named twice are named once."""

from __future__ import annotations

import pytest

from assistant.errors import QuestionError
from assistant.limits import plans_within_limits, within_limits
from assistant.types import Question

AT_THE_LIMIT = Question("问" * 1000, ("q" * 1000,) * 20, tuple(f"plan-{n}" for n in range(1000)), "i" * 200)


def test_what_is_just_within_the_limits_may_be_asked():
    assert within_limits(AT_THE_LIMIT) == AT_THE_LIMIT


@pytest.mark.parametrize(
    ("question", "code", "sentence"),
    [
        (Question(" "), "question_empty", "the question is empty"),
        (Question("x" * 1001), "question_long", "the question has 1001 characters; shorten it to 1000"),
        (Question("x", ("y",) * 21), "history_many", "21 earlier questions are too many; give the last 20"),
        (Question("x", ("y" * 1001,)), "history_long", "an earlier question has 1001 characters"),
        (Question("x", plans=tuple(f"p{n}" for n in range(1001))), "plans_many", "1001 plans are too many"),
        (Question("x", plans=("p" * 201,)), "id_long", "the id of a plan has 201 characters"),
        (Question("x", id="i" * 201), "id_long", "the id of the question has 201 characters"),
        (Question("x\ud800"), "no_text", "the question holds half a character"),
        (Question("x", ("\udfff",)), "no_text", "an earlier question holds half a character"),
    ],
)
def test_over_a_limit_is_told_in_a_sentence(question, code, sentence):
    with pytest.raises(QuestionError, match=sentence) as failure:
        within_limits(question)
    assert failure.value.code == code


def test_a_query_is_told_as_one():
    with pytest.raises(QuestionError, match="the query is empty") as failure:
        within_limits(Question(""), "query")
    assert failure.value.code == "query_empty"


def test_plans_that_are_repeated_are_named_once_in_their_order():
    assert plans_within_limits(["b", "a"] * 100_000) == ("b", "a")
    assert within_limits(Question("x", plans=("a", "a"))).plans == ("a",)
