"""Days and months that an English text names."""

from __future__ import annotations

import pytest

from index.facts.english.english_dates import english_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Which tasks are due by 30 June 2031?", ["2031-06-30"]),
        ("by June 30, 2031", ["2031-06-30"]),
        ("before the 25th of March 2031 and in May 2032", ["2031-03-25", "2032-05"]),
        ("the end of june 2031", ["2031-06"]),
        ("by the end of 2031", []),
        ("in 2031, on 5 May", []),
    ],
)
def test_a_day_or_month_counts_with_its_year(text: str, dates: list[str]) -> None:
    assert list(english_dates(text)) == dates
