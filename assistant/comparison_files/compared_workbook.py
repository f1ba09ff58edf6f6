"""A comparison as a workbook: the table, its sources, and what the marks mean."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from assistant.comparison.types import Comparison
from assistant.comparison_files.compared_rows import FileContent, Plans, file_content
from assistant.comparison_files.compared_words import words
from assistant.office_files import INK, RULE, TEAL, WASH

SHEET_FONT = "Microsoft YaHei"
"""A workbook's cell has one font for all scripts; programs without it take one that has Chinese."""
_PLAN_CHARS, _QUOTE_CHARS, _ALL_COLUMNS_CHARS = 18, 80, 180
_LEAST_COLUMN_CHARS, _MOST_COLUMN_CHARS = 44, 72
_LINE_POINTS, _MOST_POINTS = 15, 409
"""A line of a cell, and the highest row that Excel has."""


def to_xlsx(comparison: Comparison, plans: Plans, made: date) -> bytes:
    """Three sheets, the comparison, its sources and what it is; every cell is text, so that none is run as a formula."""
    content = file_content(comparison, plans, made)
    book = Workbook()
    book.remove(book.active)
    each = _ALL_COLUMNS_CHARS // max(len(content.topics), 1)
    column = min(max(each, _LEAST_COLUMN_CHARS), _MOST_COLUMN_CHARS)
    widths = [_PLAN_CHARS, *[column] * len(content.topics)]
    language = content.language
    _sheet(book, words(language, "compare_table"), list(_table(content)), widths)
    _sheet(book, words(language, "sources"), list(_sources(content)), [7, 34, 22, 12, 40, 7, _QUOTE_CHARS])
    _sheet(book, words(language, "about"), list(_about(content)), [24, 100])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _table(content: FileContent) -> Iterator[list[str]]:
    """Rows of plans, columns of topics; below the heads what differs, at the end what is not like for like."""
    language = content.language
    yield [words(language, "compare_plan"), *(topic.title for topic in content.topics)]
    yield [words(language, "compare_differences"), *(topic.told for topic in content.topics)]
    for at, plan in enumerate(content.plans):
        yield [plan, *("\n".join(line.text for line in topic.cells[at]) for topic in content.topics)]
    yield [words(language, "compare_likeness"), *(topic.likeness for topic in content.topics)]


def _sources(content: FileContent) -> Iterator[list[str]]:
    language = content.language
    yield [words(language, key) for key in ("number", "document", "issuer", "issued", "section", "page", "quote")]
    for one in content.sources:
        quote = "\n".join(filter(None, (one.quote, one.english)))
        yield [f"[{one.number}]", one.title, one.issuer, one.issued, one.section, one.page, quote]


def _about(content: FileContent) -> Iterator[list[str]]:
    language = content.language
    yield [words(language, "title"), words(language, "made", date=content.made)]
    for name, title in zip(content.plans, content.titles, strict=True):
        yield [name, title]
    yield from ([sign, meaning] for sign, meaning in content.legend)
    yield [words(language, "sources"), words(language, "follow")]
    if content.translated:
        yield ["", words(language, "unofficial")]


def _sheet(book: Workbook, title: str, rows: list[list[str]], widths: Sequence[int]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    line = Side(style="thin", color=RULE)
    for at, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(at, column, text)
            cell.data_type = "s"
            head = at == 1 or column == 1
            cell.font = Font(name=SHEET_FONT, size=10, bold=head, color=TEAL if at == 1 else INK)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(bottom=line)
            if at == 1:
                cell.fill = PatternFill("solid", fgColor=WASH)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for at, row in enumerate(rows, start=1):
        points = _LINE_POINTS * max(map(_lines, row, widths)) + 4
        sheet.row_dimensions[at].height = min(points, _MOST_POINTS)
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column: a Chinese character is two wide, and lines do not fill to the last."""
    return sum(1 + (len(line) + sum(ord(c) > 0x2E7F for c in line)) // (width - 2) for line in text.split("\n"))
