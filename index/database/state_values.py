"""The named values of the index as a whole (see `schema.STATE`), held to a checksum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from secrets import randbelow

from sqlalchemy import Connection, insert, select, update

from index.database.checksums import checksum
from index.database.schema import STATE
from index.errors import StoreDamaged

_CHECKSUM = "checksum"
_STARTS = 2**30  # passage blocks, no / 128, stay small numbers
_WHOLE = 2**64


def read_values(connection: Connection) -> dict[str, str]:
    """All values by name; none in a new database.

    Raises:
        StoreDamaged: They are not what was written.
    """
    values = {str(name): str(value) for name, value in connection.execute(select(STATE.c.name, STATE.c.value))}
    told = values.pop(_CHECKSUM, "")
    if values and told != _checksum(values):
        raise damaged()
    return values


def read_revision(connection: Connection) -> int:
    """Raised by every change of the index."""
    told = connection.execute(_REVISION).scalar()
    try:
        return int(told or 0)
    except ValueError as exc:
        raise damaged() from exc


def read_model(connection: Connection) -> str:
    """The name of the model that made the vectors."""
    return str(connection.execute(_MODEL).scalar() or "")


def put_values(connection: Connection, new: Mapping[str, str]) -> None:
    """Set some of the values."""
    values = {**read_values(connection), **new}
    for name, value in {**new, _CHECKSUM: _checksum(values)}.items():
        if connection.execute(update(STATE).where(STATE.c.name == name).values(value=value)).rowcount == 0:
            connection.execute(insert(STATE), {"name": name, "value": value})


def first_number() -> int:
    """Where a new index begins to count readings and changes.

    Another number than any other index began with, so that who still holds parts of an index that was set aside or
    restored from a backup never takes one for the other.
    """
    return 1 + randbelow(_STARTS)


def contents_checksum(documents: Iterable[str], removed: Iterable[str]) -> str:
    """Of the documents' own checksums and the sources that were removed, in any order."""
    total = sum(int(checksum(one), 16) for one in documents) + sum(int(checksum(f"-{one}"), 16) for one in removed)
    return f"{total % _WHOLE:016x}"


def damaged() -> StoreDamaged:
    """That the values, or the list of documents, are not what was written."""
    return StoreDamaged("the list of what the index holds is damaged; run `python -m index check --repair`")


def _checksum(values: Mapping[str, str]) -> str:
    return checksum(repr(sorted(values.items())))


_REVISION = select(STATE.c.value).where(STATE.c.name == "revision")
_MODEL = select(STATE.c.value).where(STATE.c.name == "model")
