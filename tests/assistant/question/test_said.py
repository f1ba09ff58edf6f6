"""Words are found in a question: Chinese ones anywhere, English ones by their stems."""

from __future__ import annotations

import pytest

from assistant.question.said import Said, english_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("应急管理局的电话", "电话 phone"),
        ("What are their phones?", "电话 phone"),
        ("the document's numbers", "文号 document_is_number | phone document + number"),
        ("多久检查一次", "多久 几天 + 一次"),
    ],
)
def test_words_are_found(text: str, words: str) -> None:
    assert Said(text).any_of(words)


@pytest.mark.parametrize(("text", "words"), [("多久完成", "多久 + 一次"), ("telephoned", "phone"), ("", "电话 phone")])
def test_others_are_not(text: str, words: str) -> None:
    assert not Said(text).any_of(words)


def test_a_question_opens_with_a_word_only_at_its_start() -> None:
    assert Said("What about Kunming?").opens_with("那 what_about")
    assert Said("那昆明呢").opens_with("那 what_about")
    assert not Said("Kunming: what about gas").opens_with("那 what_about")


def test_english_words_are_counted_without_numbers_and_letters() -> None:
    assert english_count("中卫的96333平台和A级GDP") == 1
