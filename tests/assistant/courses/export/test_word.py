"""Packs as Word documents, opened again."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from assistant import Language
from assistant.courses import LineEdit, PackEdits, edited, to_docx, wording


@pytest.mark.parametrize("language", ["zh", "en"])
def test_file_opens_and_holds_every_line_and_source(make, language):
    pack = make(language=language)
    document = docx.Document(io.BytesIO(to_docx(pack)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert all(line.text in text for part in pack.parts for line in part.lines)
    assert all(question.prompt in text for question in pack.quiz)
    assert all(" ".join(c.quote.split()) in text for c in pack.citations)
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert len(headings) == len(pack.parts) + 4


def test_chinese_font_is_set_where_word_looks_for_it(make):
    document = docx.Document(io.BytesIO(to_docx(make())))
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_characters_that_xml_cannot_hold_are_left_out(make):
    pack = make()
    first = pack.parts[0].lines[0]
    changed = edited(pack, PackEdits((LineEdit(first.id, "燃气\x0b\x07安全"),), ()))
    document = docx.Document(io.BytesIO(to_docx(changed)))
    assert any("燃气" in p.text and "安全" in p.text and "\x07" not in p.text for p in document.paragraphs)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_model_wrote_stands_marked_with_its_sources(written, good, make, language):
    pack = written(good(language), language=language)
    paragraphs = [paragraph.text for paragraph in docx.Document(io.BytesIO(to_docx(pack))).paragraphs]
    mark = wording(Language(language), "by_model")
    assert paragraphs.count(mark) == 3
    for line in (*pack.written.points, *pack.written.scenarios[0].solution):
        assert any(line.text in told and told.endswith(f"[{line.citations[-1].number}]") for told in paragraphs)
    for scenario in pack.written.scenarios:
        assert any(told.endswith(scenario.situation.text) for told in paragraphs)
        assert any(told.endswith(scenario.asked.text) for told in paragraphs)
    plain = [paragraph.text for paragraph in docx.Document(io.BytesIO(to_docx(make(language=language)))).paragraphs]
    assert mark not in plain
