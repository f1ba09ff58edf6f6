"""What of a Word file is seen, and what is hidden or struck."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from index.reading.files.load import load_file


@pytest.fixture
def word() -> docx.document.Document:
    return docx.Document()


def text_of(word: docx.document.Document, folder: Path) -> str:
    word.save(str(folder / "plan.docx"))
    return load_file(folder / "plan.docx", 10_000_000).text


@pytest.mark.parametrize("mark", ["hidden", "strike", "double_strike"])
def test_hidden_and_struck_runs_are_left_out_and_told(word, mark: str, tmp_path: Path) -> None:
    paragraph = word.add_paragraph("县消防队负责")
    setattr(paragraph.add_run("（草稿：县城管局）").font, mark, True)
    paragraph.add_run("验收。")
    assert text_of(word, tmp_path) == "县消防队负责验收。"
    assert "left out" in load_file(tmp_path / "plan.docx", 10_000_000).warnings[0]


def test_a_style_hides_and_a_run_shows_itself_again(word, tmp_path: Path) -> None:
    style = word.styles.add_style("Draft", WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    paragraph = word.add_paragraph("正文")
    paragraph.add_run("草稿", style="Draft")
    shown = paragraph.add_run("说明", style="Draft")
    shown.font.hidden = False
    assert text_of(word, tmp_path) == "正文说明"


def test_a_hidden_row_is_no_row(word, tmp_path: Path) -> None:
    table = word.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("任务", "单位", "旧任务", "旧单位"), strict=True
    ):
        cell.text = text
    properties = table.rows[1]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:hidden"))
    assert properties.find(qn("w:hidden")) is not None
    assert text_of(word, tmp_path).strip() == "任务\t单位"


def test_nothing_is_told_where_nothing_is_hidden(word, tmp_path: Path) -> None:
    word.add_paragraph("正文")
    text_of(word, tmp_path)
    assert load_file(tmp_path / "plan.docx", 10_000_000).warnings == ()
