"""Proves that the index is whole: every part is what was written, fits the others, and was read from today's files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace

import numpy as np
from sqlalchemy import Connection, select

from index.database.engine import Database
from index.database.migrate import require_current
from index.database.schema import DOCUMENTS, VECTOR_CHANGES
from index.errors import CatalogError, DocumentDamaged, StoreDamaged, VectorStoreError
from index.indexed_document import IndexedDocument
from index.search.encoders import Vectors, fingerprint
from index.search.lexical import block_of, verify_postings, vocabulary_is_sound
from index.search.vectors import VectorIndex
from index.settings import Settings
from index.storage.catalogue import read_catalog
from index.storage.freshness import reader_fingerprint
from index.storage.held import HeldDocument, State, read_state
from index.storage.overrides import described_otherwise, edited, override_path, read_override
from index.storage.place import SET_ASIDE, open_database, open_vectors
from index.storage.rows import read_indexed, read_vectors
from index.storage.sources import Source, find_sources, is_damaged_copy
from index.types import Document, Span

_TRIED = 50
"""Passages by whose own vectors Chroma is searched: unless most are found, the graph of its search is damaged."""
_MISSED = 0.1  # where many passages are alike, a sound graph misses single ones
_NEAR = 1e-3  # Chroma may hold vectors brought to length 1, which rounds them


@dataclass(frozen=True, slots=True)
class Damage:
    """What is to be made anew: all of the database, documents by id, blocks of the lexical index, what Chroma holds."""

    whole: bool = False
    documents: frozenset[str] = frozenset()
    blocks: frozenset[int] = frozenset()
    vectors: bool = False


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found: counts of what is sound, a sentence for every fault, and what is to be made anew."""

    documents: int = 0
    chunks: int = 0
    facts: int = 0
    faults: tuple[str, ...] = ()
    damage: Damage = field(default_factory=Damage)


def check(settings: Settings) -> CheckReport:
    """Verify the index and the files it was made from; changes nothing.

    Raises:
        IndexMissing: There is nothing to verify, or it is of another version.
        StoreError: The database cannot be reached.
    """
    database = open_database(settings)
    try:
        return _checked(settings, database)
    except StoreDamaged as exc:
        return CheckReport(faults=(str(exc),), damage=Damage(whole=True))
    finally:
        database.close()


def _checked(settings: Settings, database: Database) -> CheckReport:
    require_current(database)
    if fault := database.fault():
        return CheckReport(faults=(fault,), damage=Damage(whole=True))
    with database.reading() as connection:
        state = read_state(connection)
        documents = _Documents(connection, state)
        faults = [*documents.faults(), *_posting_faults(connection, state, blocks := set[int]())]
        noted = _noted(connection)
        known = len(faults)
        faults += _vector_faults(settings, connection, state, noted)
    vectors = len(faults) > known
    damage = Damage(documents=frozenset(documents.damaged), blocks=frozenset(blocks), vectors=vectors)
    faults += _source_faults(settings, state)
    if (settings.data_dir / SET_ASIDE).exists():
        faults.append(
            "a repair did not come to its end, and plans may be missing; `python -m index build` goes on with it"
        )
    return CheckReport(documents.sound, documents.chunks, documents.facts, tuple(faults), damage)


# --- documents


class _Documents:
    """Goes through the documents one by one, so that no more than one of them is held at a time."""

    def __init__(self, connection: Connection, state: State) -> None:
        self._connection, self._state = connection, state
        self.damaged = set(state.damaged)
        self.sound = self.chunks = self.facts = 0

    def faults(self) -> Iterator[str]:
        """A sentence for each document whose rows are damaged, and for each part that does not fit its text."""
        for name in self._state.damaged:
            yield f"{name}: its description in the index is damaged"
        for held in self._state.documents.values():
            try:
                indexed = read_indexed(self._connection, held)
                read_vectors(self._connection, held)
                found = list(_text_faults(indexed))
            except DocumentDamaged as exc:
                found = [f"{exc.document_id}: its {exc.part} in the index are damaged"]
            yield from found
            if found:
                self.damaged.add(held.document.id)
            else:
                self.sound += 1
                self.chunks += len(indexed.chunks)
                self.facts += len(indexed.facts)


def _text_faults(indexed: IndexedDocument) -> Iterator[str]:
    """Spans outside the text or in another document, and passages that are not the text at their span."""
    clean, own_id = indexed.clean, indexed.document.id
    for chunk in indexed.chunks:
        if clean.text[chunk.span.start : chunk.span.end] != chunk.text:
            yield f"{own_id}: passage {chunk.id} is not the text at its span"
    for part in (indexed.root, *indexed.tables, *indexed.chunks, *indexed.facts):
        for span in _spans(part):
            if span.document_id != own_id or not 0 <= span.start <= span.end <= len(clean.text):
                yield f"{own_id}: {type(part).__name__} has a span outside the text, {span.start}-{span.end}"
    starts = list(clean.page_starts)
    if starts != sorted(starts) or not all(0 <= start <= len(clean.text) for start in starts):
        yield f"{own_id}: page starts are out of order"


