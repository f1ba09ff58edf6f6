"""The sentences beside one that belong to an answer with it."""

from __future__ import annotations

from assistant.evidence.window import LEAST_IN_PARAGRAPH, LEAST_IN_TASK, grown, speaks_of
from assistant.types import Concept

TEXT = "开展消防检查。整治消防通道。召开会议。"
BOUNDS = [(0, 7), (7, 14), (14, 19)]
FIRE = (Concept("消防", ("消防",), 1.0),)


def test_a_neighbour_that_speaks_of_the_question_is_added() -> None:
    assert grown(TEXT, BOUNDS, 0, FIRE, LEAST_IN_PARAGRAPH) == (0, 14)


def test_the_sentences_of_a_task_belong_together() -> None:
    assert grown(TEXT, BOUNDS, 0, FIRE, LEAST_IN_TASK) == (0, 19)


def test_a_clause_parted_by_a_semicolon_belongs_to_its_sentence() -> None:
    text = "开展消防检查;召开会议。"
    assert grown(text, [(0, 7), (7, 12)], 0, FIRE, LEAST_IN_PARAGRAPH) == (0, 12)


def test_a_window_has_a_bound() -> None:
    text = "消防检查。" * 60
    bounds = [(at, at + 5) for at in range(0, len(text), 5)]
    start, end = grown(text, bounds, 30, FIRE, LEAST_IN_PARAGRAPH)
    assert end - start == 200


def test_only_the_text_itself_speaks() -> None:
    assert speaks_of(FIRE, TEXT, BOUNDS) == [1.0, 1.0, 0.0]
