"""Slides as they are shown."""

from __future__ import annotations

from pathlib import Path

import pptx
import pytest
from pptx.util import Cm

from index.errors import CorruptFile
from index.reading.files.load import load_file
from index.reading.files.office import libreoffice

MOST_BYTES = 10_000_000


@pytest.fixture
def show() -> pptx.presentation.Presentation:
    show = pptx.Presentation()
    first = show.slides.add_slide(show.slide_layouts[5])
    first.shapes.title.text = "望湖县\n防火宣传"
    for top, text in ((12, "第二段"), (6, "第一段\n巡山")):
        first.shapes.add_textbox(Cm(2), Cm(top), Cm(8), Cm(2)).text_frame.text = text
    table = first.shapes.add_table(3, 2, Cm(2), Cm(16), Cm(8), Cm(3)).table
    for place, text in enumerate(("任务", "单位", "巡山", "林业局", "演练")):
        table.cell(place // 2, place % 2).text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    group = first.shapes.add_group_shape()
    group.shapes.add_textbox(Cm(2), Cm(20), Cm(8), Cm(2)).text_frame.text = "组内"
    hidden = show.slides.add_slide(show.slide_layouts[5])
    hidden.shapes.title.text = "草稿"
    hidden.element.set("show", "0")
    hidden.notes_slide.notes_text_frame.text = "讲稿"
    last = show.slides.add_slide(show.slide_layouts[5])
    last.shapes.title.text = "谢谢"
    last.notes_slide.notes_text_frame.text = "讲稿"
    return show


FIRST = ["望湖县防火宣传", "第一段", "巡山", "第二段", "任务\t单位", "巡山\t林业局", "演练\t林业局", "组内"]


def test_each_slide_is_a_page_with_its_title_first(show: pptx.presentation.Presentation, tmp_path: Path) -> None:
    show.save(str(tmp_path / "show.pptx"))
    loaded = load_file(tmp_path / "show.pptx", MOST_BYTES)
    assert loaded.text.split("\n") == [*FIRST, "谢谢", ""]
    assert loaded.page_starts == (0, loaded.text.index("谢谢"))
    assert [loaded.text[one.start : one.end] for one in loaded.headings] == ["望湖县防火宣传", "谢谢"]
    assert loaded.warnings == ("Hidden slides were left out.",)


@pytest.mark.slow
def test_old_slides_read_as_their_pptx(show: pptx.presentation.Presentation, tmp_path: Path) -> None:
    show.save(str(tmp_path / "show.pptx"))
    content = (tmp_path / "show.pptx").read_bytes()
    (tmp_path / "show.ppt").write_bytes(libreoffice.converted(tmp_path / "show.pptx", content, ".pptx", "ppt"))
    assert "演练\t林业局" in load_file(tmp_path / "show.ppt", MOST_BYTES).text


def test_what_is_no_presentation_is_refused(tmp_path: Path) -> None:
    (tmp_path / "show.pptx").write_bytes(b"PK\x03\x04 damaged")
    with pytest.raises(CorruptFile, match="the PPTX is damaged"):
        load_file(tmp_path / "show.pptx", MOST_BYTES)
