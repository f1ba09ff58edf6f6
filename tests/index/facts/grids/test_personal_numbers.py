"""Telephone numbers of persons are in no fact and no sentence that answers; those of offices are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from index.facts import read_facts
from index.facts.grids import personal_numbers

ReadText = Callable[..., Any]
TABLE = (
    "单位\t值班电话\t负责人\t电话\t备注\n"
    "县水利局\t6601234\t许明\t6605678\t值班\n"
    "县林业局\t6601235\t何洁 13912345678\t\t轮班\n"
    "县气象局\t139-1234-5678\t\t6605680\t备用\n"
)


def test_mobile_numbers_and_numbers_beside_a_name_are_personal(read_text: ReadText) -> None:
    read = read_text(TABLE)
    (table,) = read.tables
    assert [read.at(span).strip() for span in personal_numbers(read.clean, table)] == [
        "6605678",
        "13912345678",
        "139-1234-5678",
    ]


def test_no_fact_holds_one_and_no_row_reaches_over_one(read_text: ReadText) -> None:
    read = read_text(TABLE)
    facts = [fact for fact in read_facts(read.clean, read.root, read.tables) if fact.kind == "row"]
    told = " ".join(read.at(fact.span) for fact in facts)
    assert "6601234" in told and "6605680" not in read.at(facts[0].span)
    assert not any(number in told for number in ("6605678", "13912345678", "139-1234-5678"))
