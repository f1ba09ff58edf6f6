"""A pack as slides (python-pptx): title, agenda, one idea a slide, quiz slides, then answers and sources."""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Iterator, Sequence

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

from assistant.courses.export import outline
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, QuizQuestion, Scenario
from assistant.office_files import INK, LATIN, SOFT, TEAL, writable
from assistant.types import Citation, Language

EAST_ASIAN = "微软雅黑"
"""Without serifs: read from afar."""


def _colour(written: str) -> RGBColor:
    colour: RGBColor = RGBColor.from_string(written)  # type: ignore[no-untyped-call]
    return colour


_INK, _TEAL, _SOFT, _PAPER = (_colour(written) for written in (INK, TEAL, SOFT, "FFFDF8"))
WIDTH_IN, HEIGHT_IN, MARGIN_IN = 13.333, 7.5, 0.8
"""16:9, as PowerPoint sets it."""
LINE_HEIGHT, SPACE_POINTS = 1.35, 10
"""What a line takes of its size, and the room behind a paragraph; more than is drawn, so that a box never overflows."""
ASKED_POINTS, MOST_ASKED_IN = 24, 2.6
"""Of a slide for a question; its options take what it leaves."""
ROWS_ON_A_LIST = 9
"""More rows would have to be set too small to be read from afar."""


