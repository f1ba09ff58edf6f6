"""Answers as files: Markdown and a Word document, each with sources, quotes and what was noted on it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document as DocxDocument
from docx.shared import Cm, Pt

from assistant.office_files import EAST_ASIAN, EAST_ASIAN_HEADING, INK, TEAL, Style, set_styles, soft, writable
from assistant.types import Answer
from assistant.ui.ask.conversation import Conversation, Turn, told_of_model
from assistant.ui.ask.kept import to_markdown as conversation_markdown
from assistant.ui.saved.saved_words import words
from assistant.ui.shared.cited_text import BlockKind, CitedLine, blocks
from assistant.ui.shared.labels import Plans, citation_place


@dataclass(frozen=True, slots=True)
class NotedAnswer:
    """An answer and what a person noted on it, "" for nothing."""

    answer: Answer
    note: str = ""


def answers_markdown(answers: Sequence[NotedAnswer], plans: Plans, language: str) -> bytes:
    """Questions as headings, each with its answer, sources and note."""
    parts = [f"# {words(language, 'saved_answers')}"]
    for one in answers:
        told = conversation_markdown(Conversation("", (Turn(one.answer.question, one.answer),)), plans, language)
        parts.append(told.partition("\n\n")[2].rstrip())  # without the title of a conversation
        if one.note:
            quoted = one.note.strip().replace("\n", "\n> ")
            parts.append(f"**{words(language, 'saved_note_on')}**\n\n> {quoted}")
    return ("\n\n".join(parts) + "\n").encode()


def answers_docx(answers: Sequence[NotedAnswer], plans: Plans, language: str) -> bytes:
    """The same as a document."""
    document = _styled()
    document.add_heading(writable(words(language, "saved_answers")), level=0)
    for one in answers:
        _add_answer(document, one, plans, language)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _styled() -> DocxDocument:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    set_styles(
        document,
        {
            "Normal": Style(11, EAST_ASIAN, INK),
            "List Bullet": Style(11, EAST_ASIAN, INK),
            "Title": Style(20, EAST_ASIAN_HEADING, TEAL),
            "Heading 1": Style(14, EAST_ASIAN_HEADING, TEAL),
        },
    )
    return document


def _add_answer(document: DocxDocument, one: NotedAnswer, plans: Plans, language: str) -> None:
    answer = one.answer
    document.add_heading(writable(" ".join(answer.question.split())), level=1)
    for block in blocks(answer.answer, {citation.number: citation for citation in answer.citations}):
        if block.kind is BlockKind.TABLE:
            _add_table(document, block.rows)
            continue
        style = "List Bullet" if block.kind is BlockKind.LIST else None
        for line in block.rows[0]:
            document.add_paragraph(_text(line), style=style)
    for text in (*told_of_model(answer, language), *_sources(answer, plans, language)):
        _add_soft(document, text)
    if one.note:
        document.add_paragraph().add_run(words(language, "saved_note_on")).bold = True
        for text in one.note.strip().split("\n"):
            document.add_paragraph(writable(text))


def _add_table(document: DocxDocument, rows: Sequence[Sequence[CitedLine]]) -> None:
    width = max(map(len, rows))
    table = document.add_table(rows=0, cols=width)
    table.style = "Table Grid"
    for at, row in enumerate(rows):
        cells = table.add_row().cells
        for cell, line in zip(cells, row, strict=False):
            cell.paragraphs[0].add_run(_text(line)).bold = at == 0
    document.add_paragraph()


def _text(line: CitedLine) -> str:
    """A line with its marks as they are written."""
    pieces = (f"{p.text}{p.held}{f'[{p.citation.number}]' if p.citation else ''}" for p in line)
    return writable("".join(pieces))


def _sources(answer: Answer, plans: Plans, language: str) -> Iterator[str]:
    for citation in answer.citations:
        yield f"[{citation.number}] {citation_place(citation, plans, language)}"
        yield from filter(None, (" ".join(citation.quote.split()), citation.english))
    if any(citation.english for citation in answer.citations):
        yield words(language, "unofficial")


def _add_soft(document: DocxDocument, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    soft(paragraph, text, 9.5)
