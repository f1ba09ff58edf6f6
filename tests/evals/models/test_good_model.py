"""The scripted good model writes what the passages hold, each sentence with the number of the one that proves it."""

from __future__ import annotations

import pytest

from assistant.generation.answer_prompt import NOT_TOLD as WANTED_IN_THE_PROMPT
from evals.models.chat_server import Asked
from evals.models.good_model import NOT_TOLD, GoodModel, recorded_answers, shown_passages
from evals.questions.question_files import load_questions
from evals.types import EvalQuestion

MATERIAL = (
    '<passage number=1 plan="青岚县">\n本县有三座水库。\n</passage>\n'
    '<passage number=2 plan="青岚县">\n由县水利局牵头。每年汛前检查一次。\nThe county water bureau leads.\n</passage>'
)


def question(language: str = "zh", nuggets: tuple[tuple[str, ...], ...] = (("水利局",),)) -> EvalQuestion:
    return EvalQuestion(
        id="made-1",
        question="谁牵头？",
        lang=language,
        kind="duty",
        plans=("made",),
        nuggets=nuggets,
        evidence=(),
        answerable=True,
    )


def written(asking: EvalQuestion | None) -> str:
    model = GoodModel()
    model.asking = asking
    return model(Asked("", MATERIAL, None))


def test_the_passages_are_read_from_the_prompt():
    assert dict(shown_passages(MATERIAL))[2] == ("由县水利局牵头。每年汛前检查一次。", "The county water bureau leads.")


@pytest.mark.parametrize(
    ("asking", "answer"),
    [
        (question(), "由县水利局牵头。[2]"),
        (question("en", (("water bureau",),)), "The county water bureau leads. [2]"),
        (question(nuggets=(("水利局",), ("三座",), ("牵头",))), "由县水利局牵头。[2]本县有三座水库。[1]"),
        (question(nuggets=(("公安局",),)), NOT_TOLD),
        (None, NOT_TOLD),
    ],
)
def test_a_sentence_of_the_passages_is_written_with_its_number(asking: EvalQuestion | None, answer: str):
    assert written(asking) == answer


def test_it_says_what_the_prompt_asks_it_to_say_where_nothing_is_told():
    assert NOT_TOLD == WANTED_IN_THE_PROMPT


def test_each_recorded_answer_is_of_a_question_and_each_of_its_sentences_is_proven():
    known = {one.id for one in load_questions()}
    assert recorded_answers().keys() <= known
    assert all(one.text and one.quotes for sentences in recorded_answers().values() for one in sentences)