def to_pptx(pack: Pack) -> bytes:
    """Slides of 16:9; every text box is given the largest size at which its text fits."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH_IN), Inches(HEIGHT_IN)
    language = pack.request.language
    _title(deck, pack)
    _listing(
        deck, wording(language, "agenda"), [f"{name}　{count}" for name, count in outline.agenda(pack)], most_points=24
    )
    if pack.written.points:
        mark = outline.mark_of_model(pack.written.points, language)
        _divider(deck, wording(language, "talking"), mark)
        _ideas(deck, wording(language, "talking"), pack.written.points, pack)
    for part in pack.parts:
        title = wording(language, f"part_{part.part}")
        _divider(deck, title, wording(language, "minutes", count=part.minutes))
        _ideas(deck, title, part.lines, pack)
    for heading, scenario in outline.numbered_scenarios(pack):
        _scenario(deck, heading, scenario, pack)
    if pack.quiz:
        for number, question in enumerate(pack.quiz, start=1):
            _question(deck, number, question, language)
        answers = [f"{i}. {outline.answer(q)}{q.reference}" for i, q in enumerate(pack.quiz, start=1)]
        for rows in _paged(answers):
            _listing(deck, wording(language, "answers"), rows)
    for rows in _paged([_source(citation, pack) for citation in pack.citations]):
        _listing(deck, wording(language, "sources"), rows, most_points=13)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _title(deck: Deck, pack: Pack) -> None:
    slide = _slide(deck, band=False)
    language = pack.request.language
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(0), Inches(0), Inches(0.35), Inches(HEIGHT_IN))
    bar.fill.solid()
    bar.fill.fore_color.rgb = _TEAL
    bar.line.fill.background()
    _box(slide, (1.1, 1.5, 11.2, 0.7), [(wording(language, "title"), 20, _SOFT, False)])
    _box(slide, (1.1, 2.15, 11.2, 1.9), [(outline.subject(pack), 36, _TEAL, True)])
    rows = [
        (f"{name}：{value}" if language is Language.ZH else f"{name}: {value}", 16, _INK, False)
        for name, value in outline.particulars(pack)
    ]
    _box(slide, (1.1, 4.15, 11.2, 1.8), rows)
    _box(slide, (1.1, 6.15, 11.2, 0.9), [(" ".join(outline.notes(pack)), 12, _SOFT, False)])


def _divider(deck: Deck, title: str, beneath: str) -> None:
    slide = _slide(deck, band=False)
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = _TEAL
    _box(slide, (1.1, 2.7, 11.2, 1.2), [(title, 40, _PAPER, True)])
    _box(slide, (1.1, 3.95, 11.2, 0.6), [(beneath, 18, _PAPER, False)])


def _ideas(deck: Deck, title: str, lines: Sequence[PackLine], pack: Pack) -> None:
    """A slide for each line."""
    for number, line in enumerate(lines, start=1):
        slide = _slide(deck)
        _head(slide, f"{title}　{number}/{len(lines)}")
        beside = outline.original(line) or outline.mark_of_model((line,), pack.request.language)
        said = [(outline.told(line, pack), 28, _INK, False)]
        if beside:
            said.append((beside, 17, _SOFT, False))
        _box(slide, _MIDDLE, said, middle=True)
        _foot(slide, line.citations, pack)


def _scenario(deck: Deck, heading: str, scenario: Scenario, pack: Pack) -> None:
    """A slide for what is asked and one for the solution, so that it can be talked through in between."""
    language = pack.request.language
    mark = [(mark, 15.0, _SOFT, False)] if (mark := outline.mark_of_model(scenario.lines, language)) else []
    asked = [
        (outline.labelled("situation", scenario.situation.text, language), 24.0, _INK, False),
        (outline.labelled("scenario_question", scenario.asked.text, language), 24.0, _TEAL, True),
    ]
    solved = [
        (f"{outline.told(line, pack)} {outline.marks(line.citations)}", 24.0, _INK, False) for line in scenario.solution
    ]
    for title, runs in ((heading, asked), (f"{heading}　{wording(language, 'solution')}", solved)):
        slide = _slide(deck)
        _head(slide, title)
        _box(slide, _MIDDLE, [*runs, *mark], middle=True)
    _foot(slide, tuple(dict.fromkeys(citation for line in scenario.solution for citation in line.citations)), pack)


def _question(deck: Deck, number: int, question: QuizQuestion, language: Language) -> None:
    slide = _slide(deck)
    _head(slide, f"{wording(language, 'quiz')} {number}　{outline.kind(question, language)}")
    asked = [(question.prompt, ASKED_POINTS, _INK, True)]
    beside = outline.shown_original(question)
    if beside:
        asked.append((f"{wording(language, 'original')}: {beside}", 16, _SOFT, False))
    width = WIDTH_IN - 2 * MARGIN_IN
    # Bold letters are wider than is reckoned: a line is kept free for them.
    asked_in = min(MOST_ASKED_IN, _height_in(asked, width, 1.0) + LINE_HEIGHT * ASKED_POINTS / 72)
    _box(slide, (MARGIN_IN, 1.3, width, asked_in), asked)
    shown = [(option, 20, _INK, False) for option in outline.options(question)]
    if shown:
        top = 1.3 + asked_in + 0.15
        _box(slide, (MARGIN_IN + 0.3, top, width - 0.3, 6.95 - top), shown)


def _listing(deck: Deck, title: str, rows: list[str], most_points: int = 20) -> None:
    slide = _slide(deck)
    _head(slide, title)
    _box(slide, (MARGIN_IN, 1.35, WIDTH_IN - 2 * MARGIN_IN, 5.6), [(row, most_points, _INK, False) for row in rows])


def _paged(rows: list[str]) -> Iterator[list[str]]:
    pages = math.ceil(len(rows) / ROWS_ON_A_LIST)
    size = math.ceil(len(rows) / max(pages, 1))
    for at in range(0, len(rows), max(size, 1)):
        yield rows[at : at + size]


def _source(citation: Citation, pack: Pack) -> str:
    return f"[{citation.number}] {outline.source(citation, pack)}"


# --- pieces of a slide ------------------------------------------------------------------------------------------------

_Run = tuple[str, float, RGBColor, bool]
"""Text, largest size in points, colour, bold."""
_MIDDLE = (MARGIN_IN, 1.35, WIDTH_IN - 2 * MARGIN_IN, 4.75)
"""Between the head and the sources."""


def _slide(deck: Deck, *, band: bool = True) -> Slide:
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[6])
    if band:
        rule = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Inches(MARGIN_IN), Inches(1.1), Inches(WIDTH_IN - 2 * MARGIN_IN), Inches(0.02)
        )
        rule.fill.solid()
        rule.fill.fore_color.rgb = _TEAL
        rule.line.fill.background()
    return slide


def _head(slide: Slide, text: str) -> None:
    _box(slide, (MARGIN_IN, 0.4, WIDTH_IN - 2 * MARGIN_IN, 0.65), [(text, 20, _TEAL, True)])


def _foot(slide: Slide, citations: tuple[Citation, ...], pack: Pack) -> None:
    places = [_source(citation, pack) for citation in citations]
    _box(slide, (MARGIN_IN, 6.25, WIDTH_IN - 2 * MARGIN_IN, 0.85), [(place, 12, _SOFT, False) for place in places[:2]])


def _box(slide: Slide, place: tuple[float, float, float, float], runs: Sequence[_Run], *, middle: bool = False) -> None:
    left, top, width, height = place
    frame = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    scale = _scale(runs, width, height)
    for i, (text, points, colour, bold) in enumerate(runs):
        _paragraph(frame, i, writable(text), Pt(math.floor(points * scale * 2) / 2))
        font = frame.paragraphs[i].runs[0].font
        font.color.rgb, font.bold = colour, bold


def _paragraph(frame: TextFrame, at: int, text: str, size: Pt) -> None:
    paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()  # type: ignore[no-untyped-call]
    paragraph.alignment, paragraph.line_spacing = PP_ALIGN.LEFT, LINE_HEIGHT - 0.15
    paragraph.space_after = Pt(SPACE_POINTS)
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.name = size, LATIN
    # python-pptx names the Latin face only; Chinese is drawn in the East Asian one.
    properties = run._r.get_or_add_rPr()
    etree.SubElement(properties, qn("a:ea")).set("typeface", EAST_ASIAN)
    _in_order(properties)


def _in_order(properties: etree._Element) -> None:
    """The schema wants a:latin before a:ea."""
    faces = [properties.find(qn(name)) for name in ("a:latin", "a:ea")]
    for face in faces:
        if face is not None:
            properties.remove(face)
            properties.append(face)


def _scale(runs: Sequence[_Run], width_in: float, height_in: float) -> float:
    """The largest share of the wished sizes, 1 at most, at which all runs fit their box."""
    scale = 1.0
    while scale > 0.3 and _height_in(runs, width_in, scale) > height_in:
        scale -= 0.04
    return scale


def _height_in(runs: Sequence[_Run], width_in: float, scale: float) -> float:
    total = 0.0
    for text, points, _, _ in runs:
        size_in = points * scale / 72
        lines = max(1, math.ceil(_width_em(text) * size_in * 1.04 / width_in))
        total += lines * size_in * LINE_HEIGHT + SPACE_POINTS / 72
    return total


def _width_em(text: str) -> float:
    """Width of a text in units of its size: a Chinese character is one wide, a Latin letter about half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.54 for c in text)
