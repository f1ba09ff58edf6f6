"""A comparison as slides: a table for each topic, paged where it is long, with quotes in the notes; then the sources."""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Inches, Pt

from assistant.comparison.types import Comparison
from assistant.comparison_files.compared_rows import (
    CellLine,
    FileContent,
    FileTopic,
    Plans,
    file_content,
    legend_lines,
    marks_in,
)
from assistant.comparison_files.compared_words import words
from assistant.office_files import INK, LATIN, SOFT, TEAL, WASH

EAST_ASIAN = "微软雅黑"
"""Without serifs: read from afar."""
WIDTH_IN, HEIGHT_IN, MARGIN_IN = 13.333, 7.5, 0.6
TEXT_IN = WIDTH_IN - 2 * MARGIN_IN
PLAN_IN, NUMBER_IN = 2.0, 0.8
"""The first column, of plans and of sources; the other takes what is left."""
CELL_POINTS, TOLD_POINTS, SOURCE_POINTS = 12, 14, 11
LINE_HEIGHT, PAD_IN, ROUGH = 1.3, 0.14, 1.07
"""What a line takes of its size, what a cell leaves free, and how much longer than reckoned a line may be drawn."""
HEAD_IN, LEAST_ROOM_IN = 0.4, 1.0
TITLE_IN, LEAST_TITLE_POINTS = 0.62, 12
BOLD = 1.08
"""How much wider bold letters are."""
_Rows = Sequence[tuple[str, Sequence[CellLine]]]
"""A plan and the lines of its cell, a row each."""


def to_pptx(comparison: Comparison, plans: Plans, made: date) -> bytes:
    """Slides of 16:9: what is compared, each topic's table, the sources."""
    content = file_content(comparison, plans, made)
    deck: Deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH_IN), Inches(HEIGHT_IN)
    _title(deck, content)
    for topic in content.topics:
        _topic(deck, topic, content)
    _sources(deck, content)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _title(deck: Deck, content: FileContent) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(0), Inches(0), Inches(0.35), Inches(HEIGHT_IN))
    bar.fill.solid()
    bar.fill.fore_color.rgb = _colour(TEAL)
    bar.line.fill.background()
    language = content.language
    frame = _frame(slide, 0.9, HEIGHT_IN - 1.4)
    few = len(content.topics) <= _FEW
    _write(frame, words(language, "title"), 34, TEAL, bold=True)
    for topic in content.topics:
        _write(frame, topic.title, 18 if few else 12, INK, bold=True)
    _write(frame, words(language, "plans"), 14, SOFT)
    for title in content.titles:
        _write(frame, title, 14, INK)
    _write(frame, words(language, "made", date=content.made), 13, SOFT)
    for paragraph in frame.paragraphs:
        paragraph.space_after = Pt(6 if few else 2)


_FEW = 6
"""Topics that stand on the title slide at their full size, with all plans below."""


def _topic(deck: Deck, topic: FileTopic, content: FileContent) -> None:
    """The slides of a topic: what differs above the table, comparability and the marks below it."""
    language = content.language
    told_in = _height_in(topic.told, TEXT_IN, TOLD_POINTS)
    foot = "　".join((topic.likeness, *legend_lines(topic.legend, language)))
    foot_in = _height_in(foot, TEXT_IN, SOURCE_POINTS)
    top, bottom = 1.15 + told_in + 0.1, HEIGHT_IN - 0.35 - foot_in
    rows = list(zip(content.plans, topic.cells, strict=True))
    pages = list(_paged(rows, max(bottom - top - HEAD_IN, LEAST_ROOM_IN), PLAN_IN))
    for at, page in enumerate(pages, start=1):
        title = topic.title if len(pages) == 1 else _page_title(topic.title, at, len(pages), content)
        slide = _slide(deck, title)
        _write(_frame(slide, 1.15, told_in), topic.told, TOLD_POINTS, INK)
        heads = (words(language, "compare_plan"), words(language, "says"))
        _table(slide, heads, page, (top, PLAN_IN))
        _write(_frame(slide, bottom, foot_in), foot, SOURCE_POINTS, SOFT)
        held = [s for s in content.sources if any(marks_in([s.number]) in line.rest for _, ls in page for line in ls)]
        notes = (f"[{s.number}] {s.where(language)}\n{s.quote}" + (f"\n{s.english}" * bool(s.english)) for s in held)
        notes_frame = slide.notes_slide.notes_text_frame
        if notes_frame is not None:
            notes_frame.text = "\n\n".join(notes)


def _page_title(title: str, at: int, count: int, content: FileContent) -> str:
    return words(content.language, "paged", title=title, at=at, count=count)


def _paged(rows: _Rows, room_in: float, first_in: float) -> Iterator[_Rows]:
    """As many rows on a slide as have room; a row that is higher than a slide is parted between its lines."""
    page: list[tuple[str, Sequence[CellLine]]] = []
    used = 0.0
    for plan, lines in (part for row in rows for part in _parted(row, room_in, first_in)):
        needed = _row_in(plan, lines, first_in)
        if page and used + needed > room_in:
            yield page
            page, used = [], 0.0
        page.append((plan, lines))
        used += needed
    if page:
        yield page


def _parted(
    row: tuple[str, Sequence[CellLine]], room_in: float, first_in: float
) -> Iterator[tuple[str, Sequence[CellLine]]]:
    plan, lines = row
    part: list[CellLine] = []
    for line in lines:
        if part and _row_in(plan, [*part, line], first_in) > room_in:
            yield plan, part
            part = []
        part.append(line)
    yield plan, part


