"""The running text of a DOCX file: paragraphs and tables in document order, table rows tab-separated.

Walks the XML itself, because the library's own iteration leaves out what stands in content controls, text boxes and
tracked insertions. Deleted, struck and hidden text, page headers and page footers are no part of the running text.
Text boxes and notes stand behind the paragraph or the table that they belong to.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, groupby, islice
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

from index.errors import CorruptFile
from index.reading.files.archive import check_archive
from index.reading.files.file_lines import FileLine
from index.reading.files.load_numbering import Numbering
from index.reading.files.types import MALFORMED, Prominent, Standing, repeated, spanned
from index.reading.files.word_styles import WordStyles, is_on

_CONTENT_PART = "word/document.xml"

_MARKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = (qn("w:t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same text once more
_NOT_READ = (*map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:rt")), _FALLBACK)  # w:rt: how a word is spoken
_TEXT_BOX = qn("w:txbxContent")
_NOTES = {qn("w:footnoteReference"): RELATIONSHIP_TYPE.FOOTNOTES, qn("w:endnoteReference"): RELATIONSHIP_TYPE.ENDNOTES}
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


def read_docx(name: str, content: bytes) -> tuple[list[FileLine], tuple[str, ...], tuple[Prominent, ...]]:
    """The lines of a DOCX file, warnings, and what it marks in the way of titles.

    Raises:
        CorruptFile: The archive or its XML is broken, or it is another kind of Office file.
        FileTooLarge: It unpacks to more than a plan can hold.
    """
    check_archive(name, content, _CONTENT_PART)
    try:
        word = docx.Document(BytesIO(content))
        reader = _Reader(word)
        lines = list(reader.lines(word.element.body))
        prominent = tuple(_prominent(word))
    except _MALFORMED as exc:
        raise CorruptFile(f"{name}: the DOCX is damaged ({type(exc).__name__})") from exc
    return lines, reader.warnings(), prominent


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
        self._numbering = Numbering(word)
        self._styles = WordStyles(word)
        self._notes = {
            (relation.reltype, note.get(qn("w:id"))): note
            for relation in word.part.rels.values()
            if relation.reltype in _NOTES.values()
            for note in parse_xml(relation.target_part.blob)
        }
        self._aside: list[_Xml] = []  # text boxes and notes of the block that is being read
        self._unended = ""  # text whose paragraph goes on in the next one, since its end was deleted
        self._left_out = False

    def warnings(self) -> tuple[str, ...]:
        """Sentences on what could not be taken over as it is seen in Word."""
        told = ("Hidden or struck text of the Word file was left out.",) if self._left_out else ()
        return self._numbering.warnings() + told

    def lines(self, container: _Xml) -> Iterator[FileLine]:
        """The lines of paragraphs and tables in `container`, at any depth of wrappers, each with what stands aside of it."""
        for block in self._blocks(container):
            yield from block
            while self._aside:
                yield from self._lines_in(self._aside.pop(0))

    def _lines_in(self, container: _Xml) -> Iterator[FileLine]:
        return chain.from_iterable(self._blocks(container))

    def _blocks(self, container: _Xml) -> Iterator[list[FileLine]]:
        """The lines of each paragraph and each table."""
        for child in container:
            if child.tag == qn("w:p"):
                yield list(self._paragraph(child))
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag not in _NOT_READ and isinstance(child.tag, str):
                yield from self._blocks(child)

    def _paragraph(self, paragraph: _Xml) -> Iterator[FileLine]:
        text = "".join(self._runs(paragraph, unseen=self._styles.paragraph_is_unseen(paragraph)))
        if self._styles.is_contents(paragraph):
            text = text.replace(_MARKS[qn("w:tab")], _LEADER)
        elif text.strip() and not self._unended:
            text = self._numbering.label(paragraph) + text
        text, self._unended = self._unended + text, ""
        if paragraph.find(_path("w:pPr/w:rPr/w:del")) is not None:
            self._unended = text
        else:
            yield FileLine(text, self._styles.level(paragraph))

    def _table(self, table: _Xml) -> Iterator[list[FileLine]]:
        """A line for each row; a table of one column is a frame around what it holds."""
        rows = (row for row in table.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is table)
        seen = [(row, _cells(row)) for row in rows if not _is_gone(row)]
        if all(len(cells) <= 1 for _, cells in seen):
            for cell in chain.from_iterable(cells for _, cells in seen):
                yield from self._blocks(cell)
            return
        above: dict[int, str] = {}  # column -> text of the cell that is merged down from there
        yield [FileLine("\t".join(self._row(row, cells, above))) for row, cells in seen]

    def _row(self, row: _Xml, cells: list[_Xml], above: dict[int, str]) -> Iterator[str]:
        """The texts of a row: what is merged down is repeated, what is merged across leaves its other places empty."""
        left_out = _value(row, "w:trPr/w:gridBefore", "0")
        at = 0 if left_out == "0" else spanned(left_out)
        yield from [""] * at
        for cell in cells:
            width = spanned(_value(cell, "w:tcPr/w:gridSpan", "1"))
            merged = cell.find(_path("w:tcPr/w:vMerge"))
            text = " ".join(" ".join(line.text for line in self._lines_in(cell)).split())
            if merged is not None and merged.get(qn("w:val")) != "restart":
                text = repeated(above.get(at, ""))
            above[at] = text if merged is not None else ""
            yield from (text, *[""] * (width - 1))
            at += width

    def _runs(self, element: _Xml, *, unseen: bool) -> Iterator[str]:
        """The text under `element` that is seen; text boxes and notes anchored in it are put aside."""
        for child in element:
            if child.tag == qn("w:r"):
                yield from self._runs(child, unseen=self._styles.run_is_unseen(child, unseen=unseen))
            elif child.tag == _TEXT_BOX:
                self._aside.append(child)
            elif child.tag in _NOTES and not unseen:
                note = self._notes.get((_NOTES[child.tag], child.get(qn("w:id"))))
                self._aside += [note] if note is not None else []
            elif child.tag in _NOT_READ or not isinstance(child.tag, str):
                continue
            elif (text := _text_of(child)) is None:
                yield from self._runs(child, unseen=unseen)
            elif not unseen:
                yield text
            else:
                self._left_out = self._left_out or bool(text.strip())


def _cells(row: _Xml) -> list[_Xml]:
    """The cells of a row, not those of tables inside them, which are read with their cell."""
    cells = (cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row)
    return [cell for cell in cells if cell.find(_path("w:tcPr/w:cellDel")) is None]


def _is_gone(row: _Xml) -> bool:
    """Whether a row is hidden, or deleted where changes are tracked."""
    return is_on(row.find(_path("w:trPr/w:hidden"))) or row.find(_path("w:trPr/w:del")) is not None


def _path(names: str) -> str:
    return "/".join(map(qn, names.split("/")))


def _value(element: _Xml, names: str, default: str) -> str:
    found = element.find(_path(names))
    return default if found is None else str(found.get(qn("w:val"), default))


def _text_of(element: _Xml) -> str | None:
    """The text that an element stands for; None where it is none, and may hold some."""
    if element.tag in _TEXT:
        return str(element.text or "")
    if element.tag == qn("w:sym"):
        return chr(int(element.get(qn("w:char"), "0020")[-_MOST_HEX_DIGITS:], 16))
    return _MARKS.get(element.tag)
