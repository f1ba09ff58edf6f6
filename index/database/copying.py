"""Rows of one database put into another, which may be one of another kind; both in the form of this version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from index.database.schema import FEEDBACK, METADATA, RUNS, WORK_VERSIONS, WORKS

RECORD_TABLES = (FEEDBACK, RUNS, WORK_VERSIONS, WORKS)
"""What people have said, measured and made: it does not go when the plans are others."""
_ROWS_A_TIME = 1_000
_REPLACED = [table for table in METADATA.sorted_tables if table not in RECORD_TABLES]


def copy_rows(source: Connection, target: Connection) -> None:
    """Put everything of the source in the place of what the target holds; records are added to the target's own."""
    for table in RECORD_TABLES:
        add_records(target, table, source.execute(select(table).order_by(table.c.first)).mappings())
    delete_rows(target)
    for table in _REPLACED:
        rows = source.execution_options(yield_per=_ROWS_A_TIME).execute(select(table))
        for part in rows.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in part])


def delete_rows(connection: Connection) -> None:
    """Delete everything but records."""
    for table in reversed(_REPLACED):
        connection.execute(delete(table))


def add_records(connection: Connection, table: Table, rows: Iterable[Mapping[Any, Any]]) -> None:
    """Put records behind those that are there, in their order; a key that is there keeps its value."""
    lock_records(connection, table)
    there = set(connection.execute(select(table.c.key)).scalars())
    last = connection.execute(select(func.max(table.c.first))).scalar() or 0
    fresh = [row for row in rows if row["key"] not in there]
    if fresh:
        connection.execute(insert(table), [{**row, "first": first} for first, row in enumerate(fresh, last + 1)])


def lock_records(connection: Connection, table: Table) -> None:
    """Let nobody else write records until the transaction ends; its first statement, so that it sees what they wrote.

    SQLite has one writer at a time in any case.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"lock table {table.name} in exclusive mode"))
