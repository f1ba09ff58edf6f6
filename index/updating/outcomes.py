"""What a change of the index did, for whoever asked for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.errors import FileRejected
from index.like_titles import Like

Progress = Callable[[str, float], None]
"""Told what is being done, and the share of all work that is done, 0 to 1; the same again and again while it lasts.

What it raises while files are read stops that at once, and the index stays as it was.
"""


def reading_page(file: str, page: int, pages: int) -> str:
    """What is being done while a file is read, of a scan page by page: "Reading plan.pdf, page 3 of 12"."""
    return f"{_READING}{file}{_PAGE_MARK}{page}{_OF_MARK}{pages}" if pages else f"{_READING}{file}"


def page_told(message: str) -> tuple[int, int] | None:
    """The page that a message of `reading_page` names, and how many there are; None where it names none."""
    numbers = message.rpartition(_PAGE_MARK)[2].partition(_OF_MARK)
    page, pages = numbers[0], numbers[2]
    return (int(page), int(pages)) if page.isdecimal() and pages.isdecimal() else None


def file_told(message: str) -> str:
    """The file, or the paper in a file of several, that a message names as being read; "" where it names none."""
    if not message.startswith(_READING):
        return ""
    file = message.removeprefix(_READING)
    return file.rpartition(_PAGE_MARK)[0] if page_told(message) else file


_READING, _PAGE_MARK, _OF_MARK = "Reading ", ", page ", " of "


def once_each(progress: Progress) -> Progress:
    """`progress`, not told the same twice in a row."""
    last: list[tuple[str, float]] = []

    def told(message: str, share: float) -> None:
        if last != [(message, share)]:
            last[:] = [(message, share)]
            progress(message, share)

    return told


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
