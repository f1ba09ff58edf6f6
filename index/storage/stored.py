"""What a generation holds of each document: the document itself, its chunks' vectors and its chunks' words."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.indexed_document import IndexedDocument
from index.search.encoders import Vectors
from index.storage.serialise import read_json, write_json
from index.storage.sources import Source

LEXICAL_FOLDER = "lexical"

_DOCUMENT, _WORDS, _EMBEDDINGS = "document.json", "words.json", "embeddings.npy"
Words = tuple[tuple[str, ...], ...]
"""The words of each chunk, in the order of the chunks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that goes into the new generation.

    `stored_as` is its id in the generation before, "" if it was read just now. `same_entry` tells that it is the same
    down to its catalogue entry.
    """

    source: Source
    indexed: IndexedDocument
    stored_as: str = ""
    same_entry: bool = False


def write_document(folder: Path, indexed: IndexedDocument, embeddings: Vectors, words: Sequence[Sequence[str]]) -> None:
    """Write one document into a generation that is being filled; `embeddings` and `words` go by chunk."""
    own = _own(folder, indexed.document.id)
    own.mkdir(parents=True)
    write_json(own / _DOCUMENT, indexed, IndexedDocument)
    write_json(own / _WORDS, tuple(tuple(chunk_words) for chunk_words in words), Words)
    np.save(own / _EMBEDDINGS, embeddings, allow_pickle=False)


def copy_document(old: Path, new: Path, document_id: str) -> None:
    """Take over an unchanged document from another generation."""
    shutil.copytree(_own(old, document_id), _own(new, document_id))


def read_document(folder: Path, document_id: str) -> IndexedDocument:
    """A document of a published generation."""
    return read_json(_own(folder, document_id) / _DOCUMENT, IndexedDocument)


def read_words(folder: Path, document_id: str) -> Words:
    """The words of a document's chunks, as the lexical index takes them."""
    return read_json(_own(folder, document_id) / _WORDS, Words)


def read_embeddings(folder: Path, document_id: str) -> Vectors:
    """float32, (n_chunks, dim), rows of length 1."""
    embeddings: Vectors = np.load(_own(folder, document_id) / _EMBEDDINGS, allow_pickle=False)
    return embeddings


def _own(folder: Path, document_id: str) -> Path:
    return folder / "documents" / document_id
