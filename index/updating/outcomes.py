"""What a change of the index did, for whoever asked for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.errors import FileRejected
from index.like_titles import Like

Progress = Callable[[str, float], None]
"""Told what is being done, and the share of all work that is done, 0 to 1."""


class Action(StrEnum):
    """What became of a document."""

    ADDED = "added"
    REPLACED = "replaced"
    UPDATED = "updated"
    REMOVED = "removed"
    BROUGHT_BACK = "brought back"
    UNCHANGED = "unchanged"
    ALREADY_THERE = "already there"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one document. `warnings` are sentences for the person who adds it.

    `file` is the name of its file. `before` is the title of the document whose place it took, "" where it took none;
    `like` are the documents of its title that stand beside it, told of what was added only.
    """

    document_id: str
    title: str
    action: Action
    warnings: tuple[str, ...] = ()
    file: str = ""
    before: str = ""
    like: tuple[Like, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the index, and why."""

    file: str
    reason: str


def raise_refusals(refusals: Sequence[FileRejected]) -> None:
    """Stop if files that were asked for cannot be indexed: the one there is, or all of them, a line for each."""
    if len(refusals) == 1:
        raise refusals[0]
    if refusals:
        raise FileRejected("\n".join(sorted(str(refusal) for refusal in refusals)))
