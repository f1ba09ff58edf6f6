"""Five-year plans: the eleventh ran from 2006 to 2010, each other one five years before or after the next."""

from __future__ import annotations

from index.terms.numbering import numeral_value

_ELEVENTH, _FIRST_YEAR_OF_11TH, _YEARS_A_PLAN = 11, 2006, 5
_EARLIEST = 7
"""What would be an earlier plan is a figure of something else."""


def plan_years(number: str) -> tuple[int, int] | None:
    """The years of a five-year plan by its Chinese number: "十四" -> (2021, 2025); None before the seventh plan."""
    value = numeral_value(number)
    if value is None or value < _EARLIEST:
        return None
    first = _FIRST_YEAR_OF_11TH + (value - _ELEVENTH) * _YEARS_A_PLAN
    return first, first + _YEARS_A_PLAN - 1


def plan_number(period: tuple[int, int]) -> int | None:
    """The number of the five-year plan that covers exactly these years; None where none does."""
    plan = (period[0] - _FIRST_YEAR_OF_11TH) // _YEARS_A_PLAN + _ELEVENTH
    first = _FIRST_YEAR_OF_11TH + (plan - _ELEVENTH) * _YEARS_A_PLAN
    return plan if period == (first, first + _YEARS_A_PLAN - 1) else None
