"""What papers say of themselves against what the program read: right fields of all fields."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evals.papers.real_papers import PAPERS_DIR, ids_by_file
from evals.scoring.spelling import normalise

if TYPE_CHECKING:
    from index import Document

FIELDS = ("title", "place", "level", "issuer", "number", "issued", "in_force", "period", "kind")
DESCRIBED_FILE = PAPERS_DIR / "described.jsonl"


@dataclass(frozen=True, slots=True)
class Described:
    """One field of one paper: as the paper tells it, and as it was read; None where the paper is not in the index."""

    file: str
    field: str
    told: str
    read: str | None

    @property
    def is_right(self) -> bool:
        """Whether both say the same, signs and blanks aside."""
        return self.read is not None and normalise(self.told) == normalise(self.read)


def described(documents: Sequence[Document], path: Path = DESCRIBED_FILE) -> tuple[Described, ...]:
    """Every field of every paper that `path` describes, a paper a line."""
    ids, by_id = ids_by_file(documents), {document.id: document for document in documents}
    found: list[Described] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        document = _document_of(told, [by_id[one] for one in ids.get(told["file"], ())])
        found += [_field(told, field, document) for field in FIELDS]
    return tuple(found)


def _document_of(told: Mapping[str, object], documents: Sequence[Document]) -> Document | None:
    """The document that a line tells of: of several in its file the one of its title."""
    if len(documents) == 1:
        return documents[0]
    titled = normalise(_text(told["title"]))
    return next((one for one in documents if normalise(one.title) == titled), None)


def _field(told: Mapping[str, object], field: str, document: Document | None) -> Described:
    wanted = _text(told[field])
    read = _text(getattr(document, field)) if document else None
    # A place may be written in more than one way: 赣州市章贡区 and 章贡区.
    if document and field == "place" and wanted in document.places:
        read = wanted
    return Described(str(told["file"]), field, wanted, read)


def _text(value: object) -> str:
    return "-".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
