"""Cells of tables and items of lists, as a person sees them, that stand where they belong in what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from evals.reading.types import Outcome, Written

if TYPE_CHECKING:
    from evals.reading.types import Read
    from index import IndexedDocument, Table

    Row = dict[int, str]
    """Column of the table as written down -> what was read there."""

PEOPLE, TABLE = "people", "table"


def score_tables_and_lists(written: Iterable[Written], read: Read) -> tuple[Outcome, ...]:
    """An outcome for each table and list in each of its files that was there to be read."""
    return tuple(
        _table(one, file, read[file]) if one.fields["what"] == TABLE else _list(one, file, read[file])
        for one in written
        for file in one.files
        if file in read
    )


def _table(written: Written, file: str, documents: Sequence[IndexedDocument]) -> Outcome:
    """Right are the headers that one table has, and cells that stand under their header in one row together.

    A row is found in the row read that agrees best, of which no other row has been found; in one that agrees in less
    than half of its cells it is not found at all.
    """
    headers, rows = written.fields["headers"], written.fields["rows"]
    tables = [table for document in documents for table in document.tables]
    left = [row for table in tables for row in _rows(headers, table)]
    heads = max((sum(_same(*pair) for pair in _paired(headers, table)) for table in tables), default=0)
    right, wrong = heads, [] if heads == len(headers) else [f"headers {len(headers) - heads} of {len(headers)}"]
    for number, row in enumerate(rows, start=1):
        cells = {column: text for column, text in enumerate(row) if text is not None}
        best = max(left, key=lambda found: _agreeing(cells, found), default={})
        agreeing = _agreeing(cells, best)
        if 2 * agreeing < len(cells):
            wrong.append(f"row {number} is not there")
            continue
        left.remove(best)
        right += agreeing
        wrong += [
            f"row {number}, {headers[column]}: {text!r} read as {best.get(column)!r}"
            for column, text in cells.items()
            if not _same(text, best.get(column))
        ]
    count = len(headers) + sum(text is not None for row in rows for text in row)
    return Outcome("cells", file, written, right, count, tuple(wrong))


def _rows(headers: Sequence[str], table: Table) -> Iterator[Row]:
    columns = _columns(headers, table)
    for row in table.rows:
        yield {column: row[at].text for column, at in columns.items()}


def _columns(headers: Sequence[str], table: Table) -> dict[int, int]:
    """Column -> the one read under the same header, or where none is, in its place among as many."""
    as_read = [_bare(header) for header in table.headers]
    found = {column: as_read.index(_bare(header)) for column, header in enumerate(headers) if _bare(header) in as_read}
    if len(headers) == len(as_read):
        free = set(range(len(headers))) - set(found.values())
        found |= {column: column for column in free if column not in found}
    return found


def _paired(headers: Sequence[str], table: Table) -> Iterator[tuple[str, str]]:
    for column, at in _columns(headers, table).items():
        yield headers[column], table.headers[at]


def _agreeing(cells: Row, read: Row) -> int:
    return sum(_same(text, read.get(column)) for column, text in cells.items())


def _list(written: Written, file: str, documents: Sequence[IndexedDocument]) -> Outcome:
    """Right are the items that one list read, one section or the facts of one kind hold, whichever holds most."""
    of_people = written.fields["what"] == PEOPLE
    items = [_bare(item) for item in written.fields["items"]]
    holders = [holder for document in documents for holder in _holders(document, of_people=of_people)]
    found = max(([_holds(holder, item) for item in items] for holder in holders), key=sum, default=[False] * len(items))
    wrong = tuple(item for item, is_found in zip(written.fields["items"], found, strict=True) if not is_found)
    return Outcome("items", file, written, sum(found), len(items), wrong)


def _holders(document: IndexedDocument, *, of_people: bool) -> Iterator[list[str]]:
    """The texts, one by one, of everything that may hold a list."""
    from index import Duty, Enumeration, Indicator, Person, of_kind, walk

    text = document.clean.text
    if of_people:
        yield [_bare(person.name) for person in of_kind(Person, document.facts)]
    for enumeration in of_kind(Enumeration, document.facts):
        yield [_unnumbered(item.text) for item in enumeration.items]
    for section, _ in walk(document.root):
        yield [
            _bare(text[child.span.start : child.span.end]).removeprefix(_bare(child.number))
            for child in section.children
        ]
    for kind in (Duty, Indicator):  # what offices answer for, and how much there is of things, are lists as well
        yield [_unnumbered(text[fact.span.start : fact.span.end]) for fact in of_kind(kind, document.facts)]


def _holds(holder: Sequence[str], item: str) -> bool:
    return any(text.startswith(item) for text in holder)


def _unnumbered(text: str) -> str:
    from index import without_number

    return _bare(without_number(text.strip()))


def _same(one: str, other: str | None) -> bool:
    return other is not None and _bare(one) == _bare(other)


def _bare(text: str) -> str:
    """Without white space, which types of file treat each in its own way."""
    return "".join(text.split())
