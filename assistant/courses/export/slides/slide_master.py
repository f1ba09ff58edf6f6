"""The master of the slides: theme, colours and fonts, made out of python-pptx's own template.

Placeholders hold all that a layout can hold, so that the outline shows every text, readers read titles first, and another
theme changes every slide.
"""

from __future__ import annotations

import copy
from dataclasses import replace

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part, XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from assistant.courses.export.file_words import file_words
from assistant.courses.export.slides.slide_layouts import (
    BODY,
    BODY_POINTS,
    HEIGHT_IN,
    LAYOUTS,
    MARGIN_IN,
    SMALL,
    TITLE,
    TITLE_POINTS,
    WHOLE_IN,
    WIDTH_IN,
    Holder,
    Layout,
    placed,
    placeholder,
)
from assistant.office_files import INK, LATIN, SEAL, SHEET, SOFT, TEAL, WASH
from assistant.types import Language

EAST_ASIAN = "微软雅黑"
"""Without serifs: read from afar."""
_GROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
"""Of a section: the teal of headings."""


def new_deck(language: Language) -> Deck:
    """A deck of 16:9 without slides, in the program's look."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH_IN), Inches(HEIGHT_IN)
    deck.part._element.find(qn("p:sldSz")).attrib.pop("type", None)
    master = deck.slide_master
    themed(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    for layout in list(deck.slide_layouts)[len(Layout) :]:
        deck.slide_layouts.remove(layout)
    _set_master(master._element, language)
    for kind, layout in zip(Layout, deck.slide_layouts, strict=True):
        _set_layout(layout._element, kind, language)
    return deck


def themed(part: Part) -> None:
    """The program's colours and fonts in a theme."""
    # The notes' theme is held as a tree, the slides' as text.
    theme = part._element if isinstance(part, XmlPart) else etree.fromstring(part.blob)
    theme.set("name", "Plans")
    colours = theme.find(f".//{qn('a:clrScheme')}")
    wanted = (INK, SHEET, TEAL, WASH, TEAL, SEAL, "B98A12", SOFT, "8F9A99", "0B3F44", TEAL, SOFT)
    for slot, colour in zip(colours, wanted, strict=True):
        slot[:] = [etree.Element(qn("a:srgbClr"), val=colour)]
    for scheme in theme.iter(qn("a:majorFont"), qn("a:minorFont")):
        scheme.find(qn("a:latin")).set("typeface", LATIN)
        scheme.find(qn("a:ea")).set("typeface", EAST_ASIAN)
        for font in scheme.iter(qn("a:font")):
            if font.get("script") == "Hans":
                font.set("typeface", EAST_ASIAN)
    if not isinstance(part, XmlPart):
        part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_master(master: etree._Element, language: Language) -> None:
    tree = master.find(f".//{qn('p:spTree')}")
    _cleared(tree)
    holders = (
        Holder("title", -1, TITLE, anchor="ctr"),
        Holder("body", 1, BODY, anchor="t"),
        replace(SMALL[0], index=3),
        replace(SMALL[1], index=4),
    )
    for at, holder in enumerate(holders, start=2):
        tree.append(placeholder(at, holder, language))
    tree.append(_rule(len(holders) + 2, 1.38, "accent1", 19050))
    tree.append(_rule(len(holders) + 3, 6.72, "accent5", 6350))
    styles = master.find(qn("p:txStyles"))
    for name, made in (("p:titleStyle", _title_style()), ("p:bodyStyle", _body_style(styles))):
        styles.replace(styles.find(qn(name)), made)


def _set_layout(layout: etree._Element, kind: Layout, language: Language) -> None:
    told, holders = LAYOUTS[kind]
    if told:
        layout.set("type", told)
    else:
        layout.attrib.pop("type", None)
        layout.set("userDrawn", "1")
    common = layout.find(qn("p:cSld"))
    common.set("name", file_words(language, f"layout_{kind.name.lower()}"))
    tree = common.find(qn("p:spTree"))
    _cleared(tree)
    if kind in (Layout.FIRST, Layout.SECTION):
        layout.set("showMasterSp", "0")
    if kind is Layout.SECTION:
        common.insert(0, parse_xml(_GROUND.replace("<p:bg>", f"<p:bg {nsdecls('p', 'a')}>", 1)))
    for at, holder in enumerate(holders, start=2):
        tree.append(placeholder(at, holder, language))
    if kind is Layout.FIRST:
        tree.append(_bar(len(holders) + 2))


def _cleared(tree: etree._Element) -> None:
    """Without the template's shapes; the first two children are the tree's own."""
    for shape in tree[2:]:
        tree.remove(shape)


def _rule(at: int, top: float, colour: str, width: int) -> etree._Element:
    """A line across the slide."""
    return parse_xml(
        f'<p:cxnSp {nsdecls("p", "a")}><p:nvCxnSpPr><p:cNvPr id="{at}" name="Rule {at}"/><p:cNvCxnSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>{placed((MARGIN_IN, top, WHOLE_IN, 0))}'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{width}"><a:solidFill><a:schemeClr val="{colour}"/>'
        "</a:solidFill></a:ln></p:spPr></p:cxnSp>"
    )


def _bar(at: int) -> etree._Element:
    """The teal edge of the first slide."""
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{at}" name="Bar {at}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{placed((0, 0, 0.35, HEIGHT_IN))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


_FACES = '<a:latin typeface="+{0}-lt"/><a:ea typeface="+{0}-ea"/><a:cs typeface="+{0}-cs"/>'
_SPACING = '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'


def _title_style() -> etree._Element:
    return parse_xml(
        f'<p:titleStyle {nsdecls("p", "a")}><a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        f'hangingPunct="1">{_SPACING}<a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{TITLE_POINTS * 100}" b="1" kern="1200"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        f"{_FACES.format('mj')}</a:defRPr></a:lvl1pPr></p:titleStyle>"
    )


def _body_style(styles: etree._Element) -> etree._Element:
    """Points, points below a heading, what stands small beside them; the levels below are the template's."""
    body = copy.deepcopy(styles.find(qn("p:bodyStyle")))
    levels = (
        (1, 0.32, -0.32, BODY_POINTS, "tx1", '<a:buChar char="•"/>'),
        (2, 0.5, -0.3, BODY_POINTS, "tx1", '<a:buChar char="•"/>'),
        (3, 0.5, 0.0, 15, "accent4", "<a:buNone/>"),
    )
    for level, margin, indent, points, colour, bullet in levels:
        made = parse_xml(
            f'<a:lvl{level}pPr {nsdecls("a")} marL="{Inches(margin)}" indent="{Inches(indent)}" algn="l" defTabSz="914400" '
            f'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">{_SPACING}<a:spcBef><a:spcPts val="700"/></a:spcBef>'
            f'<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/>{bullet}'
            f'<a:defRPr sz="{points * 100}" kern="1200"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
            f"{_FACES.format('mn')}</a:defRPr></a:lvl{level}pPr>"
        )
        body.replace(body.find(qn(f"a:lvl{level}pPr")), made)
    return body
