"""The rows of tables that a question names by their cells, put first with the cells that it asks for.

"水泵有多少台" names a row by its name and asks for its figure; "东门仓库存放哪些物资" names rows by another cell and asks for
their names. Numbers count exactly: the 第11类 is not the 第1类. Where a fact of another kind tells the row, it is that fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.evidence.matching import PATH, Values, matches
from assistant.evidence.rows.asked_columns import asked_columns, named, said_role
from assistant.evidence.rows.row_grid import SAID, Marked, RowGrid, grid_of, marked, tables_of
from assistant.facts import view_of
from assistant.types import Asked, Concept, Evidence, Place, Understanding, Want
from index import ColumnRole, Duty, DutyBasis, Index, Row, is_office, pairs_held

HELD = 0.5
"""What the share of its name that the question says counts beside the concepts: 重大事故 is not 特别重大事故."""
LEAST_TOLD = 0.75
"""So much of what a question speaks of must stand in a row, in the names of its columns or above its table."""
LEAST_NAMED, LEAST_WEIGHT = 0.25, 0.15
"""What tells a row from the others of its table must be so much of what a question speaks of, and weigh so much."""
LEAST_HEAD_CHARS = 3
"""A shorter name of a column stands in many questions."""
ALSO_HEAD = 0.3
"""What the name of a column says, too, tells little of a row in which a cell says it."""
MOSTLY_SAID = 0.6
"""So much of a cell, or of a member of a list in it, a question says that asks for rows by it."""
VERB = 0.3
"""What is done with a thing need not be said beside it."""
LEAST_APART = 0.1
"""A row is the one that is meant where no other of its table comes as near as this."""
LIKELY = 0.5
"""A document that is less likely meant than this beside the likeliest is not looked into."""
SURE = 0.4
"""What ranks first is less sure than this where it is no answer at all."""
MOST_ROWS = 20
"""More rows are not told in one answer; they stand in the table of facts."""
_NAMES_ONE = (Asked.PERSON,)
"""Of people only one who stands alone in a row: lists of members are told as people."""
_COMMON = 0.3
"""A concept of less weight only asks and is left out."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows of one table, how well they are named, and the columns by which they were found in each."""

    rows: tuple[Row, ...]
    sure: float
    columns: tuple[tuple[int, ...], ...]
    others: tuple[Concept, ...]
    """What the question speaks of beside the cells by which the rows were found."""
    told: float
    """The share of what the question speaks of that stands in the first row or above it, 0 to 1."""


def with_rows(
    meant: Understanding, ranked: tuple[Evidence, ...], plans: Sequence[str], index: Index
) -> tuple[Evidence, ...]:
    """`ranked` with the rows first that the question asks for, of the likeliest plan that holds some; else as it is."""
    found = max(_of_plans(meant, plans, index), key=lambda one: one.sure, default=None)
    if found is None or not found.rows:
        return ranked
    told = _told(meant, found)
    if not told or any(_says_it(meant, first, found, told) for first in ranked[:1]):
        return ranked
    score = (ranked[0].score if ranked else 0.0) + 1.0
    if duty := _as_duty(told, index):
        return (_evidence(duty, score, index), *ranked)
    return (*(_evidence(row, score, index) for row in told), *ranked)


def _evidence(fact: Row | Duty, score: float, index: Index) -> Evidence:
    text = index.text(fact.span.document_id).text[fact.span.start : fact.span.end]
    return Evidence(fact.span, text, fact.heading_path, score, 1.0, fact)


# --- which rows are named ---------------------------------------------------------------------------------------------


def _of_plans(meant: Understanding, plans: Sequence[str], index: Index) -> list[_Found]:
    concepts = tuple(c for c in meant.concepts if c.spellings and c.weight >= _COMMON)
    found: list[_Found] = []
    for plan in plans:
        if meant.document_weight(plan) < LIKELY:
            continue
        grid = grid_of(plan, index)
        marks = marked(meant, concepts, grid) if grid.rows else []
        for table in tables_of(grid):
            one = _in_table(meant, table, grid, marks, index)
            if one:
                found.append(replace(one, sure=one.sure * meant.document_weight(plan)))
    return found


