"""Opening the database: SQLite in the data folder, or the PostgreSQL of `PLANS_DATABASE_URL`.

No type of SQLAlchemy's driver, nor one of its errors, passes this module: whoever reads or writes gets `StoreError`.
"""

from __future__ import annotations

import os
import sqlite3
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from index.errors import SettingsError, StoreDamaged, StoreError

SQLITE_FILE = "plans.db"
_BUSY_S = 30.0
"""How long one who writes waits for another's transaction; readers never wait."""
_AGAIN_S = 0.01
"""Between tries where SQLite itself does not wait."""
_POOL, _POOL_OVERFLOW = 8, 56
"""Connections kept open, and how many more are opened and closed again while more threads read at once."""
_SERVER_POOL, _SERVER_OVERFLOW = 4, 16
"""The same of a server, whose connections (100 as it comes) all processes share."""
_CONNECT_S = 10
"""After which a server that says nothing is told as one that cannot be reached; the system's own limit is minutes."""
_KEEPALIVE = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"
"""So that the right to write of a machine that has lost its power is free after a minute, not after two hours."""
_WRITES = "plans_writes"  # the option that makes a transaction a writer's from its start
_AS_IT_STANDS = "ro&immutable=1"
_BARE = "plans_bare"  # for what SQLite does in no transaction

_SAID = (
    # What a driver's message holds, and what it means to a person.
    ("disk is full", "there is no room left on the disk; free some and try again"),
    ("no space left", "there is no room left on the disk; free some and try again"),
    ("disk i/o error", "the disk cannot be written or read; see that it is there and has room"),
    ("readonly database", "it cannot be written: the folder or the disk is read-only, or belongs to somebody else"),
    ("unable to open database", "it cannot be opened: the folder is missing, read-only, or belongs to somebody else"),
    ("read-only transaction", "it cannot be written: the server is a read-only one"),
    ("permission denied", "this user of the database may not read and write there; give it the right to"),
    ("could not serialize", "another process is writing; try again when it is done"),
    ("locked", "another process is writing; try again when it is done"),
    ("queuepool limit", "too many are reading at once; try again in a moment"),
    ("too many clients", "the server takes no more connections; raise its max_connections"),
    ("connection slots", "the server takes no more connections; raise its max_connections"),
    ("authentication failed", "the server refuses this user or password; see PLANS_DATABASE_URL"),
    ("failed to resolve", "there is no machine of this name; see PLANS_DATABASE_URL"),
    ("timeout expired", "the server does not answer; see that it runs, and PLANS_DATABASE_URL"),
    ("connection failed", "the server cannot be reached; see that it runs, and PLANS_DATABASE_URL"),
    ("connection", "the connection to the server was lost; try again"),
)
_DAMAGED = (
    *("malformed", "not a database", "corrupt", "invalid page", "no such table", "no such column", "out of range"),
    *("could not decode", "multiple rows were found", "no row was found", "unsupported file format"),
    *("undefinedtable", "undefinedcolumn", "undefinedobject"),
)


