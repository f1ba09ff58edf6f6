"""What all office files share, whatever they hold: colours, fonts, and text that their formats can write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

INK, TEAL, SOFT, WASH, RULE = "1D2B33", "0F4D52", "55646B", "E6EFED", "D8D1C0"
"""Text, headings, what stands back, the ground of a table's head, thin lines: the page's own colours."""
SHEET, SEAL = "FFFDF8", "9C3325"
"""The ground text stands on, and what must be seen first: the page's own, too."""
LATIN, EAST_ASIAN, EAST_ASIAN_HEADING = "Calibri", "宋体", "黑体"
"""Fonts that Word and WPS have; programs without them take another of the same script."""
# XML 1.0 has no place for these, nor has Excel; a plan's text may hold them.
_UNWRITABLE = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF])


@dataclass(frozen=True, slots=True)
class Style:
    """How a named style of a Word document is set."""

    points: float
    east_asian: str
    colour: str


def writable(text: str) -> str:
    """Text without the characters that office files cannot hold."""
    return text.translate(_UNWRITABLE)


def soft(paragraph: Paragraph, text: str, points: float | None = None) -> None:
    """A text that stands back, at the end of a paragraph of a Word document; smaller where `points` are given."""
    font = paragraph.add_run(writable(text)).font
    font.color.rgb = RGBColor.from_string(SOFT)
    if points is not None:
        font.size = Pt(points)


def set_styles(document: DocxDocument, styles: Mapping[str, Style]) -> None:
    """Size, colour and fonts of some styles; Chinese is drawn in the East Asian font only where Word finds it named."""
    for name, wanted in styles.items():
        style = document.styles[name]
        style.font.size, style.font.name = Pt(wanted.points), LATIN
        style.font.color.rgb = RGBColor.from_string(wanted.colour)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", wanted.east_asian), ("cs", LATIN)):
            fonts.set(qn(f"w:{script}"), font)
