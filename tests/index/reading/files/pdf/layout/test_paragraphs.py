"""Lines that are one paragraph, and lines that are not."""

from __future__ import annotations

from tests.index.reading.files.pdf.conftest import LATIN, Drawn, Page, column, wrapped

FIRST = "各乡镇人民政府要落实属地管理责任，健全网格化监管体系，配齐配强安全员，每月至少开展一次全面排查，建立问题隐患和制度措施清单。"
SECOND = (
    "各行业主管部门要落实监管责任，制定年度监督检查计划，突出重点领域和薄弱环节，严格执法检查，依法查处违法违规行为。"
)


def test_paragraphs_are_told_by_their_indent_and_their_last_line(read_pages) -> None:
    assert read_pages(Page(column(wrapped(FIRST, 30) + wrapped(SECOND, 30)))).text.splitlines() == [FIRST, SECOND]


def test_a_full_last_line_ends_its_paragraph_where_the_next_is_indented(read_pages) -> None:
    first, second = FIRST[:57] + "。", SECOND
    assert read_pages(Page(column(wrapped(first, 30) + wrapped(second, 30)))).text.splitlines() == [first, second]


def test_short_lines_stay_lines(read_pages) -> None:
    lines = ["平川县人民政府办公室", "关于印发工作方案的通知", "各乡镇人民政府：", "联系人：何远", "联系电话：见封底"]
    assert read_pages(Page(column(lines))).text.splitlines() == lines


def test_who_signs_and_when_stay_two_lines(read_pages) -> None:
    signed = [Drawn(346, 200, "平川县公安局"), Drawn(336, 220, "2025年3月5日")]
    text = read_pages(Page([*column(wrapped(FIRST, 30)), *signed])).text
    assert text.splitlines() == [FIRST, "平川县公安局", "2025年3月5日"]


def test_items_of_one_full_line_each_stay_apart(read_pages) -> None:
    items = [f"\u3000\u3000{number}.{FIRST[:26]}；" for number in range(1, 5)]
    text = read_pages(Page(column([*items, *wrapped(SECOND, 30)]))).text
    assert text.splitlines() == [*(item.strip() for item in items), SECOND]


def test_an_item_whose_lines_hang_below_its_words_is_one(read_pages) -> None:
    drawn = [
        Drawn(90, 100, "1、" + FIRST[:28]),
        Drawn(114, 120, FIRST[28:56]),
        Drawn(114, 140, FIRST[56:]),
        *column(wrapped(SECOND, 30), y=160),
    ]
    assert read_pages(Page(drawn)).text.splitlines() == ["1、" + FIRST, SECOND]


def test_a_heading_in_other_letters_is_no_part_of_the_text_below(read_pages) -> None:
    heading = "一、" + "关于进一步压实安全生产责任的总体要求和基本原则"
    drawn = [Drawn(90, 100, heading, 14.4), *column(wrapped(FIRST, 30), y=130)]
    assert read_pages(Page(drawn)).text.splitlines() == [heading, FIRST]


def test_more_space_parts_paragraphs_without_indent(read_pages) -> None:
    lines = [FIRST[at : at + 30] for at in (0, 30)]
    drawn = [*column(lines), *column(lines, y=170)]
    assert read_pages(Page(drawn)).text.splitlines() == [FIRST[:60], FIRST[:60]]


def test_a_line_that_ends_early_for_a_long_word_goes_on(read_pages) -> None:
    lines = [
        "\u3000\u3000推广应用重大危险源监测预警平台和地理信息系统以及",
        "GeographicInformation平台，实现数据共享，并于每季度末通报使用情况，",
        "对长期不用的单位予以通报。",
    ]
    drawn = column(lines[:1] + wrapped(SECOND, 30)[1:3], y=200) + column([], y=0)
    del drawn[1:]
    drawn += [
        Drawn(90, 220, "GeographicInformation", font=LATIN),
        Drawn(215, 220, "平台，实现数据共享，并于每季度末通报"),
        Drawn(90, 240, "使用情况。"),
    ]
    assert read_pages(Page(drawn + column(wrapped(SECOND, 30), y=260))).text.splitlines()[1:] == [SECOND]


def test_english_words_keep_their_spaces_and_lose_their_hyphens(read_pages) -> None:
    lines = [
        "The county emergency bureau leads the general supervision of work",
        "safety. Every township checks its own enterprises and reports haz-",
        "ards to the bureau each month, with the measures that were taken.",
        "Fire services inspect high-rise buildings twice a year.",
    ]
    text = read_pages(Page([Drawn(90, 100 + 18 * at, line, 11, LATIN) for at, line in enumerate(lines)])).text
    assert text.splitlines() == [" ".join(lines).replace("haz- ards", "hazards")]


def test_a_table_of_contents_keeps_its_lines(read_pages) -> None:
    lines = [
        f"{head}{'.' * (70 - 2 * len(head))}{page}"
        for head, page in (("一、总则", 1), ("二、组织机构", 3), ("三、附则", 9))
    ]
    assert read_pages(Page(column(lines, size=6))).text.splitlines() == lines


def test_a_short_numbered_line_below_a_full_sentence_is_a_heading(read_pages) -> None:
    full = FIRST[:29] + "。"
    lines = [*wrapped(SECOND, 30), full, "2 组织体系", full]
    assert "2 组织体系" in read_pages(Page(column([line.strip() for line in lines]))).text.splitlines()
