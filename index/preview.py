"""What a file would be in the index, before it is added: read and described, nothing is stored."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from index.errors import EmptyFile
from index.job import same_title
from index.reading.clean import clean
from index.reading.describe import describe
from index.reading.files.load import load_file
from index.storage.sources import sha256_of
from index.types import Document


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it reads; `document.id` is a proposal.

    `same_as` is the id of the plan with this very content, `replaces` that of the plan with this title; "" for none.
    """

    document: Document
    chars: int
    sha256: str
    same_as: str = ""
    replaces: str = ""


def preview(path: Path, documents: Collection[Document], max_bytes: int) -> Preview:
    """Read a file's description and find its like among `documents`.

    Raises:
        FileRejected: The file cannot become part of the index.
    """
    loaded = load_file(path, max_bytes)
    cleaned = clean("", loaded)
    if not cleaned.text.strip():
        raise EmptyFile(f"{path.name}: nothing is left of it after cleaning", code="cleaned_away")
    document = describe(cleaned, loaded)
    sha256 = sha256_of(path)
    same = next((held.id for held in documents if held.sha256 == sha256), "")
    titled = next((held.id for held in documents if same_title(held.title, document.title)), "")
    return Preview(document, len(cleaned.text), sha256, same, "" if same else titled)
