"""A pack as slides (python-pptx): title, agenda, the lesson, a few questions of the quiz, the plans it is drawn from."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby
from uuid import NAMESPACE_OID, uuid5
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide
from pptx.util import Inches, Pt

from assistant.courses.export import outline
from assistant.courses.export.file_words import file_words
from assistant.courses.export.slides.slide_around import QUIZ_GAP_IN, TITLE_SIZES, slides_of
from assistant.courses.export.slides.slide_layouts import (
    BODY,
    BODY_POINTS,
    FOOT_AT,
    FOOT_POINTS,
    NUMBER_AT,
    SECTION_BOXES,
    TITLE,
    TITLE_BOXES,
    TITLE_POINTS,
    Layout,
    slide_number,
    spelling,
)
from assistant.courses.export.slides.slide_master import new_deck, themed
from assistant.courses.export.slides.slide_notes import cited, footer, notes
from assistant.courses.export.slides.slide_plan import Frame
from assistant.courses.export.slides.slide_tables import draw_table
from assistant.courses.export.slides.slide_text import Paragraph, Role, height_in, largest, paragraph, size_of
from assistant.courses.export.slides.slide_timeline import draw_timeline
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack
from assistant.office_files import writable
from assistant.types import Language

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def to_pptx(pack: Pack) -> bytes:
    """Slides of 16:9, every one on a layout of the master, with the sources below it and in its notes."""
    language = pack.request.language
    deck = new_deck(language)
    frames = slides_of(pack)
    for frame in frames:
        _draw(deck, frame, pack)
    themed(deck.notes_master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    _sections(deck, frames)
    properties = deck.core_properties
    properties.title, properties.author = writable(outline.subject(pack)), wording(language, "title")
    properties.language = spelling(language)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _draw(deck: Deck, frame: Frame, pack: Pack) -> None:
    language = pack.request.language
    slide = deck.slides.add_slide(deck.slide_layouts[frame.layout])
    _write_title(slide, frame, language)
    holders = [holder for holder in slide.placeholders if holder.placeholder_format.idx]
    for holder, (paragraphs, points) in zip(holders, frame.bodies, strict=False):
        _write(holder, paragraphs, points, language)
    if frame.layout is Layout.QUIZ:
        _share_out(holders, frame)
    if frame.grid:
        draw_table(holders[0], frame.grid, frame.title, language)
    if frame.stops:
        draw_timeline(slide, frame.stops, language)
    citations = tuple({c.number: c for c in (*cited(frame.lines), *frame.cited)}.values())
    if frame.layout not in (Layout.FIRST, Layout.SECTION):
        _foot(slide, footer(citations, pack), language)
    if told := notes(frame.said, frame.lines, citations, pack):
        slide.notes_slide.notes_text_frame.text = told


def _write_title(slide: Slide, frame: Frame, language: Language) -> None:
    title = slide.shapes.title
    assert title is not None  # every layout has one
    box, sizes = _TITLES.get(frame.layout, _PLAIN_TITLE)
    points = largest((paragraph(frame.title, bold=True),), sizes, box[2:])
    run = title.text_frame.paragraphs[0].add_run()
    run.text = writable(frame.title)
    run._r.get_or_add_rPr().set("lang", spelling(language))
    if points != sizes[0]:
        run.font.size = Pt(points)


_TITLES = {
    Layout.FIRST: (TITLE_BOXES[0], TITLE_SIZES),
    Layout.SECTION: (SECTION_BOXES[0], TITLE_SIZES),
}
_PLAIN_TITLE = (TITLE, (float(TITLE_POINTS), 24.0, 20.0, 18.0))
"""Where a title stands and its sizes, the master's first."""


