"""Markdown as a reader sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.reading.files.load import load_file
from index.reading.files.types import LoadedText


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def loaded(folder: Path, text: str) -> LoadedText:
    path = folder / "plan.md"
    path.write_text(text, "utf-8")
    return load_file(path, 1_000_000)


def headings(read: LoadedText) -> list[tuple[str, int]]:
    return [(read.text[heading.start : heading.end], heading.level) for heading in read.headings]


def test_headings_of_both_kinds_are_marked(folder: Path) -> None:
    read = loaded(folder, "# 望湖县方案 #\n\n正文。\n\n总则\n----\n\n### **一** 目标\n")
    assert headings(read) == [("望湖县方案", 1), ("总则", 2), ("一 目标", 3)]
    assert read.text == "望湖县方案\n\n正文。\n\n总则\n\n一 目标"


def test_a_paragraph_above_dashes_is_no_heading(folder: Path) -> None:
    assert headings(loaded(folder, "县应急局负责。\n县水利局配合。\n---\n\n附则\n")) == []


def test_lines_and_empty_lines_stay(folder: Path) -> None:
    assert (
        loaded(folder, "第一条 甲。\n　　第二条 乙。\n\n\n    第三条 丙。\n").text
        == "第一条 甲。\n　　第二条 乙。\n\n\n第三条 丙。"
    )


def test_a_table_becomes_rows(folder: Path) -> None:
    read = loaded(
        folder, "分工表\n\n| 序号 | 单位 |\n|---|:-:|\n| 1 | 县\\|局 |\n| 2 | **教育局**<br>水利局 |\n\n附注\n"
    )
    assert read.text == "分工表\n\n序号\t单位\n1\t县|局\n2\t教育局 水利局\n\n附注"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("见[通知](http://a.example/b)。", "见通知。"),
        ("由~~城管局~~教育局负责。", "由教育局负责。"),
        ("由<del>城管局</del>教育局负责。", "由教育局负责。"),
        ("**加粗**和*斜体*", "加粗和斜体"),
        ("甲<!-- 草稿 -->乙", "甲乙"),
        ("《<三年行动>方案》", "《<三年行动>方案》"),
        ("气温不低于5℃ & 风力<6级", "气温不低于5℃ & 风力<6级"),
        ("```\n代码 <b>\n```", "代码 <b>"),
        ("<!-- 草稿\n\n第一稿 -->\n\n正文", "正文"),
    ],
)
def test_marks_are_taken_for_what_they_mean(folder: Path, written: str, seen: str) -> None:
    assert loaded(folder, written + "\n").text.strip() == seen


def test_numbers_of_lists_stay_as_written_or_are_counted(folder: Path) -> None:
    assert loaded(folder, "3. 甲\n5. 乙\n").text == "3. 甲\n5. 乙"
    assert loaded(folder, "1. 甲\n1. 乙\n   - 子项\n1. 丙\n").text == "1. 甲\n2. 乙\n子项\n3. 丙"
    assert loaded(folder, "1) 甲\n2) 乙\n").text == "1) 甲\n2) 乙"


def test_properties_before_the_text_are_left_out(folder: Path) -> None:
    assert loaded(folder, "---\ntitle: 草稿\ntags:\n  - 安全\n---\n# 方案\n").text.strip() == "方案"
    assert loaded(folder, "---\n第一节\n---\n正文\n").text.strip() == "第一节\n正文"