class Database:
    """The database of one data folder; may be shared between threads."""

    def __init__(self, url: str, data_dir: Path, file: str = SQLITE_FILE) -> None:
        """`url` is that of a PostgreSQL server, or empty for SQLite in a file of `data_dir`; nothing is opened yet.

        Raises:
            SettingsError: The URL is none.
        """
        self.data_dir, self.path = data_dir, None if url else data_dir / file
        self._inode = 0  # of the file that connections are open to
        if self.path:
            self.told, self._engine = str(self.path), _sqlite(self.path)
        else:
            parsed = _parsed(url)
            told = parsed.set(drivername="postgresql")
            self.told, self._engine = told.render_as_string(hide_password=True), _postgresql(parsed)
        weakref.finalize(self, self._engine.dispose)  # whoever opened an index need not close it

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of the data folder."""
        return self.path is not None

    @property
    def engine(self) -> Engine:
        """For the migrations, which bring their own statements."""
        return self._engine

    def exists(self) -> bool:
        """Whether there is something to open; a server is taken to be there.

        Raises:
            StoreError: The folder may not be looked into.
        """
        return self.path is None or bool(_inode(self.path))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose statements all see the same state.

        Raises:
            StoreDamaged: What stands there cannot be read.
            StoreError: It cannot be reached.
        """
        with self._reported(), self._connected() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction, which is in force when the body has ended and undone when it raises.

        Raises:
            StoreDamaged, StoreError: As above; nothing is changed.
        """
        with self._reported(), self._connected() as connection:
            if _is_frozen(connection):
                raise _error(sqlite3.OperationalError("disk is full"), self.told)
            connection = connection.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def fault(self) -> str:
        """What SQLite finds wrong with the form of its file; "" where nothing is, and for a server, which sees to its own."""
        if not self.is_sqlite:
            return ""
        try:
            with self.reading() as connection:
                found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
        except StoreDamaged as exc:
            return str(exc)
        return "" if found == "ok" else f"the index in {self.told} is damaged ({' '.join(found.split())[:200]})"

    def copied_to(self, path: Path) -> bool:
        """Write a consistent copy to a new file, as others may be reading and writing; False where this is a server."""
        if not self.is_sqlite:
            return False
        with self._reported(), self._connected() as connection:
            connection.execution_options(**{_BARE: True}).exec_driver_sql("VACUUM INTO ?", (str(path),))
        return True

    def _connected(self) -> Connection:
        """A connection to the file that is there now: one that was damaged may have been set aside."""
        if self.path is not None:
            inode = _inode(self.path)
            if inode != self._inode:
                self._engine.dispose()
            self._inode = inode
        connection = self._engine.connect()
        if _is_frozen(connection):
            connection.detach()  # the next one may find room again
        return connection

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error) as exc:
            self._engine.dispose()  # a connection whose file or journal was taken away never comes right again
            raise _error(exc, self.told) from exc


def _inode(path: Path) -> int:
    """What a file is to the system, 0 where there is none."""
    try:
        return path.stat().st_ino
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError as exc:
        reason = exc.strerror or str(exc)
        told = f"the index in {path} cannot be looked for ({reason}); give this account the right to read the folder"
        raise StoreError(told, where=str(path), reason=reason) from exc


def _error(exc: Exception, where: str) -> StoreError:
    """What went wrong, in one sentence."""
    reason = " ".join(str(getattr(exc, "orig", None) or exc).split())[:200]
    lowered = f"{type(getattr(exc, 'orig', exc)).__name__} {reason}".lower()
    if any(sign in lowered for sign in _DAMAGED):
        message = f"the index in {where} is damaged ({reason}); run `python -m index check --repair`"
        return StoreDamaged(message, where=where)
    said = next((told for sign, told in _SAID if sign in lowered), reason)
    return StoreError(f"the index in {where}: {said}", where=where, reason=said)


def _sqlite(path: Path) -> Engine:
    engine = create_engine(
        "sqlite://", creator=lambda: _open_file(path), poolclass=QueuePool, pool_size=_POOL, max_overflow=_POOL_OVERFLOW
    )
    event.listen(engine, "begin", _begin)
    return engine


class _Frozen(sqlite3.Connection):
    """Open to a file as it stands, since there is no room on the disk for what SQLite keeps beside it."""


def _is_frozen(connection: Connection) -> bool:
    return isinstance(connection.connection.dbapi_connection, _Frozen)


def _open_file(path: Path) -> sqlite3.Connection:
    """One connection; a file that may not be written, or beside which there is no room, is still read."""
    folder = path.parent
    can_write = os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
    if can_write:
        mode = "rw" if path.exists() else "rwc"
    elif Path(f"{path}-wal").exists():
        mode = "ro"
    else:
        mode = _AS_IT_STANDS  # nobody can write it, so no journal needs to be looked for
    try:
        return _opened(path, mode, sqlite3.Connection)
    except sqlite3.OperationalError as exc:
        journal = Path(f"{path}-wal")
        if "disk" not in str(exc) or (journal.exists() and journal.stat().st_size):
            raise
        return _opened(path, _AS_IT_STANDS, _Frozen)


def _opened(path: Path, mode: str, factory: type[sqlite3.Connection]) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_BUSY_S,
        check_same_thread=False,
        isolation_level=None,
        factory=factory,
    )
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        if mode.startswith("rw"):
            _log_ahead(connection)
            connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA schema_version")  # reads, so that what stands in the way is met here
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Write ahead of the file. The first of several who open a new file at once changes it, and SQLite lets nobody wait for that."""
    last = time.monotonic() + _BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as exc:
            if "locked" not in str(exc) or time.monotonic() > last:
                raise
            time.sleep(_AGAIN_S)
        else:
            return


def _begin(connection: Connection) -> None:
    """Begin by hand: the driver would only do so before it changes something, when it may be too late to wait."""
    options = connection.get_execution_options()
    if options.get(_BARE):
        return
    writes = options.get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _parsed(url: str) -> URL:
    """A server's address, which is not told where it cannot be read: a password may stand in it."""
    try:
        return make_url(url).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as exc:
        raise SettingsError("PLANS_DATABASE_URL is no address as postgresql://user:password@host/name") from exc


def _postgresql(url: URL) -> Engine:
    own = {"connect_timeout": _CONNECT_S, "options": _KEEPALIVE}
    return create_engine(
        url,
        isolation_level="REPEATABLE READ",
        connect_args={name: value for name, value in own.items() if name not in url.query},
        pool_size=_SERVER_POOL,
        max_overflow=_SERVER_OVERFLOW,
        pool_pre_ping=True,
    )