def _write(holder: SlidePlaceholder, paragraphs: Sequence[Paragraph], points: float, language: Language) -> None:
    """Paragraphs as levels of the placeholder's outline; a size is set only where it is not the master's."""
    frame = holder.text_frame
    lang = spelling(language)
    for at, one in enumerate(paragraphs):
        line = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        line.level = _LEVELS[one.role]
        if one.role in (Role.HEAD, Role.PLAIN):
            _without_bullet(line._p.get_or_add_pPr())
        run = line.add_run()
        run.text = one.text
        if one.bold:
            run.font.bold = True
        if one.role is Role.HEAD:
            run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1
        size = size_of(one, points)
        runs = [run]
        if one.marks:
            mark = line.add_run()
            mark.text = f" {one.marks}"
            mark.font.color.theme_color = MSO_THEME_COLOR.ACCENT_4
            runs.append(mark)
        for made, share in zip(runs, (1.0, MARK_SHARE), strict=False):
            made._r.get_or_add_rPr().set("lang", lang)
            if size * share != BODY_POINTS:
                made.font.size = Pt(round(size * share))


_LEVELS = {Role.HEAD: 0, Role.PLAIN: 0, Role.POINT: 0, Role.BELOW: 1, Role.BESIDE: 2}
MARK_SHARE = 0.7
"""Of the size of a text: the numbers of its sources."""


def _without_bullet(properties: etree._Element) -> None:
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.append(parse_xml(f"<a:buNone {nsdecls('a')}/>"))


def _share_out(holders: Sequence[SlidePlaceholder], frame: Frame) -> None:
    """A question the room it takes, its options the rest."""
    left, top, width, height = BODY
    paragraphs, points = frame.bodies[0]
    asked = height_in(paragraphs, points, width) + QUIZ_GAP_IN
    for holder, at, tall in ((holders[0], top, asked), (holders[1], top + asked, height - asked)):
        holder.left, holder.top, holder.width, holder.height = map(Inches, (left, at, width, tall))
    if not frame.bodies[1][0]:  # a gap to fill has no options; an empty placeholder would show its prompt
        holders[1]._element.getparent().remove(holders[1]._element)


def _foot(slide: Slide, text: str, language: Language) -> None:
    """Footer and slide number, which python-pptx leaves out of new slides."""
    lang = spelling(language)
    tree = slide.shapes._spTree
    number = max(shape.shape_id for shape in slide.shapes) + 1
    # LibreOffice takes alignment and colour of a footer from nowhere else.
    colour = '<a:solidFill><a:schemeClr val="accent4"/></a:solidFill>'
    said = f'<a:pPr algn="l"/><a:r><a:rPr lang="{lang}" sz="{round(FOOT_POINTS * 100)}">{colour}</a:rPr><a:t>{escape(text)}</a:t></a:r>'
    shown = [("ftr", FOOT_AT, "holder_ftr", said)] if text else []
    for kind, index, key, body in (*shown, ("sldNum", NUMBER_AT, "holder_sldNum", slide_number(lang))):
        tree.append(
            parse_xml(
                f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{file_words(language, key)} {number - 1}"/>'
                f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr>'
                f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{body}</a:p></p:txBody></p:sp>"
            )
        )
        number += 1


def _sections(deck: Deck, frames: Sequence[Frame]) -> None:
    """PowerPoint's own sections, by which slides are found and moved part by part."""
    ids = [slide.get("id") for slide in deck.part._element.sldIdLst]
    listed: list[str] = []
    for name, group in groupby(zip(frames, ids, strict=True), key=lambda pair: pair[0].section):
        slides = "".join(f'<p14:sldId id="{one}"/>' for _, one in group)
        key = str(uuid5(NAMESPACE_OID, f"{len(listed)} {name}")).upper()
        listed.append(
            f'<p14:section name={quoteattr(name)} id="{{{key}}}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>'
        )
    deck.part._element.append(
        parse_xml(
            f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
            f'<p14:sectionLst xmlns:p14="{P14}">{"".join(listed)}</p14:sectionLst></p:ext></p:extLst>'
        )
    )
