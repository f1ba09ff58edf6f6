"""The running text of a DOCX file: paragraphs and tables in document order, table rows tab-separated.

Walks the XML itself, because the library's own iteration leaves out what stands in content controls, text boxes and
tracked insertions. Deleted, struck and hidden text, page headers and page footers are no part of the running text.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby, islice
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from index.errors import CorruptFile, FileTooLarge
from index.reading.files.load_numbering import Numbering
from index.reading.files.types import MALFORMED, Prominent, Standing, spanned

_MAX_XML_BYTES = 64_000_000  # a plan of 200,000 characters unpacks to about 5 MB
_MAX_UNPACKED_BYTES = 256_000_000  # with pictures
_CONTENT_PART = "word/document.xml"

_MARKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = (qn("w:t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same text once more
_NOT_READ = (qn("w:del"), qn("w:moveFrom"), _FALLBACK, qn("w:pPr"), qn("w:rPr"))
_TEXT_BOX = qn("w:txbxContent")
_UNSEEN = tuple(map(qn, ("w:vanish", "w:strike", "w:dstrike")))
"""What takes a run out of what a paper says: hidden, or struck through (ECMA-376 part 1, 17.3.2.41, .37 and .9)."""
_OFF = ("0", "false", "off")
_MOST_STYLES_DEEP = 20
_MOST_HEX_DIGITS = 4  # ECMA-376 part 1, 17.3.3.30
_LEADER = "……"  # between a heading and its page number in a table of contents, where readers see dots

# python-docx and lxml meet a broken file with their own errors and, deeper down, with built-in ones.
_MALFORMED = (
    *MALFORMED,
    OpcError,
    LxmlError,
    EOFError,
    zipfile.BadZipFile,
)

_Xml = Any  # lxml elements, whose types stop here


def read_docx(name: str, content: bytes) -> tuple[str, tuple[str, ...], tuple[Prominent, ...]]:
    """The text of a DOCX file, warnings, and what it marks in the way of titles.

    Raises:
        CorruptFile: The archive or its XML is broken, or it is another kind of Office file.
        FileTooLarge: It unpacks to more than a plan can hold.
    """
    _check_archive(name, content)
    try:
        word = docx.Document(BytesIO(content))
        reader = _Reader(word)
        lines = [*reader.lines(word.element.body), *reader.note_lines()]
        prominent = tuple(_prominent(word))
    except _MALFORMED as exc:
        raise CorruptFile(f"{name}: the DOCX is damaged ({type(exc).__name__})") from exc
    return "\n".join(lines), reader.warnings(), prominent


def _check_archive(name: str, content: bytes) -> None:
    """Refuse by the archive's directory alone; unpacking stops at the sizes that it states."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as exc:
        raise CorruptFile(f"{name}: the DOCX is damaged ({exc})") from exc
    if _CONTENT_PART not in sizes:
        raise CorruptFile(f"{name}: not a Word document, its archive has no {_CONTENT_PART}")
    xml_bytes = sum(size for member, size in sizes.items() if member.endswith((".xml", ".rels")))
    if xml_bytes > _MAX_XML_BYTES or sum(sizes.values()) > _MAX_UNPACKED_BYTES:
        size = sum(sizes.values()) / 1_000_000
        raise FileTooLarge(f"{name}: unpacks to {size:.0f} MB, more than a plan can hold", code="unpacks")


_TITLE_STYLES = ("title", "heading 1", "标题")
_LEAST_POINTS = 18.0  # 小二, the smallest size in which titles are set (GB/T 9704-2012 asks for 22)
_LOOKED_AT = 30
"""Letterhead, number and title stand in the first paragraphs."""
_MOST_SET_OFF = 3


def _prominent(word: WordFile) -> Iterator[Prominent]:
    """What the file's properties call it, and its first paragraphs in a title's style or centred in large letters."""
    if word.core_properties.title:
        yield Prominent(word.core_properties.title, Standing.PAGE_TITLE)
    filled = [paragraph for paragraph in word.paragraphs[:_LOOKED_AT] if paragraph.text.strip()]
    runs = ((is_off, list(run)) for is_off, run in groupby(filled, _is_set_off))
    for paragraphs in islice((run for is_off, run in runs if is_off), _MOST_SET_OFF):
        yield Prominent(" ".join(" ".join(paragraph.text.split()) for paragraph in paragraphs), Standing.SET_OFF)


def _is_set_off(paragraph: Paragraph) -> bool:
    sizes = [run.font.size.pt for run in paragraph.runs if run.font.size and run.text.strip()]
    style = paragraph.style.name if paragraph.style is not None else ""
    is_large = paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER and max(sizes, default=0.0) >= _LEAST_POINTS
    return is_large or (style or "").lower() in _TITLE_STYLES


