"""What a person wrote over the description of an added file, kept beside the copy so that a later reading keeps it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from index.serialise import from_json, to_json


@dataclass(frozen=True, slots=True)
class Edit:
    """Title, place and years of a plan as a person gives them; "" and None leave what the file says.

    `replaces` is the id of the plan whose place the file takes, "" where it stands for itself; with None the plan of
    the same title is replaced, if there is one.
    """

    title: str = ""
    place: str = ""
    period: tuple[int, int] | None = None
    replaces: str | None = None


def write_edit(path: Path, edit: Edit) -> None:
    """Keep what was written over the description of the copy at `path`; nothing where nothing was."""
    if edit == Edit():
        _beside(path).unlink(missing_ok=True)
    else:
        _beside(path).write_text(json.dumps(to_json(edit, Edit), ensure_ascii=False), encoding="utf-8")


def read_edit(path: Path) -> Edit:
    """What was written over the description of the file at `path`; an empty edit where there is none."""
    try:
        return from_json(Edit, json.loads(_beside(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return Edit()


def remove_edit(path: Path) -> None:
    """Forget what was written over the description of the file at `path`."""
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """Hidden, so that it is never taken for a plan."""
    return path.with_name(f".{path.name}.edit.json")
