"""How the Word documents look: page, styles, the style of tables, header and footer with page numbers.

Every style has an exact line height, so that a text takes the same room with any font, and pages can be counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import docx
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from assistant.courses.export.file_words import file_words
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
from assistant.types import Language

PAGE_CM, MARGINS_CM = (21.0, 29.7), (2.6, 2.4)
"""A4, and what is left free at the sides, and above and below."""
TEXT_CM = PAGE_CM[0] - 2 * MARGINS_CM[0]
TEXT_POINTS = (PAGE_CM[1] - 2 * MARGINS_CM[1]) / 2.54 * 72
"""Height of a page's text."""
HANG_CM = 0.95
"""From the margin to the text of a list."""
TABLE_STYLE = "Plans Table"
CELL_POINTS = 5.0
"""What a row takes beside its lines: margins of its cells and the rule."""


@dataclass(frozen=True, slots=True)
class Form:
    """A style of paragraphs: size and line height, room before and after, all in points; colour, font."""

    points: float
    line: float
    before: float = 0.0
    after: float = 5.0
    colour: str = INK
    font: str = EAST_ASIAN
    bold: bool = False
    indent_cm: float = 0.0


FORMS: dict[str, Form] = {
    "Normal": Form(10.5, 17),
    "Title": Form(24, 34, after=4, colour=TEAL, font=EAST_ASIAN_HEADING, bold=True),
    "Subtitle": Form(14, 22, after=10, colour=SOFT, font=EAST_ASIAN_HEADING),
    "TOC Heading": Form(13, 20, 12, 4, TEAL, EAST_ASIAN_HEADING, bold=True),
    "toc 1": Form(10.5, 18, after=2),
    "Heading 1": Form(15, 24, 16, 6, TEAL, EAST_ASIAN_HEADING, bold=True),
    "Heading 2": Form(12.5, 20, 10, 4, INK, EAST_ASIAN_HEADING, bold=True),
    "Heading 3": Form(11, 18, 8, 3, TEAL, EAST_ASIAN_HEADING, bold=True),
    "List Number": Form(10.5, 17, after=4, indent_cm=HANG_CM),
    "List Bullet": Form(10.5, 17, after=4, indent_cm=HANG_CM),
    "List Continue": Form(9.5, 14, after=5, colour=SOFT, indent_cm=HANG_CM),
    "Quiz Option": Form(10.5, 15, after=2, indent_cm=HANG_CM),
    "Source": Form(9.5, 14, 4, 1),
    "Caption": Form(9.5, 14, 6, 3, SOFT, EAST_ASIAN_HEADING),
    "Small": Form(9.5, 14, after=4, colour=SOFT),
    "Table Text": Form(9.5, 14, after=0),
    "Header": Form(9, 12, after=0, colour=SOFT),
    "Footer": Form(9, 12, after=0, colour=SOFT),
}
HANDOUT: dict[str, Form] = FORMS | {
    "Normal": Form(9.5, 14, after=3),
    "Title": Form(18, 26, after=2, colour=TEAL, font=EAST_ASIAN_HEADING, bold=True),
    "Subtitle": Form(10.5, 16, after=4, colour=SOFT, font=EAST_ASIAN_HEADING),
    "Heading 1": Form(12, 18, 8, 3, TEAL, EAST_ASIAN_HEADING, bold=True),
    "List Number": Form(9.5, 14, after=2, indent_cm=HANG_CM),
    "List Bullet": Form(9.5, 14, after=2, indent_cm=HANG_CM),
    "Table Text": Form(9, 12.5, after=0),
}
"""The same for two pages that are taken home."""


def new_document(title: str, language: Language, forms: Mapping[str, Form] = FORMS) -> DocxDocument:
    """An empty A4 document with the program's styles, its title in the header and page numbers in the footer."""
    document = docx.Document()
    for section in document.sections:
        section.page_width, section.page_height = map(Cm, PAGE_CM)
        section.left_margin = section.right_margin = Cm(MARGINS_CM[0])
        section.top_margin = section.bottom_margin = Cm(MARGINS_CM[1])
        section.header_distance = section.footer_distance = Cm(1.2)
    _set_forms(document, forms)
    document.styles.element.append(parse_xml(_TABLE))
    document.sections[0].header.paragraphs[0].add_run(writable(title))
    add_page_numbers(document, language)
    properties = document.core_properties
    properties.title, properties.language = writable(title), "zh-CN" if language is Language.ZH else "en-US"
    properties.author, properties.comments = "", ""
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    return document


def add_page_numbers(document: DocxDocument, language: Language) -> None:
    """Page and number of pages in the footer."""
    foot = document.sections[0].footer.paragraphs[0]
    before, between, after = file_words(language, "page_of", page="\0", pages="\0").split("\0")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        foot.add_run(text)
        if field:
            add_field(foot, field, "1")
    foot.alignment = 1


def _set_forms(document: DocxDocument, forms: Mapping[str, Form]) -> None:
    for name in forms:
        if name not in document.styles:
            made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
            made.base_style = document.styles["Normal"]
    set_styles(document, {name: Style(form.points, form.font, form.colour) for name, form in forms.items()})
    for name, form in forms.items():
        style = document.styles[name]
        style.font.bold, style.font.italic = form.bold, False
        layout = style.paragraph_format
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(form.line)
        layout.space_before, layout.space_after = Pt(form.before), Pt(form.after)
        layout.keep_with_next = name.startswith("Heading") or name == "Caption"
        for contextual in style.element.pPr.findall(
            qn("w:contextualSpacing")
        ):  # it would leave out the room between lines
            style.element.pPr.remove(contextual)
        if form.indent_cm:
            layout.left_indent = Cm(form.indent_cm)
            layout.first_line_indent = Cm(-form.indent_cm if name.startswith(("List N", "List B")) else 0)
    for name in ("Title", "Heading 1"):  # the template rules them off in its own blue
        borders = document.styles[name].element.pPr.find(qn("w:pBdr"))
        if borders is not None:
            borders.getparent().remove(borders)
    contents = document.styles["toc 1"].paragraph_format
    contents.tab_stops.add_tab_stop(Cm(TEXT_CM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field with what it shows until it is brought up to date."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run()
        if kind == "shown":
            run.text = text
        elif kind:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
        else:
            run._r.append(parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> {text} </w:instrText>'))


_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="PlansTable">
<w:name w:val="{TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
<w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{TEAL}"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{TEAL}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders>
<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{TEAL}"/></w:rPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"""
