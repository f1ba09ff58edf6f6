"""Which cells of a plan's tables are of another thing than the question asks of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.evidence.matching import Marks, Values, matches
from assistant.evidence.seen import strong
from assistant.evidence.units import Unit
from assistant.facts.indicator import TOTAL_ROWS
from assistant.facts.magnitudes import is_reduction
from assistant.types import Asked, Concept, Understanding, Want
from assistant.wording.quoting import unnumbered, without_brackets
from index import Indicator, Row, Status
from index.terms.lexicon import contains, years_in
from index.terms.similarity import pairs_held

LEAST_OF_ROW = 0.45
"""A row that is matched less is another one: 铁路交通 has two of the three pairs of 道路交通."""


_OF_ALL = ("各类", "生产安全", "安全生产", "事故", "起数")
"""What stands in the name of a row and makes it no narrower."""


def row_unmet(meant: Understanding, cells: Sequence[Unit]) -> Marks:
    """The cells of a table that are of another sector, office, place or time than the question names.

    A cell that counts all is another one, too, where the question names a part that its table does not tell of.
    """
    firm = [c for c in strong(meant) if c.firm]
    found = matches(firm, [unit.place for unit in cells])
    asked = "\0".join((meant.query, *(spelling for concept in meant.concepts for spelling in concept.spellings)))
    lacking: Marks = found.least(firm) < LEAST_OF_ROW
    for at, unit in enumerate(cells):
        cell, told = unit.view.cell, f"{unit.place.text} {unit.place.path}"
        if unit.view.is_total and any(_names_part(concept, told) for concept in strong(meant)):
            lacking[at] = True
        elif cell and meant.asked is Asked.FIGURE:
            lacking[at] |= _is_of_other_row(cell, meant, asked) or _is_of_other_time(cell, meant)
    return lacking


def _is_of_other_row(cell: Indicator, meant: Understanding, asked: str) -> bool:
    """Whether a row is named by nothing that is asked, or counts a part where accidents or deaths as such are asked for."""
    row = "".join(without_brackets(cell.row).split())
    if cell.row in TOTAL_ROWS or years_in(row):
        return False
    if not pairs_held(row, asked):
        return True
    return counts_part(row, meant)


def counts_part(row: str, meant: Understanding) -> bool:
    """Whether a row is of some accidents and the question asks of accidents or deaths as such, of no sector."""
    told = [concept for concept in strong(meant) if concept.kind != "time"]
    return bool(told) and all(map(names_no_row, told)) and is_narrower(row, meant)


def names_no_row(concept: Concept) -> bool:
    """Whether a word names what is counted in most rows, or how it changes, not which row: 事故, 死亡, "多少起", 降幅."""
    only_asks = contains(concept.asked_as, "asking") or contains("".join(concept.spellings[:1]), "falls", "rises")
    return concept.kind == "accident" or (concept.kind in ("", "indicator") and only_asks)


def is_narrower(row: str, meant: Understanding) -> bool:
    """Whether a row counts a part of what a question speaks of: 较大以上事故起数 where accidents are asked for."""
    spoken = {spelling for concept in meant.concepts for spelling in concept.spellings}
    if any(row in spelling for spelling in spoken):
        return False
    for spelling in sorted(spoken.union(_OF_ALL), key=len, reverse=True):
        row = row.replace(spelling, "")
    return len(row) > 1


def _is_of_other_time(cell: Indicator, meant: Understanding) -> bool:
    """Whether a cell is of other five years than the question names, or the mean of years where one of them is asked for."""
    if len(cell.years) < len(("first", "last")):
        return False
    if not _is_of_five_years(f"{cell.period} {cell.column}", meant):
        return True
    of_one = len(set(meant.years)) == 1 or Want.REDUCTION in meant.wants
    return of_one and cell.status is Status.ACHIEVED and not is_reduction(cell)


def is_of_other_row(row: Row, meant: Understanding) -> bool:
    """Whether a whole row tells a figure of a part of what is asked, or of other five years than the question names."""
    if meant.asked is not Asked.FIGURE:
        return False
    told = " ".join((*row.heading_path, row.table, *(cell.header for cell in row.cells)))
    return counts_part(unnumbered(row.name), meant) or ("五" in told and not _is_of_five_years(told, meant))


def _is_of_five_years(told: str, meant: Understanding) -> bool:
    """Whether words name the five years that the question names by their plan ("十二五"), if it names any."""
    named = [c for c in meant.concepts if c.kind == "time" and c.spellings and c.spellings[0].endswith("五")]
    return not named or any(spelling in told for concept in named for spelling in concept.spellings)


def _names_part(concept: Concept, told: str) -> bool:
    """Whether an accident that is asked of is narrower than what a total tells: 火灾死亡人数 than 死亡人数."""
    if concept.kind != "accident" or any(spelling in told for spelling in concept.spellings):
        return False
    first = concept.spellings[0]
    ends = (first[:at] for at in range(len(first) + 1) if first[at:] in told)
    return len(next(ends)) > 1


def rows_named(meant: Understanding, units: Sequence[Unit]) -> Values:
    """How much of each table row's label the question names: another sector's figure is no answer. 0 for what is no cell."""
    asked = "\0".join((meant.query, *(spelling for concept in meant.concepts for spelling in concept.spellings)))
    rows = [unit.view.row for unit in units]
    named = {row: pairs_held(without_brackets(row), asked) for row in set(rows)}
    return np.array([named[row] for row in rows])
