"""The tables of a PDF's pages: those between rules, and those that only stand in columns.

A text layer knows no cells. Where rules are drawn around them, these tell; where none are, the gaps do that go through
line after line.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pypdfium2 as pdfium

from index.reading.files.pdf.aligned_tables import find_aligned
from index.reading.files.pdf.layout.types import Box, SignPage
from index.reading.files.pdf.page_rules import page_rules
from index.reading.files.pdf.table_types import FoundTable, PageTable
from index.reading.files.pdf.tables_over_pages import join_over_break
from index.reading.files.types import MALFORMED

_MALFORMED = (*MALFORMED, pdfium.PdfiumError)


def find_page_tables(content: bytes, pages: Iterable[SignPage]) -> dict[int, tuple[PageTable, ...]] | None:
    """Number of a page, from 0 on -> its tables from top to bottom; None where the file or none of the pages can be read.

    A page that alone is broken has no tables.
    """
    found: dict[int, list[FoundTable]] = {}
    asked = list(pages)
    try:
        document = pdfium.PdfDocument(content)
    except _MALFORMED:
        return None
    try:
        for page in asked:
            try:
                found[page.number] = _tables(document, page)
            except _MALFORMED:
                continue
    finally:
        document.close()
    if asked and not found:
        return None
    for one, two in pairwise(sorted(found)):
        if two == one + 1 and found[one] and found[two]:
            join_over_break(found[one][-1], found[two][0])
    _drop_lone_rows(found)
    shown = {number: [table.shown() for table in tables] for number, tables in found.items()}
    return {number: kept for number, tables in shown.items() if (kept := tuple(t for t in tables if t.rows))}


def _drop_lone_rows(found: dict[int, list[FoundTable]]) -> None:
    """Leave out rows that stand alone and are no part of a table of the page before or behind."""
    going_on = {number for number, tables in found.items() if tables and tables[0].goes_on}
    for number, tables in found.items():
        ended = tables[-1:] if number + 1 in going_on else []
        tables[:] = [one for one in tables if len(one.rows) > 1 or one.goes_on or one in ended]


def _tables(document: pdfium.PdfDocument, signs: SignPage) -> list[FoundTable]:
    page = document[signs.number]
    try:
        pieces = page_rules(page, signs.to_read)
    finally:
        page.close()
    rules, ruled = [], []
    if pieces:
        # Imported here: its library takes a quarter of a second to load, and few plans have ruled tables.
        from index.reading.files.pdf.ruled_tables import find_ruled, whole_rules

        rules = whole_rules(pieces)
        ruled = find_ruled(signs.signs, rules)
    taken = [table.box for table in ruled if len(table.rows) > 1]
    aligned = find_aligned(signs.signs, [rule for rule in rules if rule.lies], taken)
    ruled = [one for one in ruled if one.box in taken or not any(_overlap(one.box, other.box) for other in aligned)]
    return sorted((*ruled, *aligned), key=lambda table: (table.box[1], table.box[0]))


def _overlap(one: Box, two: Box) -> bool:
    return max(one[0], two[0]) < min(one[2], two[2]) and max(one[1], two[1]) < min(one[3], two[3])
