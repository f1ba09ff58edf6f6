"""Notes at the foot of a page."""

from __future__ import annotations

from tests.index.reading.files.pdf.conftest import Drawn, Page, column, wrapped

TEXT = (
    "到二〇二六年底全县亿元地区生产总值生产安全事故死亡率下降三成以上，各行业领域重大事故隐患动态清零，基层应急能力"
    "明显增强，安全生产形势持续稳定向好，人民群众获得感幸福感安全感更加充实更有保障更可持续。"
)
NOTE = "以二〇二〇年为基数计算，数据来自县统计局年鉴。"


def raised(mark: str, line: int) -> Drawn:
    """A mark behind the last sign of a line."""
    return Drawn(90 + 12 * 30, 100 + 20 * line - 5, mark, 7)


def test_a_note_does_not_stand_inside_the_sentence_that_goes_on_overleaf(read_pages) -> None:
    lines = wrapped(TEXT, 30)
    first = [*column(lines[:2]), raised("1", 0), Drawn(90, 700, "1 " + NOTE, 9)]
    loaded = read_pages(Page(first), Page(column(lines[2:])))
    told = TEXT[:28] + "¹" + TEXT[28:]
    assert loaded.text.splitlines() == [told, "1 " + NOTE]


def test_a_note_of_two_lines_is_one(read_pages) -> None:
    drawn = [
        *column(wrapped(TEXT, 30)),
        raised("①", 0),
        Drawn(90, 700, "①" + NOTE[:11], 9),
        Drawn(90, 714, NOTE[11:], 9),
    ]
    assert read_pages(Page(drawn)).text.splitlines()[-1] == "①" + NOTE


def test_small_print_without_a_mark_in_the_text_is_text(read_pages) -> None:
    small = [Drawn(90, 300, "注：数据截至上年末。", 9)]
    lines = wrapped(TEXT, 30)
    text = read_pages(Page([*column(lines[:2]), *small]), Page(column(lines[2:]))).text
    assert text.splitlines()[1] == "注：数据截至上年末。"


def test_a_power_stays_one(read_pages) -> None:
    assert read_pages(Page([Drawn(90, 100, "储备库面积500m"), Drawn(175, 95, "2", 7)])).text == "储备库面积500m²\n"
