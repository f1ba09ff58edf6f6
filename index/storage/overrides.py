"""What a person wrote over the description of an added file, kept beside the copy so that a later reading keeps it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from index.database.serialise import read_json, write_json
from index.types import Document

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Override:
    """Title, place and years of a plan as a person gives them; "" and None leave what the file says.

    `replaces` is the id of the plan whose place the file takes, "" where it stands for itself; with None the plan of
    the same title is replaced, if there is one.
    """

    title: str = ""
    place: str = ""
    period: tuple[int, int] | None = None
    replaces: str | None = None


def write_override(path: Path, edit: Override) -> None:
    """Keep what was written over the description of the copy at `path`; nothing where nothing was."""
    if edit == Override():
        _beside(path).unlink(missing_ok=True)
    else:
        write_json(_beside(path), edit, Override)


def read_override(path: Path) -> Override:
    """What was written over the description of the file at `path`; an empty edit where there is none."""
    try:
        return read_json(_beside(path), Override)
    except FileNotFoundError:
        return Override()
    except (OSError, ValueError) as exc:
        logger.warning("%s: what was written over its description is damaged and left out: %s", path.name, exc)
        return Override()


def described_otherwise(path: Path, document: Document) -> bool:
    """Whether what was written over the description of the file at `path` is not what its document was described by."""
    try:
        edit = read_json(_beside(path), Override)
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True
    places = (document.place, *document.places)
    same = edit.title in ("", document.title) and (not edit.place or edit.place in places)
    return not same or edit.period not in (None, document.period)


def restore_override(path: Path, document: Document) -> None:
    """Write it down as the document has it."""
    write_override(path, Override(document.title, document.place, document.period))


def remove_override(path: Path) -> None:
    """Forget what was written over the description of the file at `path`."""
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """Hidden, so that it is never taken for a plan."""
    return path.with_name(f".{path.name}.edit.json")
