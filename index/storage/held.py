"""What the index holds at one moment: its documents by id, and what it was made with."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Row, RowMapping, Select, delete, insert, select

from index.database.checksums import as_bytes, checksum
from index.database.schema import DOCUMENTS, REMOVED_SOURCES
from index.database.serialise import read_text
from index.database.state_values import contents_checksum, damaged, read_values
from index.like_titles import of_earlier_years, shown_english_titles, shown_titles, superseded
from index.search.live import Live
from index.types import Document

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class HeldDocument:
    """A document of the index without its text; `no` numbers its reading."""

    no: int
    document: Document
    sha256: str
    size: int
    changed: int
    reader: str
    warnings: tuple[str, ...]
    front_end: int
    first_passage: int
    lengths: NDArray[np.uint16]
    facts: int
    postings: str
    """Checksum of its part of the lexical index."""
    checksum: str

    @property
    def source(self) -> str:
        """What it is kept under: the key of its file, with its name in that where the file holds several papers."""
        return self.document.key

    @property
    def file(self) -> str:
        """The key of its file."""
        return self.document.file

    @property
    def end_passage(self) -> int:
        """Behind the key of its last passage."""
        return self.first_passage + len(self.lengths)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A file, or a paper in one, that a person took out although the file still exists, and its document as it was then.

    `replaced_by` is the key of the file that took its place, "" where none did. `change` numbers the change in which it
    went, the later the higher; 0 for one that `undo` does not bring back.
    """

    source: str
    document_id: str = ""
    title: str = ""
    sha256: str = ""
    replaced_by: str = ""
    change: int = 0


@dataclass(frozen=True)
class State:
    """The index at one moment.

    `damaged` holds the ids of documents whose rows are not what was written, with the spellings of their places; none of
    these where the description is what is damaged.
    """

    revision: int
    model: str
    collection: str
    vectors_at: str
    documents: Mapping[str, HeldDocument]
    removed: Mapping[str, TakenOut]
    damaged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    model_at: str = ""
    """The folder or name under which the model was found, "" where that was not noted."""

    @cached_property
    def live(self) -> Live:
        """Its passages in arrays."""
        return Live.of((held.no, held.first_passage, held.lengths) for held in self.documents.values())

    @cached_property
    def described(self) -> tuple[Document, ...]:
        """The descriptions of the documents, by id."""
        return tuple(held.document for held in self.documents.values())

    @cached_property
    def shown_titles(self) -> Mapping[str, str]:
        """The titles under which the documents are shown, by id."""
        return shown_titles(self.described)

    @cached_property
    def shown_english_titles(self) -> Mapping[str, str]:
        """The same in English."""
        return shown_english_titles(self.described)

    @cached_property
    def superseded(self) -> Mapping[str, str]:
        """The ids of documents that have a later version, each with the id of the latest one."""
        return superseded(self.described)

    @cached_property
    def of_earlier_years(self) -> Mapping[str, str]:
        """The ids of yearly papers of which a later year's is there, each with the id of the latest one."""
        return of_earlier_years(self.described)

    @cached_property
    def newest(self) -> str:
        """The id of the document that a person added last; "" where none was."""
        added = [held for held in self.documents.values() if held.source.startswith("uploads/")]
        # The copy of a file is as old as its addition, however often it is read again under new numbers.
        return max(added, key=lambda held: (held.changed, held.no)).document.id if added else ""

    @cached_property
    def by_no(self) -> Mapping[int, HeldDocument]:
        """The documents by the number of their reading."""
        return {held.no: held for held in self.documents.values()}

    def owner(self, key: int) -> HeldDocument | None:
        """The document to which the passage of a key belongs."""
        owners = self.live.owner
        return self.by_no.get(int(owners[key])) if 0 <= key < len(owners) else None

    @cached_property
    def fingerprint(self) -> str:
        """Names what is indexed and how it was read."""
        digest = hashlib.sha256(self.model.encode())
        for held in self.documents.values():
            digest.update(f"{held.document!r}{held.sha256}{held.reader}".encode())
        return digest.hexdigest()[:16]

    def without(self, no: int) -> State:
        """The same without one document, which turned out to be damaged."""
        kept = {name: held for name, held in self.documents.items() if held.no != no}
        gone = {name: _places(held.document) for name, held in self.documents.items() if held.no == no}
        return replace(self, documents=kept, damaged={**self.damaged, **gone})


