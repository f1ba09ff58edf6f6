"""Which rows of tables a question names, by whatever cells it says.

A row is told from the others of its table by concepts that few of them hold, by cells that the question says whole, and by
numbers and dates, which count exactly: the 第11类 is not the 第1类.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.evidence.matching import PATH, TEXT, Values, matches
from assistant.evidence.named_offices import names_office
from assistant.evidence.rows.row_grid import SAID, Marked, RowGrid, grid_of, marked, tables_of
from assistant.types import Asked, Concept, Place, Understanding, Want
from index import Index, Row, Span, pairs_held
from index.translation.english_values import MONTHS

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
VERB = 0.3
"""What is done with a thing need not be said beside it."""
LEAST_APART = 0.1
"""A row is the one that is meant where no other of its table comes as near as this."""
LIKELY = 0.5
"""A document that is less likely meant than this beside the likeliest is not looked into."""
_COMMON = 0.3
"""A concept of less weight only asks and is left out."""


@dataclass(frozen=True, slots=True)
class NamedRows:
    """Rows of one table, how well they are named, and the columns by which they were found in each."""

    rows: tuple[Row, ...]
    sure: float
    columns: tuple[tuple[int, ...], ...]
    others: tuple[Concept, ...]
    """What the question speaks of beside the cells by which the rows were found."""
    told: float
    """The share of what the question speaks of that stands in the first row or above it, 0 to 1."""


def named_rows(meant: Understanding, plans: Sequence[str], index: Index) -> list[NamedRows]:
    """The rows named in each table of some plans; see `NamedRows.sure` for which are the likeliest."""
    concepts = _weighty(meant)
    found: list[NamedRows] = []
    for plan in plans:
        if meant.document_weight(plan) < LIKELY:
            continue
        grid = grid_of(plan, index)
        document = index.described(plan)
        above = (document.issuer, document.title)
        marks = marked(meant, concepts, grid, above) if grid.rows else []
        for table in tables_of(grid):
            one = _in_table(meant, table, grid, marks, index)
            if one:
                found.append(replace(one, sure=one.sure * meant.document_weight(plan)))
    return found


def told_by_row(meant: Understanding, span: Span, index: Index) -> float:
    """The share of what a question speaks of that the row tells, or what stands above it, in which a span lies; else 1.

    A line of a table on its side lies in all its rows; the best of them counts. 0 where none names the office asked of.
    """
    grid = grid_of(span.document_id, index)
    within = [at for at, row in enumerate(grid.rows) if row.span.overlaps(span)]
    if not within:
        return 1.0
    if not _name_offices(meant, [grid.rows[at] for at in within], index):
        return 0.0
    marks = marked(meant, _weighty(meant), grid)
    by_row = zip(*(_most_of_rows(mark.cells, grid, within).tolist() for mark in marks), strict=True)
    told = by_row if marks else (() for _ in within)
    return max(_share_told(meant, grid.rows[at], marks, one, index) for at, one in zip(within, told, strict=True))


def _name_offices(meant: Understanding, rows: Sequence[Row], index: Index) -> bool:
    """Whether rows, or what stands above them, name an office that the question does; of several offices one will do."""
    if not meant.offices:
        return True
    document = index.described(rows[0].span.document_id)
    above = (text for row in rows for text in (row.table, row.group, *row.heading_path, *row.headers))
    told = (document.issuer, document.title, *above, *(cell.text for row in rows for cell in row.cells))
    return any(names_office(text, office) for text in told for office in meant.offices)


def _weighty(meant: Understanding) -> tuple[Concept, ...]:
    """The concepts that a row must tell; the month of a date is looked for with its year."""
    months = MONTHS if meant.wants.dates else ()
    return tuple(
        c for c in meant.concepts if c.spellings and c.weight >= _COMMON and c.asked_as.capitalize() not in months
    )


def _in_table(
    meant: Understanding, table: list[int], grid: RowGrid, marks: Sequence[Marked], index: Index
) -> NamedRows | None:
    """The rows of one table that a question names; None where it names none, or speaks of something else as well."""
    by_row = [_most_of_rows(mark.cells, grid, table) for mark in marks]
    heads = grid.rows[table[0]].headers
    in_heads = _said_by_heads(marks, heads)
    telling = [
        _telling(values) * (ALSO_HEAD if mark.concept in in_heads else 1.0)
        for mark, values in zip(marks, by_row, strict=True)
    ]
    whole = np.sum([m.weight * t * v for m, t, v in zip(marks, telling, by_row, strict=True)], axis=0)
    if len(table) == 1 and any(len(head) >= LEAST_HEAD_CHARS and head.casefold() in meant.wants.said for head in heads):
        whole = whole + 1.0  # a form has but one row, which need not be named
    for mark, values in zip(marks, by_row, strict=True):
        whole = np.where(values > 0, whole, 0.0) if mark.exact else whole
    total = sum(_needed(mark.concept) for mark in marks if mark.concept)
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
    return NamedRows(rows, told * float(near.max()), columns, others, told)


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


def _said_by_heads(marks: Sequence[Marked], heads: Sequence[str]) -> set[Concept]:
    """The concepts that the name of a column says, too."""
    concepts = tuple(mark.concept for mark in marks if mark.concept)
    places = [Place(head, "", "", "") for head in heads if head]
    found = matches(concepts, places)
    return {concept for concept in concepts if places and found.of(concept, TEXT).max() >= SAID}


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
    return meant.asked is Asked.LIST or Want.SEVERAL in meant.wants or Want.COUNT in meant.wants


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
        weight = _needed(mark.concept)
        said = value >= SAID or pairs_held(mark.concept.asked_as, around) >= SAID
        # A word cut across the end of a name ("急照明灯放") belongs to the name.
        said = said or any(_shared(mark.concept.asked_as, one.whole) >= SAID for one in marks if one.whole)
        said = said or matches((mark.concept,), [above]).of(mark.concept, PATH)[0] >= SAID * SAID
        if not said and mark.concept.kind == "post":
            return 0.0
        total += weight
        told += weight if said else 0.0
    return told / total if total else 1.0


def _needed(concept: Concept) -> float:
    """How much an answer must speak of a concept."""
    return concept.weight * (VERB if concept.kind in _SAYS_LITTLE else 1.0)


def _shared(word: str, name: str) -> float:
    """The share of a word's characters that a name has too."""
    return sum(char in name for char in word) / len(word)


_SAYS_LITTLE = ("verb", "general")
"""Kinds of the glossary's words that need not stand beside the answer."""
