"""Clauses that were translated but for a figure or a name."""

from __future__ import annotations

import pytest

from index.terms.glossary import load_glossary
from index.translation.grammar.officialese import Officialese, read_rows
from index.translation.memory import Line, Memory
from index.translation.near import NearMatches

LINES = [
    Line(
        "",
        "到2025年,危险化学品企业培训率达到95%以上。",
        "By 2025 the training rate of hazardous-chemical enterprises reaches 95% or more.",
    ),
    Line(
        "",
        "严格落实煤矿安全生产责任追究制度。",
        "Strictly apply the system of holding coal mines to account for work safety.",
    ),
]


@pytest.fixture(scope="module")
def near() -> NearMatches:
    return NearMatches(Memory(LINES), Officialese(read_rows(), load_glossary()))


def test_other_figures_are_put_in_their_places(near: NearMatches) -> None:
    told = near.translated("到2027年,危险化学品企业培训率达到98%以上。")
    assert told == "By 2027 the training rate of hazardous-chemical enterprises reaches 98% or more."


def test_another_name_is_put_in_the_place_of_the_one_translated(near: NearMatches) -> None:
    told = near.translated("严格落实非煤矿山安全生产责任追究制度。")
    assert told == "Strictly apply the system of holding non-coal mines to account for work safety"


@pytest.mark.parametrize("zh", ["严格落实饕餮安全生产责任追究制度。", "到2025年,完成。", "加强领导。"])
def test_what_differs_by_more_is_not_told(near: NearMatches, zh: str) -> None:
    assert near.translated(zh) is None
