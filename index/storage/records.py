"""What the page keeps for its users beside the plans: votes on answers, reports of evaluations, saved work."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import Enum

from sqlalchemy import Connection, Table, delete, func, insert, inspect, select, update

from index.database.copying import add_records, lock_records
from index.database.locking import write_lock
from index.database.migrate import HEAD, form_of, migrate
from index.database.schema import FEEDBACK, RUNS, WORK_VERSIONS, WORKS
from index.settings import Settings
from index.storage.place import open_database


class Kind(Enum):
    """What is kept, each in a table of its own."""

    FEEDBACK = FEEDBACK
    RUNS = RUNS
    WORKS = WORKS
    WORK_VERSIONS = WORK_VERSIONS


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
        with _writing(self._settings) as connection:
            lock_records(connection, self._table)
            if _put(connection, self._table, key, body):
                self._drop_oldest(connection)

    def add(self, records: Sequence[Record]) -> None:
        """Keep all of these or none, each under a key of its own; a key that is there keeps its value."""
        with _writing(self._settings) as connection:
            add_records(connection, self._table, map(asdict, records))
            self._drop_oldest(connection)

    def all(self) -> tuple[Record, ...]:
        """All of them, in the order in which their keys came."""
        table = self._table
        with _reading(self._settings, self._table) as connection:
            if connection is None:
                return ()
            rows = connection.execute(select(table.c.key, table.c.at, table.c.body).order_by(table.c.first)).all()
        return tuple(Record(*row) for row in rows)

    def get(self, key: str) -> Record | None:
        """The value of a key, if it has one."""
        table = self._table
        with _reading(self._settings, self._table) as connection:
            if connection is None:
                return None
            return _get(connection, table, key)

    def count(self) -> int:
        """How many there are."""
        with _reading(self._settings, self._table) as connection:
            if connection is None:
                return 0
            return connection.execute(select(func.count()).select_from(self._table)).scalar_one()

    def _drop_oldest(self, connection: Connection) -> None:
        first = self._table.c.first
        oldest = connection.execute(select(first).order_by(first.desc()).offset(self._most).limit(1)).scalar()
        if oldest is not None:
            connection.execute(delete(self._table).where(first <= oldest))


class Together:
    """Records of several kinds in one transaction, which sees what all others wrote and lets nobody else write."""

    def __init__(self, connection: Connection) -> None:
        """By `records_together`."""
        self._connection = connection

    def get(self, kind: Kind, key: str) -> Record | None:
        """The value of a key, if it has one."""
        return _get(self._connection, kind.value, key)

    def all(self, kind: Kind) -> tuple[Record, ...]:
        """All of a kind, in the order in which their keys came."""
        table = kind.value
        wanted = select(table.c.key, table.c.at, table.c.body).order_by(table.c.first)
        return tuple(Record(*row) for row in self._connection.execute(wanted))

    def keys(self, kind: Kind, beginning: str) -> tuple[str, ...]:
        """The keys of a kind that begin so, in their own order."""
        key = kind.value.c.key
        return tuple(
            self._connection.execute(
                select(key).where(key.startswith(beginning, autoescape=True)).order_by(key)
            ).scalars()
        )

    def put(self, kind: Kind, key: str, body: str) -> None:
        """Keep a value in the place of the one before it."""
        _put(self._connection, kind.value, key, body)

    def remove(self, kind: Kind, keys: Collection[str]) -> None:
        """Delete what stands under some keys."""
        self._connection.execute(delete(kind.value).where(kind.value.c.key.in_(keys)))


@contextmanager
def records_together(settings: Settings, *kinds: Kind) -> Iterator[Together]:
    """All that the body changes of these kinds is in force when it has ended, and undone when it raises.

    Raises:
        StoreError, IndexBusy: As `Records`.
    """
    with _writing(settings) as connection:
        for kind in kinds:
            lock_records(connection, kind.value)
        yield Together(connection)


@contextmanager
def _reading(settings: Settings, table: Table) -> Iterator[Connection | None]:
    """None where nothing was ever written: a database of an earlier version may lack the table."""
    with closing(open_database(settings)) as database:
        if not form_of(database):
            yield None
            return
        with database.reading() as connection:
            yield connection if inspect(connection).has_table(table.name) else None


@contextmanager
def _writing(settings: Settings) -> Iterator[Connection]:
    """A transaction, with the tables made or brought up to date if need be."""
    with closing(open_database(settings)) as database:
        if form_of(database) != HEAD:
            with write_lock(database, settings.data_dir):
                migrate(database)
        with database.writing() as connection:
            yield connection


def _get(connection: Connection, table: Table, key: str) -> Record | None:
    row = connection.execute(select(table.c.key, table.c.at, table.c.body).where(table.c.key == key)).one_or_none()
    return Record(*row) if row else None


def _put(connection: Connection, table: Table, key: str, body: str) -> bool:
    """Keep a value; whether its key is a new one."""
    values = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "body": body}
    if connection.execute(update(table).where(table.c.key == key).values(values)).rowcount:
        return False
    last = connection.execute(select(func.max(table.c.first))).scalar() or 0
    connection.execute(insert(table), values | {"key": key, "first": last + 1})
    return True
