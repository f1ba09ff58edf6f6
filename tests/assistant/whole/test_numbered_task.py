"""A task is found by its number alone."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    "question", ["克州任务21由谁牵头？", "Who leads task 21 in the Kizilsu plan?", "克州第21项任务由谁负责？"]
)
def test_a_task_by_its_number(asking: Assistant, question: str) -> None:
    answer = asking.ask(question).answer
    assert "自治州交通运输局" in answer and "自治州安委会办公室" not in answer


def test_a_number_that_no_task_has_is_told_of_none(asking: Assistant) -> None:
    assert asking.ask("克州任务99由谁牵头？").refused
