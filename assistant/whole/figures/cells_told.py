"""The figures of a table that a question names by row, year and measure: "昆明2020年道路运输事故多少起，死亡多少人"."""

from __future__ import annotations

from assistant.comparison.asked_cells import AskedTable, asked_table, measure_name
from assistant.compose import compose
from assistant.evidence.conflicts import conflicting
from assistant.types import Asked, Draft, Want
from assistant.whole.figures.asked_of_plan import as_evidence, plan_asked
from assistant.whole.found import Found
from index import Indicator

MOST_CELLS = 10


def cells_told(found: Found) -> Draft | None:
    """The cells of the row named, or of the row of totals, in the years named; None where one of the years is not there."""
    meant, wants = found.meant, found.meant.wants
    plan = plan_asked(found)
    if meant.asked is not Asked.FIGURE or not meant.years or not plan or Want.CONFIRM in wants:
        return None
    table = asked_table(
        meant, plan, found.index, lambda table: set(meant.years) <= {y for c in _cells(table) for y in c.years}
    )
    cells = _cells(table) if table else []
    if not 0 < len(cells) <= MOST_CELLS:
        return None
    cells.sort(key=lambda cell: (cell.heading_path, measure_name(cell), cell.years))
    evidence = tuple(as_evidence(cell, found) for cell in cells)
    beside = conflicting(meant, evidence, found.index)
    return compose(meant, evidence, beside, found.index, found.glossary)


def _cells(table: AskedTable) -> list[Indicator]:
    """The cells of one year each in the rows asked for."""
    return [cell for cell in table.of_totals if len(cell.years) == 1]
