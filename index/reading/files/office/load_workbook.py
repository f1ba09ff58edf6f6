"""The sheets of an XLSX file as they are seen: values in their formats, what is hidden left out. CSV files, too.

openpyxl and not a quicker library, since it alone knows the formats of numbers and what is hidden and merged.
"""

from __future__ import annotations

import csv
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO, StringIO
from itertools import takewhile

import openpyxl  # type: ignore[import-untyped]
from openpyxl.cell import Cell, MergedCell  # type: ignore[import-untyped]
from openpyxl.styles import numbers  # type: ignore[import-untyped]
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]
from openpyxl.worksheet.cell_range import CellRange  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from index.errors import CorruptFile, TooMuchText
from index.reading.files.archive import check_archive
from index.reading.files.file_lines import FileLine
from index.reading.files.office.number_formats import CHINESE_FORMATS, shown
from index.reading.files.office.sheet_rows import Merged, Sheet, sheet_lines
from index.reading.files.types import MALFORMED, Prominent, Standing

_MALFORMED = (*MALFORMED, InvalidFileException, EOFError, SyntaxError, OSError, zipfile.BadZipFile)
_CONTENT_PART = "xl/workbook.xml"
_MOST_CELLS = 3_000_000
"""Of one sheet, the empty ones between filled ones counted."""
_UNNAMED = ("sheet", "工作表")
"""What programs call a sheet that nobody named, before its number."""

for _number, _format in CHINESE_FORMATS.items():
    numbers.BUILTIN_FORMATS.setdefault(_number, _format)  # the library knows those of English only


def read_workbook(name: str, content: bytes) -> tuple[list[FileLine], tuple[str, ...], tuple[Prominent, ...]]:
    """The lines of all sheets that are seen, warnings, and what stands over the table of the first sheet.

    Raises:
        CorruptFile: The archive or its XML is broken, or it is another kind of file.
        FileTooLarge: It unpacks to more than a paper can hold.
        TooMuchText: A sheet has more cells than any paper's.
    """
    check_archive(name, content, _CONTENT_PART)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on extensions of the format that the library leaves out
            book = openpyxl.load_workbook(BytesIO(content), data_only=True, keep_links=False)
            seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            sheets = [_sheet(name, sheet) for sheet in seen]
    except _MALFORMED as exc:
        raise CorruptFile(f"{name}: the workbook is damaged ({type(exc).__name__})") from exc
    hides = len(seen) < len(book.worksheets) or any(_hidden_rows(one) or _hidden_columns(one) for one in seen)
    told = ("Hidden sheets, rows or columns of the workbook were left out.",) if hides else ()
    return list(_all_lines(sheets)), told, _over_table(sheets)


def read_csv(text: str) -> list[FileLine]:
    """The lines of a table whose cells are parted by commas, semicolons or tabs, whichever its first lines have most."""
    first = Counter(text[:_LOOKED_AT])
    parted_by = max(",;\t", key=lambda sign: first[sign])
    rows = [[" ".join(cell.split()) for cell in row] for row in csv.reader(StringIO(text), delimiter=parted_by)]
    width = max(map(len, rows), default=0)
    return list(sheet_lines(Sheet("", tuple((*row, *[""] * (width - len(row))) for row in rows))))


_LOOKED_AT = 2_000
csv.field_size_limit(10_000_000)  # the length of a file is bounded elsewhere


def _all_lines(sheets: list[Sheet]) -> Iterator[FileLine]:
    """The sheets one after another, each below its name where it was given one and is not alone."""
    filled = [sheet for sheet in sheets if any(map(any, sheet.rows))]
    for place, sheet in enumerate(filled):
        if place:
            yield FileLine("")
        if len(filled) > 1 and not _is_unnamed(sheet.name):
            yield FileLine(sheet.name, 1)
        yield from sheet_lines(sheet)


def _over_table(sheets: list[Sheet]) -> tuple[Prominent, ...]:
    """The rows of one cell that stand over the first table of the first sheet that holds something: its title is one."""
    lines = next((list(sheet_lines(sheet)) for sheet in sheets if any(map(any, sheet.rows))), [])
    above = list(takewhile(lambda line: "\t" not in line.text, lines))
    return tuple(Prominent(line.text, Standing.SET_OFF) for line in above) if len(above) < len(lines) else ()


def _is_unnamed(name: str) -> bool:
    return any(name.lower().startswith(word) and name[len(word) :].strip(" ()").isdecimal() for word in _UNNAMED)


def _sheet(name: str, sheet: Worksheet) -> Sheet:
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        raise TooMuchText(
            f"{name}: sheet {sheet.title} has more than {_MOST_CELLS:,} cells; add it in parts",
            limit=f"{_MOST_CELLS:,}",
        )
    rows = sorted({*range(sheet.max_row)} - _hidden_rows(sheet))
    columns = sorted({*range(sheet.max_column)} - _hidden_columns(sheet))
    cells = list(sheet.iter_rows(max_row=sheet.max_row, max_col=sheet.max_column))
    texts = (tuple(_text(cells[row][column]) for column in columns) for row in rows)
    merged = (_seen(found, rows, columns) for found in sheet.merged_cells.ranges)
    return Sheet(sheet.title, tuple(texts), tuple(one for one in merged if one))


def _seen(cells: CellRange, rows: list[int], columns: list[int]) -> Merged | None:
    """What is seen of merged cells where some rows and columns are hidden; None where nothing is."""
    down = [at for at, row in enumerate(rows) if cells.min_row <= row + 1 <= cells.max_row]
    across = [at for at, column in enumerate(columns) if cells.min_col <= column + 1 <= cells.max_col]
    return Merged(down[0], across[0], down[-1], across[-1]) if down and across else None


def _hidden_rows(sheet: Worksheet) -> set[int]:
    """Rows that are hidden, from 0."""
    return {number - 1 for number, row in sheet.row_dimensions.items() if row.hidden}


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """Columns that are hidden, from 0; the file tells a run of them once, by its first."""
    runs = ((column.min, column.max) for column in sheet.column_dimensions.values() if column.hidden)
    return {at - 1 for first, last in runs if first and last for at in range(first, last + 1)}


def _text(cell: Cell | MergedCell) -> str:
    """What a cell shows; nothing where it is struck."""
    if isinstance(cell, MergedCell) or cell.value is None or cell.font.strike:
        return ""
    return " ".join(shown(cell.value, cell.number_format).split())
