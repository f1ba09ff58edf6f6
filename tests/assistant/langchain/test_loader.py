"""Files read by the program, as documents of LangChain."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from assistant.langchain import PassageSplitter, PlansLoader
from index.errors import EmptyFile, FileRejected, MissingFile

PAPER = """柳湾县人民政府办公室关于印发安全生产工作方案的通知
柳政办发〔2031〕7号
各乡镇人民政府：
现将方案印发给你们。
一、总体要求
坚持安全第一。
二、重点任务
（一）渡口安全
由县交通运输局牵头，排查渡口隐患。
（二）燃气安全
由县住房城乡建设局牵头。
三、工作要求
请认真贯彻执行。
柳湾县人民政府办公室
2031年3月5日
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "方案.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_a_section_is_a_document_with_what_the_paper_tells_of_itself(paper: Path) -> None:
    found = PlansLoader(paper).load()
    assert [one.metadata.get("section", "") for one in found] == [
        "",
        "一、总体要求",
        "二、重点任务",
        "二、重点任务 > （一）渡口安全",
        "二、重点任务 > （二）燃气安全",
        "三、工作要求",
    ]
    for one in found:
        assert one.metadata["number"] == "柳政办发〔2031〕7号"
        assert one.metadata["issued"] == "2031-03-05"
        assert one.metadata["source"] == str(paper)
        assert None not in one.metadata.values()


@pytest.mark.parametrize("pieces", ["sections", "passages", "papers"])
def test_pieces_are_the_text_at_their_offsets(paper: Path, pieces: str) -> None:
    (whole,) = PlansLoader(paper, "papers").load()
    found = PlansLoader(paper, pieces).load()
    for one in found:
        assert one.page_content == whole.page_content[one.metadata["start"] : one.metadata["end"]]
    if pieces == "sections":
        assert "".join(one.page_content for one in found) == whole.page_content


def test_pages_are_told(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    path = tmp_path / "two.pdf"
    canvas = Canvas(str(path))
    for heading, body in (("一、总体要求", "坚持安全第一。"), ("二、重点任务", "排查渡口隐患。")):
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(72, 700, heading)
        canvas.drawString(72, 680, body)
        canvas.showPage()
    canvas.save()
    found = PlansLoader(path, "passages").load()
    assert [(one.metadata["page"], one.metadata["section"]) for one in found] == [
        (1, "一、总体要求"),
        (2, "二、重点任务"),
    ]
    (whole,) = PlansLoader(path, "papers").load()
    assert (whole.metadata["page"], whole.metadata["last_page"]) == (1, 2)


def test_passages_of_sections_keep_their_place(paper: Path) -> None:
    (whole,) = PlansLoader(paper, "papers").load()
    found = PassageSplitter(add_start_index=True).split_documents(PlansLoader(paper).load())
    for one in found:
        assert one.page_content == whole.page_content[one.metadata["start"] : one.metadata["end"]]
    gas = next(one for one in found if "住房城乡建设局" in one.page_content)
    assert gas.metadata["section"] == "二、重点任务 > （二）燃气安全"


def test_errors_are_ours(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        PlansLoader(tmp_path / "none.pdf").load()
    (tmp_path / "empty.txt").write_text(" ", encoding="utf-8")
    with pytest.raises(EmptyFile):
        PlansLoader(tmp_path / "empty.txt").load()
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 no more")
    with pytest.raises(FileRejected):
        list(PlansLoader(tmp_path / "bad.pdf").lazy_load())
