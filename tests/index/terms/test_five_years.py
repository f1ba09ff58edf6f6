"""Five-year plans by number and by years."""

from __future__ import annotations

from index.terms.five_years import plan_number, plan_years


def test_the_years_of_a_plan_and_the_plan_of_years() -> None:
    assert plan_years("十四") == (2021, 2025)
    assert plan_number((2021, 2025)) == 14
    assert plan_number((2021, 2023)) is None
    assert plan_years("六") is None
