"""A comparison as a Word document that is opened again."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
from docx.oxml.ns import qn

from assistant.comparison.types import CellText, ComparedCell
from assistant.comparison_files import to_docx
from assistant.office_files import EAST_ASIAN
from assistant.types import Language


def opened(comparison, on_file, day):
    return docx.Document(io.BytesIO(to_docx(comparison, on_file, day)))


def test_it_holds_the_table_and_what_differs(compared, on_file, day) -> None:
    document = opened(compared, on_file, day)
    (table,) = document.tables
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts[0] == ["规划", "亿元GDP生产安全事故死亡率", "消防"]
    assert "下降33% ≠ 不同 " in texts[3][1]
    assert texts[4][0] == "可比性"
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "导出日期：2026-11-30" in said
    assert any(text.startswith("亿元GDP生产安全事故死亡率  ") and "目标不同" in text for text in said)


def test_every_mark_of_a_cell_has_its_source_with_title_issuer_date_section_and_quote(compared, on_file, day) -> None:
    said = [paragraph.text for paragraph in opened(compared, on_file, day).paragraphs]
    for citation in compared.citations:
        (at,) = [n for n, text in enumerate(said) if text.startswith(f"[{citation.number}]  ")]
        document = on_file[citation.document]
        assert document.title in said[at] and document.issuer in said[at] and document.issued in said[at]
        assert citation.section in said[at]
        assert said[at + 1] == " ".join(citation.quote.split())


def test_english_has_its_note_and_fonts_for_chinese(asking, compared, on_file, day) -> None:
    english = asking.compare([topic.topic for topic in compared.topics], compared.plans, Language.EN)
    document = opened(english, on_file, day)
    assert document.tables[0].cell(0, 0).text == "Plan"
    assert document.tables[0].cell(0, 2).text == "fire protection (消防)"
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "Unofficial translation made for this program; the Chinese text counts." in said
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == EAST_ASIAN


def test_a_plan_that_only_mentions_the_topic_is_marked(compared, on_file, day) -> None:
    topic = compared.topics[1]
    little = ComparedCell(topic.cells[1].plan, (), (CellText("参加消防演练的人员。", (1,)),), little=True)
    made = replace(compared, topics=(replace(topic, cells=(topic.cells[0], little, topic.cells[2])),))
    (table,) = opened(made, on_file, day).tables
    assert table.cell(2, 1).text == "提到但没有写明\n参加消防演练的人员。 [1]"


def test_many_topics_stand_in_several_tables(compared, on_file, day) -> None:
    many = replace(compared, topics=(*compared.topics, *compared.topics))
    first, second = opened(many, on_file, day).tables
    assert [len(table.columns) for table in (first, second)] == [4, 2]
    assert second.cell(1, 0).text == first.cell(1, 0).text == "克州 2024–2026"
