"""The values of saved work: what it is called, which versions of it there are, what one of them holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WorkKind(StrEnum):
    """What is saved."""

    PACK = "pack"
    COMPARISON = "comparison"
    ANSWER = "answer"
    NOTE = "note"
    CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a piece of work that can be gone back to; times are ISO 8601, UTC.

    `lines` counts what it holds: lines, topics, answers; `chars` is how long it is as it is kept. One that was saved by the
    page itself while somebody was at work is `automatic`; `begun` is when the first of those began that it took the place of.
    """

    number: int
    at: str
    begun: str
    lines: int = 0
    automatic: bool = False
    chars: int = 0


@dataclass(frozen=True, slots=True)
class WorkHead:
    """A piece of work without what it holds; `about` is a line on it in its own language, `version` its newest.

    `unasked`: the page saved it by itself, and nobody has changed or named it since. `text` is what it is found by.
    """

    id: str
    kind: WorkKind
    title: str
    made: str
    changed: str
    version: int
    about: str = ""
    digest: str = ""
    versions: tuple[Version, ...] = ()
    unasked: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A version of a piece of work: `body` is JSON, as `assistant.saved.bodies` writes it."""

    id: str
    kind: WorkKind
    title: str
    made: str
    changed: str
    version: int
    body: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of work that was taken out, with what each of its versions held, so that it can be put back."""

    head: WorkHead
    bodies: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be saved: as a new piece of work, or as the next version of one."""

    kind: WorkKind
    title: str
    body: str
    about: str = ""
    lines: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Base:
    """What a save goes on from: the piece of work and its version that whoever saves has before them."""

    id: str
    version: int = 0
