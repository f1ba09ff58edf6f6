"""Which styles of numbers a paper uses and which lies in which, by its own lines and by what its file marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index import Section
from index.reading.clean import clean
from index.reading.files.types import LoadedText, MarkedHeading
from index.reading.structure import build_structure

ReadText = Callable[..., Any]


def tree(section: Section, depth: int = 0) -> list[str]:
    """The labels below a section, each behind as many dots as it lies deep."""
    return [line for child in section.children for line in ("." * depth + child.label, *tree(child, depth + 1))]


def marked(text: str, *levels: tuple[str, int]) -> list[str]:
    """The tree of a text in which the lines that open so are marked, each at a level."""
    headings = tuple(MarkedHeading(text.index(line), text.index(line) + len(line), level) for line, level in levels)
    root, _ = build_structure(clean("plan", LoadedText(Path("plan.docx"), text, headings=headings)))
    return tree(root)


def test_the_paper_itself_tells_which_style_lies_in_which(read_text: ReadText) -> None:
    text = "（一）渡船\n一、船体\n查船体。\n二、灯具\n查灯具。\n（二）渡工\n一、证书\n查证书。\n二、体检\n查体检。\n（三）时间\n三月。\n"
    assert tree(read_text(text).root) == [
        "（一）渡船", ".一、船体", ".二、灯具", "（二）渡工", ".一、证书", ".二、体检", "（三）时间",
    ]  # fmt: skip


def test_articles_lie_in_numerals_and_count_on_through_them(read_text: ReadText) -> None:
    text = (
        "一、总则\n第一条 为了渡口安全。\n第二条 适用于渡口。\n二、渡工\n第三条 渡工持证。\n第三条之一 渡工体检。\n"
        "三、附则\n第四条 即日施行。\n"
    )
    assert tree(read_text(text).root) == [
        "一、总则", ".第一条", ".第二条", "二、渡工", ".第三条", ".第三条之一", "三、附则", ".第四条",
    ]  # fmt: skip


def test_a_chapter_of_a_law_is_known_without_its_number(read_text: ReadText) -> None:
    text = "渡口条例\n第一章 总则\n第一条 为了安全。\n第二条 渡工持证。\n法律责任\n第三条 无证罚款。\n附则\n第四条 即日施行。\n"
    assert tree(read_text(text).root) == [
        "第一章总则", ".第一条", ".第二条", "法律责任", ".第三条", "附则", ".第四条",
    ]  # fmt: skip


def test_sections_that_count_on_through_chapters_lie_in_them(read_text: ReadText) -> None:
    text = "一、总则\n（一）目的\n保平安。\n（二）依据\n依法。\n二、任务\n（三）检查\n每月。\n（四）培训\n每季。\n"
    assert tree(read_text(text).root) == [
        "一、总则",
        ".（一）目的",
        ".（二）依据",
        "二、任务",
        ".（三）检查",
        ".（四）培训",
    ]


def test_decimals_and_lists_numbered_like_their_chapters(read_text: ReadText) -> None:
    text = (
        "1. 总则\n1.1 目的\n成员单位：\n1. 交通局\n2. 水利局\n1.2 依据\n依法。\n"
        "2. 组织\n2.1 指挥部\n2.1.1 指挥长\n县长。\n（1）下令。\n2.2 工作组\n两组。\n3. 附则\n即日实施。\n3.5万元由财政局安排。\n"
    )
    assert tree(read_text(text).root) == [
        "1.总则", ".1.1目的", "..1.交通局", "..2.水利局", ".1.2依据",
        "2.组织", ".2.1指挥部", "..2.1.1指挥长", "...（1）下令", ".2.2工作组", "3.附则",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "12345热线由值班室接听。",
        "3月底前完成检查",
        "2025年检查渡口",
        "4.5万元用于检查",
        "1.5 亿元投资",
        "C. Wei keeps the list",
    ],
)
def test_a_line_of_running_text_that_opens_with_a_figure_is_no_heading(line: str, read_text: ReadText) -> None:
    text = f"1 总则\n1.1 目的\n保平安。\n{line}\n1.2 依据\n依法。\n2 任务\n抓落实。\n"
    assert tree(read_text(text).root) == ["1总则", ".1.1目的", ".1.2依据", "2任务"]


def test_an_english_paper_nests_by_its_own_order(read_text: ReadText) -> None:
    text = (
        "Chapter 1 General\nArticle 1 These rules protect ferries.\nArticle 2. Scope\nArticle 9 of the Act applies.\n"
        "Chapter 2 Duties\nArticle 3 Every ferryman shall:\n(a) keep a list;\n(b) wear a vest.\nAnnex A Ferries\nStone ferry.\n"
    )
    assert tree(read_text(text).root) == [
        "Chapter 1General", ".Article 1", ".Article 2.Scope", "Chapter 2Duties", ".Article 3Every ferryman shall",
        "..(a)", "..(b)", "Annex AFerries",
    ]  # fmt: skip


def test_roman_numerals_letters_and_figures(read_text: ReadText) -> None:
    text = "I. Goals\nA. Deaths\n1. Ferries\nNone.\n2. Piers\nNone.\nB. Injuries\nFew.\n"
    text += "II. Tasks\nA. Drills\nMonthly.\nB. Checks\nWeekly.\n"
    assert tree(read_text(text).root) == [
        "I.Goals", ".A.Deaths", "..1.Ferries", "..2.Piers", ".B.Injuries", "II.Tasks", ".A.Drills", ".B.Checks",
    ]  # fmt: skip


def test_the_letter_i_follows_h(read_text: ReadText) -> None:
    text = "Duties\n" + "".join(f"({letter}) duty {letter};\n" for letter in "abcdefghij")
    assert len(read_text(text).root.children) == 10


def test_headings_without_numbers_are_sections_where_the_file_marks_them() -> None:
    text = "渡口手册\n本手册供渡工使用。\n火灾\n报警\n拨打119。\n疏散\n下船。\n洪水\n停渡。\n"
    levels = [("渡口手册", 1), ("火灾", 2), ("报警", 3), ("疏散", 3), ("洪水", 2)]
    assert marked(text, *levels) == ["火灾", ".报警", ".疏散", "洪水"]  # the first is the title of the paper


def test_a_marked_heading_with_a_number_goes_by_its_number() -> None:
    text = "方案\n一、目标\n没有事故。\n二、任务\n抓落实。\n检查渡船\n每月。\n培训渡工\n每季。\n三、保障\n有经费。\n"
    levels = [("方案", 1), ("一、目标", 2), ("二、任务", 2), ("检查渡船", 3), ("培训渡工", 3), ("三、保障", 2)]
    assert marked(text, *levels) == ["一、目标", "二、任务", ".检查渡船", ".培训渡工", "三、保障"]


def test_numbers_that_begin_anew_below_marked_headings_lie_in_them() -> None:
    text = "手册说明如下，请各渡口照此办理。\n火灾\n1.报警\n拨打119。\n2.疏散\n下船。\n洪水\n1.停渡\n收船。\n2.上报\n报县局。\n"
    assert marked(text, ("火灾", 1), ("洪水", 1)) == ["火灾", ".1.报警", ".2.疏散", "洪水", ".1.停渡", ".2.上报"]


def test_marked_attachments_lie_in_nothing_and_say_nothing_of_other_marks() -> None:
    text = "本办法供各渡口使用，请照此办理。\n火灾\n拨打119。\n附件1 名单\n石桥渡口。\n附件2 电话\n值班室。\n"
    assert marked(text, ("火灾", 1), ("附件1 名单", 1), ("附件2 电话", 1)) == ["火灾", "附件1名单", "附件2电话"]


def test_words_marked_inside_a_line_and_marked_sentences_are_no_headings() -> None:
    text = "一、任务\n一是加强检查。各渡口每月检查。\n要高度重视渡口安全。\n二、保障\n有经费。\n"
    assert marked(text, ("一是加强检查", 1), ("要高度重视渡口安全。", 1)) == ["一、任务", "二、保障"]


def test_attachments_that_are_only_listed_have_no_items(read_text: ReadText) -> None:
    text = "一、任务\n抓落实。\n附件：1.渡口名单\n2.渡工名单\n县交通局\n附件1\n渡口名单\n石桥渡口。\n"
    assert tree(read_text(text).root) == ["一、任务", "附件：1.渡口名单", "附件1渡口名单"]


def test_a_line_that_speaks_of_attachments_is_none(read_text: ReadText) -> None:
    assert tree(read_text("一、任务\n附件所列渡口由县局检查\n二、保障\n有经费。\n").root) == ["一、任务", "二、保障"]


def test_what_stands_below_a_list_of_sentences_is_none_of_its_last(read_text: ReadText) -> None:
    read = read_text("第一条 渡工应当：\n（一）持证；\n（二）体检。\n渡工不得饮酒。\n第二条 即日施行。\n")
    first = read.root.children[0]
    assert read.at(first.children[1].span) == "（二）体检。"
    assert read.at(first.span).endswith("渡工不得饮酒。\n")
