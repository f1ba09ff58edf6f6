"""Packs as Word documents, opened again."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from assistant import Language
from assistant.courses import LineEdit, PackEdits, Part, edited, to_docx, wording


def opened(pack):
    return docx.Document(io.BytesIO(to_docx(pack)))


def headings(document, level=1):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == f"Heading {level}"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_file_opens_and_holds_every_line_and_source(make, language):
    pack = make(language=language)
    document = opened(pack)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert all(said in text for part in pack.parts for line in part.lines for said in line.cells or (line.text,))
    assert all(question.prompt in text for question in pack.quiz)
    assert all(" ".join(c.quote.split()) in text for c in pack.citations)
    assert len(headings(document)) == len(pack.parts) + 4 + bool(pack.exercises)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_stand_below_their_topics_as_lists_that_count_from_one(made_up, language):
    pack = made_up(language=language)
    part = next(part for part in pack.parts if part.part is Part.POINTS)
    document = opened(pack)
    assert set(headings(document, 2)) >= {line.group for line in part.lines}
    listed = {
        paragraph.text.rsplit(" [", 1)[0]: paragraph._p.pPr.numPr.numId.val
        for paragraph in document.paragraphs
        if paragraph.style.name == "List Number" and paragraph.text
    }
    lists = {line.group: {number for text, number in listed.items() if line.text in text} for line in part.lines}
    assert len(set.union(*lists.values())) == len(lists)
    numbering = document.part.numbering_part.element
    for number in set.union(*lists.values()):
        assert numbering.num_having_numId(number).lvlOverride_lst[0].startOverride.val == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_have_a_row_a_line_and_their_head_on_each_page(made_up, language):
    pack = made_up(language=language)
    part = next(part for part in pack.parts if part.part is Part.DUTIES)
    tables = [table for table in opened(pack).tables if table.cell(0, 0).text == part.columns[0]]
    assert [[cell.text for cell in row.cells][:2] for table in tables for row in table.rows[1:]] == [
        list(line.cells) for line in part.lines
    ]
    for table in tables:
        assert table.style.name == "Plans Table"
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert len(table._tbl.tblPr.findall(qn("w:tblLook"))) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_contents_are_filled_and_lead_to_every_part(made_up, language):
    document = opened(made_up(language=language))
    lines = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "toc 1"]
    told = [[run.text for run in line._p.iter(qn("w:t"))] for line in lines]
    assert [first for first, *_ in told] == headings(document)
    pages = [int(last) for *_, last in told]
    assert pages == sorted(pages)
    anchors = [line._p.find(qn("w:hyperlink")).get(qn("w:anchor")) for line in lines]
    assert anchors == [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
    kinds = [part.get(qn("w:fldCharType")) for line in lines for part in line._p.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(lines) + 1
    assert document.settings.element.find(qn("w:updateFields")) is None


def test_pages_are_numbered_and_named(made_up):
    section = opened(made_up()).sections[0]
    fields = [text.text.strip() for text in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "燃气" in section.header.paragraphs[0].text


def test_quiz_and_key_begin_pages_of_their_own(made_up):
    document = opened(made_up())
    breaks = {p.text: p.paragraph_format.page_break_before for p in document.paragraphs if p.style.name == "Heading 1"}
    assert breaks[wording(Language.ZH, "quiz")]
    assert breaks[wording(Language.ZH, "answers")]


def test_chinese_font_is_set_where_word_looks_for_it(make):
    document = opened(make())
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Table Text", "toc 1"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_characters_that_xml_cannot_hold_are_left_out(make):
    pack = make()
    first = pack.parts[0].lines[0]
    changed = edited(pack, PackEdits((LineEdit(first.id, "燃气\x0b\x07安全"),), ()))
    assert any("燃气" in p.text and "安全" in p.text and "\x07" not in p.text for p in opened(changed).paragraphs)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_model_wrote_stands_marked_with_its_sources(written, good, make, language):
    pack = written(good(language), language=language)
    paragraphs = [paragraph.text for paragraph in opened(pack).paragraphs]
    mark = wording(Language(language), "by_model")
    assert paragraphs.count(mark) == 3
    for line in (*pack.written.points, *pack.written.scenarios[0].solution):
        assert any(line.text in told and told.endswith(f"[{line.citations[-1].number}]") for told in paragraphs)
    for scenario in pack.written.scenarios:
        assert any(told.endswith(scenario.situation.text) for told in paragraphs)
        assert any(told.endswith(scenario.asked.text) for told in paragraphs)
    plain = [paragraph.text for paragraph in opened(make(language=language)).paragraphs]
    assert mark not in plain
