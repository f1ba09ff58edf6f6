"""Parts of documents read out of the database when they are asked for, and kept a while; may be shared between threads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, bindparam, select

from index.database.engine import Database
from index.database.schema import PASSAGES
from index.database.state_values import read_model
from index.errors import DocumentDamaged, ModelSwitched
from index.fact_types import Fact
from index.indexed_document import IndexedDocument
from index.recent import Recent
from index.search.encoders import Vectors
from index.storage.held import HeldDocument, State
from index.storage.rows import Passage, passage_of, read_clean, read_facts, read_indexed, read_passages, read_vectors
from index.translation.memory import Memory
from index.translation.searched import Searched
from index.types import CleanText

_TEXTS, _FACTS, _WHOLE, _VECTORS, _ORDERED, _PASSAGES = 256, 128, 32, 256, 32, 10_000
"""How many are kept, at most about 30 MB of texts, 60 of facts, 60 of whole documents, 25 of vectors, 60 of passages."""
_T = TypeVar("_T")
_KEYS_A_QUERY = 500  # below the number of parameters that either database takes in a statement


class Reader:
    """Reads what is written once, by the number of the reading, with vectors of one model."""

    def __init__(self, database: Database, model: str, on_damage: Callable[[DocumentDamaged], None]) -> None:
        """`on_damage` is told of a document that turns out damaged, before its reader is."""
        self._database, self._model, self._on_damage = database, model, on_damage
        self._texts: Recent[int, CleanText] = Recent(_TEXTS)
        self._searched: Recent[int, Searched] = Recent(_TEXTS)
        self._facts: Recent[int, tuple[Fact, ...]] = Recent(_FACTS)
        self._whole: Recent[tuple[int, str], IndexedDocument] = Recent(_WHOLE)
        self._vectors: Recent[int, Vectors] = Recent(_VECTORS)
        self._by_key: Recent[tuple[int, int], Passage] = Recent(_PASSAGES)
        self._by_id: Recent[tuple[int, str], Passage] = Recent(_PASSAGES)
        self._in_order: Recent[int, tuple[Passage, ...]] = Recent(_ORDERED)

    def clean(self, held: HeldDocument) -> CleanText:
        """The text of a document.

        Raises:
            DocumentDamaged: It is not what was written; so for all of these.
            ModelSwitched: The vectors are of another model now; so for all of these.
        """
        return self._texts.get(held.no, lambda: self._read(read_clean, held))

    def searched(self, held: HeldDocument, memory: Memory) -> Searched:
        """The text of a document with what `memory` holds of it."""
        kept = self._searched.kept(held.no)
        if kept is None or kept.memory is not memory:
            kept = Searched(self.clean(held).text, memory)
            self._searched.put(held.no, kept)
        return kept

    def facts(self, held: HeldDocument) -> tuple[Fact, ...]:
        """The facts of a document, in their order."""
        return self._facts.get(held.no, lambda: self._read(read_facts, held))

    def vectors(self, held: HeldDocument) -> Vectors:
        """The vectors of a document's passages: float32, (passages, dim)."""
        return self._vectors.get(held.no, lambda: self._read(read_vectors, held))

    def indexed(self, held: HeldDocument) -> IndexedDocument:
        """A document with everything that was read out of it."""
        # Its description may change while it stays as it was read, and the checksum with it.
        return self._whole.get((held.no, held.checksum), lambda: self._read(read_indexed, held))

    def passages(self, held: HeldDocument) -> tuple[Passage, ...]:
        """The passages of a document, in the order of the text."""

        def read() -> tuple[Passage, ...]:
            clean = self.clean(held)
            with self._reading() as connection:
                return read_passages(connection, held, clean)

        return self._in_order.get(held.no, read)

    def passage(self, held: HeldDocument, chunk_id: str) -> Passage:
        """The passage of a chunk.

        Raises:
            KeyError: The document has no such chunk.
        """
        if passage := self._by_id.kept((held.no, chunk_id)):
            return passage
        found = {passage.chunk.id: passage for passage in self.passages(held)}
        return found[chunk_id]

    def passages_by_key(self, keys: Collection[int], state: State) -> Mapping[int, Passage]:
        """Passages by their keys in the lexical index and in Chroma; keys of no document of `state` are left out."""
        owned = {key: held for key in keys if (held := state.owner(key))}
        found = {key: passage for key, held in owned.items() if (passage := self._by_key.kept((held.no, key)))}
        missing = sorted(owned.keys() - found.keys())
        for start in range(0, len(missing), _KEYS_A_QUERY):
            asked = missing[start : start + _KEYS_A_QUERY]
            # Texts first: who waits for a second connection while holding one may wait for others who do the same.
            texts = {held.no: self.clean(held) for held in (owned[key] for key in asked)}
            with self._reading() as connection:
                rows = {row.key: row for row in connection.execute(_BY_KEY, {"keys": asked})}
                for key in asked:
                    held = owned[key]
                    if key not in rows:
                        raise DocumentDamaged(held.no, held.document.id, "passages")
                    passage = found[key] = passage_of(rows[key], held, texts[held.no])
                    self._by_key.put((held.no, key), passage)
                    self._by_id.put((held.no, passage.chunk.id), passage)
        return found

    def _read(self, read: Callable[[Connection, HeldDocument], _T], held: HeldDocument) -> _T:
        with self._reading() as connection:
            return read(connection, held)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._database.reading() as connection:
                yield connection
                if read_model(connection) != self._model:
                    raise ModelSwitched("the index has just gone over to another embedding model; ask again")
        except DocumentDamaged as damage:
            self._on_damage(damage)
            raise


_BY_KEY = select(PASSAGES).where(PASSAGES.c.key.in_(bindparam("keys", expanding=True)))
