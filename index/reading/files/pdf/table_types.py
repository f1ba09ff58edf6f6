"""Tables of a PDF's pages, as they are found and as they are handed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from index.reading.files.pdf.layout.types import Box
from index.reading.files.types import repeated
from index.reading.lines import is_han

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of a page: where it stands, and its rows, all of one length; a blank cell is an empty string.

    What is merged over columns stands in the first of them, what is merged over rows in each of them, where it is short.
    """

    box: Box
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class FoundTable:
    """A table while its rows are put together over pages.

    `owners` has, for each cell of `rows`, a number that all places of a merged cell share; `columns` are from where to
    where each column reaches, in points; `ruled` tells whether these are drawn, not only seen from the text.
    """

    box: Box
    rows: Rows
    owners: list[list[int]]
    columns: tuple[tuple[float, float], ...]
    ruled: bool
    merged: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for above, below in pairwise(self.owners):
            self.merged.update(column for column, (one, two) in enumerate(zip(above, below, strict=True)) if one == two)

    def shown(self) -> PageTable:
        """The table with what is merged down as it is told in the lower rows."""
        below = pairwise(zip(self.rows, self.owners, strict=True))
        rows = [tuple(row) for row in self.rows[:1]]
        for (_, above), (row, owners) in below:
            merged = (text if one != two else repeated(text) for text, one, two in zip(row, above, owners, strict=True))
            rows.append(tuple(merged))
        return PageTable(self.box, tuple(rows))


def joined(lines: Sequence[str]) -> str:
    """The lines of a cell as one: Chinese runs on, other words keep a space between them."""
    text = ""
    for line in filter(None, (" ".join(line.split()) for line in lines)):
        parted = text and not is_han(text[-1]) and not is_han(line[0]) and text[-1].isascii() and line[0].isascii()
        text += f" {line}" if parted else line
    return text
