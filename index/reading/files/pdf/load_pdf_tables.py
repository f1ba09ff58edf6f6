"""Pages of a PDF with ruled tables: their text in the order of the page, a line for each row, cells parted by tabs.

A text layer knows no cells; the rules that are drawn around them do, and pdfplumber finds those. A table that goes on on
the next page stays one: a row that the page's end cut in two is put together again.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.table import Table as RuledTable
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from index.reading.files.types import MALFORMED
from index.reading.lines import is_han

# pdfplumber meets a broken file with its own errors and, deeper down, with built-in ones.
_MALFORMED = (
    *MALFORMED,
    MalformedPDFException,
    PdfminerException,
    PSException,
    EOFError,
    struct.error,
)
SAME_EDGES_POINTS = 3.0
"""Columns of a table that goes on lie no further apart than this."""

WIDE_GAP, WORD_GAP = 4.0, 0.2
"""So many characters' width parts what does not belong to one line of text, and words; justified text has gaps of one."""

Row = list[str]


@dataclass(frozen=True, slots=True)
class _Block:
    """A line of text or a table, and how far down the page it begins; `edges` are where the table's columns begin."""

    top: float
    rows: list[Row]
    edges: tuple[float, ...] = ()


def read_ruled_pages(content: bytes, numbers: Iterable[int]) -> dict[int, str] | None:
    """The text of those pages, named from 0 on, that hold a table; None where the library cannot read the file."""
    found: dict[int, list[_Block]] = {}
    try:
        with pdfplumber.open(BytesIO(content)) as pdf:
            for number in numbers:
                page = pdf.pages[number]
                if tables := [table for table in page.find_tables() if _tabulates(table)]:
                    found[number] = _blocks(page, tables)
                page.close()
    except _MALFORMED:
        return None
    for number in sorted(found):
        if number + 1 in found:
            _join_broken_row(found[number], found[number + 1])
    return {number: "\n".join(_lines(blocks)) for number, blocks in found.items()}


def _tabulates(table: RuledTable) -> bool:
    """Whether rules part words from words, not only frame them."""
    rows = [[cell for cell in row if cell] for row in table.extract()]
    return len(rows) > 1 and sum(len(row) > 1 for row in rows) > 1


def _blocks(page: Page, tables: list[RuledTable]) -> list[_Block]:
    """Lines and tables of a page from top to bottom."""
    boxes = [table.bbox for table in tables]
    outside = page.filter(lambda thing: not any(_lies_in(thing, box) for box in boxes))
    lines = [_Block(line["top"], [[text] for text in _parts(line)]) for line in outside.extract_text_lines()]
    ruled = [_Block(table.bbox[1], _rows(table), _edges(table)) for table in tables]
    return sorted((*lines, *ruled), key=lambda block: block.top)


def _parts(line: dict[str, Any]) -> list[str]:
    """The parts of a line of text that stand far apart, as the number of a page and the title beside it do."""
    parts = [""]
    for one, two in pairwise([*line["chars"], None]):
        parts[-1] += one["text"]
        gap = (two["x0"] - one["x1"]) / one["size"] if two else 0.0
        if gap > WIDE_GAP:
            parts.append("")
        elif gap > WORD_GAP:
            parts[-1] += " "
    told = [" ".join(part.split()) for part in parts if part.strip()]
    return told if len(told) > 1 else [line["text"]]


def _lies_in(thing: dict[str, float], box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return left <= across <= right and top <= down <= bottom


def _rows(table: RuledTable) -> list[Row]:
    """The cells of each row, lines within a cell joined; a cell merged over others stands in the first of them."""
    rows = [[_joined((cell or "").split("\n")) for cell in row] for row in table.extract()]
    return [row for row in rows if any(row)]


def _edges(table: RuledTable) -> tuple[float, ...]:
    return tuple(sorted({cell[0] for row in table.rows for cell in row.cells if cell}))


def _joined(lines: list[str]) -> str:
    """The lines of a cell as one: Chinese runs on, other words keep a space between them."""
    text = ""
    for line in filter(None, (" ".join(line.split()) for line in lines)):
        parted = text and not is_han(text[-1]) and not is_han(line[0]) and text[-1].isascii() and line[0].isascii()
        text += f" {line}" if parted else line
    return text


def _join_broken_row(before: list[_Block], after: list[_Block]) -> None:
    """Move what the next page's table opens with to the row that it goes on from, where it is no row of its own."""
    last = next((block for block in reversed(before) if block.edges), None)
    first = next((block for block in after if block.edges), None)
    if last is None or first is None or not _same_columns(last, first):
        return
    heads = next((at for at, (one, two) in enumerate(zip(last.rows, first.rows, strict=False)) if one != two), 0)
    if heads < len(first.rows) and _goes_on(first.rows[heads], [*last.rows[1:], *first.rows[heads + 1 :]]):
        rest = first.rows.pop(heads)
        last.rows[-1] = [_joined([one, two]) for one, two in zip(last.rows[-1], rest, strict=True)]


def _same_columns(one: _Block, two: _Block) -> bool:
    return len(one.edges) == len(two.edges) and all(
        abs(left - right) <= SAME_EDGES_POINTS for left, right in zip(one.edges, two.edges, strict=True)
    )


def _goes_on(row: Row, others: list[Row]) -> bool:
    """Whether a row is the rest of another: cells are blank in it, the first among them, that no other row leaves blank."""
    always = [at for at in range(len(row)) if others and all(other[at] for other in others)]
    return 0 in always and not row[0]


def _lines(blocks: list[_Block]) -> Iterator[str]:
    """A line a row; an empty line parts two tables that stand one below the other."""
    for one, two in pairwise([*blocks, _Block(0.0, [])]):
        yield from ("\t".join(row) for row in one.rows)
        if one.edges and two.edges:
            yield ""
