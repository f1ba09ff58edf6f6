"""Damage undone: what is sound is kept, what is not is made ready to be read again from the files of the plans.

All of it runs under the write lock, before a build goes through the files.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Row, delete, select, update

from index.database.copying import RECORD_TABLES, add_records, copy_rows, delete_rows
from index.database.engine import SQLITE_FILE, Database
from index.database.migrate import migrate
from index.database.schema import DOCUMENTS
from index.database.serialise import read_text
from index.errors import StoreError
from index.search.lexical import block_of, drop_block
from index.settings import Settings
from index.storage.catalogue import is_id
from index.storage.earlier import Earlier
from index.storage.held import TakenOut, held_of, live_rows, read_removed, row_checksum
from index.storage.overrides import described_otherwise, override_path, restore_override
from index.storage.place import SET_ASIDE, open_database
from index.storage.rows import read_indexed
from index.storage.write import Changes, NewReading, Writer
from index.types import Document

KEPT = f"{SET_ASIDE}-kept"
"""What was set aside, when what is sound in it has been taken over; until the next one comes."""
_SIDE_FILES = ("", "-wal", "-shm")  # SQLite's journal and its index belong to the file
_BATCH = 16

logger = logging.getLogger(__name__)


def set_aside(settings: Settings) -> bool:
    """Take a damaged database out of the way, so that a new one is made; False where there is none to move.

    Raises:
        StoreError: The folder or the server cannot be written; StoreDamaged: not even the rows of a server can be read.
    """
    half_done = (settings.data_dir / SET_ASIDE).exists()  # then the present one holds nothing but what comes from there
    if settings.database_url:
        _empty_server(settings, copied=half_done)
    elif not (settings.data_dir / SQLITE_FILE).is_file():
        return False
    else:
        _move_file(settings.data_dir, moved=half_done)
    told = "the index of %s is damaged: what is sound is kept, the rest is read again"
    logger.error(told, settings.data_dir)
    return True


def _move_file(data_dir: Path, *, moved: bool) -> None:
    try:
        for side in _SIDE_FILES:
            with suppress(FileNotFoundError):
                path = data_dir / f"{SQLITE_FILE}{side}"
                path.unlink() if moved else path.replace(data_dir / f"{SET_ASIDE}{side}")
    except OSError as exc:
        raise StoreError(f"the damaged index in {data_dir} cannot be set aside ({exc.strerror or exc})") from exc


def _empty_server(settings: Settings, *, copied: bool) -> None:
    """Put the rows of a server into a file, as that of a damaged SQLite, and delete them."""
    unfinished = f"{SET_ASIDE}-unfinished"
    with closing(open_database(settings)) as server:
        if not copied:
            (settings.data_dir / unfinished).unlink(missing_ok=True)
            with closing(Database("", settings.data_dir, unfinished)) as copy:
                migrate(copy)
                with server.reading() as source, copy.writing() as target:
                    copy_rows(source, target)
            (settings.data_dir / unfinished).replace(settings.data_dir / SET_ASIDE)
        with server.writing() as connection:
            delete_rows(connection)


def salvage(writer: Writer, data_dir: Path) -> Earlier:
    """Take over what is sound in a database that was set aside; gives the ids of what is to be read again."""
    path = data_dir / SET_ASIDE
    if not path.is_file():
        return Earlier()
    database = Database("", data_dir, SET_ASIDE)
    try:
        _take_over_records(writer, database)
        rows, removed = _readable(database)
        there = {held.source for held in writer.state.documents.values()}  # taken over before a kill
        batch: list[NewReading] = []
        for reading in _sound(writer, database, rows, there):
            batch.append(reading)
            if len(batch) == _BATCH:
                writer.apply(Changes(tuple(batch), removed=removed))
                batch.clear()
        if batch or removed:
            writer.apply(Changes(tuple(batch), removed=removed))
        return Earlier(dict(filter(None, map(_named, rows))), removed)
    finally:
        database.close()


def settle(data_dir: Path) -> None:
    """Keep what was set aside for a person to look at, in the place of what was kept before."""
    for side in _SIDE_FILES:
        with suppress(FileNotFoundError):
            (data_dir / f"{SET_ASIDE}{side}").replace(data_dir / f"{KEPT}{side}")


def forget_damaged(writer: Writer) -> Earlier:
    """Drop documents whose own row is damaged, of which nothing can be used; gives their ids, where these can be read."""
    if not writer.state.damaged:
        return Earlier()
    with writer.changing() as connection:
        damaged = [row for row in connection.execute(live_rows()) if held_of(row) is None]
        for row in damaged:
            connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.no == row.no))
    writer.refill(writer.state.model, writer.state.model_at)  # nothing tells which passages were theirs
    return Earlier(dict(filter(None, map(_named, damaged))))


def renew_postings(writer: Writer, blocks: Collection[int]) -> None:
    """Make blocks of the lexical index anew out of the texts and facts of the database."""
    for block in sorted(blocks):
        with writer.changing() as connection:
            drop_block(connection, block)
            for held in writer.state.documents.values():
                if block_of(held.no) != block:
                    continue
                with suppress(StoreError):  # damaged itself, and about to be read again
                    indexed = read_indexed(connection, held)
                    row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.no == held.no)).one()._asdict()
                    row["postings"] = writer.put_postings(connection, held, indexed)
                    values = {"postings": row["postings"], "checksum": row_checksum(row)}
                    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.no == held.no).values(values))


def restore_edits(writer: Writer, settings: Settings) -> None:
    """Write again what a person wrote over a description, where its file is damaged, as the document has it."""
    for held in writer.state.documents.values():
        path = override_path(held.source, settings.data_dir)
        if described_otherwise(path, held.document):
            restore_override(path, held.document)


def _take_over_records(writer: Writer, database: Database) -> None:
    """Votes and reports, as far as they can be read."""
    for table in RECORD_TABLES:
        read: dict[str, dict[str, Any]] = {}
        with suppress(StoreError), database.reading() as connection:
            # In the order in which they lie there: sorting would read all of them before it gave one.
            wanted = select(table.c.key, table.c.at, table.c.body)
            for row in connection.execution_options(yield_per=1).execute(wanted):
                if all(isinstance(value, str) for value in row):
                    read[row.key] = dict(row._mapping)
        with writer.changing() as connection:
            add_records(connection, table, read.values())


def _readable(database: Database) -> tuple[list[Row[Any]], Mapping[str, TakenOut]]:
    """The rows of documents, as far as they can be read, and the removed files."""
    rows: list[Row[Any]] = []
    with suppress(StoreError), database.reading() as connection:
        for row in connection.execution_options(yield_per=1).execute(live_rows().order_by(None)):
            rows.append(row)
    removed: Mapping[str, TakenOut] = {}
    with suppress(StoreError), database.reading() as connection:
        removed = read_removed(connection)
    return rows, removed


def _sound(writer: Writer, database: Database, rows: Collection[Row[Any]], there: set[str]) -> Iterator[NewReading]:
    """The documents all of whose parts are what was written."""
    taken: set[str] = set()
    for row in rows:
        held = held_of(row)
        if held is None or held.source in there or held.document.id in taken:
            continue
        with suppress(StoreError), database.reading() as connection:
            indexed = read_indexed(connection, held)
            taken.add(held.document.id)
            yield writer.prepared(indexed, held.size, held.changed, held.reader)


def _named(row: Row[Any]) -> tuple[str, str] | None:
    """The source of a document that may be damaged, and its id; None where they cannot be made out."""
    source, document_id = str(row.source), str(row.id)
    try:
        document = read_text(Document, row.entry)
        source, document_id = document.key, document.id
    except (ValueError, TypeError):  # its description is what is damaged
        pass
    return (source, document_id) if is_id(document_id) else None
