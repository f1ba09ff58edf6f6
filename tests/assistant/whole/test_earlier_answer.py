"""What a follow-up points back at is put into words from the answer to the question before."""

from __future__ import annotations

import pytest

from assistant import Assistant, Question
from assistant.whole.earlier_answer import in_words


@pytest.mark.parametrize(
    ("earlier", "own", "full"),
    [
        ("克州燃气安全由谁负责？", "它还负责哪些任务？", "自治州住房和城乡建设局还负责哪些任务?"),
        ("克州领导小组办公室主任是谁？", "他的本职是什么？", "滕洪涛的本职是什么?"),
        ("Who heads the office of the leading group in Kizilsu?", "What is his post?", "What is Teng Hongtao's post"),
        ("克州燃气安全由谁负责？", "气象局呢？", "气象局呢？"),
    ],
)
def test_the_word_that_points_back_becomes_a_name(asking: Assistant, earlier: str, own: str, full: str) -> None:
    assert in_words(Question(own, (earlier,)), asking.index, asking.english).text == full


def test_without_history_nothing_is_pointed_at(asking: Assistant) -> None:
    assert in_words(Question("它还负责哪些任务？"), asking.index, asking.english).text == "它还负责哪些任务？"