class _Reader:
    """Reads one file; open as long as its counters of numbered paragraphs run."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        self._numbering = Numbering(word)
        self._contents_styles = {
            style.style_id for style in word.styles if style.name and style.name.lower().startswith("toc ")
        }
        self._styles = {style.style_id: style.element for style in word.styles}
        self._left_out = False

    def warnings(self) -> tuple[str, ...]:
        """Sentences on what could not be taken over as it is seen in Word."""
        told = ("Hidden or struck text of the Word file was left out.",) if self._left_out else ()
        return self._numbering.warnings() + told

    def lines(self, container: _Xml) -> Iterator[str]:
        """The lines of paragraphs and tables in `container`, at any depth of wrappers."""
        for child in container:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag not in _NOT_READ and isinstance(child.tag, str):
                yield from self.lines(child)

    def note_lines(self) -> Iterator[str]:
        """Footnotes and endnotes, which stand behind the running text."""
        for relation in self._word.part.rels.values():
            if relation.reltype in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
                for note in parse_xml(relation.target_part.blob):
                    if note.get(qn("w:type")) is None:  # the others are separator lines
                        yield from self.lines(note)

    def _paragraph(self, paragraph: _Xml) -> Iterator[str]:
        boxes: list[_Xml] = []
        text = "".join(self._runs(paragraph, boxes, unseen=self._style_is_unseen(paragraph, "w:pPr", "w:pStyle")))
        if self._is_contents(paragraph):
            text = text.replace(_MARKS[qn("w:tab")], _LEADER)
        elif text.strip():
            text = self._numbering.label(paragraph) + text
        yield text
        for box in boxes:
            yield from self.lines(box)

    def _is_contents(self, paragraph: _Xml) -> bool:
        return paragraph.style in self._contents_styles

    def _table(self, table: _Xml) -> Iterator[str]:
        """One line a row; a merged cell stands in its first place and leaves the others empty."""
        for row in table.iter(qn("w:tr")):
            hidden = row.find(f"{qn('w:trPr')}/{qn('w:hidden')}")
            if next(row.iterancestors(qn("w:tbl"))) is table and not _is_on(hidden):
                yield "\t".join(self._row(row))

    def _row(self, row: _Xml) -> Iterator[str]:
        for cell in row.iter(qn("w:tc")):
            if next(cell.iterancestors(qn("w:tr"))) is not row:
                continue  # a cell of a table inside a cell, read with that cell
            properties = cell.find(qn("w:tcPr"))
            yield " ".join(" ".join(self.lines(cell)).split())
            if properties is not None and (span := properties.find(qn("w:gridSpan"))) is not None:
                yield from [""] * (spanned(span.get(qn("w:val"), "1")) - 1)

    def _runs(self, element: _Xml, boxes: list[_Xml], *, unseen: bool) -> Iterator[str]:
        """The text under `element` that is seen; text boxes anchored in it are put into `boxes`."""
        for child in element:
            if child.tag == qn("w:r"):
                yield from self._runs(child, boxes, unseen=self._is_unseen(child, unseen=unseen))
            elif child.tag == _TEXT_BOX:
                boxes.append(child)
            elif child.tag in _NOT_READ or not isinstance(child.tag, str):
                continue
            elif (text := _text_of(child)) is None:
                yield from self._runs(child, boxes, unseen=unseen)
            elif not unseen:
                yield text
            else:
                self._left_out = self._left_out or bool(text.strip())

    def _is_unseen(self, run: _Xml, *, unseen: bool) -> bool:
        """Whether a run is hidden or struck: by itself, else by its style, else as its paragraph is (`unseen`)."""
        properties = run.find(qn("w:rPr"))
        own = _tells_unseen(properties)
        return own if own is not None else unseen or self._style_is_unseen(run, "w:rPr", "w:rStyle")

    def _style_is_unseen(self, element: _Xml, properties: str, named: str) -> bool:
        """Whether the style of a run or a paragraph hides or strikes what it holds, or one that it is based on."""
        found = element.find(f"{qn(properties)}/{qn(named)}")
        for _ in range(_MOST_STYLES_DEEP):
            style = self._styles.get(found.get(qn("w:val"))) if found is not None else None
            if style is None:
                return False
            told = _tells_unseen(style.find(qn("w:rPr")))
            if told is not None:
                return told
            found = style.find(qn("w:basedOn"))
        return False


def _tells_unseen(properties: _Xml) -> bool | None:
    """Whether properties hide or strike; None where they tell neither."""
    told = [mark for tag in _UNSEEN if properties is not None and (mark := properties.find(tag)) is not None]
    return any(map(_is_on, told)) if told else None


def _is_on(mark: _Xml) -> bool:
    """Whether a property that is on or off is on: it is there, and not said to be off."""
    return mark is not None and mark.get(qn("w:val"), "1") not in _OFF


def _text_of(element: _Xml) -> str | None:
    """The text that an element stands for; None where it is none, and may hold some."""
    if element.tag in _TEXT:
        return str(element.text or "")
    if element.tag == qn("w:sym"):
        return chr(int(element.get(qn("w:char"), "0020")[-_MOST_HEX_DIGITS:], 16))
    return _MARKS.get(element.tag)
