"""Facts as tables: the section each stands in, and what a file of them is called."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.ui.shared.fact_tables import exported_rows, table_file, table_of
from index import Duty, Index

DAY = date(2026, 11, 30)


def test_every_row_names_its_section(plans: Index) -> None:
    facts = plans.facts(Duty, ("kizilsu-2024",))[:5]
    table = table_of(facts, "duty", {one.id: one for one in plans.documents}, "zh")
    heads, *rows = exported_rows(table, "zh")
    assert heads[-2:] == ("章节", "出处")
    assert [row[-2] for row in rows] == [" › ".join(fact.heading_path) for fact in facts]


@pytest.mark.parametrize(
    ("plans_named", "language", "name"),
    [
        (["克州"], "zh", "克州-职责分工-2026-11-30.csv"),
        (["克州", "昆明"], "zh", "克州+昆明-职责分工-2026-11-30.csv"),
        (["a/b", "..\\c:d"], "zh", "a b+.. c d-职责分工-2026-11-30.csv"),
        ([], "en", "all-plans-Duties-2026-11-30.csv"),
        (["克州（试行）·一"], "zh", "克州（试行）·一-职责分工-2026-11-30.csv"),
        (["1", "2", "3", "4"], "zh", "4部规划-职责分工-2026-11-30.csv"),
    ],
)
def test_a_file_is_named_by_plans_kind_and_day(plans_named: list[str], language: str, name: str) -> None:
    assert table_file(table_of((), "duty", {}, language), plans_named, language, DAY, "csv") == name
