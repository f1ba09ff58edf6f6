"""Running heads, feet, page numbers."""

from __future__ import annotations

from tests.index.reading.files.pdf.conftest import LATIN, Drawn, Page, column, wrapped

TEXT = (
    "各乡镇人民政府和县直有关部门要结合实际制定工作方案，细化任务措施，明确责任分工和完成时限，于每月底前将工作进展"
    "报送县安全生产委员会办公室，重大情况随时报告，不得迟报漏报瞒报，对工作推进不力的单位予以通报批评并限期整改落实到位。"
)


def pages(margins: list[list[Drawn]]) -> list[Page]:
    """One paragraph over as many pages, each with its margins."""
    lines = wrapped(TEXT, 36)
    return [Page([*margin, *column([line], 90, 400)]) for margin, line in zip(margins, lines, strict=False)]


def test_heads_and_numbers_are_none_of_the_text_and_break_no_sentence(read_pages) -> None:
    margins = [[Drawn(200, 40, "平川县应急预案汇编", 9), Drawn(280, 770, f"— {at} —", 9)] for at in (5, 6, 7)]
    assert read_pages(*pages(margins)).text == TEXT[: 36 * 3 - 2] + "\n"


def test_a_page_begins_inside_the_sentence_that_it_goes_on_with(read_pages) -> None:
    loaded = read_pages(*pages([[Drawn(280, 770, f"第{at}页 共2页", 9)] for at in (1, 2)]))
    assert loaded.page_starts == (0, 34)
    assert loaded.text[34:].startswith(TEXT[34:50])


def test_left_and_right_pages_have_each_their_head(read_pages) -> None:
    heads = ["平川县应急预案汇编", "防汛抗旱应急预案"] * 2
    margins = [
        [Drawn(90 + 200 * (at % 2), 40, head, 9), Drawn(280, 770, str(at + 31), 9)] for at, head in enumerate(heads)
    ]
    text = read_pages(*pages(margins)).text
    assert text == TEXT[: 36 * 4 - 2] + "\n"


def test_english_page_numbers_go(read_pages) -> None:
    margins = [[Drawn(280, 770, f"Page {at} of 3", 9, LATIN)] for at in (1, 2, 3)]
    assert "Page" not in read_pages(*pages(margins)).text


def test_a_number_beside_the_title_of_the_book_goes_with_it(read_pages) -> None:
    margins = [[Drawn(90, 40, "平川县应急管理局", 9), Drawn(480, 40, str(at), 9)] for at in (11, 12, 13)]
    assert read_pages(*pages(margins)).text == TEXT[: 36 * 3 - 2] + "\n"


def test_what_stands_on_top_of_one_page_alone_stays(read_pages) -> None:
    margins = [[Drawn(90, 60, f"附件{at}"), Drawn(280, 770, f"— {at} —", 9)] for at in (1, 2, 3)]
    lines = read_pages(*pages(margins)).text.splitlines()
    assert [line for line in lines if line.startswith("附件")] == ["附件1", "附件2", "附件3"]


def test_a_heading_that_every_page_has_below_its_own_title_stays(read_pages) -> None:
    margins = [[Drawn(200, 50, f"{name}事故应急预案"), Drawn(90, 70, "1 总则")] for name in ("火灾", "水灾", "雪灾")]
    assert read_pages(*pages(margins)).text.count("总则") == 3


def test_a_title_that_stands_on_every_page_is_read_once(read_pages) -> None:
    margins = [[Drawn(200, 80, "平川县隐患整改台账", 18)] for _ in range(3)]
    assert read_pages(*pages(margins)).text.splitlines() == ["平川县隐患整改台账", TEXT[: 36 * 3 - 2]]


def test_two_pages_that_are_alike_are_both_read(read_pages) -> None:
    page = Page(column(["一、总则", "二、职责", "三、附则"]))
    assert read_pages(page, page).text.split() == ["一、总则", "二、职责", "三、附则"] * 2


def test_a_figure_that_is_not_its_pages_number_stays(read_pages) -> None:
    assert read_pages(Page([Drawn(90, 100, "全年新建消防站座数"), Drawn(90, 700, "36")])).text.split() == [
        "全年新建消防站座数",
        "36",
    ]
