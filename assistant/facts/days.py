"""The first and the last day of a date as a fact has it ("2025", "2025-12", "2025-12-31") and as a plan writes it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from index import dates, years_in

_HALVES = {"上半年": 1, "下半年": 7}
"""The month with which half a year begins; the date of a fact is its last."""


def first_day(when: str, told: str) -> date | None:
    """The first day that a date as written means ("2024年3月15日至4月10日"); `told` is the date as its fact has it.

    Of a bound ("2025年底前") it is the first of the year, month or day that is bound. None where no year is told.
    """
    year = min(years_in(when), default=0)
    opened = next((found for found in dates(when) if found.date), None)
    days = days_of(opened.date if opened else told)
    if days is None or (year and year < days[0].year):
        return date(year, 1, 1) if year else None
    month = next((month for half, month in _HALVES.items() if opened and half in opened.written), days[0].month)
    return days[0].replace(month=month)


def last_day(told: str) -> date | None:
    """The last day that the date of a fact allows; None for one that comes again and again ("")."""
    days = days_of(told)
    return days[1] if days else None


def days_of(told: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day; None for what is none of them, as a thirteenth month."""
    if not told:
        return None
    year, month, day = [*map(int, told.split("-")), 0, 0][:3]
    if not year or month > 12:
        return None
    last = monthrange(year, month or 12)[1]
    # A plan that writes the 31st of a month of 30 days means the end of it.
    return date(year, month or 1, min(day or 1, last)), date(year, month or 12, min(day or last, last))
