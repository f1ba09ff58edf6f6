"""A PDF's own page is drawn, and the passage marked where it stands."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from assistant.ui.shared.reader.page_image import MAX_PIXELS, draw_page

LINES = ("县住建局负责城镇燃气。", "县能源局负责煤矿安全，", "县住建局负责城镇燃气。")
TOP, STEP, LEFT, SIZE = 780, 28, 70, 13
# As cleaning leaves it: the lines joined.
TEXT = "".join(LINES)


@pytest.fixture
def plan(tmp_path):
    """Two pages with a Chinese font: the lines, then one more; a third page that is huge and turned."""
    path = tmp_path / "plan.pdf"
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    sheet = canvas.Canvas(str(path), pagesize=A4)
    for lines in (LINES, ("煤矿安全，另起一页。",)):
        sheet.setFont("STSong-Light", SIZE)
        for place, line in enumerate(lines):
            sheet.drawString(LEFT, TOP - STEP * place, line)
        sheet.showPage()
    sheet.setPageSize((9000, 9000))
    sheet.setPageRotation(90)
    sheet.setFont("STSong-Light", 400)
    sheet.drawString(200, 200, "大页")
    sheet.showPage()
    sheet.save()
    return path


def test_passage_is_marked_line_by_line(plan):
    image = draw_page(plan, 1, TEXT, (5, 18))
    assert image is not None
    assert (image.number, image.count) == (1, 3)
    first, second = image.boxes
    height, width = A4[1], A4[0]
    assert first.top < 100 * (height - TOP) / height < first.top + first.height
    assert second.top < 100 * (height - TOP + STEP) / height < second.top + second.height
    assert first.left == pytest.approx(100 * (LEFT + 5 * SIZE) / width, abs=0.3)
    assert second.left == pytest.approx(100 * LEFT / width, abs=0.3)
    assert second.width == pytest.approx(100 * 7 * SIZE / width, abs=0.5)
    assert Image.open(BytesIO(image.webp)).size == (image.width, image.height)


def test_words_that_stand_twice_are_marked_where_they_are_meant(plan):
    start = TEXT.rindex("县住建局")
    image = draw_page(plan, 1, TEXT, (start, start + 4))
    assert image is not None
    (box,) = image.boxes
    assert box.top > 100 * (A4[1] - TOP + STEP) / A4[1]


def test_passage_that_is_not_on_the_page_is_not_marked(plan):
    image = draw_page(plan, 2, "别的文字，与此页无关的规定。", (0, 12))
    assert image is not None
    assert image.boxes == ()


def test_huge_page_is_drawn_small_and_a_turned_one_is_marked(plan):
    image = draw_page(plan, 3, "大页", (0, 2))
    assert image is not None
    assert image.width * image.height <= MAX_PIXELS * 1.01
    one, two = image.boxes  # the line runs downwards
    assert 0 < one.left < one.left + one.width < 10
    assert 0 < one.top < one.top + one.height <= two.top + 0.1


@pytest.mark.parametrize("number", [0, 4, -1])
def test_there_is_no_such_page(plan, number):
    assert draw_page(plan, number, "", (0, 0)) is None


def test_damaged_or_missing_file_gives_no_image(tmp_path):
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nonsense")
    assert draw_page(tmp_path / "bad.pdf", 1, "", (0, 0)) is None
    assert draw_page(tmp_path / "none.pdf", 1, "", (0, 0)) is None


def test_lines_that_were_read_from_a_picture_are_marked_where_they_were_seen(plan):
    image = draw_page(plan, 2, TEXT, (0, 5), [(0.1, 0.2, 0.5, 0.25), (0.1, 0.3, 0.4, 0.35)])
    assert image is not None
    assert [(box.left, box.top, box.width, box.height) for box in image.boxes] == [
        pytest.approx((10, 20, 40, 5)),
        pytest.approx((10, 30, 30, 5)),
    ]


def test_a_file_of_pictures_is_shown_page_by_page(tmp_path):
    path = tmp_path / "scan.tif"
    pages = [Image.new("RGB", (400, 600 + 10 * at), "white") for at in range(2)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    image = draw_page(path, 2, "", (0, 0), [(0.0, 0.0, 0.5, 0.5)])
    assert image is not None
    assert (image.number, image.count, image.width, image.height, len(image.boxes)) == (2, 2, 400, 610, 1)
    assert draw_page(path, 3, "", (0, 0)) is None
    path.write_bytes(b"no picture")
    assert draw_page(path, 1, "", (0, 0)) is None
