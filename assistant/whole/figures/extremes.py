"""The greatest or least of a table: the year with the fewest accidents, the sector with most deaths, the largest fall.

Only cells that can be set side by side are: one measure, one unit, exact numbers; those that come next are told beside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from assistant.comparison.asked_cells import AskedTable, asked_table, measure_name, thing_of
from assistant.facts.indicator import measured
from assistant.facts.magnitudes import is_reduction, quantity_of, value_of
from assistant.types import Asked, Draft, Language, Statement, Want
from assistant.whole.figures.asked_of_plan import as_evidence, plan_asked
from assistant.whole.found import Found
from assistant.wording.phrases import joined, said, told
from assistant.wording.quoting import without_brackets
from index import Indicator, Status
from index.terms.lexicon import contains

MOST_BESIDE = 4
"""So many others are told beside the one that is asked for."""
MOST_ALIKE = 12
"""Where more are alike there is no greatest or least."""
_REST = ("其他", "其它")


def extreme(found: Found) -> Draft | None:
    """The cell that is greatest or least of those that the question asks of; None where it asks for none or none compare."""
    wants = found.meant.wants
    plan = plan_asked(found)
    if not {Want.MOST, Want.LEAST} & wants.kinds or not plan:
        return None
    by_year = found.meant.asked is Asked.DEADLINE
    changes = Want.REDUCTION in wants or contains(wants.said, "falls", "rises")
    compared = _years_compared if by_year else _changes_compared if changes else _rows_compared
    table = asked_table(found.meant, plan, found.index, lambda table: bool(compared(table)))
    if table is None or (table.rows and len(table.speaking) == 1 and not by_year):
        return None
    return _worded(compared(table), found, _year if by_year else thing_of)


def _years_compared(table: AskedTable) -> list[Indicator]:
    """The cells of one row in several years."""
    return _alike([cell for cell in table.of_totals if _year(cell)])


def _rows_compared(table: AskedTable) -> list[Indicator]:
    """The cells of several rows at one time, without the row of what is left over."""
    return _alike(_of_one_time([cell for cell in table.of_parts if thing_of(cell) not in _REST]))


def _changes_compared(table: AskedTable) -> list[Indicator]:
    """By how much several rows change."""
    return _alike(_of_one_time([cell for cell in table.of_parts if is_reduction(cell) or _is_change(cell)]))


def _is_change(cell: Indicator) -> bool:
    return contains(cell.value, "falls", "rises")


def _year(cell: Indicator) -> str:
    return str(cell.years[0]) if len(cell.years) == 1 else ""


def _of_one_time(cells: Sequence[Indicator]) -> list[Indicator]:
    """The cells of the latest years among them, what is aimed at where both stand there."""
    latest = max((cell.years for cell in cells if cell.years), key=max, default=())
    last = [cell for cell in cells if cell.years == latest]
    return [cell for cell in last if cell.status is Status.TARGET] or last


def _alike(cells: Sequence[Indicator]) -> list[Indicator]:
    """The cells, where all that are numbers measure one thing in one unit; empty where they do not or are too few."""
    measured = [cell for cell in cells if quantity_of(cell)]
    units = {(q.unit, q.change) for cell in measured if (q := quantity_of(cell))}
    return measured if len(measured) > 1 and len(units) == 1 and len(set(map(measure_name, measured))) == 1 else []


def _worded(cells: Sequence[Indicator], found: Found, label: Callable[[Indicator], str]) -> Draft | None:
    """The extreme one named first, those next to it behind it."""
    most = Want.MOST in found.meant.wants
    ranked = sorted(
        ((q.number, cell) for cell in cells if (q := quantity_of(cell)) and label(cell)), key=lambda x: x[0]
    )
    ranked = ranked[::-1] if most else ranked
    if not ranked:
        return None
    first = [cell for number, cell in ranked if number == ranked[0][0]]
    beside = [cell for number, cell in ranked if number != ranked[0][0]][:MOST_BESIDE]
    if len(first) > MOST_ALIKE:
        return None
    language = found.language
    what = _matter(first[0], found, label)
    changed = all(map(_is_change, first)) or all(map(is_reduction, first))
    of = "changed" if changed else "counted" if "数" in measure_name(first[0]) else "of"
    best = said(language, f"{'most' if most else 'least'}_{of}", what=what, told=_listed(first, found, label))
    statements = [Statement(best, tuple(as_evidence(cell, found) for cell in first))]
    if beside:
        others = said(language, "next_to", told=_listed(beside, found, label))
        statements.append(Statement(others, tuple(as_evidence(cell, found) for cell in beside)))
    return Draft(tuple(statements), joined(language, "sentences", ["", ""]), joined(language, "colon", ["", ""]))


def _matter(cell: Indicator, found: Found, label: Callable[[Indicator], str]) -> str:
    """What is compared: of years the row and its measure, of rows the measure and its year."""
    measure = without_brackets(measure_name(cell)).strip()
    if label is _year:
        return measured(thing_of(cell), measure, found.language, found.english)
    if found.language is Language.EN:
        return ", ".join(part for part in (measured("", measure, found.language, found.english), _year(cell)) if part)
    return f"{_year(cell)}年{measure}" if _year(cell) else measure


def _listed(cells: Sequence[Indicator], found: Found, label: Callable[[Indicator], str]) -> str:
    """The cells with their values; a value that follows on itself is told once."""
    language = found.language
    parts: list[str] = []
    for value, group in groupby(cells, key=value_of):
        names = [_labelled(cell, found, label) for cell in group]
        parts.append(
            said(language, "of_cell", label=joined(language, "list", names), value=told(value, language, found.english))
        )
    return joined(language, "list" if language is Language.ZH else "clauses", parts)


def _labelled(cell: Indicator, found: Found, label: Callable[[Indicator], str]) -> str:
    language = found.language
    return said(language, "year", year=_year(cell)) if label is _year else told(label(cell), language, found.english)
