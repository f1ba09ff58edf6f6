"""Workbooks as they are seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.styles import Font

from index.errors import CorruptFile, TooMuchText
from index.reading.clean import clean
from index.reading.describe import describe
from index.reading.files.load import load_file
from index.reading.files.office import libreoffice
from index.reading.files.types import LoadedText

MOST_BYTES = 10_000_000


@pytest.fixture
def book() -> openpyxl.Workbook:
    """A list of tasks with title, form lines, two tables' worth of merged cells, and a note."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "任务分工"
    for row in (
        ["附件1"],
        ["望湖县防火任务分工表"],
        ["填报单位：县林业局", None, None, "日期：3月1日"],
        ["序号", "任务", "单位", "时限"],
        [1, "巡山", "县林业局", date(2025, 6, 30)],
        [2, "清理\n可燃物", None, None],
        [3, "演练", "县应急局", None],
        ["注：各单位每月报送进展。"],
        [],
        ["指标", "目标"],
        ["覆盖率", 0.95],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:D2")
    sheet.merge_cells("C5:C6")
    sheet["B11"].number_format = "0%"
    return book


def read(book: openpyxl.Workbook, folder: Path) -> LoadedText:
    book.save(folder / "plan.xlsx")
    return load_file(folder / "plan.xlsx", MOST_BYTES)


LINES = [
    "附件1",
    "望湖县防火任务分工表",
    "填报单位：县林业局 日期：3月1日",
    "序号\t任务\t单位\t时限",
    "1\t巡山\t县林业局\t2025年6月30日",
    "2\t清理 可燃物\t县林业局\t",
    "3\t演练\t县应急局\t",
    "注：各单位每月报送进展。",
    "",
    "指标\t目标",
    "覆盖率\t95%",
]


def test_titles_tables_and_notes_are_told_apart(book: openpyxl.Workbook, tmp_path: Path) -> None:
    assert read(book, tmp_path).text.split("\n") == LINES


def test_sheets_stand_below_their_names(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.create_sheet("Sheet2").append(["甲", "乙"])
    book.create_sheet("空表")
    loaded = read(book, tmp_path)
    assert loaded.text.split("\n") == ["任务分工", *LINES, "", "甲\t乙"]
    assert [loaded.text[one.start : one.end] for one in loaded.headings] == ["任务分工"]


def test_what_is_hidden_or_struck_is_left_out_and_told(book: openpyxl.Workbook, tmp_path: Path) -> None:
    sheet = book.active
    book.create_sheet("草稿").append(["旧任务"])
    book["草稿"].sheet_state = "hidden"
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet["B6"].font = Font(strike=True)
    loaded = read(book, tmp_path)
    assert "旧任务" not in loaded.text
    assert "任务\t单位\t时限\n巡山\t县林业局\t2025年6月30日\n\t县林业局\t" in loaded.text
    assert "演练" not in loaded.text
    assert loaded.warnings == ("Hidden sheets, rows or columns of the workbook were left out.",)


def test_a_format_that_is_named_by_number_only_is_a_date(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.active["D6"] = 45838
    book.active["D6"].number_format = "0.00E+00"  # number 11
    book.save(tmp_path / "english.xlsx")
    with ZipFile(tmp_path / "english.xlsx") as english, ZipFile(tmp_path / "plan.xlsx", "w") as chinese:
        for name in english.namelist():
            chinese.writestr(name, english.read(name).replace(b'numFmtId="11"', b'numFmtId="31"'))
    assert "2\t清理 可燃物\t县林业局\t2025年6月30日" in load_file(tmp_path / "plan.xlsx", MOST_BYTES).text


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "name"), [("xls", "plan.xls"), ("xls", "plan.et"), ("ods", "plan.ods")])
def test_an_old_workbook_reads_as_its_xlsx(book: openpyxl.Workbook, suffix: str, name: str, tmp_path: Path) -> None:
    whole = read(book, tmp_path)
    content = (tmp_path / "plan.xlsx").read_bytes()
    (tmp_path / name).write_bytes(libreoffice.converted(tmp_path / "plan.xlsx", content, ".xlsx", suffix))
    assert load_file(tmp_path / name, MOST_BYTES).text == whole.text


def test_a_page_or_a_plain_table_under_an_old_name_is_read_as_such(tmp_path: Path) -> None:
    (tmp_path / "plan.xls").write_text("<table><tr><td>序号</td><td>任务</td></tr></table>", "utf-8")
    assert load_file(tmp_path / "plan.xls", MOST_BYTES).text == "序号\t任务"
    (tmp_path / "plan.xls").write_text("序号\t任务\r\n1\t巡山\r\n", "gb18030")
    assert load_file(tmp_path / "plan.xls", MOST_BYTES).text == "序号\t任务\n1\t巡山"


def test_a_csv_file_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text('\ufeff分工表\n序号,任务\n1,"巡山,\n清理"\n2\n', "utf-8")
    assert load_file(tmp_path / "plan.csv", MOST_BYTES).text == "分工表\n序号\t任务\n1\t巡山, 清理\n2\t"


def test_a_damaged_workbook_and_a_huge_sheet_are_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(b"PK\x03\x04 damaged")
    with pytest.raises(CorruptFile, match="the XLSX is damaged"):
        load_file(tmp_path / "plan.xlsx", MOST_BYTES)
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = 1
    with pytest.raises(TooMuchText, match="cells"):
        read(book, tmp_path)


def test_a_table_of_a_sheet_is_called_by_the_row_over_it(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.create_sheet("汇总").append(["乡镇", "数量"])
    assert describe(clean("", read(book, tmp_path)), read(book, tmp_path)).title == "望湖县防火任务分工表"
