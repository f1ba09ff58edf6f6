"""Headings of papers and what stands below which, as a person sees it, against the section trees that were read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from evals.reading.types import Outcome, Written

if TYPE_CHECKING:
    from evals.reading.types import Read
    from index import IndexedDocument, Section

_SHOWN_CHARS = 20
_UNCOUNTED = ("document", "box", "table", "attachment")
"""Kinds of section that only group others or hold tables: right where they were written down, and never wrong."""


def score_section_trees(written: Iterable[Written], read: Read) -> tuple[Outcome, ...]:
    """Two outcomes for each tree in each of its files: headings found below the same one, and sections that are any."""
    return tuple(outcome for one in written for file in one.files if file in read for outcome in _tree(one, file, read))


def _tree(written: Written, file: str, read: Read) -> tuple[Outcome, Outcome]:
    headings = [(depth, _bare(head)) for depth, head in written.fields["headings"]]
    above = list(_parents([depth for depth, _ in headings]))
    matcher = _Matcher([head for _, head in headings])
    for document in read[file]:
        matcher.match(document, document.root, None)
    lost = [
        f"{written.fields['headings'][at][1]} {'stands elsewhere' if at in matcher.parents else 'is not there'}"
        for at in range(len(headings))
        if matcher.parents.get(at, at) != above[at]  # no heading is its own parent
    ]
    found = Outcome("headings", file, written, len(headings) - len(lost), len(headings), tuple(lost))
    right = len(matcher.parents)
    none = tuple(f"{text} is no heading" for text in matcher.unknown)
    return found, Outcome("sections", file, written, right, right + len(none), none)


def _parents(depths: Sequence[int]) -> Iterator[int | None]:
    """For each heading the place of the one above it; None for those at the top."""
    path: list[int] = []
    for at, depth in enumerate(depths):
        while path and depths[path[-1]] >= depth:
            path.pop()
        yield path[-1] if path else None
        path.append(at)


class _Matcher:
    """Finds out which section is which heading, in the order of the text.

    `parents` is for each heading that was found the one above it, passing over sections that are no headings.
    """

    def __init__(self, heads: Sequence[str]) -> None:
        self.heads = heads
        self.parents: dict[int, int | None] = {}
        self.unknown: list[str] = []

    def match(self, document: IndexedDocument, section: Section, parent: int | None) -> None:
        opening = document.clean.text[section.span.start : section.span.end]
        # A heading without a number in the source may have been given one, or lost it, by its file.
        texts = (_bare(opening), _bare(section.label), _bare(section.title))
        matches = (at for at, head in enumerate(self.heads) if any(text.startswith(head) for text in texts))
        at = next((at for at in matches if at not in self.parents), None)
        if at is not None:
            self.parents[at] = parent
        elif section.kind.value not in _UNCOUNTED:
            self.unknown.append(opening.partition("\n")[0][:_SHOWN_CHARS])
        for child in section.children:
            self.match(document, child, parent if at is None else at)


def _bare(text: str) -> str:
    """Letters and figures alone: types of file treat brackets, points and white space each in its own way."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())
