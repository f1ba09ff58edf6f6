"""Personal telephone numbers are no fact of a plan: mobile numbers, and numbers beside a person's name.

Numbers of offices stay, whoever answers them: "值班电话", "举报电话".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from index.fact_types import ColumnRole
from index.facts.grids.column_roles import is_phone, roles_of
from index.terms.lexicon import contains
from index.types import Cell, CleanText, Span, Table

MOBILE_DIGITS = 11


def without_personal_numbers(clean: CleanText, table: Table) -> Table:
    """The table with the cells of such numbers blank; what stands before a number in its cell stays."""
    return replace(table, rows=tuple(tuple(kept for _, kept in row) for row in _rows(clean, table)))


def personal_numbers(clean: CleanText, table: Table) -> tuple[Span, ...]:
    """Where such numbers stand, in the order of the text."""
    found: list[Span] = []
    for cell, kept in (pair for row in _rows(clean, table) for pair in row):
        if cell.span and kept.span != cell.span:
            start = kept.span.end if kept.span else cell.span.start
            found.append(Span(cell.span.document_id, start, cell.span.end))
    return tuple(sorted(found))


def _rows(clean: CleanText, table: Table) -> Iterator[list[tuple[Cell, Cell]]]:
    """The cells of each row beside what is kept of them."""
    roles = roles_of(table)
    people = [i for i, role in enumerate(roles) if role is ColumnRole.PERSON]
    phones = [role is ColumnRole.PHONE and not _of_office(h) for role, h in zip(roles, table.headers, strict=True)]
    for row in table.rows:
        named = any(row[i].text for i in people)
        yield [(cell, _kept(clean, cell, named and phone)) for cell, phone in zip(row, phones, strict=True)]


def is_mobile(word: str) -> bool:
    """Whether a word is a mobile number: "13912345678", "139-1234-5678"."""
    digits = "".join(char for char in word if char.isdigit())
    rest = set(word) - set("0123456789- ")
    return len(digits) == MOBILE_DIGITS and digits[0] == "1" and digits[1] not in "012" and not rest


def _of_office(header: str) -> bool:
    return contains(header.casefold(), "duty_phone")


def _kept(clean: CleanText, cell: Cell, personal: bool) -> Cell:  # noqa: FBT001 - as its row has told
    if cell.span is None:
        return cell
    text = clean.text[cell.span.start : cell.span.end]
    at = _number_at(text)
    if personal and is_phone(cell.text):
        return Cell("", None)
    if at is None:
        return cell
    kept = text[:at].rstrip(" \n:：,，、(（").removesuffix("电话").removesuffix("手机").rstrip(" :：,，、(（")
    if not kept:
        return Cell("", None)
    return Cell(kept, Span(cell.span.document_id, cell.span.start, cell.span.start + len(kept)))


def _number_at(text: str) -> int | None:
    """Where the first mobile number of a text begins."""
    start = None
    for at, char in enumerate(f"{text} "):
        if char.isdigit() and start is None:
            start = at
        elif start is not None and not (char.isdigit() or char == "-"):
            if is_mobile(text[start:at].rstrip("-")):
                return start
            start = None
    return None
