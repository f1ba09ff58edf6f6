"""What a file would be in the index, before it is added: read and described, nothing is stored."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from index.read import describe_source
from index.storage.sources import sha256_of
from index.types import Document
from index.updating.titles import same_title


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


def preview(path: Path, documents: Collection[Document], max_bytes: int, max_seconds: float) -> Preview:
    """Read a file's description and find its like among `documents`.

    Raises:
        FileRejected: The file cannot become part of the index.
    """
    described = describe_source(path, max_bytes, max_seconds)
    sha256 = sha256_of(path)
    same = next((held.id for held in documents if held.sha256 == sha256), "")
    titled = next((held.id for held in documents if same_title(held.title, described.document.title)), "")
    return Preview(described.document, described.chars, sha256, same, "" if same else titled)
