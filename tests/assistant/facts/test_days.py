"""First and last days of dates as facts and as plans have them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.facts.days import days_of, first_day, last_day


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2025", (date(2025, 1, 1), date(2025, 12, 31))),
        ("2025-12", (date(2025, 12, 1), date(2025, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2025-12-31", (date(2025, 12, 31), date(2025, 12, 31))),
        ("2025-06-31", (date(2025, 6, 30), date(2025, 6, 30))),
        ("2025-13", None),
        ("", None),
    ],
)
def test_a_date_of_a_fact_has_a_first_and_a_last_day(told, expected) -> None:
    assert days_of(told) == expected
    assert last_day(told) == (expected and expected[1])


@pytest.mark.parametrize(
    ("when", "told", "expected"),
    [
        ("2025年9月", "2025-09", date(2025, 9, 1)),
        ("2025年底前", "2025-12", date(2025, 12, 1)),
        ("2025年下半年", "2025-12", date(2025, 7, 1)),
        ("2025年上半年", "2025-06", date(2025, 1, 1)),
        ("2024年3月15日至4月10日", "2024-04-10", date(2024, 3, 15)),
        ("2024年9月至2025年6月", "2025-06", date(2024, 9, 1)),
        ("2024—2026年", "2026", date(2024, 1, 1)),
        ("6月底前", "2025-06", date(2025, 6, 1)),
        ("每季度最后一个月的20日", "", None),
    ],
)
def test_a_date_as_written_begins_with_its_first_day(when, told, expected) -> None:
    assert first_day(when, told) == expected
