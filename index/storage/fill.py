"""Documents into a new generation: their files, the lexical index and the vectors."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import numpy as np

from index.indexed_document import IndexedDocument
from index.search.encoders import Encoder, Vectors, fingerprint, load_encoder
from index.search.lexical import LexicalIndex
from index.search.vectors import VectorIndex
from index.settings import Settings
from index.storage.freshness import reader_fingerprint
from index.storage.generations import FORMAT, Entry, Generation, Manifest, begin, publish, vectors_location
from index.storage.stored import (
    LEXICAL_FOLDER,
    Reading,
    Words,
    copy_document,
    read_embeddings,
    read_words,
    write_document,
)
from index.terms.segment import words

logger = logging.getLogger(__name__)


def fill_generation(
    settings: Settings, previous: Generation | None, readings: Sequence[Reading], removed: Sequence[str]
) -> None:
    """Write a generation of these documents and put it in force; only under the write lock."""
    model = fingerprint(settings.embedding_model)
    folder, at = begin(settings.data_dir, settings.chroma_url)
    same_model = previous is not None and previous.manifest.model == model
    needs_encoder = any(not (reading.stored_as and same_model) for reading in readings)
    encoder = load_encoder(settings.embedding_model) if needs_encoder else None
    all_embeddings: list[Vectors] = []
    all_words: list[tuple[str, ...]] = []
    for reading in readings:
        old = previous.folder if previous and reading.stored_as else None
        chunk_words = read_words(old, reading.stored_as) if old else _words(reading.indexed)
        embeddings = read_embeddings(old, reading.stored_as) if old and same_model else _embed(encoder, reading.indexed)
        if old and same_model and reading.same_entry:
            copy_document(old, folder, reading.stored_as)
        else:
            write_document(folder, reading.indexed, embeddings, chunk_words)
        all_embeddings.append(embeddings)
        all_words.extend(chunk_words)
    chunk_ids = [chunk.id for reading in readings for chunk in reading.indexed.chunks]
    document_ids = [reading.indexed.document.id for reading in readings for _ in reading.indexed.chunks]
    if len(set(chunk_ids)) != len(chunk_ids):
        raise ValueError("two chunks have the same id")
    LexicalIndex.build(chunk_ids, document_ids, all_words).save(folder / LEXICAL_FOLDER)
    vectors = np.concatenate(all_embeddings) if all_embeddings else np.zeros((0, 1), dtype=np.float32)
    VectorIndex.create(vectors_location(folder, at), at.collection, chunk_ids, document_ids, vectors).close()
    manifest = Manifest(FORMAT, reader_fingerprint(), model, tuple(sorted(removed)), tuple(map(_entry, readings)))
    publish(settings.data_dir, folder, manifest)
    logger.info("generation %s: %d documents, %d chunks", folder.name, len(readings), len(chunk_ids))


def _words(indexed: IndexedDocument) -> Words:
    return tuple(words(chunk.searched) for chunk in indexed.chunks)


def _embed(encoder: Encoder | None, indexed: IndexedDocument) -> Vectors:
    assert encoder is not None  # loaded whenever a reading has no stored vectors
    return encoder.encode([chunk.searched for chunk in indexed.chunks])


def _entry(reading: Reading) -> Entry:
    return Entry(reading.indexed.document.id, reading.source.key, reading.source.sha256, len(reading.indexed.chunks))
