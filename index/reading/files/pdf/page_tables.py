"""The tables of a PDF's pages: those between rules, and those that only stand in columns.

A text layer knows no cells. Where rules are drawn around them, pdfplumber finds those; where none are, the gaps show
that go through line after line. Pages without either are told by PDFium, which takes a hundredth of the time.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from io import BytesIO
from itertools import pairwise

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from index.reading.files.pdf.aligned_tables import find_aligned
from index.reading.files.pdf.ruled_tables import find_ruled, page_rules
from index.reading.files.pdf.table_pages import pages_to_look_at
from index.reading.files.pdf.table_types import FoundTable, PageTable
from index.reading.files.pdf.tables_over_pages import join_over_break
from index.reading.files.types import MALFORMED

# pdfplumber meets a broken file with its own errors and, deeper down, with built-in ones.
_MALFORMED = (
    *MALFORMED,
    MalformedPDFException,
    PdfminerException,
    PSException,
    EOFError,
    struct.error,
)


def find_page_tables(content: bytes, numbers: Iterable[int]) -> dict[int, tuple[PageTable, ...]] | None:
    """The tables of those pages, named from 0 on, that hold any, from top to bottom; None where the file cannot be read.

    A page that alone is broken has no tables.
    """
    looked_at = pages_to_look_at(content, numbers)
    found: dict[int, list[FoundTable]] = {}
    unread = 0
    try:
        with pdfplumber.open(BytesIO(content)) as pdf:
            for number in looked_at:
                try:
                    page = pdf.pages[number]
                    found[number] = _tables(page)
                    page.close()
                except _MALFORMED:
                    unread += 1
    except _MALFORMED:
        return None
    if unread and unread == len(looked_at):
        return None
    for one, two in pairwise(sorted(found)):
        if two == one + 1 and found[one] and found[two]:
            join_over_break(found[one][-1], found[two][0])
    shown = {number: tuple(table.shown() for table in tables) for number, tables in found.items()}
    return {number: told for number, tables in shown.items() if (told := tuple(t for t in tables if t.rows))}


def _tables(page: Page) -> list[FoundTable]:
    rules = page_rules(page)
    ruled = find_ruled(page, rules)
    aligned = find_aligned(page, rules, [table.box for table in ruled])
    return sorted((*ruled, *aligned), key=lambda table: (table.box[1], table.box[0]))
