"""Running heads, feet and page numbers at the edges of pages."""

from __future__ import annotations

import pytest

from index.reading.page_edges import PrintedNumber, page_numbers, printed_page_number, running_heads


def test_a_title_with_the_number_of_its_page_is_no_text_of_the_plan() -> None:
    pages = [f"滨湖县安全生产规划 {number}\n第{word}条内容。\n" for number, word in enumerate("一二三四", 1)]
    starts = tuple(sum(map(len, pages[:i])) for i in range(len(pages)))
    text = "".join(pages)
    taken = [text[edit.start : edit.end] for edit in running_heads(text, starts)]
    assert taken == [f"滨湖县安全生产规划 {number}\n" for number in range(1, 5)]


def test_headings_that_short_papers_share_stay_below_their_titles() -> None:
    pages = [
        f"滨湖县汇编\n{name}事故应急预案\n1 总则\n{name}事故的处置，适用本预案。\n4 附则\n{name}办解释。\n"
        for name in "甲乙丙"
    ]
    starts = tuple(sum(map(len, pages[:i])) for i in range(len(pages)))
    text = "".join(pages)
    assert [text[edit.start : edit.end] for edit in running_heads(text, starts)] == ["滨湖县汇编\n"] * 3


def test_only_a_number_that_is_marked_as_a_page_is_taken_out() -> None:
    text = "— 12 —\n·4·\n第5页 共9页\n12\n-3\n第3段正文\n"
    assert [text[edit.start : edit.end] for edit in page_numbers(text)] == ["— 12 —\n", "·4·\n", "第5页 共9页\n"]


def test_rows_that_are_alike_at_the_edge_of_every_page_stay() -> None:
    pages = [f"{number}\t开展检查\t县教育局\n" for number in range(1, 6)]
    starts = tuple(sum(map(len, pages[:i])) for i in range(len(pages)))
    assert running_heads("".join(pages), starts) == []


@pytest.mark.parametrize(
    ("line", "value", "is_marked"),
    [
        ("— 12 —", 12, True),
        ("第5页 共9页", 5, True),
        ("第 2 页，共 14 页", 2, True),
        ("第3/9页", 3, True),
        ("Page 3 of 9", 3, True),
        ("page 7", 7, True),
        ("12", 12, False),
    ],
)
def test_the_number_of_a_page_is_read(line: str, value: int, is_marked: bool) -> None:
    assert printed_page_number(line) == PrintedNumber(value, is_marked)


@pytest.mark.parametrize("line", ["第五页", "12座", "-3", "Page three", "3/9 完成", ""])
def test_other_lines_are_no_number_of_a_page(line: str) -> None:
    assert printed_page_number(line) is None
