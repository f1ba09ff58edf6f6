"""The figures of a table that a question names by row, year and measure: "昆明2020年道路运输事故多少起，死亡多少人"."""

from __future__ import annotations

from assistant.comparison.asked_cells import AskedTable, asked_table, measure_name
from assistant.compose import compose
from assistant.evidence.conflicts import conflicting
from assistant.facts.magnitudes import is_reduction
from assistant.types import Asked, Draft, Want, Wants
from assistant.whole.figures.asked_of_plan import as_evidence, plan_asked
from assistant.whole.found import Found
from index import Indicator, Status, looks_back
from index.terms.lexicon import contains

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
    return _told(_cells(table) if table else [], found)


def aim_told(found: Found) -> Draft | None:
    """What the plan aims at where that is asked for and no year is named: "死亡人数要下降多少", "by how much must it fall"."""
    meant, wants = found.meant, found.meant.wants
    plan = plan_asked(found)
    aimed = Want.TARGET in wants or contains(wants.said, "aimed_at")
    if meant.asked is not Asked.FIGURE or meant.years or not plan or not aimed or Want.CONFIRM in wants:
        return None
    table = asked_table(meant, plan, found.index, lambda table: bool(table.rows and _aims(table, wants)))
    return _told(_aims(table, wants) if table else [], found)


def _aims(table: AskedTable, wants: Wants) -> list[Indicator]:
    """The cells of the row named that are aimed at; by how much it is to change where that is asked for."""
    aims = [cell for cell in table.of_totals if cell.status is Status.TARGET and not looks_back(cell.heading_path)]
    if Want.REDUCTION not in wants:
        return aims
    return [cell for cell in aims if is_reduction(cell) or contains(cell.value, "falls")]


def _told(cells: list[Indicator], found: Found) -> Draft | None:
    """The cells row by row, with what contradicts them; None where they are none or too many."""
    meant = found.meant
    if not 0 < len(cells) <= MOST_CELLS:
        return None
    cells.sort(key=lambda cell: (cell.heading_path, measure_name(cell), cell.years))
    evidence = tuple(as_evidence(cell, found) for cell in cells)
    beside = conflicting(meant, evidence, found.index)
    return compose(meant, evidence, beside, found.index, found.english)


def _cells(table: AskedTable) -> list[Indicator]:
    """The cells of one year each in the rows asked for."""
    return [cell for cell in table.of_totals if len(cell.years) == 1]
