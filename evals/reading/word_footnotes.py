"""Footnotes of a Word file, which python-docx cannot write: a part of their own, and a mark in the text for each."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SMALL_PRINT = '<w:sz w:val="18"/>'  # 9 points, as Word sets notes
_SMALL, _RAISED = f"<w:rPr>{_SMALL_PRINT}</w:rPr>", f'<w:rPr>{_SMALL_PRINT}<w:vertAlign w:val="superscript"/></w:rPr>'
# The two that Word asks for: the line above the notes, and that above a note which goes on from the page before.
_LINES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
    for kind, number, element in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
)


def add_footnotes(document: Any, notes: Sequence[tuple[Any, str]]) -> None:  # noqa: ANN401 - python-docx gives no types
    """Puts each note at the foot of the page on which its paragraph ends; called once, for all notes of the document.

    See ECMA-376 part 1, 17.11 (footnotes and endnotes).
    """
    written = [_LINES]
    for number, (paragraph, text) in enumerate(notes, start=1):
        run = paragraph.add_run()
        run.font.superscript = True
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(number))
        run._r.append(mark)
        words = f"<w:r>{_RAISED}<w:footnoteRef/></w:r><w:r>{_SMALL}<w:t>{escape(text)}</w:t></w:r>"
        written.append(f'<w:footnote w:id="{number}"><w:p>{words}</w:p></w:footnote>')
    content = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{"".join(written)}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, content.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
