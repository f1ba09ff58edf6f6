"""A comparison as files that are opened again."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from assistant import Assistant
from assistant.comparison.types import CellText, ComparedCell, Comparison
from assistant.office_files import EAST_ASIAN
from assistant.types import Language
from assistant.ui.compare.compare_files import to_docx, to_xlsx

TOPICS = ("道路交通万车死亡率", "消防")
CHOSEN = ("kizilsu-2024", "zhongwei-13th")


@pytest.fixture(scope="module")
def compared(asking: Assistant) -> Comparison:
    return asking.compare(TOPICS, CHOSEN)


@pytest.fixture(scope="module")
def held(asking: Assistant):
    return {document.id: document for document in asking.documents()}


@pytest.fixture(scope="module")
def asking(plans_settings) -> Assistant:
    return Assistant(plans_settings)


def test_workbook_holds_matrix_notes_and_sources(compared, held) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(compared, held, "zh")))
    matrix, sources = book.worksheets
    assert [cell.value for cell in matrix[1]] == ["规划", *TOPICS]
    assert matrix["A2"].value == "克州 2024–2026"
    assert matrix["B2"].value == "规划未提及"
    assert matrix["B3"].value.startswith("2.857 道路交通万车死亡率 (2016—2020年; 比较基数 十二五平均数 3.04) [1]")
    assert matrix["A4"].value == "可比性"
    assert len(list(sources.rows)) == len(compared.citations) + 1
    assert [cell.value for cell in sources[2]][:2] == ["[1]", "中卫市安全生产“十三五”规划"]
    assert sources["E2"].value == " ".join(compared.citations[0].quote.split())


def test_a_plan_that_only_mentions_the_topic_is_marked_in_both_files(compared, held) -> None:
    topic, plan = compared.topics[1], compared.plans[1]
    little = ComparedCell(plan, (), (CellText("参加消防演练的人员。", (1,)),), little=True)
    made = replace(compared, topics=(replace(topic, cells=(topic.cells[0], little)),))
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(made, held, "zh"))).worksheets[0]
    assert sheet["B3"].value == "提到但没有写明\n参加消防演练的人员。 [1]"
    (table,) = docx.Document(io.BytesIO(to_docx(made, held, "en"))).tables
    assert table.rows[2].cells[1].text.startswith("Mentioned, but not stated\n")


def test_no_cell_is_run_as_a_formula(compared, held) -> None:
    evil = replace(compared, topics=tuple(replace(topic, title="=1+1") for topic in compared.topics))
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(evil, held, "zh")))
    assert {cell.data_type for row in book.worksheets[0] for cell in row} == {"s"}


def test_document_holds_the_same_with_fonts_for_chinese(asking, held) -> None:
    english = asking.compare(TOPICS, CHOSEN, Language.EN)
    document = docx.Document(io.BytesIO(to_docx(english, held, "en")))
    (table,) = document.tables
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts[0][0] == "Plan"
    assert texts[0][1].endswith("(道路交通万车死亡率)")
    assert texts[1][1] == "Not stated"
    assert "2.857" in texts[2][1]
    said = [paragraph.text for paragraph in document.paragraphs]
    quotes = [" ".join(citation.quote.split()) for citation in english.citations]
    assert [text.partition("\n")[0] for text in said if text.partition("\n")[0] in quotes] == quotes
    assert "Unofficial translation made for this program; the Chinese text counts." in said
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == EAST_ASIAN


def test_control_characters_of_a_plan_do_not_break_a_file(compared, held) -> None:
    broken = tuple(replace(citation, quote="坏\x0b字") for citation in compared.citations)
    made = replace(compared, citations=broken)
    assert openpyxl.load_workbook(io.BytesIO(to_xlsx(made, held, "zh"))).worksheets[1]["E2"].value == "坏 字"
    assert "坏 字" in [p.text for p in docx.Document(io.BytesIO(to_docx(made, held, "zh"))).paragraphs]
