"""The scripted reader of questions: what was written down for a question, else the question as it stands."""

from __future__ import annotations

import json

from evals.models.chat_server import Asked
from evals.models.reading_model import ReadingModel, readings
from evals.questions.question_files import load_questions
from evals.types import EvalQuestion, Split

IN_FULL, WORDS = {"properties": {"questions": {}}}, {"properties": {"words": {}}}


def asking(identity: str) -> ReadingModel:
    model = ReadingModel()
    model.asking = EvalQuestion(identity, "那二级的呢？", "zh", "figure", (), (), (), answerable=True)
    return model


def test_a_question_is_read_as_it_was_written_down() -> None:
    asked = Asked("", "此前的提问：一级？\n提问：那二级的呢？", IN_FULL)
    told = json.loads(asking("fresh-a-047")(asked))
    assert told == {"questions": list(readings()["fresh-a-047"].questions or ())}


def test_another_is_left_as_it_is() -> None:
    asked = Asked("", "此前的提问：一级？\n提问：那二级的呢？", IN_FULL)
    assert json.loads(asking("nobody-wrote")(asked)) == {"questions": ["那二级的呢？"]}
    assert json.loads(asking("nobody-wrote")(Asked("", "Question: Who?", WORDS))) == {"words": []}


def test_no_reading_is_of_a_question_of_the_test_half() -> None:
    assert not {one.id for one in load_questions((), Split.TEST)} & readings().keys()
