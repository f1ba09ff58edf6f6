"""What is seen on a page, and what is not."""

from __future__ import annotations

import pytest

from tests.index.reading.files.pdf.conftest import HEIGHT, WIDTH, Drawn, Page, column

LINES = ["平川县应急管理局负责综合监管。", "各乡镇负责本辖区隐患排查。"]


def test_text_without_ink_is_not_read(read_pages) -> None:
    hidden = Drawn(90, 300, "草稿请勿外传", mode=3)
    assert read_pages(Page([*column(LINES), hidden])).text.splitlines() == LINES


def test_text_without_ink_over_a_scan_is_what_the_scan_shows(read_pages) -> None:
    drawn = [Drawn(one.x, one.y, one.text, mode=3) for one in column(LINES)]
    assert read_pages(Page(drawn, picture=True)).text.splitlines() == LINES


def test_white_text_is_read_on_a_dark_ground_alone(read_pages) -> None:
    white = [Drawn(90, 300, "白底白字的词", grey=1.0), Drawn(90, 400, "深色表头的字", grey=1.0)]
    text = read_pages(Page([*column(LINES), *white], box=(80, 380, 300, 410))).text
    assert text.splitlines() == [*LINES, "深色表头的字"]


def test_what_is_printed_twice_to_look_bold_is_read_once(read_pages) -> None:
    twice = [Drawn(90 + by, 100, "一、工作目标", 16) for by in (0, 0.5)]
    text = read_pages(Page([*twice, *column(LINES, y=140)])).text
    assert text.splitlines() == ["一、工作目标", *LINES]


def test_like_signs_side_by_side_stay(read_pages) -> None:
    assert read_pages(Page([Drawn(90, 100, "1100米处处设防")])).text == "1100米处处设防\n"


def test_a_watermark_aslant_is_left_out(read_pages) -> None:
    marks = [Drawn(150 + 150 * at, 500, "内部资料", 40, grey=0.8, turn=45) for at in range(2)]
    assert read_pages(Page([*column(LINES), *marks])).text.splitlines() == LINES


def test_text_outside_the_page_is_not_read(read_pages) -> None:
    assert (
        read_pages(
            Page([*column(LINES), Drawn(90, HEIGHT + 60, "裁掉的字"), Drawn(WIDTH + 30, 90, "裁掉的字")])
        ).text.splitlines()
        == LINES
    )


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_viewers_turn_is_read_as_they_show_it(read_pages, rotate: int) -> None:
    """Written so that it stands upright once the viewer has turned the page clockwise; that page is as wide as the others."""
    place = {
        90: (lambda x, y: (y, HEIGHT - x)),
        180: (lambda x, y: (WIDTH - x, HEIGHT - y)),
        270: (lambda x, y: (HEIGHT - y, HEIGHT - WIDTH + x)),
    }
    drawn = [Drawn(*place[rotate](one.x, one.y), one.text, turn=rotate) for one in column(LINES)]
    assert read_pages(Page(drawn, rotate=rotate)).text.splitlines() == LINES


@pytest.mark.parametrize("turn", [90, 270])
def test_text_that_lies_on_its_side_is_read_as_one_turns_the_page(read_pages, turn: int) -> None:
    drawn = [
        Drawn(100 + 20 * at, 600, line, turn=90) if turn == 90 else Drawn(400 - 20 * at, 100, line, turn=270)
        for at, line in enumerate(LINES)
    ]
    assert read_pages(Page(drawn)).text.splitlines() == LINES


def test_a_line_up_the_margin_stands_behind_the_text(read_pages) -> None:
    text = read_pages(Page([*column(LINES), Drawn(30, 600, "装订时请留边", turn=90)])).text
    assert text.splitlines() == [*LINES, "装订时请留边"]
