"""One file to everything that is known of it: load -> clean -> structure -> chunk -> facts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from index.errors import CorruptFile, EmptyFile, FileRejected
from index.facts import read_facts, read_sentences
from index.indexed_document import IndexedDocument
from index.reading.chunk import chunk_document
from index.reading.clean import clean
from index.reading.describe import describe
from index.reading.files.load import load_file
from index.reading.structure import build_structure
from index.storage.overrides import read_override
from index.storage.sources import Source
from index.types import Document

logger = logging.getLogger(__name__)

Named = Callable[[Document], Document]
"""Gives a described document, whose id is a proposal, the id and the entry it goes by."""


def read_source(source: Source, named: Named, max_bytes: int) -> IndexedDocument:
    """Read one file whole.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    try:
        return _read(source, named, max_bytes)
    except FileRejected:
        raise
    except Exception as exc:
        logger.exception("%s could not be read", source.key)
        raise CorruptFile(f"{source.path.name}: could not be read ({type(exc).__name__}: {exc})") from exc


def _read(source: Source, named: Named, max_bytes: int) -> IndexedDocument:
    loaded = load_file(source.path, max_bytes)
    nameless = clean("", loaded)
    document = replace(
        named(describe(nameless, loaded, read_override(source.path))), file=source.key, sha256=source.sha256
    )
    cleaned = replace(nameless, document_id=document.id)
    root, tables = build_structure(cleaned)
    chunks = chunk_document(cleaned, root, tables)
    if not chunks:
        raise EmptyFile(f"{source.path.name}: nothing is left of it after cleaning", code="cleaned_away")
    facts = read_facts(cleaned, root, tables)
    logger.info("%s: %d chunks, %d facts", document.id, len(chunks), len(facts))
    indexed = IndexedDocument(document, cleaned, root, tables, chunks, facts, loaded.warnings)
    return replace(indexed, sentences=read_sentences(indexed))
