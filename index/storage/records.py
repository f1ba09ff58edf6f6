"""What the page keeps for its users beside the plans: votes on answers, reports of evaluations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from sqlalchemy import delete, func, insert, select, update

from index.database.locking import write_lock
from index.database.migrate import form_of, migrate
from index.database.schema import FEEDBACK, RUNS
from index.settings import Settings
from index.storage.place import open_database


class Kind(Enum):
    """What is kept, each in a table of its own."""

    FEEDBACK = FEEDBACK
    RUNS = RUNS


@dataclass(frozen=True, slots=True)
class Record:
    """A value, as JSON, under its key; `at` tells when it was set: ISO 8601, UTC."""

    key: str
    at: str
    body: str


class Records:
    """Records of one kind; may be shared between threads."""

    def __init__(self, settings: Settings, kind: Kind, most: int) -> None:
        """At most `most` are kept: the keys that came first go first."""
        self._database, self._data_dir = open_database(settings), settings.data_dir
        self._table, self._most = kind.value, most

    def put(self, key: str, body: str) -> None:
        """Keep a value in the place of the one before it.

        Raises:
            StoreError: The database cannot be reached or written.
            IndexBusy: There are no tables yet, and another process is making them.
        """
        table = self._table
        if not form_of(self._database):
            with write_lock(self._database, self._data_dir):
                migrate(self._database)
        values = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "body": body}
        with self._database.writing(alone=table) as connection:
            if connection.execute(update(table).where(table.c.key == key).values(values)).rowcount:
                return
            newest = connection.execute(select(func.max(table.c.first))).scalar() or 0
            connection.execute(insert(table), values | {"key": key, "first": newest + 1})
            oldest = connection.execute(
                select(table.c.first).order_by(table.c.first.desc()).offset(self._most).limit(1)
            ).scalar()
            if oldest is not None:
                connection.execute(delete(table).where(table.c.first <= oldest))

    def all(self) -> tuple[Record, ...]:
        """All of them, in the order in which their keys came.

        Raises:
            StoreError: The database cannot be reached or read.
        """
        if not form_of(self._database):
            return ()
        table = self._table
        with self._database.reading() as connection:
            rows = connection.execute(select(table.c.key, table.c.at, table.c.body).order_by(table.c.first)).all()
        return tuple(Record(row.key, row.at, row.body) for row in rows)

    def get(self, key: str) -> Record | None:
        """The value of a key, if it has one.

        Raises:
            StoreError: The database cannot be reached or read.
        """
        return next((record for record in self.all() if record.key == key), None)
