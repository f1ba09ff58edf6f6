"""What office files share."""

from __future__ import annotations

import docx
from docx.oxml.ns import qn

from assistant.office_files import EAST_ASIAN, INK, Style, set_styles, writable


def test_characters_that_xml_has_no_place_for_are_left_out():
    assert writable("一\x00二\x0b三\ufffe\t四\n") == "一二三\t四\n"


def test_chinese_font_is_named_where_word_looks_for_it():
    document = docx.Document()
    set_styles(document, {"Normal": Style(10.5, EAST_ASIAN, INK)})
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == EAST_ASIAN
    assert fonts.get(qn("w:eastAsiaTheme")) is None
