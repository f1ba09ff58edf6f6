"""A figure of a time that the plan's table does not tell of: another year than those of its columns, a quarter."""

from __future__ import annotations

from dataclasses import replace

from assistant.comparison.asked_cells import asked_table
from assistant.types import Asked, Draft, Want
from assistant.whole.figures.asked_of_plan import plan_asked
from assistant.whole.found import NOTHING_TOLD, Found
from index import Status
from index.terms.lexicon import contains, years_in

AMONG = 20
"""So many of the best pieces of evidence are looked at: a sentence may tell of a year that no table has."""


def untold_time(found: Found) -> Draft | None:
    """That nothing is told, where the time asked for is not there; None where it may be."""
    meant, plan = found.meant, plan_asked(found)
    if not plan:
        return None
    text = found.index.text(plan).text
    quarters = [c for c in meant.concepts if contains(" ".join((c.asked_as, *c.spellings)), "quarters")]
    if any(not any(spelling in text for spelling in quarter.spellings) for quarter in quarters):
        return NOTHING_TOLD
    if meant.asked is not Asked.FIGURE or not meant.years or {Want.CONFIRM, Want.REDUCTION} & meant.wants.kinds:
        return None
    return NOTHING_TOLD if _is_of_other_years(found, plan) else None


def _is_of_other_years(found: Found, plan: str) -> bool:
    """Whether the row asked for is told year by year, and no year asked for among them, nor in a sentence that was found."""
    table = asked_table(replace(found.meant, years=()), plan, found.index, lambda table: bool(table.rows))
    told = {year for cell in (table.of_totals if table else ()) for year in cell.years}
    by_year = table is not None and all(
        len(cell.years) == 1 and cell.status is Status.ACHIEVED for cell in table.of_totals
    )
    asked = set(found.meant.years)
    in_text = {year for one in found.ranked[:AMONG] if one.fact is None for year in years_in(one.text)}
    return by_year and bool(told) and not asked & (told | in_text)
