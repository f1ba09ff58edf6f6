"""Packs as Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Language
from assistant.courses import LineEdit, PackEdits, Part, edited, to_markdown, wording


def test_everything_is_in_the_file(make):
    pack = make()
    text = to_markdown(pack).decode()
    plain = text.replace("\\", "")
    assert all(said in plain for part in pack.parts for line in part.lines for said in line.cells or (line.text,))
    assert all(question.prompt in plain for question in pack.quiz)
    assert all(f"[{citation.number}]" in text for citation in pack.citations)
    assert text.index("## 测验\n") < text.index("## 测验答案") < text.index("## 出处")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_are_tables_and_lists_count_from_one_below_their_headings(made_up, language):
    pack = made_up(language=language)
    text = to_markdown(pack).decode().replace("\\", "")
    duties, points = (next(part for part in pack.parts if part.part is one) for one in (Part.DUTIES, Part.POINTS))
    assert f"| {' | '.join(duties.columns)} | {wording(Language(language), 'sources')} |\n| --- | --- | --- |\n" in text
    for line in duties.lines:
        assert sum(row.startswith(f"| {line.cells[0]} |") for row in text.splitlines()) == 1
    for group in {line.group for line in points.lines}:
        first = next(line for line in points.lines if line.group == group)
        assert f"### {group}\n\n1. {first.text}" in text
    for line in points.lines:
        assert line.note in text


def test_english_glosses_are_marked_and_have_the_chinese_beside_them(make):
    pack = make(language="en", topics=("gas and fire safety",))
    first = pack.parts[0]
    line = replace(first.lines[0], unchecked=True)
    text = to_markdown(replace(pack, parts=(replace(first, lines=(line,)), *pack.parts[1:]))).decode()
    assert f"Machine translation, unchecked: {line.text[:20]}" in text
    assert line.citations[0].quote[:20] in text.partition("## Sources")[0]
    assert "was not checked by a person" in text


def test_what_was_translated_stands_in_english_alone_and_its_chinese_among_the_sources(make):
    text = to_markdown(make(language="en", topics=("gas and fire safety",))).decode()
    told, _, sources = text.partition("## Sources")
    assert "Machine translation" not in text
    assert text.count("unofficial translation made for this program") == 1
    assert "By the end of 2025, basically" in told
    assert "2025年底前" not in told
    assert "2025年底前基本实现城镇建成区消防供水全覆盖" in sources
    assert "Key tasks" in sources


def test_words_of_people_and_plans_make_no_markup(make):
    pack = make()
    first = pack.parts[0].lines[0]
    changed = edited(pack, PackEdits((LineEdit(first.id, "# <b>*x*</b>"),), ()))
    assert "\\# \\<b\\>\\*x\\*\\</b\\>" in to_markdown(changed).decode()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_model_wrote_stands_marked_before_and_behind_the_parts(written, good, make, language):
    pack = written(good(language), language=language)
    told = to_markdown(pack).decode().replace("\\", "")
    mark = f"*{wording(Language(language), 'by_model')}*"
    assert told.count(mark) == 3
    assert all(line.text in told for line in pack.written.lines)
    point = pack.written.points[0]
    assert f"1. {point.text} [{point.citations[0].number}]" in told
    parts = [told.index(f"## {wording(Language(language), f'part_{part.part}')}") for part in pack.parts]
    assert told.index(mark) < parts[0]
    assert told.rindex(mark) > parts[-1]
    assert mark not in to_markdown(make(language=language)).decode()
