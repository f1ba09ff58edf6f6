"""What the page keeps for its users beside the plans: votes on answers, reports of evaluations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import Enum

from sqlalchemy import Connection, delete, func, insert, select, update

from index.database.copying import add_records, lock_records
from index.database.locking import write_lock
from index.database.migrate import HEAD, form_of, migrate
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
    """Records of one kind; may be shared between threads, and holds nothing open between calls.

    Where there is no database yet, there are no records; the first that is kept makes it. Each method raises:

        StoreError: The database cannot be reached, read or written.
        IndexBusy: It is to be made, and another process is at it.
    """

    def __init__(self, settings: Settings, kind: Kind, most: int) -> None:
        """At most `most` are kept: the keys that came first go first."""
        self._settings, self._table, self._most = settings, kind.value, most

    def put(self, key: str, body: str) -> None:
        """Keep a value in the place of the one before it."""
        table = self._table
        values = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "body": body}
        with self._writing() as connection:
            lock_records(connection, table)
            if connection.execute(update(table).where(table.c.key == key).values(values)).rowcount:
                return
            last = connection.execute(select(func.max(table.c.first))).scalar() or 0
            connection.execute(insert(table), values | {"key": key, "first": last + 1})
            self._drop_oldest(connection)

    def add(self, records: Sequence[Record]) -> None:
        """Keep all of these or none, each under a key of its own; a key that is there keeps its value."""
        with self._writing() as connection:
            add_records(connection, self._table, map(asdict, records))
            self._drop_oldest(connection)

    def all(self) -> tuple[Record, ...]:
        """All of them, in the order in which their keys came."""
        table = self._table
        with self._reading() as connection:
            if connection is None:
                return ()
            rows = connection.execute(select(table.c.key, table.c.at, table.c.body).order_by(table.c.first)).all()
        return tuple(Record(*row) for row in rows)

    def get(self, key: str) -> Record | None:
        """The value of a key, if it has one."""
        table = self._table
        with self._reading() as connection:
            if connection is None:
                return None
            wanted = select(table.c.key, table.c.at, table.c.body).where(table.c.key == key)
            row = connection.execute(wanted).one_or_none()
        return Record(*row) if row else None

    def count(self) -> int:
        """How many there are."""
        with self._reading() as connection:
            if connection is None:
                return 0
            return connection.execute(select(func.count()).select_from(self._table)).scalar_one()

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """None where nothing was ever written."""
        with closing(open_database(self._settings)) as database:
            if not form_of(database):
                yield None
                return
            with database.reading() as connection:
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction, with the tables made or brought up to date if need be."""
        with closing(open_database(self._settings)) as database:
            if form_of(database) != HEAD:
                with write_lock(database, self._settings.data_dir):
                    migrate(database)
            with database.writing() as connection:
                yield connection

    def _drop_oldest(self, connection: Connection) -> None:
        first = self._table.c.first
        oldest = connection.execute(select(first).order_by(first.desc()).offset(self._most).limit(1)).scalar()
        if oldest is not None:
            connection.execute(delete(self._table).where(first <= oldest))
