"""The right to write: held by one process at a time, on this machine or among all that share a PostgreSQL."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection, text

from index.database.engine import Database
from index.errors import IndexBusy, StoreError

LOCK_FILE = "write.lock"
_WAIT_S = 2.0
_POLL_S = 0.1
_ADVISORY_KEY = 0x506C616E73  # "Plans": any number that other programs of the server do not use


@contextmanager
def write_lock(database: Database, data_dir: Path) -> Iterator[None]:
    """Hold the right to write.

    Raises:
        IndexBusy: Another process has held it for longer than a moment.
        StoreError: The data folder cannot be written.
    """
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data_dir / LOCK_FILE, timeout=_WAIT_S)
        lock.acquire()
    except Timeout as exc:
        raise _busy(str(data_dir)) from exc
    except OSError as exc:
        raise StoreError(
            f"the data folder {data_dir} cannot be written ({exc.strerror or exc}); "
            "give this account the right to write there, free some room, or set PLANS_DATA_DIR",
            where=str(data_dir),
            reason=str(exc.strerror or exc),
        ) from exc
    try:
        if database.is_sqlite:
            yield
        else:
            with database.reading() as connection, _advisory_lock(connection, database.told):
                yield
    finally:
        lock.release()


@contextmanager
def _advisory_lock(connection: Connection, where: str) -> Iterator[None]:
    """PostgreSQL's own lock: it goes with the connection, so that a killed writer leaves none behind."""
    key = {"key": _ADVISORY_KEY}
    deadline = time.monotonic() + _WAIT_S
    while not connection.execute(text("select pg_try_advisory_lock(:key)"), key).scalar_one():
        if time.monotonic() > deadline:
            raise _busy(where)
        time.sleep(_POLL_S)
    connection.commit()
    try:
        yield
    finally:
        connection.execute(text("select pg_advisory_unlock(:key)"), key)
        connection.commit()


def _busy(where: str) -> IndexBusy:
    return IndexBusy(f"another process is writing the index in {where}; try again when it is done")
