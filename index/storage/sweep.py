"""What is no longer needed goes: rows of documents that went out of the index, and vectors that no document has."""

from __future__ import annotations

import logging
from collections.abc import Callable
from uuid import uuid4

import numpy as np
from sqlalchemy import delete, insert, select

from index.database.engine import Database
from index.database.schema import DOCUMENTS, VECTOR_CHANGES
from index.database.state_values import put_values, read_values
from index.errors import VectorStoreError
from index.search.lexical import remove_postings
from index.search.live import Live
from index.search.vectors import VectorIndex
from index.storage.held import held_of

OpenVectors = Callable[[str], VectorIndex]
"""Opens the collection of a name."""
UNFINISHED = "unfinished_collection"
"""Under this the name of a collection stands while it is filled, so that a later writer drops that of a killed one."""

logger = logging.getLogger(__name__)


def new_collection(database: Database, open_vectors: OpenVectors) -> str:
    """The name of a collection that is about to be filled; one that a killed writer was filling is dropped."""
    name = f"plans-{uuid4().hex[:12]}"
    with database.writing() as connection:
        unfinished = read_values(connection).get(UNFINISHED)
        put_values(connection, {UNFINISHED: name})
    if unfinished:
        drop_collection(unfinished, open_vectors)
    return name


def drop_collection(name: str, open_vectors: OpenVectors) -> None:
    """Delete a collection that nobody needs any longer; where it cannot be reached it stays."""
    try:
        open_vectors(name).drop()
    except VectorStoreError as exc:
        logger.warning("an old collection stays: %s", exc)


def delete_ended(database: Database, until: float) -> None:
    """Delete the rows of documents that went out of the index before a time, and note their vectors to be deleted.

    Raises:
        StoreError: The database cannot be read or written.
    """
    with database.reading() as connection:
        gone = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.ended < until)).all()
    for row in gone:
        with database.writing() as connection:
            if held := held_of(row):  # of a damaged one, what is left is never found, and stays
                first, passages = held.first_passage, len(held.lengths)
                remove_postings(connection, held.no, first, passages)
                connection.execute(insert(VECTOR_CHANGES), {"first_passage": first, "passages": passages})
            connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.no == row.no))


def sweep_vectors(database: Database, live: Live, vectors: VectorIndex) -> None:
    """Delete what is noted to be deleted from Chroma; where it cannot be reached, a later writer does.

    Raises:
        StoreError: The database cannot be read or written.
    """
    with database.reading() as connection:
        noted = connection.execute(select(VECTOR_CHANGES.c.first_passage, VECTOR_CHANGES.c.passages)).all()
        end = int(read_values(connection).get("next_passage", 0))
    left = [(first, passages) for first, passages in noted if isinstance(passages, int)]
    try:
        for first, passages in left:
            keys = np.arange(first, min(first + passages, end), dtype=np.int64)  # never more than were given
            vectors.remove(keys[~live.is_live(keys.astype(np.uint32))].tolist())
    except VectorStoreError as exc:
        logger.warning("vectors that are no longer needed stay for now: %s", exc)
        return
    if left:
        with database.writing() as connection:
            for first, _ in left:
                connection.execute(delete(VECTOR_CHANGES).where(VECTOR_CHANGES.c.first_passage == first))