def _spans(value: object) -> Iterator[Span]:
    """Every span inside a value, at any depth."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from _spans(member)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _spans(getattr(value, part.name))


# --- what searches go by


def _posting_faults(connection: Connection, state: State, blocks: set[int]) -> Iterator[str]:
    """Damage of the lexical index; `blocks` receives where."""
    held = sorted(state.documents.values(), key=lambda one: one.first_passage)
    sums, damaged = verify_postings(connection, [one.first_passage for one in held], [one.end_passage for one in held])
    blocks |= damaged
    if damaged:
        yield f"the word index is damaged in {len(damaged)} places"
    for one, found in zip(held, sums, strict=True):
        if found != one.postings or not vocabulary_is_sound(connection, one.no):
            blocks.add(block_of(one.no))
            yield f"{one.document.id}: its part of the word index is damaged"


def _noted(connection: Connection) -> set[int]:
    """Keys that Chroma may hold although no document of the index has them."""
    noted: set[int] = set()
    for first, passages in connection.execute(select(VECTOR_CHANGES.c.first_passage, VECTOR_CHANGES.c.passages)):
        noted |= set(range(first, first + passages))
    ended = select(DOCUMENTS.c.first_passage, DOCUMENTS.c.lengths).where(DOCUMENTS.c.ended.is_not(None))
    for first, lengths in connection.execute(ended):
        noted |= set(range(first, first + len(lengths) // 2))
    return noted


def _vector_faults(settings: Settings, connection: Connection, state: State, noted: set[int]) -> Iterator[str]:
    """Differences between what Chroma holds and the vectors of the database."""
    if (state.model, state.vectors_at) != (fingerprint(settings.embedding_model), settings.chroma_url):
        yield "the vectors are those of another model or place; run `python -m index build`"
        return
    vectors = open_vectors(settings, state.collection)
    try:
        yield from _differences(connection, state, vectors, noted)
    except VectorStoreError as exc:
        yield str(exc)
    finally:
        vectors.close()


def _differences(connection: Connection, state: State, vectors: VectorIndex, noted: set[int]) -> Iterator[str]:
    there = vectors.keys()
    live = np.flatnonzero(state.live.owner >= 0)
    if unknown := there - set(live.tolist()) - noted:
        yield f"Chroma holds {len(unknown)} passages that no document has"
    tried = set(live[:: -(-len(live) // _TRIED)].tolist()) if len(live) else set()
    lost: list[int] = []
    for held in state.documents.values():
        keys = range(held.first_passage, held.end_passage)
        try:
            own = read_vectors(connection, held)
        except DocumentDamaged:
            continue
        found = vectors.vectors([key for key in keys if key in there])
        changed = sum(1 for key, vector in zip(keys, own, strict=True) if not _same(found.get(key), vector))
        if changed:
            yield f"{held.document.id}: Chroma lacks {changed} of its {len(keys)} vectors, or holds others"
        lost += [
            key for key, vector in zip(keys, own, strict=True) if key in tried and not _finds(vectors, key, vector)
        ]
    if len(lost) > _MISSED * len(tried):
        yield f"Chroma's search does not find {len(lost)} of {len(tried)} passages by their own vectors"


def _same(found: Vectors | None, own: Vectors) -> bool:
    return found is not None and found.shape == own.shape and bool(np.abs(found - own).max(initial=0.0) < _NEAR)


def _finds(vectors: VectorIndex, key: int, vector: Vectors) -> bool:
    """Whether a passage is found by its own vector; others may have the same one, and one of zeros finds nothing."""
    keys, near = vectors.query(vector, 1)
    return not np.any(vector) or (len(keys) == 1 and (int(keys[0]) == key or float(near[0]) > 1.0 - _NEAR))


# --- files


def _source_faults(settings: Settings, state: State) -> Iterator[str]:
    """Differences between the files of today and those that were read."""
    today = {source.key: source for source in find_sources(settings.documents_dir, settings.data_dir, {})}
    try:
        catalogue = {document.id: document for document in read_catalog(settings.documents_dir)}
    except CatalogError as exc:
        catalogue = {}
        yield str(exc)
    if older := sum(1 for held in state.documents.values() if held.reader != reader_fingerprint()):
        yield f"{older} plans were read by another version of the program; run `python -m index build`"
    for name, held in state.documents.items():
        source = today.get(held.file)
        if fault := _source_fault(held, source, catalogue.get(name)):
            yield f"{name}: {fault}"
        if described_otherwise(override_path(held.source, settings.data_dir), held.document):
            yield f"{name}: what was written over its description is damaged"
    for document in catalogue.values():
        source = today.get(f"documents/{document.file}")
        if source and document.sha256 not in ("", source.sha256):
            yield f"{document.id}: documents/{document.file} is not the file that the catalogue describes"


def _source_fault(held: HeldDocument, source: Source | None, entry: Document | None) -> str:
    """What is wrong with a document's file and its entry in the catalogue; "" where nothing is."""
    if source is None:
        again = "; add the file again" if held.file.startswith("uploads/") else ""
        return f"{held.file} is gone{again}"
    if is_damaged_copy(source):
        return f"{held.file} is damaged; add the file again"
    if source.sha256 != held.sha256:
        return f"{held.file} has changed since it was read"
    if entry and source.key == f"documents/{entry.file}":
        described = replace(entry, file=held.file, sha256=held.sha256)
        if edited(described, held.document, read_override(source.edit)) != held.document:
            return "the catalogue says something else of it today; run `python -m index build`"
    return ""
