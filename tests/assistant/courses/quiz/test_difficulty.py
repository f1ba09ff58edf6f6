"""How hard questions are taken to be."""

from __future__ import annotations

import pytest

from assistant.courses import EASY, HARD, Matter, QuizKind
from assistant.courses.quiz.difficulty import MIDDLE, difficulty

SINGLE, TRUE_FALSE, FILL = QuizKind.SINGLE, QuizKind.TRUE_FALSE, QuizKind.FILL


@pytest.mark.parametrize(
    ("kind", "matter", "right", "wrong", "expected"),
    [
        (FILL, Matter.FIGURE, "85%", (), HARD),
        (FILL, Matter.FIGURE, "100%", (), MIDDLE),
        (SINGLE, Matter.FIGURE, "85%", ("80%", "90%", "95%"), HARD),
        (SINGLE, Matter.FIGURE, "30%", ("15%", "20%", "60%"), EASY),
        (SINGLE, Matter.FIGURE, "100%", ("95%", "90%", "85%"), EASY),
        (SINGLE, Matter.DUTY, "市应急局", ("市水利局", "市教育局", "市商务局"), MIDDLE),
        (SINGLE, Matter.DUTY, "市应急局、市住建局", ("市水利局、市教育局", "市商务局"), HARD),
        (SINGLE, Matter.DEADLINE, "2022", ("2021", "2023", "2024"), MIDDLE),
        (TRUE_FALSE, Matter.FIGURE, "85%", (), EASY),
        (TRUE_FALSE, Matter.FIGURE, "85%", ("90%",), MIDDLE),
    ],
)
def test_difficulty_goes_by_nearness(kind, matter, right, wrong, expected):
    assert difficulty(kind, matter, right, wrong) == expected
