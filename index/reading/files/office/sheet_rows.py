"""The cells of a sheet, as they are shown, to lines: titles, tables with a line a row, notes, an empty line where rows are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.reading.files.file_lines import FileLine
from index.reading.files.types import repeated

_LONGEST_LABEL = 20
_MARKS_OF_SENTENCES = "：:，；。"
"""The only cell of a table's last row is a note below the table where it is longer, or holds such a mark."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells merged to one: first and last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it is seen: `rows` hold the texts of cells, all of one length; `merged` the cells that are one."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Merged, ...] = ()


def sheet_lines(sheet: Sheet) -> Iterator[FileLine]:
    """The lines of a sheet."""
    rows = _with_repeated(sheet)
    wide = {merged.top for merged in sheet.merged if merged.right > merged.left}
    blocks = [list(run) for filled, run in groupby(enumerate(rows), lambda row: any(row[1])) if filled]
    for place, block in enumerate(blocks):
        if place:
            yield FileLine("")
        yield from _block_lines(block, wide)


def _with_repeated(sheet: Sheet) -> list[list[str]]:
    """The rows with the texts of cells that are merged down in each row that they cover."""
    rows = [list(row) for row in sheet.rows]
    for merged in sheet.merged:
        if merged.top < len(rows) and merged.left < len(rows[merged.top]):
            text = repeated(rows[merged.top][merged.left])
            for row in rows[merged.top + 1 : merged.bottom + 1]:
                row[merged.left] = text
    return rows


def _block_lines(block: Sequence[tuple[int, list[str]]], wide: set[int]) -> Iterator[FileLine]:
    """Lines of rows without an empty one between: what stands alone before and behind the table is no row of it."""
    filled = [0 if all(map(_is_label, filter(None, row))) else sum(map(bool, row)) for _, row in block]
    first = next((at for at, count in enumerate(filled) if count > 1), len(block))
    last = max((at for at, count in enumerate(filled) if count > 1), default=-1)
    while last + 1 < len(block) and not _is_note(block[last + 1], wide):
        last += 1
    table = [row for _, row in block[first : last + 1]]
    columns = [at for at in range(len(block[0][1])) if any(row[at] for row in table)]
    for _, row in block[:first]:
        yield FileLine(" ".join(filter(None, row)))
    for row in table:
        yield FileLine("\t".join(row[at] for at in columns))
    for _, row in block[max(first, last + 1) :]:
        yield FileLine(" ".join(filter(None, row)))


def _is_label(text: str) -> bool:
    """Whether a cell is an entry of a form, "填报单位：县应急局", as they stand between a title and its table."""
    return "：" in text or ":" in text


def _is_note(row: tuple[int, list[str]], wide: set[int]) -> bool:
    """Whether a row with one filled cell tells something of the table: it is merged over columns, long or a sentence."""
    number, cells = row
    text = "".join(cells)
    return number in wide or len(text) > _LONGEST_LABEL or any(mark in text for mark in _MARKS_OF_SENTENCES)
