"""The layouts of the slides: where each placeholder stands, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from assistant.courses.export.file_words import file_words
from assistant.types import Language

WIDTH_IN, HEIGHT_IN, MARGIN_IN = 13.333, 7.5, 0.75
"""16:9, as PowerPoint sets it."""
BODY_POINTS, TITLE_POINTS, FOOT_POINTS = 20, 28, 10.5

Box = tuple[float, float, float, float]
"""Left, top, width, height in inches."""
WHOLE_IN = WIDTH_IN - 2 * MARGIN_IN
TITLE: Box = (MARGIN_IN, 0.42, WHOLE_IN, 0.85)
BODY: Box = (MARGIN_IN, 1.6, WHOLE_IN, 5.0)
FOOT: Box = (MARGIN_IN, 6.8, 10.6, 0.5)
_NUMBER: Box = (11.7, 6.8, WIDTH_IN - MARGIN_IN - 11.7, 0.5)
_COLUMN_IN = (WHOLE_IN - 0.5) / 2
LEFT: Box = (MARGIN_IN, 1.6, _COLUMN_IN, 5.0)
RIGHT: Box = (MARGIN_IN + _COLUMN_IN + 0.5, 1.6, _COLUMN_IN, 5.0)
ASKED: Box = (MARGIN_IN, 1.6, WHOLE_IN, 2.4)
OPTIONS: Box = (MARGIN_IN, 4.1, WHOLE_IN, 2.5)
TITLE_BOXES: tuple[Box, Box, Box, Box] = (
    (1.1, 1.75, 11.2, 2.0),
    (1.1, 1.15, 11.2, 0.55),
    (1.1, 3.95, 11.2, 2.1),
    (1.1, 6.2, 11.2, 0.9),
)
"""Of the first slide: what the lesson is on, what it is, particulars, what is to be known."""
SECTION_BOXES: tuple[Box, Box] = ((1.1, 2.5, 11.2, 1.4), (1.1, 4.05, 11.2, 0.6))

FOOT_AT, NUMBER_AT = 11, 12
"""Indexes of placeholders, as PowerPoint gives them."""


class Layout(IntEnum):
    """The layouts in the order of the master."""

    FIRST = 0
    SECTION = 1
    POINTS = 2
    TABLE = 3
    COLUMNS = 4
    QUIZ = 5
    PICTURE = 6


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of a layout: kind and index as the format has them, and what differs from the master's text."""

    kind: str
    index: int
    box: Box | None = None
    style: str = ""
    anchor: str = ""


_PLAIN = 'marL="0" indent="0"'


def _level(points: float, colour: str, *, bold: bool = False) -> str:
    """The first level of a placeholder, without bullet."""
    return (
        f'<a:lvl1pPr {_PLAIN} algn="l"><a:buNone/><a:defRPr sz="{round(points * 100)}" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )


_FOOT_STYLE = _level(FOOT_POINTS, "accent4")
# Said by each layout again: LibreOffice does not take it from the master.
SMALL = (
    Holder("ftr", FOOT_AT, FOOT, _FOOT_STYLE, "t"),
    Holder("sldNum", NUMBER_AT, _NUMBER, _FOOT_STYLE.replace('algn="l"', 'algn="r"'), "t"),
)
LAYOUTS: dict[Layout, tuple[str, tuple[Holder, ...]]] = {
    Layout.FIRST: (
        "title",
        (
            Holder("ctrTitle", 0, TITLE_BOXES[0], _level(40, "accent1", bold=True), "ctr"),
            Holder("subTitle", 1, TITLE_BOXES[1], _level(20, "accent4"), "b"),
            Holder("body", 13, TITLE_BOXES[2], _level(16, "tx1"), "t"),
            Holder("body", 14, TITLE_BOXES[3], _level(12, "accent4"), "b"),
        ),
    ),
    Layout.SECTION: (
        "secHead",
        (
            Holder("title", 0, SECTION_BOXES[0], _level(40, "bg1", bold=True), "b"),
            Holder("body", 1, SECTION_BOXES[1], _level(20, "bg1"), "t"),
        ),
    ),
    Layout.POINTS: ("obj", (Holder("title", 0), Holder("", 1), *SMALL)),
    Layout.TABLE: ("tbl", (Holder("title", 0), Holder("tbl", 1, BODY), *SMALL)),
    Layout.COLUMNS: (
        "twoObj",
        (Holder("title", 0), Holder("", 1, LEFT), Holder("", 2, RIGHT), *SMALL),
    ),
    Layout.QUIZ: (
        "",
        (
            Holder("title", 0),
            Holder("body", 1, ASKED, _level(22, "tx1", bold=True), "t"),
            Holder("body", 13, OPTIONS, _level(BODY_POINTS, "tx1"), "t"),
            *SMALL,
        ),
    ),
    Layout.PICTURE: ("titleOnly", (Holder("title", 0), *SMALL)),
}


def placeholder(at: int, holder: Holder, language: Language) -> etree._Element:
    """A placeholder of the master or of a layout, with words that ask to be replaced."""
    kind = f' type="{holder.kind}"' if holder.kind else ""
    index = f' idx="{holder.index}"' if holder.index > 0 else ""
    name = file_words(language, f"holder_{holder.kind or 'body'}")
    place = placed(holder.box) if holder.box else ""
    shape = f'{place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if place else ""
    anchor = f' anchor="{holder.anchor}"' if holder.anchor else ""
    body = (
        f'<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"{anchor}><a:normAutofit/></a:bodyPr>'
        if holder.box
        else "<a:bodyPr/>"
    )
    lang = spelling(language)
    text = f'<a:r><a:rPr lang="{lang}"/><a:t>{file_words(language, "click")}</a:t></a:r>'
    if holder.kind == "sldNum":
        text = slide_number(lang)
    elif holder.kind == "ftr":
        text = f'<a:endParaRPr lang="{lang}"/>'
    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
        f'<p:cNvPr id="{at}" name="{name} {at - 1}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr><p:spPr>{shape}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{holder.style}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def slide_number(lang: str) -> str:
    """A field that shows the number of the slide."""
    return f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld>'


def spelling(language: Language) -> str:
    """The language by which PowerPoint looks at the spelling, and chooses the face for quotation marks."""
    return "zh-CN" if language is Language.ZH else "en-US"


def placed(box: Box) -> str:
    """Place and size as the format writes them."""
    left, top, width, height = (Inches(value) for value in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