def _in_table(
    meant: Understanding, table: list[int], grid: RowGrid, marks: Sequence[Marked], index: Index
) -> _Found | None:
    """The rows of one table that a question names; None where it names none, or speaks of something else as well."""
    by_row = [_most_of_rows(mark.cells, grid, table) for mark in marks]
    heads = grid.rows[table[0]].headers
    telling = [
        _telling(values) * (ALSO_HEAD if _is_head(mark, heads) else 1.0)
        for mark, values in zip(marks, by_row, strict=True)
    ]
    whole = np.sum([m.weight * t * v for m, t, v in zip(marks, telling, by_row, strict=True)], axis=0)
    if len(table) == 1 and any(len(head) >= LEAST_HEAD_CHARS and head in "\0".join(meant.wants.runs) for head in heads):
        whole = whole + 1.0  # a form has but one row, which need not be named
    for mark, values in zip(marks, by_row, strict=True):
        whole = np.where(values > 0, whole, 0.0) if mark.exact else whole
    total = sum(mark.weight for mark in marks if mark.concept)
    if float(whole.max()) < max(LEAST_NAMED * total, LEAST_WEIGHT):
        return None
    asked = "\0".join((meant.query, *(s for c in meant.concepts for s in c.spellings)))
    held = np.array([HELD * pairs_held(grid.rows[at].name, asked) for at in table])
    several = _wants_several(meant)
    near = whole if several else whole + held
    chosen = [i for i in range(len(table)) if near[i] >= near.max() - LEAST_APART]
    rows = tuple(grid.rows[table[i]] for i in chosen)
    told = _share_told(meant, rows[0], marks, [v[chosen[0]] for v in by_row], index)
    if told < LEAST_TOLD:
        return None
    columns = tuple(_found_by(table[i], grid, marks, telling) for i in chosen)
    others = _beside(marks, table[chosen[0]], columns[0][:1], grid)
    return _Found(rows, told * float(near.max()), columns, others, told)


def _beside(marks: Sequence[Marked], row: int, columns: Sequence[int], grid: RowGrid) -> tuple[Concept, ...]:
    """The concepts that the cell by which a row was found does not say."""
    at = np.flatnonzero((grid.row_of == row) & np.isin(grid.columns, columns))
    whole = [mark.whole for mark in marks if mark.whole and mark.cells[at].any()]
    return tuple(
        mark.concept
        for mark in marks
        if mark.concept
        and not (mark.cells[at] >= SAID).any()
        and not any(name in mark.concept.asked_as for name in whole)
    )


def _most_of_rows(cells: Values, grid: RowGrid, table: list[int]) -> Values:
    """For each row of a table what its surest cell says."""
    rows = np.zeros(len(grid.rows))
    np.maximum.at(rows, grid.row_of, np.where(cells >= SAID, cells, 0.0))
    most: Values = rows[table]
    return most


def _is_head(mark: Marked, heads: Sequence[str]) -> bool:
    return mark.concept is not None and any(named(head, (mark.concept,)) >= SAID for head in heads)


def _telling(values: Values) -> float:
    """How far something tells rows apart: 1 where few hold it, 0 where all do."""
    return 1.0 - float((values > 0).mean()) if len(values) > 1 else 1.0


def _found_by(row: int, grid: RowGrid, marks: Sequence[Marked], telling: Sequence[float]) -> tuple[int, ...]:
    """The columns of a row's cells that say what it was found by."""
    own = np.flatnonzero(grid.row_of == row)
    said: dict[int, float] = {}
    for mark, tells in zip(marks, telling, strict=True):
        values = mark.cells[own]
        if tells and values.size and values.max() >= SAID:
            at = int(grid.columns[own[int(values.argmax())]])
            said[at] = said.get(at, 0.0) + mark.weight * tells
    return tuple(sorted(said, key=lambda at: (-said[at], at)))


def _wants_several(meant: Understanding) -> bool:
    return meant.asked is Asked.LIST or Want.SEVERAL in meant.wants


def _share_told(
    meant: Understanding, row: Row, marks: Sequence[Marked], values: Sequence[float], index: Index
) -> float:
    """How much of what the question speaks of stands in a row, in the names of its columns or above its table.

    0 where it lacks a year, or a post, that the question names.
    """
    title = index.described(row.span.document_id).title
    above = Place(f"{row.table} {row.group} {' '.join(row.headers)}", " ".join(row.heading_path), title, "")
    around = f"{title} {row.table} {' '.join((*row.heading_path, *row.headers, *(c.text for c in row.cells)))}"
    period = index.described(row.span.document_id).period
    if not all(str(y) in around or (period and period[0] <= y <= period[1]) for y in meant.years):
        return 0.0
    total = told = 0.0
    for mark, value in zip(marks, values, strict=True):
        if mark.concept is None:
            continue
        weight = mark.weight * (VERB if mark.concept.kind in _SAYS_LITTLE else 1.0)
        said = value >= SAID or pairs_held(mark.concept.asked_as, around) >= SAID
        # A word cut across the end of a name ("急照明灯放") belongs to the name.
        said = said or any(_shared(mark.concept.asked_as, one.whole) >= SAID for one in marks if one.whole)
        said = said or matches((mark.concept,), [above]).of(mark.concept, PATH)[0] >= SAID * SAID
        if not said and mark.concept.kind == "post":
            return 0.0
        total += weight
        told += weight if said else 0.0
    return told / total if total else 1.0


def _shared(word: str, name: str) -> float:
    """The share of a word's characters that a name has too."""
    return sum(char in name for char in word) / len(word)


