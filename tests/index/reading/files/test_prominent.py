"""What files mark in the way of titles, and that it makes the title where no words tell it."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from index.reading.clean import clean
from index.reading.describe import describe
from index.reading.files.load import load_file
from index.reading.files.types import Prominent, Standing

MOST_BYTES = 2_000_000
BODY = "各班组要按照安排认真组织,发现问题及时上报,不得瞒报漏报。"


def title_of(path: Path) -> str:
    loaded = load_file(path, MOST_BYTES)
    return describe(clean("", loaded), loaded).title


def set_off(path: Path) -> list[str]:
    return [one.text for one in load_file(path, MOST_BYTES).prominent if one.standing is Standing.SET_OFF]


def word_file(path: Path, *titles: str, style: str = "", points: float = 0) -> Path:
    word = docx.Document()
    word.add_paragraph("内部资料")
    for title in titles:
        paragraph = word.add_paragraph(style=style or None)
        run = paragraph.add_run(title)
        if points:
            run.font.size = Pt(points)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for _ in range(3):
        word.add_paragraph(BODY)
    word.save(str(path))
    return path


def test_a_style_or_large_centred_letters_set_a_word_title_off(tmp_path: Path) -> None:
    styled = word_file(tmp_path / "附件.docx", "望湖矿班前会怎样开", style="Title")
    large = word_file(tmp_path / "材料.docx", "望湖矿井下避险", "我们这样做", points=22)
    assert (set_off(styled), set_off(large)) == (["望湖矿班前会怎样开"], ["望湖矿井下避险 我们这样做"])
    assert title_of(styled) == "望湖矿班前会怎样开"
    assert title_of(large) == "望湖矿井下避险我们这样做"


def test_letters_of_the_size_of_the_text_set_nothing_off(tmp_path: Path) -> None:
    assert set_off(word_file(tmp_path / "a.docx", "望湖矿班前会", points=12)) == []


def test_what_a_pdf_prints_larger_is_set_off(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    lines = [(9, "望湖矿安全部"), (22, "入井人员须知与"), (22, "自救要领"), *[(12, BODY)] * 6]
    for number, (size, line) in enumerate(lines):
        canvas.setFont("STSong-Light", size)
        canvas.drawString(40, 780 - 30 * number, line)
    canvas.save()
    assert ["".join(text.split()) for text in set_off(path)] == ["入井人员须知与自救要领"]
    assert title_of(path) == "入井人员须知与自救要领"


def test_a_page_has_its_title_its_meta_tags_and_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "t20240501.html"
    path.write_text(
        f"""<html><head><title>望湖矿入井须知_望湖矿业门户</title><meta name="ArticleTitle" content="望湖矿入井须知">
        </head><body><h1>望湖矿业</h1><p style="text-align: center">望湖矿入井须知</p><p>{BODY}</p></body></html>""",
        "utf-8",
    )
    assert load_file(path, MOST_BYTES).prominent == (
        Prominent("望湖矿入井须知_望湖矿业门户", Standing.PAGE_TITLE),
        Prominent("望湖矿入井须知", Standing.ARTICLE),
        Prominent("望湖矿业", Standing.SET_OFF),
        Prominent("望湖矿入井须知", Standing.SET_OFF),
    )
    assert title_of(path) == "望湖矿入井须知"


def test_the_first_heading_of_markdown_is_set_off(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"望湖矿业\n\n# 入井须知\n\n{BODY}\n\n# 附则\n", "utf-8")
    assert set_off(path) == ["入井须知"]
    assert title_of(path) == "入井须知"
