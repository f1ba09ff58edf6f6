"""A pack as a Word document (python-docx), with fonts for Chinese set where Word looks for them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from assistant.courses.export import outline
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, QuizQuestion, Scenario
from assistant.office_files import EAST_ASIAN, EAST_ASIAN_HEADING, INK, RULE, SOFT, TEAL, Style, set_styles, writable
from assistant.types import Language

TEXT_CM = 15.8
"""A4 less the margins."""
_SOFT, _TEAL = RGBColor.from_string(SOFT), RGBColor.from_string(TEAL)
_STYLES = {
    "Normal": Style(10.5, EAST_ASIAN, INK),
    "Title": Style(24, EAST_ASIAN_HEADING, TEAL),
    "Heading 1": Style(15, EAST_ASIAN_HEADING, TEAL),
    "Heading 2": Style(13, EAST_ASIAN_HEADING, INK),
}


def to_docx(pack: Pack) -> bytes:
    """Particulars, agenda, talking points, parts, scenarios, quiz, answers on their own page, sources with their quotes."""
    document = _styled()
    language = pack.request.language
    document.add_heading(wording(language, "title"), level=0)
    document.add_heading(writable(outline.subject(pack)), level=2)
    _table(document, outline.particulars(pack), first_cm=3.2)
    for note in outline.notes(pack):
        _small(document, note)
    document.add_heading(wording(language, "agenda"), level=1)
    _table(document, outline.agenda(pack), first_cm=11)
    if pack.written.points:
        _of_model(document, wording(language, "talking"), pack.written.points, language)
        _lines(document, pack.written.points, pack)
    for part in pack.parts:
        document.add_heading(wording(language, f"part_{part.part}"), level=1)
        _lines(document, part.lines, pack)
    for heading, scenario in outline.numbered_scenarios(pack):
        _of_model(document, heading, scenario.lines, language)
        _scenario(document, scenario, pack)
    if pack.quiz:
        document.add_heading(wording(language, "quiz"), level=1)
        for number, question in enumerate(pack.quiz, start=1):
            _question(document, number, question, language)
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_heading(wording(language, "answers"), level=1)
        for number, question in enumerate(pack.quiz, start=1):
            _answer(document, number, question)
    document.add_heading(wording(language, "sources"), level=1)
    for citation in pack.citations:
        paragraph = _hung(document, f"[{citation.number}]")
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(writable(outline.source(citation, pack))).bold = True
        _soft(_hung(document, ""), " ".join(citation.quote.split()))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _styled() -> DocxDocument:
    document = docx.Document()
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.6)
        section.top_margin = section.bottom_margin = Cm(2.4)
    set_styles(document, _STYLES)
    spacing = document.styles["Normal"].paragraph_format
    spacing.line_spacing, spacing.space_after = 1.4, Pt(5)
    return document


def _table(document: DocxDocument, rows: tuple[tuple[str, str], ...], first_cm: float) -> None:
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    widths = (Cm(first_cm), Cm(TEXT_CM - first_cm))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for name, value in rows:
        cells = table.add_row().cells
        for cell, text, width in zip(cells, (name, value), widths, strict=True):
            cell.width = width
            cell.paragraphs[0].add_run(writable(text)).bold = cell is cells[0]
            _ruled(cell)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _ruled(cell: object) -> None:
    """A thin line under a cell."""
    properties = cell._tc.get_or_add_tcPr()  # type: ignore[attr-defined]  # python-docx has no call for borders
    borders, bottom = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("color", RULE)):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties.append(borders)


def _of_model(document: DocxDocument, heading: str, lines: Sequence[PackLine], language: Language) -> None:
    """The heading of what a language model wrote, with its mark."""
    document.add_heading(heading, level=1)
    if mark := outline.mark_of_model(lines, language):
        _small(document, mark)
        document.paragraphs[-1].paragraph_format.keep_with_next = True


def _scenario(document: DocxDocument, scenario: Scenario, pack: Pack) -> None:
    language = pack.request.language
    document.add_paragraph(writable(outline.labelled("situation", scenario.situation.text, language)))
    asked = document.add_paragraph()
    asked.add_run(writable(outline.labelled("scenario_question", scenario.asked.text, language))).bold = True
    solution = document.add_paragraph()
    solution.paragraph_format.keep_with_next = True
    solution.add_run(wording(language, "solution")).bold = True
    _lines(document, scenario.solution, pack)


def _lines(document: DocxDocument, lines: Sequence[PackLine], pack: Pack) -> None:
    for number, line in enumerate(lines, start=1):
        _line(document, number, line, pack)


def _line(document: DocxDocument, number: int, line: PackLine, pack: Pack) -> None:
    paragraph = _hung(document, f"{number}.")
    paragraph.add_run(writable(outline.told(line, pack)))
    mark = paragraph.add_run(f" {outline.marks(line.citations)}")
    mark.font.size, mark.font.color.rgb = Pt(8.5), _TEAL
    beside = outline.original(line)
    if beside:
        paragraph.paragraph_format.space_after = Pt(0)
        _soft(_hung(document, ""), beside)


def _question(document: DocxDocument, number: int, question: QuizQuestion, language: Language) -> None:
    paragraph = _hung(document, f"{number}.")
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(f"({outline.kind(question, language)}) ").font.color.rgb = _SOFT
    paragraph.add_run(writable(question.prompt))
    beside = outline.shown_original(question)
    if beside:
        _soft(_hung(document, ""), f"{wording(language, 'original')}: {beside}")
    shown = outline.options(question)
    for i, option in enumerate(shown):
        choice = _hung(document, "")
        choice.add_run(writable(option))
        choice.paragraph_format.space_after = Pt(8 if i == len(shown) - 1 else 1)
        choice.paragraph_format.keep_with_next = i < len(shown) - 1


def _answer(document: DocxDocument, number: int, question: QuizQuestion) -> None:
    paragraph = _hung(document, f"{number}.")
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(writable(outline.short_answer(question))).bold = True
    _soft(_hung(document, ""), f"{question.explanation}{question.reference}")


def _hung(document: DocxDocument, head: str) -> Paragraph:
    """A paragraph whose text stands to the right of its number."""
    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Cm(0.95), Cm(-0.95)
    form.tab_stops.add_tab_stop(Cm(0.95))
    paragraph.add_run(f"{head}\t")
    return paragraph


def _soft(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(writable(text))
    run.font.size, run.font.color.rgb = Pt(9.5), _SOFT


def _small(document: DocxDocument, text: str) -> None:
    _soft(document.add_paragraph(), text)