_SAYS_LITTLE = ("verb", "general")
"""Kinds of the glossary's words that need not stand beside the answer."""


# --- what is told of them ---------------------------------------------------------------------------------------------


def _told(meant: Understanding, found: _Found) -> tuple[Row, ...]:
    """The rows with the cells alone that are asked for and those that name them; empty where nothing fits."""
    pairs = list(zip(found.rows, found.columns, strict=True))
    if len(pairs) > 1 and _names_office(meant, pairs):
        pairs = _in_said_role(meant, pairs)
    if len(pairs) == 1:
        row, by = pairs[0]
        by_key = row.key in by[:1] or not by or _is_number(row, by[0])
        asked = asked_columns(meant, found.others, row, None if by_key else by[0])
        if asked[:1] == (row.key,):
            return (_narrowed(row, (row.key, by[0])),) if _is_said(meant, row, by[0]) else ()
        return (_narrowed(row, (row.key, *asked)),) if asked and (row.name or len(asked) == 1) else ()
    if meant.asked in _NAMES_ONE or len(pairs) > MOST_ROWS or not all(by for _, by in pairs):
        return ()
    told: list[Row] = []
    for row, by in pairs:
        asked = asked_columns(meant, found.others, row, by[0])
        if not asked or by[0] == row.key or not _is_said(meant, row, by[0]):
            return ()
        told.append(replace(_narrowed(row, (asked[0], by[0])), key=asked[0]))
    return tuple(told)


def _is_said(meant: Understanding, row: Row, column: int) -> bool:
    """Whether a question says a cell by which it asks for others, not just a word of its text."""
    text = next(cell.text for cell in row.cells if cell.column == column)
    asked = "\0".join((*meant.wants.runs, *(s for c in meant.concepts for s in c.spellings)))
    return any(pairs_held(part, asked) >= MOSTLY_SAID for part in text.split("、"))


def _narrowed(row: Row, columns: Sequence[int]) -> Row:
    return replace(row, cells=tuple(cell for cell in row.cells if cell.column in columns))


def _is_number(row: Row, column: int) -> bool:
    return any(cell.column == column and cell.role is ColumnRole.NUMBER for cell in row.cells)


_OFFICES = (ColumnRole.LEADING, ColumnRole.ANSWERING, ColumnRole.UNIT, ColumnRole.HELPING)


def _names_office(meant: Understanding, pairs: Sequence[tuple[Row, tuple[int, ...]]]) -> bool:
    roles = {cell.role for row, by in pairs for cell in row.cells if by and cell.column == by[0]}
    return roles <= set(_OFFICES) and any(is_office(s) for c in meant.concepts for s in c.spellings)


def _in_said_role(
    meant: Understanding, pairs: Sequence[tuple[Row, tuple[int, ...]]]
) -> list[tuple[Row, tuple[int, ...]]]:
    """Of the rows that name an office those in which it leads, or helps, where the question says which; else all."""
    said = said_role(meant)
    of_role = [(row, by) for row, by in pairs if any(cell.column == by[0] and cell.role is said for cell in row.cells)]
    return of_role or list(pairs)


# --- facts of other kinds that tell the row ---------------------------------------------------------------------------


def _says_it(meant: Understanding, first: Evidence, found: _Found, told: Sequence[Row]) -> bool:
    """Whether what ranks first tells it as well: a figure or a duty of the row itself, or what speaks of more of the question."""
    if first.confidence < SURE:
        return False
    view = view_of(first.fact)
    here = any(first.span.overlaps(row.span) for row in told)
    if here and view.cell is not None:
        return all(cell.role is ColumnRole.FIGURE for row in told for cell in row.cells if cell.column != row.key)
    if here and view.basis is not None and len(told) == 1:
        value = next((cell for cell in told[0].cells if cell.column != told[0].key), None)
        return value is not None and meant.asked is Asked.DUTY and first.span.contains(value.span)
    place = Place(first.text, " ".join(first.heading_path[-1:]), " ".join(first.heading_path), "")
    concepts = [concept for concept in meant.concepts if concept.spellings]
    return not here and float(matches(concepts, [place]).coverage(concepts)[0]) > found.told


def _as_duty(told: Sequence[Row], index: Index) -> Duty | None:
    """The task that the first row tells where its units are asked for, or rows were found by the office that leads them."""
    first = told[0]
    units = [cell.role for cell in first.cells if cell.column != first.key]
    if not units or any(role not in (ColumnRole.LEADING, ColumnRole.ANSWERING) for role in units):
        return None
    if any(role is not units[0] for row in told for role in [c.role for c in row.cells if c.column != row.key]):
        return None
    duties = (d for d in index.facts(Duty, (first.span.document_id,)) if d.basis is DutyBasis.TASK)
    return next((duty for duty in duties if duty.span.overlaps(first.span)), None)
