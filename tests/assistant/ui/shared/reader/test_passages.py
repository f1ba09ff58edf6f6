"""The reader: a PDF's own page beside the text, the passage marked on it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from assistant.server.startup import Startup
from assistant.ui.shared.reader.passages import AskedPassage, open_passage
from index import Index
from index.build import build
from index.terms.glossary import load_glossary
from index.translation.english import English
from index.translation.memory import Line, Maker, Memory

PAGES = (
    ("青山县“十五五”安全生产规划", "一、总体要求", "县住房和城乡建设局负责城镇燃气安全检查，检查结果"),
    ("向社会公开，接受群众监督。", "二、主要任务", "县能源局牵头开展煤矿重大灾害治理。"),
)
PASSAGE = "县住房和城乡建设局负责城镇燃气安全检查，检查结果"

TRANSLATED = (
    Line("", "渭南市安全生产规划", "Weinan Work Safety Plan"),
    Line("", "总体要求", "General requirements"),
    Line("", "市住建局负责燃气。", "The Municipal Housing Bureau is responsible for gas."),
)


class Opened:
    """As much of the assistant as the reader needs."""

    def __init__(self, index: Index) -> None:
        self.index, self.english = index, English(load_glossary(), Memory(TRANSLATED))

    def warm_up(self) -> None: ...


@pytest.fixture
def startup(settings):
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    sheet = canvas.Canvas(str(settings.documents_dir / "qingshan.pdf"))
    for lines in PAGES:
        sheet.setFont("STSong-Light", 13)
        for place, line in enumerate(lines):
            sheet.drawString(70, 780 - 30 * place, line)
        sheet.showPage()
    sheet.save()
    (settings.documents_dir / "weinan.txt").write_text(
        "渭南市安全生产规划\n\n一、总体要求\n市住建局负责燃气。\n", "utf-8"
    )
    build(settings)
    started = Startup(lambda _progress: Opened(Index.open(settings)))
    started.begin()
    started.wait()
    return started


def find(startup, words):
    index = startup.wait().index
    document = next(document for document in index.documents if document.file.endswith(".pdf"))
    text = index.document(document.id).clean.text
    return document.id, text.index(words[:6]), text.index(words[-4:]) + 4


def test_passage_over_two_pages_is_marked_on_each(startup):
    place = find(startup, PASSAGE + "接受群众监督")
    first = open_passage(startup, AskedPassage(*place, view="image"), "zh")
    assert "第 1 / 2 页" in first
    assert "所引内容在第 1–2 页" in first
    assert len(re.findall(r'<i id="passage" style="left', first)) == 1
    second = open_passage(startup, AskedPassage(*place, view="image", page=2), "zh")
    assert "第 2 / 2 页" in second
    assert len(re.findall(r'style="left:', second)) == 1


def test_text_offers_the_image_and_the_image_the_text(startup):
    place = find(startup, PASSAGE)
    text = open_passage(startup, AskedPassage(*place), "en")
    assert '<button type="button" data-view="image" aria-pressed="false">Page image</button>' in text
    assert "<mark" in text
    image = open_passage(startup, AskedPassage(*place, view="image"), "en")
    assert '<button type="button" data-view="image" aria-pressed="true">' in image
    assert 'data-to-page="2"' in image  # the second chapter in the table of contents


def test_a_plan_without_pages_stays_text(startup):
    index = startup.wait().index
    document = next(document for document in index.documents if document.file.endswith(".txt"))
    html = open_passage(startup, AskedPassage(document.id, view="image"), "zh")
    assert 'data-view="image"' not in html
    assert '<div class="text"' in html


def test_a_page_that_cannot_be_drawn_is_told(startup, settings):
    place = find(startup, PASSAGE)
    (settings.documents_dir / "qingshan.pdf").write_bytes(b"gone bad")
    html = open_passage(startup, AskedPassage(*place, view="image"), "zh")
    assert "这一页无法显示为图像，请看文字。" in html
    assert 'data-view="text"' in html


@pytest.mark.parametrize("page", [99, -1])
def test_there_is_no_such_page(startup, page):
    html = open_passage(startup, AskedPassage(*find(startup, PASSAGE), view="image", page=page), "zh")
    assert "这一页无法显示为图像" in html


@pytest.mark.parametrize(
    "place",
    [AskedPassage("nowhere", 0, 1), AskedPassage("qingshan-15th", -1, 4), AskedPassage("qingshan-15th", 3, 10**9)],
)
def test_a_wrong_address_is_told_kindly(startup, place):
    assert "找不到这段原文" in open_passage(startup, place, "zh")


def test_a_translated_plan_is_read_in_both_languages_the_passage_marked_in_both(startup):
    text = startup.wait().index.document("weinan").clean.text
    start = text.index("市住建局")
    html = open_passage(startup, AskedPassage("weinan", start, len(text.rstrip()), beside=True), "en")
    assert re.findall(r"<mark.*?>(.*?)</mark>", html) == [
        "市住建局负责燃气。",
        "The Municipal Housing Bureau is responsible for gas. ",
    ]
    assert "Unofficial translation made for this program; the Chinese text counts." in html
    assert '<span lang="en">General requirements</span>' in html  # the way to the passage


def test_english_is_left_out_where_it_is_switched_off_or_there_is_none(startup):
    html = open_passage(startup, AskedPassage("weinan"), "en")
    assert "data-beside" in html
    assert "responsible for gas" not in html
    document, *_ = find(startup, PASSAGE)
    untranslated = open_passage(startup, AskedPassage(document, beside=True), "en")
    assert "data-beside" not in untranslated
    assert "Unofficial" not in untranslated


def test_what_a_machine_translated_is_marked_beside_the_text(startup):
    by_hand = open_passage(startup, AskedPassage("weinan", beside=True), "en")
    assert "machine translation" not in by_hand
    lines = [*TRANSLATED[:2], replace(TRANSLATED[2], maker=Maker.MACHINE)]
    startup.wait().english = English(load_glossary(), Memory(lines))
    html = open_passage(startup, AskedPassage("weinan", beside=True), "en")
    assert "What is marked as machine translation was not checked by a person." in html
    assert html.count("[machine translation]") == 1
    assert 'gas. <small title="machine translation, unchecked by a person">' in html
