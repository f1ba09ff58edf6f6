"""A comparison as files: a workbook and a Word document, each with the sources and their quotes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import docx
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from assistant.comparison.types import ComparedCell, Comparison, Figure
from assistant.office_files import (
    EAST_ASIAN,
    EAST_ASIAN_HEADING,
    INK,
    RULE,
    SOFT,
    TEAL,
    WASH,
    Style,
    set_styles,
    writable,
)
from assistant.types import Citation
from assistant.ui.compare.compare_markup import likeness
from assistant.ui.compare.compare_words import words
from assistant.ui.shared.labels import Plans, plan_title
from assistant.wording.short_names import name_and_years
from index import Status

SHEET_FONT = "Microsoft YaHei"
"""A workbook's cell has one font for all scripts; programs without it take one that has Chinese."""
_COLUMN_CHARS, _PLAN_CHARS, _QUOTE_CHARS = 44, 18, 80
_TEXT_CM = 25.7


@dataclass(frozen=True, slots=True)
class _CellLine:
    """A line of a cell: what stands out in it, then the rest."""

    value: str
    rest: str

    @property
    def text(self) -> str:
        return f"{self.value} {self.rest}".strip()


_Cells = list[list[_CellLine]]
"""A row of a table: each cell as its lines."""


def _lines_of(cell: ComparedCell, language: str) -> list[_CellLine]:
    """Figures first, each line with its marks; what only mentions the topic is said to."""
    if not cell.stated:
        return [_CellLine("", words(language, "compare_none"))]
    figures = [_figure(figure, language) for figure in cell.figures]
    little = [_CellLine("", words(language, "compare_little"))] if cell.little else []
    return [*little, *figures, *(_line(f"{one.text} {_marks(one.marks)}") for one in cell.statements)]


def _line(text: str, value: str = "") -> _CellLine:
    return _CellLine(writable(value), writable(text))


def _figure(figure: Figure, language: str) -> _CellLine:
    about = [
        figure.period,
        f"{words(language, 'compare_baseline')} {figure.baseline}" if figure.baseline else "",
        words(language, "compare_reached") if figure.status is Status.ACHIEVED else "",
    ]
    told = "; ".join(text for text in about if text)
    rest = f"{figure.name}{f' ({told})' if told else ''} {_marks(figure.marks)}"
    return _line(rest, figure.value or words(language, "compare_blank"))


def _marks(numbers: Sequence[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)


def _table(comparison: Comparison, plans: Plans, language: str) -> list[_Cells]:
    """Rows of plans, columns of topics, a last row that says what is not like for like."""
    rows = [[[_line(text)] for text in (words(language, "compare_plan"), *(t.title for t in comparison.topics))]]
    for at, plan in enumerate(comparison.plans):
        name = " ".join(name_and_years(plans, plan, language)).strip()
        rows.append([[_line(name)], *(_lines_of(topic.cells[at], language) for topic in comparison.topics)])
    notes = ([_line(likeness(topic, language))] for topic in comparison.topics)
    rows.append([[_line(words(language, "compare_likeness"))], *notes])
    return rows


def _sources(citations: Sequence[Citation], plans: Plans, language: str) -> list[list[str]]:
    keys = ("compare_number", "compare_document", "compare_section", "compare_page", "compare_quote")
    *heads, quote = (words(language, key) for key in keys)
    note = words(language, "unofficial")
    rows = [[*heads, f"{quote}. {note}" if _has_english(citations) else quote]]
    for citation in citations:
        title = plan_title(plans, citation.document, language, citation.title)
        page = str(citation.page or "")
        quotes = "\n".join(filter(None, (" ".join(citation.quote.split()), citation.english)))
        if citation.by_machine:
            quotes = f"{quotes} ({words(language, 'translated_by_machine')})"
        rows.append([f"[{citation.number}]", title, citation.section, page, quotes])
    return [[writable(text) for text in row] for row in rows]


def _has_english(citations: Sequence[Citation]) -> bool:
    return any(citation.english for citation in citations)


# --- workbook


def to_xlsx(comparison: Comparison, plans: Plans, language: str) -> bytes:
    """Two sheets, the comparison and its sources; every cell is text, so that none is run as a formula."""
    book = Workbook()
    book.remove(book.active)
    table = [["\n".join(line.text for line in lines) for lines in row] for row in _table(comparison, plans, language)]
    widths = [_PLAN_CHARS, *[_COLUMN_CHARS] * len(comparison.topics)]
    _sheet(book, words(language, "compare_table"), table, widths)
    sources = _sources(comparison.citations, plans, language)
    _sheet(book, words(language, "compare_sources"), sources, [8, 34, 44, 6, _QUOTE_CHARS])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(book: Workbook, title: str, rows: list[list[str]], widths: Sequence[int]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    line = Side(style="thin", color=RULE)
    for at, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(at, column, text)
            cell.data_type = "s"
            head = at == 1 or column == 1
            cell.font = Font(name=SHEET_FONT, size=10, bold=head, color=TEAL if at == 1 else INK)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(bottom=line)
            if at == 1:
                cell.fill = PatternFill("solid", fgColor=WASH)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for at, row in enumerate(rows, start=1):
        sheet.row_dimensions[at].height = 15 * max(map(_height, row, widths)) + 4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _height(text: str, width: int) -> int:
    """How many lines a text takes in a column: a Chinese character is two wide."""
    return sum(1 + (len(line) + sum(ord(c) > 0x2E7F for c in line)) // width for line in text.split("\n"))


# --- Word


def to_docx(comparison: Comparison, plans: Plans, language: str) -> bytes:
    """A page across: title, the comparison as a table, the sources with their quotes."""
    document = _styled()
    document.add_heading(words(language, "compare_title"), level=0)
    _add_table(document, _table(comparison, plans, language), first_cm=3.0)
    document.add_heading(words(language, "compare_sources"), level=1)
    if _has_english(comparison.citations):
        document.add_paragraph(words(language, "unofficial"))
    for number, title, section, page, quote in _sources(comparison.citations, plans, language)[1:]:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(f"{number} ").bold = True
        where = f"{section} · {words(language, 'page', page=page)}" if page else section
        paragraph.add_run(f"{title} · {where}")
        soft = document.add_paragraph().add_run(quote)
        soft.font.size, soft.font.color.rgb = Pt(9), RGBColor.from_string(SOFT)
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


def _add_table(document: DocxDocument, rows: list[_Cells], first_cm: float) -> None:
    others = max(len(rows[0]) - 1, 1)
    widths = [Cm(first_cm), *[Cm((_TEXT_CM - first_cm) / others)] * others]
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


def _fill(cell: _Cell, lines: list[_CellLine], *, heads: bool) -> None:
    for at, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        if line.value:
            value = paragraph.add_run(f"{line.value} ")
            value.bold, value.font.color.rgb = True, RGBColor.from_string(TEAL)
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
