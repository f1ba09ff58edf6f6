"""What saved work holds, as JSON: a pack, a comparison, an answer with a note on it, a note.

What an earlier version of the program wrote is read as long as its fields still mean something; fields that came since
have their defaults.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from assistant.comparison.types import Comparison
from assistant.courses.types import Pack
from assistant.errors import WorkUnreadable

MAX_NOTE_CHARS = 20_000

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote; its title is that of the work."""

    text: str


@dataclass(frozen=True, slots=True)
class PinnedAnswer:
    """An answer, as the page keeps it in JSON, and what a person noted on it."""

    kept: str
    note: str = ""


_ADAPTERS: dict[type, TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in (Pack, Comparison, Note, PinnedAnswer)}


def to_body(value: Pack | Comparison | Note | PinnedAnswer) -> str:
    """A value as text that is the same for the same value."""
    return _ADAPTERS[type(value)].dump_json(value).decode()


def from_body(kind: type[_T], body: str) -> _T:
    """What `to_body` wrote.

    Raises:
        WorkUnreadable: It is none, or of a version that wrote other things.
    """
    try:
        return cast(_T, _ADAPTERS[kind].validate_json(body))
    except ValidationError as exc:
        raise WorkUnreadable(f"this is no {kind.__name__} that this version can read") from exc
