"""Tables as files."""

from __future__ import annotations

import csv
import io
from io import BytesIO

from openpyxl import load_workbook

from assistant.ui.shared.table_files import to_csv, to_xlsx

ROWS = (("规划", "数值"), ("克州", "=1+1"), ("昆明", "坏\x00字"))


def test_csv_opens_in_spreadsheet_programs_and_runs_no_formula():
    body = to_csv(ROWS)
    assert body.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))[1] == ["克州", "'=1+1"]


def test_xlsx_holds_text_only():
    sheet = load_workbook(BytesIO(to_xlsx(ROWS))).active
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["规划", "数值"],
        ["克州", "=1+1"],
        ["昆明", "坏字"],
    ]
    assert {cell.data_type for row in sheet.rows for cell in row} == {"s"}
