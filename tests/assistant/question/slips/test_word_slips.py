"""Slips in terms: what sounds or is written almost like one is offered, what a plan holds is no slip."""

from __future__ import annotations

import pytest

from assistant.question.slips.word_slips import mended
from index import Index


def nowhere(_: str) -> frozenset[str]:
    return frozenset()


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("克州燃汽安全谁负责", "克州燃气安全谁负责"),
        ("克州卫建委负责什么", "克州卫健委负责什么"),
        ("Who leads gas sefety in Kizilsu", "Who leads gas safety in Kizilsu"),
        ("hazadous chemicls in Kunming", "hazardous chemicals in Kunming"),
    ],
)
def test_a_term_is_found_behind_its_slip(question: str, meant: str, plans: Index) -> None:
    plans.prepare(question)
    assert meant in mended(question, plans.documents_holding)


@pytest.mark.parametrize(
    "question",
    [
        "克州燃气安全谁负责",
        "昆明把化工企业安全风险分成哪四个颜色等级",  # 把 sounds like no character of 煤化工企业
        "How many professional rescue squads does Jincheng hope to have?",  # another form of a known word
        "What does Wang Haijiang do in Kizilsu?",
    ],
)
def test_what_is_known_is_no_slip(question: str) -> None:
    assert mended(question, nowhere) == ()


def test_what_stands_in_a_plan_is_no_slip() -> None:
    assert mended("克州燃汽安全谁负责", lambda word: frozenset({"plan"} if "燃汽" in word else ())) == ()
