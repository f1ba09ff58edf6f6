"""Files of translations, as they go out and as other programs send them back."""

from __future__ import annotations

import pytest

from index.errors import CorruptFile, TranslationError
from index.translating.translation_files import from_file, to_file
from index.translation.memory import Line, Maker

LINES = (
    Line("", "总体要求", "General requirements", Maker.PERSON),
    Line("1", "=甲“乙”，", "", Maker.PERSON),
    Line("2", "丙<丁>&。", '"C" & D', Maker.PERSON),
)


def test_the_table_comes_back_as_it_went() -> None:
    content = to_file("plan.en.tsv", LINES)
    assert "\t'=甲" in content.decode("utf-8-sig")
    assert tuple(row.line for row in from_file("plan.en.tsv", content, Maker.PERSON)) == LINES
    assert [row.number for row in from_file("plan.en.tsv", content, Maker.PERSON)] == [2, 3, 4]


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "utf-8"])
def test_a_spreadsheet_may_have_written_it(encoding: str) -> None:
    content = 'part\tzh\ten\r\n\t"甲""乙""。"\t"He said ""no""."\r\n'.encode(encoding)
    (row,) = from_file("x.tsv", content, Maker.MACHINE)
    assert (row.line.zh, row.line.en, row.line.maker) == ('甲"乙"。', 'He said "no".', Maker.MACHINE)


def test_an_exchange_file_comes_back_unit_by_unit() -> None:
    content = to_file("plan.TMX", LINES)
    assert b'version="1.4"' in content
    told = [(row.number, row.line.zh, row.line.en) for row in from_file("plan.tmx", content, Maker.PERSON)]
    assert told == [(number, line.zh, line.en) for number, line in enumerate(LINES, start=1)]


def test_a_country_beside_the_language_and_marks_inside_a_segment_make_no_difference() -> None:
    content = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body><tu>
    <tuv xml:lang="zh-CN"><seg>总体<hi>要求</hi></seg></tuv><tuv xml:lang="EN-GB"><seg>General
    requirements</seg></tuv></tu></body></tmx>"""
    (row,) = from_file("x.tmx", content.encode(), Maker.PERSON)
    assert (row.line.zh, row.line.en) == ("总体要求", "General requirements")


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("x.tmx", b"<tmx>", TranslationError),
        ("x.tsv", b"", TranslationError),
        ("x.tsv", b"zh\ten\n", TranslationError),
        ("x.tsv", b"PK\x03\x04", CorruptFile),
    ],
)
def test_what_is_no_such_file_is_told(name: str, content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error, match=name.replace(".", r"\.")):
        from_file(name, content, Maker.PERSON)
