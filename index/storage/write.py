"""One change of the index, written: vectors to Chroma, then everything else in one transaction.

In this order, so that a kill at any moment leaves the index as it was or as it is to be: keys that are about to come
into Chroma are noted first; what the transaction puts in force can be found at once; what it ends stays in place for
questions that are under way, and goes, with what killed writers left, when the next change sweeps up.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, insert, select, update

from index.database.copying import copy_rows
from index.database.engine import Database
from index.database.schema import DOCUMENTS, VECTOR_CHANGES
from index.database.serialise import to_text
from index.database.state_values import first_number, put_values, read_values
from index.errors import DocumentDamaged, PlansError
from index.indexed_document import IndexedDocument
from index.search.encoders import Encoder, Vectors
from index.search.kept_vectors import KeptVectors, Told, unheard
from index.search.lexical import add_postings
from index.search.vectors import VectorIndex
from index.storage.held import HeldDocument, State, TakenOut, contents_of, read_state, row_checksum, write_removed
from index.storage.rows import (
    Encoded,
    Words,
    insert_contents,
    own_words,
    passage_terms,
    read_indexed,
    read_vectors,
    update_vectors,
)
from index.storage.sweep import UNFINISHED, delete_ended, drop_collection, new_collection, sweep_vectors
from index.terms.segment import words
from index.translation.added_translations import english_with
from index.translation.searched import Searched
from index.types import Document

KEPT_S = 60.0
"""How long what went out of the index stays in the database: longer than any question may take."""
KEPT_VECTORS = "vectors-of-the-next-model"
"""Folder of vectors while an index goes over to another model; it is gone when it has."""
_MAX_LENGTH = np.iinfo(np.uint16).max

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NewReading:
    """A document to be written, with size and time of change of its file, its vectors, and its words by passage in both languages."""

    indexed: IndexedDocument
    size: int
    changed: int
    reader: str
    encoded: Encoded
    words: Words
    english: Words


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes of the index; `removed` are all files that a person took out although they still exist, by key.

    `described` are the new descriptions of documents that stay as they were read, by id.
    """

    readings: tuple[NewReading, ...] = ()
    ended: tuple[HeldDocument, ...] = ()
    described: Mapping[str, Document] = field(default_factory=dict)
    removed: Mapping[str, TakenOut] = field(default_factory=dict)


