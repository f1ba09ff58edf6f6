"""Proves that the index in force is whole: hashes, spans, and the same chunks in every part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from index.indexed_document import IndexedDocument
from index.search.lexical import LexicalIndex
from index.search.vectors import VectorIndex
from index.settings import Settings
from index.storage.catalogue import read_catalog
from index.storage.freshness import is_current
from index.storage.generations import Generation, open_current, release
from index.storage.sources import find_sources
from index.storage.stored import LEXICAL_FOLDER, read_document, read_embeddings, read_words
from index.types import CleanText, Span


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found: counts, and a sentence for every fault."""

    generation: int
    documents: int
    chunks: int
    facts: int
    faults: tuple[str, ...]


def check(settings: Settings) -> CheckReport:
    """Verify the index and the files it was made from.

    Raises:
        IndexMissing: There is nothing to verify.
    """
    generation = open_current(settings.data_dir)
    try:
        entries = generation.manifest.entries
        indexed = [read_document(generation.folder, entry.id) for entry in entries]
        faults = [
            *_source_faults(settings, generation),
            *(fault for one in indexed for fault in _text_faults(one)),
            *_part_faults(generation, indexed),
        ]
    finally:
        release(generation)
    chunks, facts = sum(len(one.chunks) for one in indexed), sum(len(one.facts) for one in indexed)
    return CheckReport(generation.number, len(indexed), chunks, facts, tuple(faults))


def _source_faults(settings: Settings, generation: Generation) -> Iterator[str]:
    """Differences between the files of today and those that were read."""
    if not is_current(generation, settings):
        yield "built by another version of the program or with other settings; run `python -m index build`"
    today = {source.key: source.sha256 for source in find_sources(settings.documents_dir, settings.data_dir)}
    for entry in generation.manifest.entries:
        if entry.source not in today:
            yield f"{entry.id}: {entry.source} is gone"
        elif today[entry.source] != entry.sha256:
            yield f"{entry.id}: {entry.source} has changed since it was read"
    for document in read_catalog(settings.documents_dir):
        now = today.get(f"documents/{document.file}")
        if document.sha256 and now not in (None, document.sha256):
            yield f"{document.id}: documents/{document.file} is not the file that the catalogue describes"


def _text_faults(indexed: IndexedDocument) -> Iterator[str]:
    """Spans outside the text or in another document, and chunks that are not the text at their span."""
    clean, own_id = indexed.clean, indexed.document.id
    for chunk in indexed.chunks:
        if clean.text[chunk.span.start : chunk.span.end] != chunk.text:
            yield f"{own_id}: chunk {chunk.id} is not the text at its span"
    for part in (indexed.root, *indexed.tables, *indexed.chunks, *indexed.facts):
        for span in _spans(part):
            if span.document_id != own_id or not 0 <= span.start <= span.end <= len(clean.text):
                yield f"{own_id}: {type(part).__name__} has a span outside the text, {span.start}-{span.end}"
    if list(clean.page_starts) != sorted(clean.page_starts) or not _starts_inside(clean):
        yield f"{own_id}: page starts are out of order"


def _starts_inside(clean: CleanText) -> bool:
    return all(0 <= start <= len(clean.text) for start in clean.page_starts)


def _spans(value: object) -> Iterator[Span]:
    """Every span inside a value, at any depth."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from _spans(member)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _part_faults(generation: Generation, indexed: list[IndexedDocument]) -> Iterator[str]:
    """Parts of the generation that do not hold the same chunks."""
    folder: Path = generation.folder
    chunk_ids = sorted(chunk.id for one in indexed for chunk in one.chunks)
    vectors = VectorIndex(generation.location, generation.vectors_at.collection)
    if list(vectors.chunk_ids()) != chunk_ids:
        yield f"Chroma holds {len(vectors)} chunks, the documents {len(chunk_ids)}"
    vectors.close()
    lexical = LexicalIndex.load(folder / LEXICAL_FOLDER)
    if sorted(lexical.chunk_ids) != chunk_ids:
        yield f"the lexical index holds {len(lexical)} chunks, the documents {len(chunk_ids)}"
    for one in indexed:
        own_id = one.document.id
        if not len(one.chunks) == len(read_words(folder, own_id)) == len(read_embeddings(folder, own_id)):
            yield f"{own_id}: chunks, words and vectors are not equally many"
