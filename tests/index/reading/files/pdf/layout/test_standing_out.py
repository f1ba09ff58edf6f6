"""Titles and headings by their letters."""

from __future__ import annotations

from tests.index.reading.files.pdf.conftest import LATIN, Drawn, Page, column, wrapped

TEXT = "各乡镇人民政府要落实属地管理责任，健全网格化监管体系，配齐配强安全员，每月至少开展一次全面排查，建立问题隐患和制度措施清单。"


def paper(*headings: Drawn) -> list[Drawn]:
    """Each heading stands above a paragraph."""
    drawn: list[Drawn] = []
    for at, heading in enumerate(headings):
        drawn += [
            Drawn(heading.x, 200 + 120 * at, heading.text, heading.size, heading.font),
            *column(wrapped(TEXT, 30), y=230 + 120 * at),
        ]
    return drawn


def marked(loaded) -> list[tuple[str, int]]:
    return [(loaded.text[one.start : one.end], one.level) for one in loaded.headings]


def test_larger_letters_make_headings_of_their_level(read_pages) -> None:
    page = Page(paper(Drawn(90, 0, "第一章 总则", 16), Drawn(90, 0, "适用范围", 14), Drawn(90, 0, "第二章 职责", 16)))
    assert marked(read_pages(page)) == [("第一章 总则", 1), ("适用范围", 2), ("第二章 职责", 1)]


def test_the_title_is_set_off_and_no_heading(read_pages) -> None:
    title = [Drawn(149, 100, "平川县安全生产治本攻坚", 22), Drawn(204, 130, "三年行动方案", 22)]
    loaded = read_pages(Page([*title, *paper(Drawn(90, 0, "一、工作目标", 13.5))]))
    assert [one.text for one in loaded.prominent] == ["平川县安全生产治本攻坚三年行动方案"]
    assert marked(loaded) == [("一、工作目标", 1)]
    assert loaded.text.splitlines()[0] == "平川县安全生产治本攻坚三年行动方案"


def test_offices_that_issue_a_paper_together_stay_apart(read_pages) -> None:
    drawn = [
        Drawn(204, 100, "平川县公安局", 22),
        Drawn(160, 130, "平川县应急管理局文件", 22),
        *column(wrapped(TEXT, 30), y=200),
    ]
    assert read_pages(Page(drawn)).text.splitlines()[:2] == ["平川县公安局", "平川县应急管理局文件"]


def test_titles_of_later_papers_are_headings_of_the_highest_level(read_pages) -> None:
    pages = [
        Page(
            [
                Drawn(215, 100, f"平川县{kind}", 22),
                Drawn(226, 130, "应急预案", 22),
                *paper(Drawn(90, 0, "一、总则", 13.5)),
            ]
        )
        for kind in ("防汛", "防火")
    ]
    assert marked(read_pages(*pages)) == [("一、总则", 2), ("平川县防火应急预案", 1), ("一、总则", 2)]


def test_a_line_of_text_in_the_same_letters_is_no_heading(read_pages) -> None:
    assert marked(read_pages(Page(paper(Drawn(90, 0, "一、工作目标"))))) == []


def test_letters_and_figures_in_their_own_font_make_no_heading(read_pages) -> None:
    drawn = [Drawn(90, 150, "2026", font=LATIN), Drawn(120, 150, "年工作方案"), *column(wrapped(TEXT, 30), y=200)]
    assert marked(read_pages(Page(drawn))) == []


def test_a_large_line_that_ends_as_a_sentence_is_no_heading(read_pages) -> None:
    assert marked(read_pages(Page(paper(Drawn(90, 0, "安全生产是头等大事。", 16))))) == []