class Writer:
    """Writes changes; lives under the write lock. `vectors_at` is the server's URL, "" for the data folder."""

    def __init__(
        self,
        database: Database,
        state: State,
        open_vectors: Callable[[str], VectorIndex],
        vectors_at: str,
        encoder: Callable[[], Encoder],
    ) -> None:
        """`open_vectors` opens the collection of a name at today's place; `encoder` loads the model."""
        self._database, self.state = database, state
        self._open_vectors, self._vectors_at, self._encoder = open_vectors, vectors_at, encoder

    def expect_readings(self) -> None:
        """Load meanwhile, in a thread of its own, what writing them will need: libraries and the model."""
        threading.Thread(target=self._load, name="load-for-writing", daemon=True).start()

    def _load(self) -> None:
        try:
            self._vectors().keys()
            words("安全生产")
        except PlansError:
            logger.debug("told again when it is written", exc_info=True)

    def prepared(self, indexed: IndexedDocument, size: int, changed: int, reader: str) -> NewReading:
        """A document with all that is to be computed before it is written."""
        encoded, own, english = self._encoded(indexed), own_words(indexed), self._english(indexed)
        return NewReading(indexed, size, changed, reader, encoded, own, english)

    def put_postings(self, connection: Connection, held: HeldDocument, indexed: IndexedDocument) -> str:
        """Put a document of the index into the lexical one; gives the checksum of its part."""
        terms = passage_terms(held.first_passage, indexed, own_words(indexed), self._english(indexed))
        return add_postings(connection, held.no, terms)

    def apply(self, changes: Changes) -> None:
        """Put a change in force, all of it or nothing.

        Raises:
            StoreError, VectorStoreError, ModelError: It cannot be written; the index stays as it was.
        """
        readings = changes.readings
        numbered = self._reserved(readings)
        collection = self._vectors()
        for (no, first), one in zip(numbered, readings, strict=True):
            collection.add(range(first, first + len(one.words)), no, one.encoded.passages)
        with self.changing() as connection:
            self._end(connection, changes.ended)
            for held_id, document in changes.described.items():
                self._describe(connection, self.state.documents[held_id], document)
            for (no, first), reading in zip(numbered, readings, strict=True):
                _insert_document(connection, no, first, reading)
                connection.execute(delete(VECTOR_CHANGES).where(VECTOR_CHANGES.c.first_passage == first))
            write_removed(connection, changes.removed)

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A transaction that brings readers to another state.

        Raises:
            StoreError: It cannot be written; the index stays as it was.
        """
        with self._database.writing() as connection:
            yield connection
            _record(connection)
            self.state = read_state(connection, self.state.by_no)

    def refill(self, model: str, at: str, told: Told = unheard) -> None:
        """A new collection of all vectors: for another model or place, or where the old one is damaged or gone.

        All that takes long is done beside the index, which others go on reading as it stands; what another model makes is
        kept meanwhile, for who is killed and begins again. Then the index goes over at once. `at` is where that model lies.

        Raises:
            StoreError, VectorStoreError, ModelError: It cannot be made; the index stays as it was.
        """
        before, name = self.state, new_collection(self._database, self._open_vectors)
        fresh, kept = self._open_vectors(name), None
        if before.model != model:
            kept = KeptVectors(self._encoder(), self._database.data_dir / KEPT_VECTORS, before.live.passages, told)
        sound: list[HeldDocument] = []
        for held in before.documents.values():
            try:
                fresh.add(range(held.first_passage, held.end_passage), held.no, self._vectors_of(held, kept))
                sound.append(held)
            except DocumentDamaged as exc:  # it is left out of answers, and gets its vectors when it is read again
                logger.error("%s", exc)
        with self.changing() as connection:
            if kept:
                for held in sound:
                    indexed = read_indexed(connection, held)
                    update_vectors(connection, held, indexed, self._encoded(indexed, kept.encode))
            at_what = {"model": model, "model_at": at, "collection": name, "vectors_at": self._vectors_at}
            put_values(connection, at_what | {UNFINISHED: ""})
        if kept:
            kept.drop()
        self._drop_replaced(before)

    def _vectors_of(self, held: HeldDocument, kept: KeptVectors | None) -> Vectors:
        """Of a document's passages: those that it has, or those of another model."""
        with self._database.reading() as connection:
            if kept is None:
                return read_vectors(connection, held)
            indexed = read_indexed(connection, held)
        return self._encoded(indexed, kept.of_document(len(held.lengths))).passages

    def take_over(self, other: Database) -> None:
        """Put everything that another database holds in the place of what is here.

        Raises:
            StoreError, VectorStoreError, DocumentDamaged: It cannot be read or written; the index stays as it was.
        """
        before, name = self.state, new_collection(self._database, self._open_vectors)
        fresh = self._open_vectors(name)
        with other.reading() as source, self.changing() as connection:
            for held in read_state(source).documents.values():
                fresh.add(range(held.first_passage, held.end_passage), held.no, read_vectors(source, held))
            copy_rows(source, connection)
            # Numbers that were given here since must not be given to others, nor a revision be used twice.
            at = {"collection": name, "vectors_at": self._vectors_at, UNFINISHED: ""}
            put_values(connection, at | {"revision": str(before.revision), "next_no": str(first_number())})
        self._drop_replaced(before)

    def _searched(self, indexed: IndexedDocument) -> Searched:
        """A document with the translations that are shipped and those of the documents on file, its own too."""
        ids = {*self.state.documents, indexed.document.id}
        return Searched(indexed.clean.text, english_with(self._database.data_dir, ids).memory)

    def _english(self, indexed: IndexedDocument) -> Words:
        return tuple(map(self._searched(indexed).words, indexed.chunks))

    def _encoded(self, indexed: IndexedDocument, encode: Callable[[Sequence[str]], Vectors] | None = None) -> Encoded:
        """The vectors of a document, as the database will hold them, by the model of today or as `encode` has them."""
        chunks, searched = {chunk.id: chunk for chunk in indexed.chunks}, self._searched(indexed)
        texts = [searched.passage(chunk) for chunk in indexed.chunks]
        texts += [searched.sentence(chunks[one.chunk_id], one.span) for one in indexed.sentences]
        made = (encode or self._encoder().encode)(texts)
        vectors = np.asarray(made.astype(np.float16), np.float32)
        return Encoded(vectors[: len(chunks)], vectors[len(chunks) :])

    def _drop_replaced(self, before: State) -> None:
        """Drop the collection of the state before, which nobody needs any longer."""
        if before.collection and before.vectors_at == self._vectors_at:
            drop_collection(before.collection, self._open_vectors)

    def sweep(self, now: float | None = None) -> None:
        """Delete what went out of the index a while ago, and what killed writers left in Chroma."""
        until = (time.time() if now is None else now) - KEPT_S
        delete_ended(self._database, until)
        sweep_vectors(self._database, self.state.live, self._vectors())

    def _vectors(self) -> VectorIndex:
        return self._open_vectors(self.state.collection)

    def _reserved(self, readings: Sequence[NewReading]) -> list[tuple[int, int]]:
        """Number and first key for each reading, noted before Chroma gets them; none of them was ever given before."""
        given: list[tuple[int, int]] = []
        if not readings:
            return given
        with self._database.writing() as connection:
            values = read_values(connection)
            no, first = int(values.get("next_no") or first_number()), int(values.get("next_passage", 0))
            for passages in (len(reading.indexed.chunks) for reading in readings):
                connection.execute(insert(VECTOR_CHANGES), {"first_passage": first, "passages": passages})
                given.append((no, first))
                no, first = no + 1, first + passages
            put_values(connection, {"next_no": str(no), "next_passage": str(first)})
        return given

    def _end(self, connection: Connection, ended: Sequence[HeldDocument]) -> None:
        numbers = [held.no for held in ended]
        connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.no.in_(numbers)).values(ended=time.time()))

    def _describe(self, connection: Connection, held: HeldDocument, document: Document) -> None:
        row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.no == held.no)).one()._asdict()
        row["entry"] = to_text(document, Document)
        _put_checked(connection, row, "entry")


