"""A quiz as a Word document: a sheet to hand out, with lines for name and date, and the key on a page of its own."""

from __future__ import annotations

import io

import docx
from docx.document import Document as DocxDocument
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from assistant.courses.export import outline
from assistant.courses.export.word.word_look import add_page_numbers
from assistant.courses.pack_phrases import wording
from assistant.courses.types import GAP, Pack, QuizKind, QuizQuestion
from assistant.office_files import EAST_ASIAN, EAST_ASIAN_HEADING, INK, TEAL, Style, set_styles, soft, writable
from assistant.types import Language

_STYLES = {
    "Normal": Style(11, EAST_ASIAN, INK),
    "Title": Style(20, EAST_ASIAN_HEADING, TEAL),
    "Heading 1": Style(15, EAST_ASIAN_HEADING, TEAL),
}
_LINE = "＿" * 6
"""A gap that is wide enough to write in."""
_HUNG = Cm(0.9)
_SOFT_POINTS = 9.5


def quiz_to_docx(pack: Pack) -> bytes:
    """The questions without their answers; then, on a new page, the key with explanations and sources."""
    document, language = docx.Document(), pack.request.language
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.4)
        section.top_margin = section.bottom_margin = Cm(2.2)
    set_styles(document, _STYLES)
    add_page_numbers(document, language)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.add_heading(wording(language, "quiz"), level=0)
    soft(document.add_paragraph(), outline.subject(pack), _SOFT_POINTS)
    document.add_paragraph(wording(language, "quiz_name"))
    for number, question in enumerate(pack.quiz, start=1):
        _question(document, number, question, language)
    key = document.add_heading(wording(language, "answers"), level=1)
    key.paragraph_format.page_break_before = True
    for number, question in enumerate(pack.quiz, start=1):
        _answer(document, number, question, pack)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _question(document: DocxDocument, number: int, question: QuizQuestion, language: Language) -> None:
    asked = _hung(document, f"{number}.")
    asked.paragraph_format.space_before = Pt(8)
    asked.paragraph_format.keep_with_next = True
    soft(asked, f"({outline.kind(question, language)}) ", _SOFT_POINTS)
    asked.add_run(writable(question.prompt.replace(GAP, _LINE)))
    beside = outline.shown_original(question)
    if beside:
        soft(_hung(document, ""), f"{wording(language, 'original')}: {beside.replace(GAP, _LINE)}", _SOFT_POINTS)
    if question.kind is QuizKind.FILL and GAP not in question.prompt:
        _hung(document, "").add_run(_LINE)
    boxed = question.kind in {QuizKind.TRUE_FALSE, QuizKind.MULTIPLE}
    shown = outline.options(question)
    for i, option in enumerate(shown):
        choice = _hung(document, "")
        choice.add_run(writable(f"□ {option}" if boxed else option))
        choice.paragraph_format.space_after = Pt(1)
        choice.paragraph_format.keep_with_next = i < len(shown) - 1


def _answer(document: DocxDocument, number: int, question: QuizQuestion, pack: Pack) -> None:
    language = pack.request.language
    given = _hung(document, f"{number}.")
    given.paragraph_format.keep_with_next = True
    given.add_run(writable(outline.short_answer(question))).bold = True
    if question.explanation:
        given.add_run(writable(f"  {question.explanation}"))
    where = outline.source(question.citation, pack) if question.citation else wording(language, "quiz_own")
    level = wording(language, "quiz_level_at", level=wording(language, f"quiz_level_{question.difficulty}"))
    changed = wording(language, "quiz_changed") if question.changed else ""
    soft(_hung(document, ""), " · ".join(part for part in (where, level, changed) if part), _SOFT_POINTS)


def _hung(document: DocxDocument, head: str) -> Paragraph:
    """A paragraph whose text stands to the right of its number."""
    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = _HUNG, -_HUNG
    form.tab_stops.add_tab_stop(_HUNG)
    paragraph.add_run(f"{head}\t")
    return paragraph
