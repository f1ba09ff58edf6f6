"""The rows of tables that a question names by their cells, put first with the cells that it asks for.

"水泵有多少台" names a row by its name and asks for its figure; "东门仓库存放哪些物资" names rows by another cell and asks for
their names. Numbers count exactly: the 第11类 is not the 第1类. Where a fact of another kind tells the row, it is that fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.matching import matches
from assistant.evidence.rows.asked_columns import asked_columns, said_role
from assistant.evidence.rows.named_rows import LEAST_TOLD, NamedRows, named_rows, told_by_row
from assistant.evidence.rows.other_rows import is_of_other_row
from assistant.evidence.rows.row_grid import OFFICES
from assistant.facts import view_of
from assistant.types import Asked, Evidence, Place, Understanding, Want
from index import ColumnRole, Duty, DutyBasis, Index, Row, pairs_held

MOSTLY_SAID = 0.6
"""So much of a cell, or of a member of a list in it, a question says that asks for rows by it."""
NAME_AND_ONE = 2
"""So many cells tell one thing: the name of a row and what is asked of it."""
SURE = 0.4
"""What ranks first is less sure than this where it is no answer at all."""
MOST_ROWS = 20
"""More rows are not told in one answer; they stand in the table of facts."""
LOOKED_AT, OTHER_ROW = 8, 0.8
"""So many of the best are held against the rows they stand in; one of another thing gives way to what lies no further below."""
_NAMES_ONE = (Asked.PERSON,)
"""Of people only one who stands alone in a row: lists of members are told as people."""


def with_rows(
    meant: Understanding, ranked: tuple[Evidence, ...], plans: Sequence[str], index: Index
) -> tuple[Evidence, ...]:
    """`ranked` with the rows first that the question asks for, of the likeliest plan that holds some.

    Where there are none, rows that rank as sentences and do not tell what the question speaks of are not trusted.
    """
    found = max(named_rows(meant, plans, index), key=lambda one: one.sure, default=None)
    told = tuple(row for row in _told(meant, found) if not is_of_other_row(row, meant)) if found else ()
    if found is None or not told:
        return _without_other_rows(meant, ranked, index)
    if any(_says_it(meant, first, found, told) for first in ranked[:1]):
        return ranked
    score = (ranked[0].score if ranked else 0.0) + 1.0
    if duty := _as_duty(told, index):
        return (_evidence(duty, score, index), *ranked)
    return (*(_evidence(row, score, index) for row in told), *ranked)


def _without_other_rows(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """`ranked` with rows of other things behind: a table of 紫色 nothing tells nothing of it in its row of 橙色."""

    def judged(evidence: Evidence) -> Evidence:
        if evidence.fact is not None or told_by_row(meant, evidence.span, index) >= LEAST_TOLD:
            return evidence
        return replace(evidence, score=evidence.score - OTHER_ROW, confidence=0.0)

    best = [judged(evidence) for evidence in ranked[:LOOKED_AT]]
    return (*sorted(best, key=lambda evidence: -evidence.score), *ranked[LOOKED_AT:])


def _evidence(fact: Row | Duty, score: float, index: Index) -> Evidence:
    text = index.text(fact.span.document_id).text[fact.span.start : fact.span.end]
    return Evidence(fact.span, text, fact.heading_path, score, 1.0, fact)


# --- what is told of them ---------------------------------------------------------------------------------------------


def _told(meant: Understanding, found: NamedRows) -> tuple[Row, ...]:
    """The rows with the cells alone that are asked for and those that name them; empty where nothing fits."""
    pairs = list(zip(found.rows, found.columns, strict=True))
    if len(pairs) > 1 and _names_office(meant, pairs):
        pairs = _in_said_role(meant, pairs)
    if _counts_rows(meant, pairs):
        return tuple(_narrowed(row, (row.key, by[0])) for row, by in pairs[:MOST_ROWS])
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


def _counts_rows(meant: Understanding, pairs: Sequence[tuple[Row, tuple[int, ...]]]) -> bool:
    """Whether a question asks how many things have a cell in common, of whose names it says none."""
    counts = Want.COUNT in meant.wants and len(pairs) > 1
    return counts and all(by and row.key not in by and _is_said(meant, row, by[0]) for row, by in pairs)


def _is_said(meant: Understanding, row: Row, column: int) -> bool:
    """Whether a question says a cell by which it asks for others, or its date, not just a word of its text."""
    found_by = next(cell for cell in row.cells if cell.column == column)
    if found_by.role is ColumnRole.LIMIT and meant.wants.dates:
        return True
    return any(_held(meant, part) >= MOSTLY_SAID for part in found_by.text.split("、"))


def _held(meant: Understanding, text: str) -> float:
    """How much of a text a question says, 0 to 1."""
    return pairs_held(text, meant.wants.said, *(s for c in meant.concepts for s in c.spellings))


def _narrowed(row: Row, columns: Sequence[int]) -> Row:
    return replace(row, cells=tuple(cell for cell in row.cells if cell.column in columns))


def _is_number(row: Row, column: int) -> bool:
    return any(cell.column == column and cell.role is ColumnRole.NUMBER for cell in row.cells)


def _names_office(meant: Understanding, pairs: Sequence[tuple[Row, tuple[int, ...]]]) -> bool:
    roles = {cell.role for row, by in pairs for cell in row.cells if by and cell.column == by[0]}
    return roles <= set(OFFICES) and bool(meant.offices)


def _in_said_role(
    meant: Understanding, pairs: Sequence[tuple[Row, tuple[int, ...]]]
) -> list[tuple[Row, tuple[int, ...]]]:
    """Of the rows that name an office those in which it leads, or helps, where the question says which; else all."""
    said = said_role(meant)
    of_role = [(row, by) for row, by in pairs if any(cell.column == by[0] and cell.role is said for cell in row.cells)]
    return of_role or list(pairs)


# --- facts of other kinds that tell the row ---------------------------------------------------------------------------


def _says_it(meant: Understanding, first: Evidence, found: NamedRows, told: Sequence[Row]) -> bool:
    """Whether what ranks first tells it as well: a figure or a duty of the row itself, or what speaks of more of the question."""
    if first.confidence < SURE:
        return False
    view = view_of(first.fact)
    here = any(first.span.overlaps(row.span) for row in told)
    if here and view.person is not None and meant.asked is Asked.PERSON:
        return True
    if here and view.cell is not None:
        return meant.asked is Asked.FIGURE or all(
            cell.role is ColumnRole.FIGURE for row in told for cell in row.cells if cell.column != row.key
        )
    if view.cell is not None and meant.asked is Asked.FIGURE:
        return _held(meant, view.row) >= _held(meant, told[0].name)
    if here and view.basis is not None and len(told) == 1:
        value = next((cell for cell in told[0].cells if cell.column != told[0].key), None)
        return value is not None and meant.asked is Asked.DUTY and first.span.contains(value.span)
    if not here and any(len(row.cells) > NAME_AND_ONE for row in told):
        return True  # several columns fit alike
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
