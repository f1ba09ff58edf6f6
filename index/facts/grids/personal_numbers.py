"""Personal telephone numbers are no fact of a plan: mobile numbers, and numbers beside a person's name.

Numbers of offices stay, whoever answers them: "值班电话", "举报电话".
"""

from __future__ import annotations

from dataclasses import replace

from index.fact_types import ColumnRole
from index.facts.grids.column_roles import is_phone, roles_of
from index.terms.lexicon import contains
from index.types import Cell, CleanText, Span, Table

MOBILE_DIGITS = 11


def without_personal_numbers(clean: CleanText, table: Table) -> Table:
    """The table with the cells of such numbers blank; what stands before a number in its cell stays."""
    roles = roles_of(table)
    has_people = ColumnRole.PERSON in roles
    rows = []
    for row in table.rows:
        named = has_people and any(
            cell.text for cell, role in zip(row, roles, strict=True) if role is ColumnRole.PERSON
        )
        personal = [
            named and role is ColumnRole.PHONE and not _of_office(h)
            for role, h in zip(roles, table.headers, strict=True)
        ]
        rows.append(tuple(_kept(clean, cell, own) for cell, own in zip(row, personal, strict=True)))
    return replace(table, rows=tuple(rows))


def is_mobile(word: str) -> bool:
    """Whether a word is a mobile number: "13912345678", "139-1234-5678"."""
    digits = "".join(char for char in word if char.isdigit())
    rest = set(word) - set("0123456789- ")
    return len(digits) == MOBILE_DIGITS and digits[0] == "1" and digits[1] not in "012" and not rest


def _of_office(header: str) -> bool:
    return contains(header.casefold(), "duty_phone")


def _kept(clean: CleanText, cell: Cell, personal: bool) -> Cell:  # noqa: FBT001 - of one cell of a row
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
