"""A comparison as a Word document: what differs, the table, the sources with their quotes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date

import docx
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from assistant.comparison.types import Comparison
from assistant.comparison_files.compared_rows import CellLine, FileContent, FileTopic, Plans, file_content, legend_lines
from assistant.comparison_files.compared_words import words
from assistant.office_files import EAST_ASIAN, EAST_ASIAN_HEADING, INK, RULE, TEAL, WASH, Style, set_styles, soft

TOPICS_A_TABLE = 3
"""More columns would be too narrow to be read on paper; a table for each so many topics."""
_TEXT_CM, _FIRST_CM = 25.7, 3.5


def to_docx(comparison: Comparison, plans: Plans, made: date) -> bytes:
    """Pages across: title, plans, what differs, tables of plans by topics, the sources with their quotes."""
    content = file_content(comparison, plans, made)
    language = content.language
    document = _styled()
    document.add_heading(words(language, "title"), level=0)
    _soft(document, words(language, "made", date=content.made))
    document.add_heading(words(language, "plans"), level=1)
    for name, title in zip(content.plans, content.titles, strict=True):
        _lead(document, name, title)
    document.add_heading(words(language, "compare_differences"), level=1)
    for topic in content.topics:
        _lead(document, topic.title, topic.told)
    document.add_heading(words(language, "compare_table"), level=1)
    _soft(document, words(language, "follow")).paragraph_format.keep_with_next = True
    for at in range(0, len(content.topics), TOPICS_A_TABLE):
        _add_table(document, _rows(content, content.topics[at : at + TOPICS_A_TABLE]))
        document.add_paragraph()
    if content.legend:
        _soft(document, "　".join(legend_lines(content.legend, language)))
    _add_sources(document, content)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _styled() -> DocxDocument:
    document = docx.Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    set_styles(
        document,
        {
            "Normal": Style(9.5, EAST_ASIAN, INK),
            "Title": Style(20, EAST_ASIAN_HEADING, TEAL),
            "Heading 1": Style(14, EAST_ASIAN_HEADING, TEAL),
        },
    )
    return document


def _rows(content: FileContent, topics: Sequence[FileTopic]) -> list[list[Sequence[CellLine]]]:
    """Rows of plans, columns of topics, a last row that says what is not like for like."""
    language = content.language
    rows: list[list[Sequence[CellLine]]] = [
        [_plain(words(language, "compare_plan")), *(_plain(t.title) for t in topics)]
    ]
    for at, plan in enumerate(content.plans):
        rows.append([_plain(plan), *(topic.cells[at] for topic in topics)])
    rows.append([_plain(words(language, "compare_likeness")), *(_plain(topic.likeness) for topic in topics)])
    return rows


def _plain(text: str) -> tuple[CellLine, ...]:
    return (CellLine("", "", text),)


def _add_sources(document: DocxDocument, content: FileContent) -> None:
    language = content.language
    document.add_heading(words(language, "sources"), level=1)
    if content.translated:
        _soft(document, words(language, "unofficial")).paragraph_format.keep_with_next = True
    for source in content.sources:
        paragraph = _lead(document, f"[{source.number}]", source.where(language))
        paragraph.paragraph_format.keep_with_next = True
        _soft(document, source.quote)
        if source.english:
            _soft(document, source.english)


def _lead(document: DocxDocument, first: str, rest: str) -> Paragraph:
    """A paragraph that opens with a bold word."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(f"{first}  ").bold = True
    paragraph.add_run(rest)
    return paragraph


def _soft(document: DocxDocument, text: str) -> Paragraph:
    """A paragraph that stands back."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    soft(paragraph, text, 9)
    return paragraph


def _add_table(document: DocxDocument, rows: Sequence[Sequence[Sequence[CellLine]]]) -> None:
    others = max(len(rows[0]) - 1, 1)
    widths = [Cm(_FIRST_CM), *[Cm((_TEXT_CM - _FIRST_CM) / others)] * others]
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style, table.autofit = "Table Grid", False
    table._tbl.tblPr.append(_borders())
    for column, width in zip(table.columns, widths, strict=False):
        column.width = width
    for at, row in enumerate(rows):
        added = table.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for column, (cell, lines) in enumerate(zip(added.cells, row, strict=True)):
            cell.width = widths[column]
            _fill(cell, lines, heads=at == 0 or column == 0)
            if at == 0:
                cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=WASH))
    # Repeated at the top of each page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(cell: _Cell, lines: Iterable[CellLine], *, heads: bool) -> None:
    for at, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        for text in filter(None, (line.value, line.mark)):
            stands_out = paragraph.add_run(f"{text} ")
            stands_out.bold, stands_out.font.color.rgb = True, RGBColor.from_string(TEAL)
        paragraph.add_run(line.rest).bold = heads


def _borders() -> BaseOxmlElement:
    """Thin lines of the page's own colour in place of black ones."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", val="single", sz="4", color=RULE))
    return borders


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