def _places(document: Document) -> tuple[str, ...]:
    return tuple(place for place in (document.place, document.place_en, *document.places) if place)


def read_state(connection: Connection, known: Mapping[int, HeldDocument] | None = None) -> State:
    """The index as it is now; documents that are `known`, by number, are taken over.

    Raises:
        StoreDamaged: A document is missing, or one is there that should not be; which one cannot be told.
    """
    state = read_values(connection)
    rows = connection.execute(live_rows()).all()
    removed = read_removed(connection)
    if state.get("contents", _NOTHING) != contents_checksum((str(row.checksum) for row in rows), removed):
        raise damaged()
    held: dict[str, HeldDocument] = {}
    unsound: dict[str, tuple[str, ...]] = {}
    for row in rows:
        before = (known or {}).get(row.no)
        document = before if before and before.checksum == row.checksum else held_of(row)
        if document is None:
            logger.error("%s is damaged in the database and left out; run `python -m index check --repair`", row.id)
            unsound[str(row.id)] = _places_told(row)
        else:
            held[row.id] = document
    return State(
        int(state.get("revision", 0)),
        state.get("model", ""),
        state.get("collection", ""),
        state.get("vectors_at", ""),
        dict(sorted(held.items())),
        removed,
        unsound,
        state.get("model_at", ""),
    )


def _places_told(row: Row[Any]) -> tuple[str, ...]:
    """The spellings of a damaged document's place, as far as its description can be read."""
    try:
        return _places(read_text(Document, row.entry))
    except (ValueError, TypeError):
        return ()


def live_rows() -> Select[Any]:
    """The rows of the documents that are in the index."""
    return select(DOCUMENTS).where(DOCUMENTS.c.ended.is_(None)).order_by(DOCUMENTS.c.id)


def read_removed(connection: Connection) -> dict[str, TakenOut]:
    """The files that a person took out of the index although they still exist, by key."""
    table = REMOVED_SOURCES.c
    columns = table.source, table.id, table.title, table.sha256, table.replaced_by, table.change
    rows = connection.execute(select(*columns).order_by(table.source))
    return {str(row.source): TakenOut(*row) for row in rows}


def write_removed(connection: Connection, removed: Mapping[str, TakenOut]) -> None:
    """Put these in the place of what `read_removed` gives."""
    connection.execute(delete(REMOVED_SOURCES))
    rows = [
        {
            "source": key,
            "id": one.document_id,
            "title": one.title,
            "sha256": one.sha256,
            "replaced_by": one.replaced_by,
            "change": one.change,
        }
        for key, one in sorted(removed.items())
    ]
    if rows:
        connection.execute(insert(REMOVED_SOURCES), rows)


def contents_of(connection: Connection) -> str:
    """The checksum of what the index holds, to be put among its values."""
    own = connection.execute(select(DOCUMENTS.c.checksum).where(DOCUMENTS.c.ended.is_(None))).scalars()
    return contents_checksum(own, read_removed(connection))


def row_checksum(row: Mapping[str, Any] | RowMapping) -> str:
    """The checksum of a document's own row."""
    told = "\0".join(str(row[column]) for column in _CHECKED)
    return checksum(told.encode() + as_bytes(row["lengths"]))


def held_of(row: Row[Any]) -> HeldDocument | None:
    """A row as a document; None for one that is damaged."""
    if row_checksum(row._mapping) != row.checksum:
        return None
    document = read_text(Document, row.entry)
    lengths = np.frombuffer(row.lengths, np.uint16)
    return HeldDocument(
        row.no,
        document,
        row.sha256,
        row.size,
        row.changed,
        row.reader,
        tuple(read_text(list[str], row.warnings)),
        row.front_end,
        row.first_passage,
        lengths,
        row.facts,
        row.postings,
        row.checksum,
    )


_NOTHING = contents_checksum((), ())
_CHECKED = (
    *("no", "id", "source", "sha256", "size", "changed", "reader", "entry", "warnings", "front_end"),
    *("first_passage", "facts", "postings"),
)
