"""What a person, or a language model, wrote over the description of a document, kept in the data folder so that a later reading keeps it.

    edits/<hash of the file's key>.json

The files of the documents folder are not ours to write beside, and a copy's own name may be as long as a name can be.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from index.database.serialise import read_json, write_json
from index.types import Document, PaperKind

EDITS_FOLDER = "edits"
_HASH_CHARS = 24

logger = logging.getLogger(__name__)


class Particular(StrEnum):
    """What a language model may say of a paper, from the paper's own lines."""

    TITLE = "title"
    ISSUER = "issuer"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Override:
    """Title, place, years and kind of a paper as a person gives them; "" and None leave what the file says.

    `by_model` are those that a language model chose and nobody has confirmed; the issuer is only ever of these. Such a title
    stands as the paper has it, and may be that of a letter which brings the paper.
    """

    title: str = ""
    place: str = ""
    period: tuple[int, int] | None = None
    kind: PaperKind | None = None
    issuer: str = ""
    by_model: tuple[Particular, ...] = ()

    def over(self, older: Override) -> Override:
        """What holds when this is written over an older one."""
        given = {particular for particular in Particular if getattr(self, particular)}
        return Override(
            self.title or older.title,
            self.place or older.place,
            self.period or older.period,
            self.kind or older.kind,
            self.issuer or older.issuer,
            (*self.by_model, *(one for one in older.by_model if one not in given)),
        )


def override_path(key: str, data_dir: Path) -> Path:
    """Where what is written over the description of a file is kept."""
    return data_dir / EDITS_FOLDER / f"{hashlib.sha256(key.encode()).hexdigest()[:_HASH_CHARS]}.json"


def write_override(path: Path, edit: Override) -> None:
    """Keep an edit at its `override_path`; nothing where nothing was written over."""
    if edit == Override():
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        write_json(unfinished, edit, Override)
        unfinished.replace(path)


def read_override(path: Path | None) -> Override:
    """The edit that is kept at a path; an empty one where there is none."""
    if path is None:
        return Override()
    try:
        return read_json(path, Override)
    except FileNotFoundError:
        return Override()
    except (OSError, ValueError) as exc:
        logger.warning("%s: what was written over a description is damaged and left out: %s", path, exc)
        return Override()


def described_otherwise(path: Path, document: Document) -> bool:
    """Whether the edit that is kept at a path is not what the document was described by."""
    try:
        edit = read_json(path, Override)
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True
    places = (document.place, *document.places)
    title = (
        "" if Particular.TITLE in edit.by_model else edit.title
    )  # as the letter has it, not the paper that it brings
    same = title in ("", document.title) and (not edit.place or edit.place in places)
    return not same or edit.period not in (None, document.period) or edit.kind not in (None, document.kind)


def restore_override(path: Path, document: Document) -> None:
    """Write it down as the document has it."""
    kind = None if document.kind is PaperKind.OTHER else document.kind  # OTHER: no reader knew, a later one may
    write_override(path, Override(document.title, document.place, document.period, kind))


def edited(entry: Document, described: Document, edit: Override) -> Document:
    """A catalogue entry with what a person wrote over it, as `described` says it."""
    if edit.title:
        entry = replace(entry, title=described.title, title_en=described.title_en)
    if edit.place:
        own = described
        entry = replace(entry, place=own.place, place_en=own.place_en, places=own.places, level=own.level)
    entry = replace(entry, period=described.period) if edit.period else entry
    return replace(entry, kind=edit.kind) if edit.kind else entry


def adopt_edits(data_dir: Path) -> None:
    """Take over what an earlier version kept beside the copies of added files: `.plan.pdf.edit.json`."""
    for path in (data_dir / "uploads").glob("*/.*.edit.json"):
        name = path.name.removeprefix(".").removesuffix(".edit.json")
        target = override_path(f"uploads/{path.parent.name}/{name}", data_dir)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


def sweep_edits(data_dir: Path, kept: Collection[str]) -> None:
    """Delete the edits of all files but those of some keys."""
    names = {override_path(key, data_dir).name for key in kept}
    for path in (data_dir / EDITS_FOLDER).glob("*"):
        if path.name not in names:
            path.unlink(missing_ok=True)
