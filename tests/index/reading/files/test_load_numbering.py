from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from index.reading.files.load import load_file
from index.terms.numbering import chinese_numeral


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1000, "1000"),
    ],
)
def test_chinese_numbers_as_headings_count(number, text):
    assert chinese_numeral(number) == text


def numbered(tmp_path, paragraphs, levels, instances=(("7", "77", None),)):
    """A file whose list has `levels` of (form, text); `paragraphs` are (text, list id or "", level)."""
    word = docx.Document()
    numbering = word.part.numbering_part.element
    level_xml = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{level_xml}</w:abstractNum>'))
    for list_id, abstract, start in instances:
        override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{list_id}0"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
            )
        )
    for text, list_id, level in paragraphs:
        properties = word.add_paragraph(text)._p.get_or_add_pPr()
        if list_id:
            numbers = properties.get_or_add_numPr()
            numbers.get_or_add_ilvl().set(qn("w:val"), str(level))
            numbers.get_or_add_numId().set(qn("w:val"), f"{list_id}0")
    word.save(tmp_path / "plan.docx")
    return load_file(tmp_path / "plan.docx", 1_000_000)


def test_levels_count_within_their_parents(tmp_path):
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "(%2)"), ("decimal", "%3.")]
    paragraphs = [
        ("总则", "7", 0), ("原则", "7", 1), ("安全第一", "7", 2), ("预防为主", "7", 2), ("目标", "7", 1),
        ("正文", "", 0), ("任务", "7", 0), ("重点", "7", 1), ("煤矿", "7", 2),
    ]  # fmt: skip
    assert numbered(tmp_path, paragraphs, levels).text.split("\n") == [
        "一、总则", "(一)原则", "1.安全第一", "2.预防为主", "(二)目标", "正文", "二、任务", "(一)重点", "1.煤矿",
    ]  # fmt: skip


def test_numbers_may_hold_those_of_the_levels_above(tmp_path):
    levels = [("decimal", "%1"), ("decimal", "%1.%2 ")]
    loaded = numbered(tmp_path, [("章", "7", 0), ("节", "7", 1), ("节", "7", 1)], levels)
    assert loaded.text == "1 章\n1.1 节\n1.2 节"


def test_a_list_goes_on_in_another_unless_that_begins_anew(tmp_path):
    paragraphs = [("甲", "7", 0), ("乙", "8", 0), ("丙", "9", 0), ("丁", "9", 0)]
    loaded = numbered(
        tmp_path, paragraphs, [("decimal", "%1.")], (("7", "77", None), ("8", "77", None), ("9", "77", 1))
    )
    assert loaded.text == "1.甲\n2.乙\n1.丙\n2.丁"


def test_bullets_and_empty_paragraphs_have_no_number(tmp_path):
    assert numbered(tmp_path, [("甲", "7", 0)], [("bullet", "•")]).text == "甲"
    assert (
        numbered(tmp_path, [("甲", "7", 0), ("", "7", 0), ("乙", "7", 0)], [("decimal", "%1.")]).text == "1.甲\n\n2.乙"
    )


def test_an_unknown_form_is_shown_in_digits_and_told(tmp_path):
    loaded = numbered(tmp_path, [("甲", "7", 0)], [("hebrew1", "%1.")])
    assert loaded.text == "1.甲"
    assert "hebrew1" in loaded.warnings[0]
