"""Dates on a line, as native shapes: what is past, what runs, what is to come, and today between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Inches, Pt

from assistant.courses.export import outline
from assistant.courses.export.file_words import file_words
from assistant.courses.export.line_count import lines_of
from assistant.courses.export.slides.slide_layouts import BODY, spelling
from assistant.courses.export.slides.slide_text import SURE_SHARE, TIGHT, cut, line_points
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, PackPart
from assistant.office_files import writable
from assistant.types import Language

WHEN_IN, LINE_AT_IN, DOT_IN = 2.45, 2.75, 0.22
"""Width of the dates, where the line stands, how large a dot is; measured from the margin."""
SAID_AT_IN = 3.0
STATE_POINTS = 12.0
_GAP_IN, _MOST_GAP_IN = 0.1, 0.5
_TODAY_IN = 0.42
_UNTIL = "至"


class State(Enum):
    """How a date stands to the day the material was made for."""

    PAST = "past"
    RUNNING = "running"
    TO_COME = "to_come"
    TODAY = "today"


_COLOURS = {
    State.PAST: MSO_THEME_COLOR.ACCENT_5,
    State.RUNNING: MSO_THEME_COLOR.ACCENT_3,
    State.TO_COME: MSO_THEME_COLOR.ACCENT_1,
    State.TODAY: MSO_THEME_COLOR.ACCENT_2,
}


@dataclass(frozen=True, slots=True)
class Stop:
    """A date and what is due then; of today there is no line."""

    when: str
    text: str
    state: State
    points: float
    named: str = ""
    line: PackLine | None = None


def on_timeline(part: PackPart) -> bool:
    """Whether its lines are dates with what is due, as cells."""
    return bool(part.columns) and all(len(line.cells) > 1 for line in part.lines)


def stops_of(part: PackPart, pack: Pack, points: float) -> list[Stop]:
    """The dates of a part, with today before the first that is not past."""
    stops = [_stop(line, pack, points) for line in part.lines]
    language = pack.request.language
    day = file_words(language, "on_day", day=pack.day) if pack.day else ""
    at = next((i for i, one in enumerate(stops) if one.state is not State.PAST), len(stops))
    stops.insert(at, Stop(file_words(language, "today"), day, State.TODAY, points))
    return stops


def _stop(line: PackLine, pack: Pack, points: float) -> Stop:
    language = pack.request.language
    named = {wording(language, f"time_{state.value}"): state for state in (State.PAST, State.RUNNING)}
    where = outline.place(line, pack)
    said = " · ".join(" ".join(writable(cell).split()) for cell in (*line.cells[1:], where) if cell)
    mark = outline.marks(line.citations)
    when = " ".join(writable(line.cells[0]).split())
    whole = Stop(when, f"{said} {mark}".strip(), named.get(line.group, State.TO_COME), points, line.group, line)
    pieces = cut(whole.text, lambda text: _said_points(text, points) * TIGHT / 72 <= BODY[3] / 2)
    if len(pieces) < 2:
        return whole
    return replace(whole, text=f"{pieces[0]}…… {mark}")  # the notes have it whole


def _height_of(one: Stop) -> float:
    if one.state is State.TODAY:
        return _TODAY_IN
    when = sum(_when_lines(piece, one.points) for piece in _broken(one)) * line_points(one.when, one.points)
    named = line_points(one.named, STATE_POINTS) if one.named else 0
    return max(when + named, _said_points(one.text, one.points)) * TIGHT / 72 + 0.04


def _said_points(text: str, points: float) -> float:
    return lines_of(text, points, BODY[2] - SAID_AT_IN) * line_points(text, points)


def _when_lines(text: str, points: float) -> int:
    return lines_of(text, points, WHEN_IN * SURE_SHARE, bold=True)


def _broken(one: Stop) -> tuple[str, ...]:
    """A date as it stands on one line, or broken between two dates and before the second of two days."""
    if _when_lines(one.when, one.points) == 1:
        return (one.when,)
    first, until, last = one.when.partition(_UNTIL)
    pieces = (first, f"{until}{last}") if last else tuple(one.when.split("、"))
    return tuple(piece for piece in pieces if piece)


def stops_fit(stops: Sequence[Stop]) -> bool:
    """Whether dates go below each other on a slide."""
    return sum(_height_of(one) + _GAP_IN for one in stops) <= BODY[3]


def draw_timeline(slide: Slide, stops: Sequence[Stop], language: Language) -> None:
    """The line, a dot for each date with the date to its left and what is due to its right."""
    left, top, width, height = BODY
    heights = [_height_of(one) for one in stops]
    gap = min(max((height - sum(heights)) / len(stops), _GAP_IN), _MOST_GAP_IN)
    axis, end = left + LINE_AT_IN, top + sum(heights) + gap * (len(stops) - 1)
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (axis, top, axis, end)))
    line.line.color.theme_color, line.line.width = MSO_THEME_COLOR.ACCENT_5, Pt(2.25)
    line.name = file_words(language, "timeline")
    _plain(line)
    at = top
    for one, tall in zip(stops, heights, strict=True):
        if one.state is State.TODAY:
            _today(slide, one, at, language)
        else:
            _dot(slide, one, axis, at)
            rows = [
                *((piece, one.points, True) for piece in _broken(one)),
                *([(one.named, STATE_POINTS, False)] if one.named else []),
            ]
            _text(slide, (left, at, WHEN_IN, tall), rows, language, right=True)
            _text(slide, (left + SAID_AT_IN, at, width - SAID_AT_IN, tall), [(one.text, one.points, False)], language)
        at += tall + gap


def _dot(slide: Slide, one: Stop, axis: float, at: float) -> None:
    dot = slide.shapes.add_shape(MSO_SHAPE.OVAL, *map(Inches, (axis - DOT_IN / 2, at + 0.05, DOT_IN, DOT_IN)))
    dot.name = f"{one.when} {one.named}".strip()
    _plain(dot)
    dot.fill.solid()
    # What is past is hollow, so that the picture can be read without its colours.
    dot.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1 if one.state is State.PAST else _COLOURS[one.state]
    dot.line.color.theme_color, dot.line.width = _COLOURS[one.state], Pt(2)


def _today(slide: Slide, one: Stop, at: float, language: Language) -> None:
    left, _, width, _ = BODY
    middle = at + _TODAY_IN / 2
    rule = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (left, middle, left + width, middle)))
    rule.line.color.theme_color, rule.line.width = _COLOURS[one.state], Pt(1.25)
    rule.line.dash_style = MSO_LINE.DASH
    rule.name = one.when
    _plain(rule)
    label = slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, *map(Inches, (left, at + 0.02, WHEN_IN, _TODAY_IN - 0.04))
    )
    label.name = one.when
    _plain(label)
    label.fill.solid()
    label.fill.fore_color.theme_color = _COLOURS[one.state]
    label.line.fill.background()
    frame = label.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    said = f"{one.when} {one.text}" if language is Language.ZH else f"{one.when}, {one.text}"
    _run(frame.paragraphs[0], said.rstrip(" ,"), STATE_POINTS, language, bold=True)
    frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _plain(shape: BaseShape) -> None:
    """Without the theme's style, which brings a shadow; colours are set beside it."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def _text(
    slide: Slide,
    box: tuple[float, float, float, float],
    rows: Sequence[tuple[str, float, bool]],
    language: Language,
    *,
    right: bool = False,
) -> None:
    frame = slide.shapes.add_textbox(*map(Inches, box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for i, (text, points, bold) in enumerate(rows):
        line = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        line.alignment, line.line_spacing = (PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT), TIGHT
        _run(line, text, points, language, bold=bold)


def _run(line: object, text: str, points: float, language: Language, *, bold: bool) -> None:
    run = line.add_run()  # type: ignore[attr-defined]  # pptx.text.text._Paragraph is private
    run.text = text
    run.font.size, run.font.bold = Pt(points), bold
    run._r.get_or_add_rPr().set("lang", spelling(language))