def _row_in(plan: str, lines: Sequence[CellLine], first_in: float) -> float:
    told = sum(_height_in(line.text, TEXT_IN - first_in - 2 * PAD_IN, CELL_POINTS) for line in lines)
    return max(told, _height_in(plan, first_in - 2 * PAD_IN, CELL_POINTS * BOLD)) + PAD_IN


def _sources(deck: Deck, content: FileContent) -> None:
    language = content.language
    title = words(language, "sources")
    rows = [
        (f"[{source.number}]", (CellLine("", "", source.where(language)), CellLine("", "", source.quote)))
        for source in content.sources
    ]
    pages = list(_paged(rows, HEIGHT_IN - 1.2 - HEAD_IN - 0.3, NUMBER_IN))
    for at, page in enumerate(pages, start=1):
        slide = _slide(deck, title if len(pages) == 1 else _page_title(title, at, len(pages), content))
        _table(slide, (words(language, "number"), words(language, "document")), page, (1.2, NUMBER_IN))


# --- pieces of a slide


def _slide(deck: Deck, title: str) -> Slide:
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[6])
    rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(MARGIN_IN), Inches(1.0), Inches(TEXT_IN), Inches(0.02))
    rule.fill.solid()
    rule.fill.fore_color.rgb = _colour(TEAL)
    rule.line.fill.background()
    points = 22
    while points > LEAST_TITLE_POINTS and _height_in(title, TEXT_IN, points * BOLD) > TITLE_IN:
        points -= 1
    _write(_frame(slide, 0.3, TITLE_IN), title, points, TEAL, bold=True)
    return slide


def _table(slide: Slide, heads: tuple[str, str], rows: _Rows, placed: tuple[float, float]) -> None:
    """A table from a height on, with a first column of a width."""
    top, first_in = placed
    height = Inches(HEAD_IN * (len(rows) + 1))
    shape = slide.shapes.add_table(len(rows) + 1, 2, Inches(MARGIN_IN), Inches(top), Inches(TEXT_IN), height)
    table = shape.table
    table.horz_banding = False
    table.columns[0].width, table.columns[1].width = Inches(first_in), Inches(TEXT_IN - first_in)
    for column, head in enumerate(heads):
        cell = table.cell(0, column)
        _ground(cell, TEAL)
        _write(cell.text_frame, head, CELL_POINTS, "FFFFFF", bold=True)
    table.rows[0].height = Inches(HEAD_IN)
    for at, (plan, lines) in enumerate(rows, start=1):
        first, second = table.cell(at, 0), table.cell(at, 1)
        _ground(first, WASH)
        _ground(second, "FFFFFF")
        _write(first.text_frame, plan, CELL_POINTS, INK, bold=True)
        _fill(second.text_frame, lines)
        table.rows[at].height = Inches(_row_in(plan, lines, first_in))


def _fill(frame: TextFrame, lines: Sequence[CellLine]) -> None:
    for line in lines:
        paragraph = _paragraph(frame, CELL_POINTS)
        for text in filter(None, (line.value, line.mark)):
            _styled(paragraph.add_run(), f"{text} ", CELL_POINTS, TEAL).font.bold = True
        _styled(paragraph.add_run(), line.rest, CELL_POINTS, INK)


def _ground(cell: _Cell, colour: str) -> None:
    cell.fill.solid()  # type: ignore[no-untyped-call]
    cell.fill.fore_color.rgb = _colour(colour)
    cell.margin_top, cell.margin_bottom = Inches(PAD_IN / 2), Inches(PAD_IN / 2)
    cell.margin_left, cell.margin_right = Inches(PAD_IN), Inches(PAD_IN)


def _frame(slide: Slide, top: float, height: float) -> TextFrame:
    box = slide.shapes.add_textbox(Inches(MARGIN_IN), Inches(top), Inches(TEXT_IN), Inches(height))
    frame: TextFrame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Inches(0)
    return frame


def _write(frame: TextFrame, text: str, points: float, colour: str, *, bold: bool = False) -> None:
    _styled(_paragraph(frame, points).add_run(), text, points, colour).font.bold = bold


def _paragraph(frame: TextFrame, points: float) -> _Paragraph:
    """The frame's first paragraph as long as nothing stands in it, then a new one; lines are as high in every program."""
    first: _Paragraph = frame.paragraphs[0]
    made: _Paragraph = frame.add_paragraph() if first.runs else first  # type: ignore[no-untyped-call]
    made.line_spacing = Pt(points * LINE_HEIGHT)
    return made


def _styled(run: _Run, text: str, points: float, colour: str) -> _Run:
    run.text = text
    run.font.size, run.font.name = Pt(points), LATIN
    run.font.color.rgb = _colour(colour)
    # python-pptx names the Latin face only; Chinese is drawn in the East Asian one, which the schema wants behind it.
    face = OxmlElement("a:ea")
    face.set("typeface", EAST_ASIAN)
    run._r.get_or_add_rPr().find(qn("a:latin")).addnext(face)
    return run


def _colour(written: str) -> RGBColor:
    colour: RGBColor = RGBColor.from_string(written)  # type: ignore[no-untyped-call]
    return colour


def _height_in(text: str, width_in: float, points: float) -> float:
    """How high a text stands at a size in a width: a Chinese character is one size wide, a Latin letter about half."""
    width = sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.55 for c in text) * points / 72
    return max(1, math.ceil(width * ROUGH / width_in)) * points / 72 * LINE_HEIGHT
