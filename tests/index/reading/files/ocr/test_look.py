"""What is seen on printed pages, however they lie on the scanner."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from index.reading.files.ocr.look import look, with_brackets_of_its_script
from index.reading.files.ocr.page_lines import page_texts
from tests.index.reading.files.ocr.conftest import lines_at, table_at

pytestmark = pytest.mark.slow  # it loads the models

LINES = {
    760: "青岚县安全生产责任清单",
    720: "县应急管理局负责综合监督管理。",
    690: "县住房和城乡建设局负责城镇燃气安全。",
}
TEXT = "".join(LINES.values())


def bare(text):
    return "".join(text.split())


@pytest.fixture(scope="module")
def page(printed):
    return printed(lambda canvas: lines_at(canvas, LINES))


def turned(picture, degrees):
    height, width = picture.shape[:2]
    way = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(picture, way, (width, height), borderValue=(255, 255, 255))


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ("(三）巩固提升阶段", "（三）巩固提升阶段"),
        ("省安委会(办公室)", "省安委会（办公室）"),
        ("GB 50016 (fire code)", "GB 50016 (fire code)"),
    ],
)
def test_brackets_are_those_of_the_script_of_their_line(seen, told):
    assert with_brackets_of_its_script(seen) == told


def test_lines_are_read_where_they_stand(page):
    seen = look(page)
    assert bare(page_texts({1: seen})[1].text) == TEXT
    title = min(seen.lines, key=lambda line: line.shown[1])
    left, top, right, bottom = title.shown
    # 80 of 595 points from the left edge; the base line 760 of 842 points up, the letters 14 points high.
    assert left == pytest.approx(80 / 595, abs=0.01)
    assert right == pytest.approx((80 + 11 * 14) / 595, abs=0.02)
    assert top < 1 - 765 / 842 < bottom
    assert all(line.confidence > 0.9 for line in seen.lines)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_lies_turned_is_read_and_its_boxes_lie_on_it_as_it_is_shown(page, quarters):
    lying = np.ascontiguousarray(np.rot90(page, quarters))
    seen = look(lying)
    assert bare(page_texts({1: seen})[1].text) == TEXT
    height, width = lying.shape[:2]
    for line in seen.lines:
        left, top, right, bottom = line.shown
        inside = lying[int(top * height) : int(bottom * height) + 1, int(left * width) : int(right * width) + 1]
        assert (inside < 128).mean() > 0.05


@pytest.mark.parametrize("degrees", [-3, 0.5, 2])
def test_a_page_that_was_put_in_crookedly_is_read(page, degrees):
    assert bare(page_texts({1: look(turned(page, degrees))})[1].text) == TEXT


def test_noise_changes_nothing(page):
    rough = np.random.default_rng(1).normal(0, 15, page.shape) + cv2.GaussianBlur(page, (0, 0), 0.7) * 0.9
    assert bare(page_texts({1: look(np.clip(rough, 0, 255).astype(np.uint8))})[1].text) == TEXT


def test_a_wide_gap_between_words_is_a_space(printed):
    written = ["指挥长：程远山　县委副书记", "副指挥长：陆小川　县应急管理局局长", "落实属地管理责任，完成整改任务。"]
    picture = printed(lambda canvas: lines_at(canvas, dict(zip((760, 720, 680), written, strict=True))))
    told = [line.text for line in sorted(look(picture).lines, key=lambda line: line.middle[1])]
    assert told == [line.replace("　", " ") for line in written]


def test_a_blank_page_shows_nothing():
    page = np.full((1754, 1240, 3), 250, np.uint8)
    page[100:102, 100:102] = 0  # a speck
    assert look(page).lines == ()


@pytest.mark.parametrize("degrees", [0, 1.5])
def test_a_ruled_table_is_read_cell_by_cell(printed, degrees):
    cells = {
        (0, 0): "序号",
        (0, 1): "重点任务",
        (0, 2): "牵头单位",
        (1, 0): "1",
        (1, 1): "更换老旧燃气管道",
        (1, 2): "县住建局",
        (2, 0): "2",
        (2, 1): "检查校车",
        (2, 2): "县教育局",
    }

    def draw(canvas):
        lines_at(canvas, {780: "附表：任务分工"})
        table_at(canvas, [80, 130, 260, 360], [760, 730, 700, 670], cells)
        lines_at(canvas, {640: "以上任务须按期完成。"})

    told = page_texts({1: look(turned(printed(draw), degrees))})[1].text.splitlines()
    assert told == [
        "附表：任务分工",
        "序号\t重点任务\t牵头单位",
        "1\t更换老旧燃气管道\t县住建局",
        "2\t检查校车\t县教育局",
        "以上任务须按期完成。",
    ]


def test_cells_that_nearly_touch_are_told_apart_by_the_rule_between_them(printed):
    def draw(canvas):
        table_at(
            canvas, [80, 166, 260], [760, 730, 700], {(0, 1): "县公安局", (1, 0): "县教育局负责", (1, 1): "县财政局"}
        )
        canvas.drawString(82, 738, "责任单位名称")

    told = page_texts({1: look(printed(draw))})[1].text.splitlines()
    assert told == ["责任单位名称\t县公安局", "县教育局负责\t县财政局"]
