"""The indicators that a plan sets itself: the rows of their table with what is aimed at, or those at the figure asked."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from assistant.facts.indicator import aim_en, value_zh
from assistant.types import Asked, Draft, Evidence, Language, Statement, Want
from assistant.whole.found import Found
from assistant.whole.sections.in_turn import end_mark, room_of_list, told_line
from assistant.whole.sections.listed_aims import listed_aims
from assistant.whole.sections.plan_parts import matters, the_plan
from assistant.wording.phrases import joined, said
from assistant.wording.quoting import unnumbered
from index import Indicator, Status, contains, looks_back

ASKED = (Asked.MEASURE, Asked.LIST, Asked.FIGURE)
MAX_ROWS = 14
"""So many rows of a table are told; a plan's main indicators are fewer."""

Rows = tuple[tuple[Indicator, ...], ...]


def indicators(found: Found) -> Draft | None:
    """The table of indicators of the plan in question, or its rows with a figure; None where others are asked for."""
    meant = found.meant
    if Want.INDICATORS not in meant.wants or meant.asked not in ASKED:
        return None
    plan = the_plan(found)
    if not plan:
        return None
    if things := matters(found, plan, "indicators", "goals", "asking_in_sum"):
        return listed_aims(plan, things, found)
    rows = rows_of(tuple(fact for fact in aims_of(plan, found) if _is_headed_so(fact)))
    asked = tuple(row for row in rows if any(figure in cell.value for figure in meant.wants.shares for cell in row))
    if meant.wants.shares and not asked:
        return None
    if len(asked or rows) < 2:
        return None
    return _draft(in_figures(asked or rows, room_of_list(found), found), found)


def aims_of(plan: str, found: Found) -> tuple[Indicator, ...]:
    """The cells of a plan's tables that tell what is aimed at, for the years asked where there are such."""
    years = set(found.meant.years)
    return tuple(
        fact
        for fact in found.index.facts(Indicator, (plan,))
        if fact.row
        and fact.status is Status.TARGET
        and not looks_back(fact.heading_path)
        and (not years or not fact.years or years & set(fact.years))
    )


def rows_of(cells: tuple[Indicator, ...]) -> Rows:
    """Cells by the rows in which they stand."""
    return tuple(tuple(row) for _, row in groupby(cells, lambda cell: (cell.row, cell.heading_path)))


def in_figures(rows: Rows, limit: int, found: Found) -> Statement:
    """Rows of a table, each with what is aimed at; of too many the first."""
    told = [_row(cells, found) for cells in rows[:MAX_ROWS]]
    while len(told) > 1 and sum(map(len, told)) > limit:
        told.pop()
    path = rows[0][0].heading_path
    head = told_line(unnumbered(path[-1]), found) if path else ""
    key = "all_of" if len(told) == len(rows) else "first_of_all"
    lead = said(found.language, key, head=head, count=len(rows))
    evidence = _table_until(rows[len(told) - 1][-1], rows[0][0], found)
    return Statement(f"{lead}{joined(found.language, 'clauses', told)}{end_mark(found)}", (evidence,))


def _table_until(last: Indicator, first: Indicator, found: Found) -> Evidence:
    """A table from its head, where the names of its columns stand, to the end of a row."""
    document = found.index.document(first.span.document_id)
    around = (table.span.start for table in document.tables if table.span.contains(first.span))
    span = replace(first.span, start=next(around, first.span.start), end=last.span.end)
    return Evidence(span, document.clean.text[span.start : span.end], first.heading_path, 1.0, 1.0)


def _is_headed_so(fact: Indicator) -> bool:
    return any(contains(heading, "indicators", "goals") for heading in fact.heading_path)


def _draft(statement: Statement, found: Found) -> Draft:
    return Draft((statement,), "", joined(found.language, "colon", ["", ""]))


def _row(cells: tuple[Indicator, ...], found: Found) -> str:
    """A row: its name and the value, or its values with the names of their columns."""
    filled = [cell for cell in cells if any(map(str.isalnum, cell.value))]
    if found.language is Language.EN:
        return aim_en(filled or cells[:1], found.english)
    if len(filled) < len(cells) == 1 or len(filled) == 1:
        return f"{cells[0].row}{value_zh((*filled, *cells)[0]).strip()}"
    told = "，".join(f"{cell.column.replace(' ', '')}{value_zh(cell).strip()}" for cell in filled)
    return f"{cells[0].row}{told}"
