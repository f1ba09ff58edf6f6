"""Everything in one database put in the place of everything in another, which may be one of another kind."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from index.database.schema import METADATA

_ROWS_A_TIME = 1_000


def copy_rows(source: Connection, target: Connection) -> None:
    """Empty all tables of the target and fill them with the rows of the source; both in the form of this version."""
    for table in reversed(METADATA.sorted_tables):
        target.execute(delete(table))
    for table in METADATA.sorted_tables:
        rows = source.execution_options(yield_per=_ROWS_A_TIME).execute(select(table))
        for part in rows.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in part])
