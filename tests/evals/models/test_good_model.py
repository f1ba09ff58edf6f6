"""The scripted good model writes what the passages hold, each sentence with the number of the one that proves it."""

from __future__ import annotations

from assistant.generation.answer_prompt import NOT_TOLD as WANTED_IN_THE_PROMPT
from evals.models.chat_server import Asked
from evals.models.good_model import NOT_TOLD, GoodModel, kept_aside, recorded_answers, shown_passages
from evals.questions.question_files import load_questions
from evals.types import EvalQuestion

MATERIAL = (
    '<passage number=1 plan="青岚县">\n本县有三座水库。\n</passage>\n'
    '<passage number=2 plan="青岚县">\n由县水利局牵头。每年汛前检查一次。\nThe county water bureau leads.\n</passage>'
)


def question(asked: str) -> EvalQuestion:
    return next(one for one in load_questions() if one.id == asked)


def written(asking: EvalQuestion | None) -> str:
    model = GoodModel()
    model.asking = asking
    return model(Asked("", MATERIAL, None))


def test_the_passages_are_read_from_the_prompt():
    assert dict(shown_passages(MATERIAL))[2] == ("由县水利局牵头。每年汛前检查一次。", "The county water bureau leads.")


def test_a_recorded_sentence_is_written_with_the_number_of_the_passage_that_proves_it():
    asked, sentences = next((one, told) for one, told in recorded_answers().items() if len(told) == 1)
    quote = sentences[0].quotes[0]
    material = f"{MATERIAL}\n<passage number=3 plan='x'>\n{quote}\n</passage>"
    model = GoodModel()
    model.asking = question(asked)
    assert model(Asked("", material, None)).startswith(sentences[0].text)
    assert "[3]" in model(Asked("", material, None))


def test_nothing_is_written_where_nothing_was_recorded_as_told():
    untold = next(one for one, told in recorded_answers().items() if not told)
    assert written(question(untold)) == written(None) == NOT_TOLD


def test_some_answers_were_kept_aside_and_others_not():
    assert set() < kept_aside() < recorded_answers().keys()


def test_it_says_what_the_prompt_asks_it_to_say_where_nothing_is_told():
    assert NOT_TOLD == WANTED_IN_THE_PROMPT


def test_each_recorded_answer_is_of_a_question_and_each_of_its_sentences_is_proven():
    known = {one.id for one in load_questions()}
    assert recorded_answers().keys() <= known
    assert all(one.text and one.quotes for sentences in recorded_answers().values() for one in sentences)
