"""Tables as files: CSV that spreadsheet programs open with Chinese intact, and XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped]

Rows = Sequence[Sequence[str]]

# Spreadsheet programs run a CSV cell that opens with one of these as a formula; the quote makes it text.
_FORMULA_OPENERS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(rows: Rows) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads Chinese as Latin-1."""
    out = io.StringIO()
    csv.writer(out).writerows([[_inert(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(rows: Rows) -> bytes:
    """One sheet in which every cell is text, so that none is run as a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_OPENERS) else cell