def _insert_document(connection: Connection, no: int, first: int, reading: NewReading) -> None:
    indexed, document = reading.indexed, reading.indexed.document
    lengths = np.array([min(len(own), _MAX_LENGTH) for own in reading.words], np.uint16)
    row = {
        "no": no,
        "id": document.id,
        "source": document.key,
        "sha256": document.sha256,
        "size": reading.size,
        "changed": reading.changed,
        "reader": reading.reader,
        "entry": to_text(document, Document),
        "warnings": to_text(list(indexed.warnings), list[str]),
        "front_end": indexed.body_start,
        "first_passage": first,
        "lengths": lengths.tobytes(),
        "facts": len(indexed.facts),
        "postings": "",
        "checksum": "",
    }
    connection.execute(insert(DOCUMENTS), row)
    insert_contents(connection, no, first, indexed, reading.encoded)
    row["postings"] = add_postings(connection, no, passage_terms(first, indexed, reading.words, reading.english))
    _put_checked(connection, row, "postings")


def _put_checked(connection: Connection, row: dict[str, Any], column: str) -> None:
    """Write one column of a document's row, with the checksum of the row as it is now."""
    values = {column: row[column], "checksum": row_checksum(row)}
    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.no == row["no"]).values(values))


def _record(connection: Connection) -> None:
    """Raise the revision and write down what the index holds now."""
    revision = int(read_values(connection).get("revision") or first_number()) + 1
    put_values(connection, {"revision": str(revision), "contents": contents_of(connection)})
