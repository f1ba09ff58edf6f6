"""The index as everyone else sees it: documents, chunks, facts and the two searches over them."""

from __future__ import annotations

import hashlib
import logging
import threading
import weakref
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from index.errors import IndexOutdated, UnknownDocument
from index.fact_types import Fact, Person, of_kind
from index.facts import encoded_text, read_sentences
from index.indexed_document import IndexedDocument
from index.search.encoders import Encoder, RememberingEncoder, Vectors, fingerprint, load_encoder
from index.settings import Settings
from index.storage.generations import Generation, Manifest, current_number, open_current, release
from index.storage.serialise import to_text
from index.storage.sources import source_path
from index.storage.stored import LEXICAL_FOLDER, read_document
from index.terms.person_names import names
from index.terms.segment import words
from index.types import Chunk, CleanText, Document, Sentence, Span

if TYPE_CHECKING:
    from index.search.lexical import LexicalIndex
    from index.search.vectors import VectorIndex

logger = logging.getLogger(__name__)
_F = TypeVar("_F", bound=Fact)


class Index:
    """The index in one data folder, open for reading; may be shared between threads.

    Everything comes from one generation until `reload_if_changed` goes over to a newer one. Whoever makes several calls
    that must fit together, as for one question, makes them on a `snapshot`.
    """

    def __init__(self, settings: Settings, encoder: Encoder, opened: _Opened) -> None:
        self._settings, self._encoder, self._opened = settings, encoder, opened
        self._reloading = threading.Lock()

    @classmethod
    def open(cls, settings: Settings) -> Index:
        """The index as it is now; what only searches need is opened by the first one.

        Raises:
            IndexMissing: Nothing has been built, or it was built by another version or for another embedding model.
            ModelError: The embedding model cannot be loaded.
        """
        opened = _Opened(_open_matching(settings))
        encoder = RememberingEncoder(load_encoder(settings.embedding_model), _MAX_VECTORS)
        return cls(settings, encoder, opened)

    def snapshot(self) -> Index:
        """The same index, which later reloads of this one do not touch."""
        return Index(self._settings, self._encoder, self._opened)

    def reload_if_changed(self) -> bool:
        """Go over to a newer generation if there is one; searches under way end on the old one."""
        with self._reloading:
            if current_number(self._settings.data_dir) in (self._opened.generation.number, None):
                return False
            self._opened = _Opened(_open_matching(self._settings))
            logger.info("the index changed, now at generation %s", self._opened.generation.number)
            return True

    @property
    def fingerprint(self) -> str:
        """Names what is indexed and how it was read: the same fingerprint gives the same answers."""
        return self._opened.fingerprint

    @property
    def documents(self) -> tuple[Document, ...]:
        """All plans, by id."""
        return tuple(indexed.document for indexed in self._opened.documents.values())

    @property
    def chunks(self) -> tuple[Chunk, ...]:
        """All chunks, by document and place."""
        return tuple(self._opened.chunks.values())

    def document(self, document_id: str) -> IndexedDocument:
        """One plan with everything read out of it.

        Raises:
            UnknownDocument: No plan has this id.
        """
        try:
            return self._opened.documents[document_id]
        except KeyError as exc:
            known = ", ".join(self._opened.documents) or "none"
            raise UnknownDocument(f"no plan has the id {document_id!r}; known ids: {known}") from exc

    def described(self, document_id: str) -> Document:
        """One plan as the catalogue describes it.

        Raises:
            UnknownDocument: No plan has this id.
        """
        return self.document(document_id).document

    def text(self, document_id: str) -> CleanText:
        """One plan's text.

        Raises:
            UnknownDocument: No plan has this id.
        """
        return self.document(document_id).clean

    def front_end(self, document_id: str) -> int:
        """Where the first chapter of a plan begins; what stands before it is the document's own numbers and dates."""
        return self.document(document_id).body_start

    def documents_holding(self, text: str) -> frozenset[str]:
        """The ids of the plans in whose texts `text` stands."""
        return frozenset(id_ for id_, indexed in self._opened.documents.items() if text in indexed.clean.text)

    def people_in(self, text: str, document_ids: Collection[str] | None = None) -> tuple[str, ...]:
        """Names of persons of these plans (all where None) that a text names, in Chinese or in pinyin, each once."""
        named = (person.name for person in self.facts(Person, document_ids) if names(text, person.name))
        return tuple(dict.fromkeys(named))

    def sentences(self, chunk_ids: Sequence[str]) -> tuple[tuple[Sentence, ...], Vectors]:
        """The sentences of some chunks that may answer a question, in the order of the chunks and of the text.

        With them their vectors under their headings: float32, (n_sentences, dim), rows of length 1.
        """
        found = tuple(sentence for chunk_id in chunk_ids for sentence in self._opened.sentences.get(chunk_id, ()))
        told = [(self.chunk(one.chunk_id), self.text(one.span.document_id).text, one.span) for one in found]
        return found, self.encode([encoded_text(chunk, text[span.start : span.end]) for chunk, text, span in told])

    def chunk(self, chunk_id: str) -> Chunk:
        """The chunk that a search named."""
        return self._opened.chunks[chunk_id]

    def chunks_at(self, span: Span) -> tuple[Chunk, ...]:
        """The chunks that share text with a span, in the order of the text."""
        return tuple(chunk for chunk in self.document(span.document_id).chunks if chunk.span.overlaps(span))

    def facts(self, kind: type[_F], document_ids: Collection[str] | None = None) -> tuple[_F, ...]:
        """All facts of one kind (`Duty`, `Person`, …), by document and place; None means all documents."""
        asked = (
            indexed.facts
            for document_id, indexed in self._opened.documents.items()
            if document_ids is None or document_id in document_ids
        )
        return of_kind(kind, chain.from_iterable(asked))

    def search_dense(self, text: str, k: int, document_ids: Collection[str] | None = None) -> list[tuple[str, float]]:
        """The `k` chunks nearest in meaning as (chunk id, cosine similarity), best first, ties by chunk id."""
        return self._opened.vectors.query(self._encoder.encode([text])[0], k, document_ids)

    def search_lexical(self, text: str, k: int, document_ids: Collection[str] | None = None) -> list[tuple[str, float]]:
        """The `k` chunks that share most words with `text` as (chunk id, BM25 score), best first, ties by chunk id."""
        return self._opened.lexical.search(words(text), k, document_ids)

    def document_frequency(self, text: str) -> float:
        """The share of chunks, 0 to 1, whose headings or text hold `text` as it stands."""
        return self._opened.document_frequency(text)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of the model that the index was built with: float32, (len(texts), dim), rows of length 1."""
        return self._encoder.encode(texts)

    def warm_up(self) -> None:
        """Open what is otherwise opened by the first search."""
        self.search_dense("安全生产", 1)
        self.search_lexical("安全生产", 1)

    def source_path(self, document_id: str) -> Path:
        """The file that a plan was read from."""
        file = self.document(document_id).document.file
        return source_path(file, self._settings.documents_dir, self._settings.data_dir)


def _open_matching(settings: Settings) -> Generation:
    """The generation in force, if it fits the settings."""
    generation = open_current(settings.data_dir)
    for what, built, wanted in (
        ("embedding model", generation.manifest.model, fingerprint(settings.embedding_model)),
        ("Chroma server", generation.vectors_at.url, settings.chroma_url),
    ):
        if built != wanted:
            release(generation)
            raise IndexOutdated(f"the index was built with another {what}; run `python -m index build`")
    return generation


class _Opened:
    """One generation in memory; the searches open on first use, all of it closes when nobody refers to it."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation
        self._closing = ExitStack()
        self._closing.callback(release, generation)
        weakref.finalize(self, self._closing.close)
        self._opening = threading.Lock()
        self._vectors: VectorIndex | None = None
        self._lexical: LexicalIndex | None = None
        ids = sorted(entry.id for entry in generation.manifest.entries)
        self.documents = {document_id: read_document(generation.folder, document_id) for document_id in ids}
        self.chunks = {chunk.id: chunk for indexed in self.documents.values() for chunk in indexed.chunks}
        self.sentences: dict[str, list[Sentence]] = {}
        for sentence in chain.from_iterable(map(read_sentences, self.documents.values())):
            self.sentences.setdefault(sentence.chunk_id, []).append(sentence)
        manifest = to_text(generation.manifest, Manifest)
        self.fingerprint = hashlib.sha256(manifest.encode()).hexdigest()[:16]
        self._searched = tuple(chunk.searched for chunk in self.chunks.values())
        self._frequencies: dict[str, float] = {}

    @property
    def vectors(self) -> VectorIndex:
        from index.search.vectors import VectorIndex

        with self._opening:
            if self._vectors is None:
                self._vectors = VectorIndex(self.generation.location, self.generation.vectors_at.collection)
                self._closing.callback(self._vectors.close)
            return self._vectors

    @property
    def lexical(self) -> LexicalIndex:
        from index.search.lexical import LexicalIndex

        with self._opening:
            if self._lexical is None:
                self._lexical = LexicalIndex.load(self.generation.folder / LEXICAL_FOLDER)
            return self._lexical

    def document_frequency(self, text: str) -> float:
        if not text or not self._searched:
            return 0.0
        if text not in self._frequencies:
            if len(self._frequencies) >= _MAX_FREQUENCIES:
                self._frequencies.clear()
            self._frequencies[text] = sum(text in searched for searched in self._searched) / len(self._searched)
        return self._frequencies[text]


_MAX_VECTORS = 20_000  # sentences and facts that were ranked; 20 MB of the shipped model's vectors
_MAX_FREQUENCIES = 20_000  # words of questions that are remembered; a few megabytes
