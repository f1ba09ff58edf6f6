"""What of a Word file is seen, and what is hidden or struck."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
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


# --- headings, tables, notes, tracked changes


def add_xml(parent, markup: str):
    element = parse_xml(f'<w:x xmlns:w="{NAMESPACE}">{markup}</w:x>')
    for child in list(element):
        parent.append(child)
    return parent


NAMESPACE = qn("w:p")[1:].partition("}")[0]


def test_headings_are_known_by_style_and_by_outline_level(word, tmp_path: Path) -> None:
    word.add_heading("一、总则", 1)
    word.add_heading("（一）目标", 2)
    based = word.styles.add_style("单位标题", WD_STYLE_TYPE.PARAGRAPH)
    based.base_style = word.styles["Heading 3"]
    word.add_paragraph("1.巡山", style=based)
    add_xml(word.add_paragraph("附则")._p.get_or_add_pPr(), '<w:outlineLvl w:val="0"/>')
    add_xml(word.add_heading("正文", 1)._p.get_or_add_pPr(), '<w:outlineLvl w:val="9"/>')
    text_of(word, tmp_path)
    loaded = load_file(tmp_path / "plan.docx", 10_000_000)
    marked = [(loaded.text[one.start : one.end], one.level) for one in loaded.headings]
    assert marked == [("一、总则", 1), ("（一）目标", 2), ("1.巡山", 3), ("附则", 1)]


def fill(table, *texts: str) -> None:
    for cell, text in zip((c for row in table.rows for c in row.cells), texts, strict=False):
        cell.text = text


def test_a_cell_merged_down_is_repeated_and_one_merged_across_is_not(word, tmp_path: Path) -> None:
    table = word.add_table(3, 3)
    fill(table, "任务", "单位", "", "巡山", "林业局", "公安局", "", "应急局", "水利局")
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    assert text_of(word, tmp_path) == "任务\t单位\t\n巡山\t林业局\t公安局\n巡山\t应急局\t水利局"


def test_a_table_of_one_column_is_a_frame(word, tmp_path: Path) -> None:
    cell = word.add_table(1, 1).cell(0, 0)
    cell.text = "专栏1 重点工程"
    cell.add_paragraph("1.巡山工程。")
    fill(cell.add_table(1, 2), "名称", "数量")
    assert text_of(word, tmp_path).split("\n")[:3] == ["专栏1 重点工程", "1.巡山工程。", "名称\t数量"]


def test_a_table_inside_a_cell_stays_with_its_row(word, tmp_path: Path) -> None:
    table = word.add_table(1, 2)
    fill(table, "任务", "单位")
    fill(table.cell(0, 1).add_table(1, 2), "甲", "乙")
    assert text_of(word, tmp_path) == "任务\t单位 甲 乙"


def test_a_row_that_begins_further_right_keeps_its_columns(word, tmp_path: Path) -> None:
    table = word.add_table(2, 2)
    fill(table, "任务", "单位", "", "林业局")
    row = table.rows[1]._tr
    row.remove(row.tc_lst[0])
    add_xml(row.get_or_add_trPr(), '<w:gridBefore w:val="1"/>')
    assert text_of(word, tmp_path) == "任务\t单位\n\t林业局"


def test_tracked_deletions_are_out_and_insertions_in(word, tmp_path: Path) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    deleted = '<w:del w:id="1"><w:r><w:delText>城管局</w:delText></w:r></w:del>'
    add_xml(word.add_paragraph("由")._p, deleted + '<w:ins w:id="2">' + run.format("教育局负责。") + "</w:ins>")
    end = '<w:rPr><w:del w:id="3"/></w:rPr>'
    add_xml(word.add_paragraph("第一段，")._p.get_or_add_pPr(), end)
    word.add_paragraph("接着说。")
    table = word.add_table(2, 2)
    fill(table, "任务", "单位", "旧任务", "旧单位")
    add_xml(table.rows[1]._tr.get_or_add_trPr(), '<w:del w:id="4"/>')
    moved = (
        '<w:moveFrom w:id="5">'
        + run.format("旧处")
        + '</w:moveFrom><w:moveTo w:id="6">'
        + run.format("新处")
        + "</w:moveTo>"
    )
    add_xml(word.add_paragraph()._p, moved)
    assert text_of(word, tmp_path).split("\n") == ["由教育局负责。", "第一段，接着说。", "任务\t单位", "新处"]


def test_notes_stand_behind_their_paragraph_or_table(word, tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    add_xml(word.add_paragraph("巡山")._p, reference.format(2))
    table = word.add_table(2, 2)
    fill(table, "任务", "单位", "演练", "应急局")
    add_xml(table.cell(0, 0).paragraphs[0]._p, reference.format(3))
    word.add_paragraph("附则")
    note = '<w:footnote w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    notes = note.format(2, "每月一次。") + note.format(3, "含夜间。") + note.format(4, "无人提及。")
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f'<w:footnotes xmlns:w="{NAMESPACE}">{notes}</w:footnotes>'.encode(),
        word.part.package,
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert text_of(word, tmp_path).split("\n") == [
        "巡山",
        "每月一次。",
        "任务\t单位",
        "演练\t应急局",
        "含夜间。",
        "附则",
    ]


def test_a_text_box_stands_behind_its_paragraph_once(word, tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    add_xml(
        word.add_paragraph("正文")._p,
        f'<w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    word.add_paragraph("后文")
    assert text_of(word, tmp_path).split("\n") == ["正文", "框内", "后文"]
