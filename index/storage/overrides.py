"""What a person wrote over the description of an added file, kept beside the copy so that a later reading keeps it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from index.storage.serialise import from_json, to_json


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
        _beside(path).write_text(json.dumps(to_json(edit, Override), ensure_ascii=False), encoding="utf-8")


def read_override(path: Path) -> Override:
    """What was written over the description of the file at `path`; an empty edit where there is none."""
    try:
        return from_json(Override, json.loads(_beside(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return Override()


def remove_override(path: Path) -> None:
    """Forget what was written over the description of the file at `path`."""
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """Hidden, so that it is never taken for a plan."""
    return path.with_name(f".{path.name}.edit.json")
