"""A comparison as slides that are opened again: real tables, notes with quotes, nothing below the slide's edge."""

from __future__ import annotations

import io
from dataclasses import replace

from pptx import Presentation
from pptx.util import Emu

from assistant.comparison.types import CellText, ComparedCell
from assistant.comparison_files import to_pptx
from assistant.comparison_files.compared_slides import EAST_ASIAN


def opened(comparison, on_file, day):
    return Presentation(io.BytesIO(to_pptx(comparison, on_file, day)))


def texts(slide) -> str:
    frames = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    return "\n".join(frames)


def table(slide):
    return next(shape.table for shape in slide.shapes if shape.has_table)


def test_each_topic_has_its_table_with_what_differs_above_and_quotes_in_the_notes(compared, on_file, day) -> None:
    first, rates, fire, *sources = opened(compared, on_file, day).slides
    assert "导出日期：2026-11-30" in texts(first) and "昆明市“十四五”安全生产规划" in texts(first)
    assert "目标不同：降幅 36.84%（中卫）／下降33%（昆明）" in texts(rates)
    assert "不宜直接相比" in texts(rates)
    assert table(rates).cell(3, 0).text == "昆明 2021–2025"
    assert table(rates).cell(3, 1).text.startswith("下降33% ≠ 不同 ")
    assert table(fire).cell(0, 1).text == "写明的内容"
    notes = rates.notes_slide.notes_text_frame.text
    used = {
        mark for cell in compared.topics[0].cells for held in (*cell.figures, *cell.statements) for mark in held.marks
    }
    for citation in compared.citations:
        assert (" ".join(citation.quote.split()) in notes) >= (citation.number in used)
    numbers = [row.cells[0].text for slide in sources for row in list(table(slide).rows)[1:]]
    assert numbers == [f"[{citation.number}]" for citation in compared.citations]


def test_chinese_has_its_font(compared, on_file, day) -> None:
    slide = opened(compared, on_file, day).slides[1]
    faces = slide.element.findall(".//{http://schemas.openxmlformats.org/drawingml/2006/main}ea")
    assert {face.get("typeface") for face in faces} == {EAST_ASIAN}


def test_long_cells_go_on_on_the_next_slide(compared, on_file, day) -> None:
    """Forty sentences of a plan are parted between slides, and none is lost."""
    told = tuple(CellText(f"第{n}条" + "落实安全生产责任" * 12, (1,)) for n in range(40))
    topic = compared.topics[1]
    cells = (ComparedCell(topic.cells[0].plan, (), told), *topic.cells[1:])
    deck = opened(replace(compared, topics=(replace(topic, cells=cells),)), on_file, day)
    slides = [slide for slide in deck.slides if "消防（" in texts(slide)]
    assert len(slides) > 2
    held = "\n".join(row.cells[1].text for slide in slides for row in table(slide).rows)
    assert all(f"第{n}条" in held for n in range(40))
    for slide in deck.slides:
        for shape in slide.shapes:
            height = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            assert Emu(shape.top + height) <= deck.slide_height
