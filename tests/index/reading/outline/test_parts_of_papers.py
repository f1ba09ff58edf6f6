"""Attachments with their titles, and the papers of a compilation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from index import SectionKind
from index.reading.structure import walk

ReadText = Callable[..., Any]


def attachments(read: Any) -> list[str]:
    return [section.label for section, _ in walk(read.root) if section.kind is SectionKind.ATTACHMENT]


def test_an_attachment_is_called_by_the_line_below_its_number(read_text: ReadText) -> None:
    read = read_text("一、任务\n抓好落实。\n附件1\n渡口名单\n石桥渡口。\n附件2：渡工名单\n张水生。\n")
    assert attachments(read) == ["附件1渡口名单", "附件2：渡工名单"]


def test_an_attachment_that_begins_with_text_has_no_title(read_text: ReadText) -> None:
    assert attachments(read_text("一、任务\n抓好落实。\n附件1\n各乡镇要开展检查。\n")) == ["附件1"]


COMPILED = """教育系统渡口安全
三年行动方案（2031—2033年）
为了渡口安全，制定本方案。
一、目标
没有事故。
二、任务
（一）讲安全课。
水利系统渡口安全
三年行动方案（2031—2033年）
为了堤防安全，制定本方案。
一、目标
没有溃堤。
二、任务
（一）巡查堤防。
"""


def test_papers_of_a_compilation_are_parts_with_their_titles(read_text: ReadText) -> None:
    read = read_text(COMPILED)
    assert attachments(read) == [
        "教育系统渡口安全三年行动方案（2031—2033年）",
        "水利系统渡口安全三年行动方案（2031—2033年）",
    ]
    paths = {section.label: path for section, path in walk(read.root)}
    assert paths["（一）巡查堤防"] == ("水利系统渡口安全三年行动方案（2031—2033年）", "二、任务")
    assert "水利" not in read.at(read.root.children[0].span)


def test_numbers_that_begin_anew_below_no_title_make_no_part(read_text: ReadText) -> None:
    assert attachments(read_text("一、目标\n没有事故。\n二、任务\n抓好落实。\n一、时间\n三年。\n")) == []
