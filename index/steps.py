"""One file to everything that is known of it: load -> clean -> describe -> structure -> chunk -> facts -> sentences.

Loads the libraries of all file types, and goes wherever a hostile file leads it: to be run by `read` in a worker.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import EmptyFile
from index.facts import read_facts, read_sentences
from index.indexed_document import IndexedDocument
from index.reading.chunk import chunk_document
from index.reading.clean import clean
from index.reading.describe import describe
from index.reading.files.load import load_file
from index.reading.files.ocr.kept_pages import keeping
from index.reading.front.english_papers import is_english
from index.reading.structure import build_structure
from index.storage.overrides import Override
from index.types import Document

_OPENING_CHARS = 200
"""About five lines: enough to see whether two papers of one title are the same."""


@dataclass(frozen=True, slots=True)
class Described:
    """What a file says of itself, how long its text is and how it begins; `document.id` is a proposal."""

    document: Document
    chars: int
    opening: str


def read_file(path: Path, edit: Override, max_bytes: int, pages: Path | None = None) -> IndexedDocument:
    """Everything that is known of a file; its id is a proposal, its place among the files is still to be told.

    `pages` is where pages are kept that were read from pictures.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    with keeping(pages):
        loaded = load_file(path, max_bytes)
    nameless = clean("", loaded)
    document = describe(nameless, loaded, edit)
    root, tables = build_structure(nameless)
    chunks = chunk_document(nameless, root, tables)
    if not chunks:
        raise _cleaned_away(path)
    facts = read_facts(nameless, root, tables)
    warnings = loaded.warnings if facts or not is_english(nameless.text) else (*loaded.warnings, _no_facts(path))
    indexed = IndexedDocument(document, nameless, root, tables, chunks, facts, warnings)
    return replace(indexed, sentences=read_sentences(indexed))


def describe_file(path: Path, max_bytes: int, pages: Path | None = None) -> Described:
    """What a file says of itself.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    with keeping(pages):
        loaded = load_file(path, max_bytes)
    cleaned = clean("", loaded)
    if not cleaned.text.strip():
        raise _cleaned_away(path)
    return Described(describe(cleaned, loaded), len(cleaned.text), cleaned.text[:_OPENING_CHARS].strip())


def _cleaned_away(path: Path) -> EmptyFile:
    return EmptyFile(f"{path.name}: nothing is left of it after cleaning", code="cleaned_away")


def _no_facts(path: Path) -> str:
    return (
        f"{path.name} is in English: who does what, figures and deadlines are not read out of it; its sentences are "
        f"searched and cited."
    )
