"""Writes a Word document from top to bottom and keeps count of its pages, so that its contents can say them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from assistant.courses.export.line_count import column_widths, lines_of
from assistant.courses.export.word.word_look import (
    CELL_POINTS,
    FORMS,
    HANG_CM,
    TABLE_STYLE,
    TEXT_CM,
    TEXT_POINTS,
    Form,
    add_field,
)
from assistant.office_files import TEAL, writable

MARK_POINTS = 8.5
"""Of the numbers of sources behind a text."""
_CELL_SIDE_CM = 0.3
_LOOKS = {True: "06A0", False: "0680"}
"""The flags of a table's look as one number: head and first column set off, no bands."""
_UNSURE_SHARE, _UNSURE_EACH_PAGE = 0.06, 0.03
"""How far the reckoned place of a heading may be off, as a share of a page: at once, and for each page since it was sure."""
_HEADING_ROOM = 80.0
"""A heading with less below it begins a new page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    title: str
    anchor: str
    page: int


@dataclass
class Flow:
    """A document that is being written.

    `used` is the height of what stands on the page, `since` that since the last break that is sure. Headings of the first
    level, counted from 0, begin a page where `broken` names them; `doubtful` are those whose page may be another one.
    """

    document: DocxDocument
    forms: Mapping[str, Form] = field(default_factory=lambda: FORMS)
    page: int = 1
    used: float = 0.0
    since: float = 0.0
    entries: list[Entry] = field(default_factory=list)
    tables: int = 0
    broken: frozenset[int] = frozenset()
    doubtful: list[int] = field(default_factory=list)

    def text(self, text: str, style: str = "Normal", *, marks: str = "", bold: str = "") -> Paragraph:
        """A paragraph: a bold beginning, the text, and the numbers of its sources in small."""
        paragraph = self.document.add_paragraph(style=style)
        if bold:
            paragraph.add_run(writable(bold)).bold = True
        paragraph.add_run(writable(text))
        if marks:
            mark = paragraph.add_run(f" {marks}")
            mark.font.size, mark.font.color.rgb = Pt(MARK_POINTS), RGBColor.from_string(TEAL)
        self.reckon(f"{bold}{text} {marks}".strip(), style)
        return paragraph

    def heading(self, title: str, level: int, below: float = 0.0) -> Paragraph:
        """A heading with what must stand below it on the page.

        One of the first level goes into the contents, and begins a page where it would stand low.
        """
        form = self.forms[f"Heading {level}"]
        unsure = (_UNSURE_SHARE + _UNSURE_EACH_PAGE * self.since / TEXT_POINTS) * TEXT_POINTS
        room = form.before + form.line + max(_HEADING_ROOM, below)
        low = self.used + room > TEXT_POINTS - unsure or len(self.entries) in self.broken
        if level == 1:
            self._doubt(unsure)
        if level == 1 and low:
            self.new_page()
        self.together(form.before + form.line + _HEADING_ROOM / 2)
        paragraph = self.document.add_paragraph(style=f"Heading {level}")
        paragraph.paragraph_format.page_break_before = level == 1 and low
        anchor = f"_Toc{len(self.entries) + 1:06d}"
        if level == 1:
            paragraph._p.append(
                parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{len(self.entries)}" w:name="{anchor}"/>')
            )
        paragraph.add_run(writable(title))
        if level == 1:
            paragraph._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{len(self.entries)}"/>'))
            self.entries.append(Entry(title, anchor, self.page))
        self.reckon(title, f"Heading {level}")
        return paragraph

    def _doubt(self, unsure: float) -> None:
        """Note a heading that may in truth stand on the page before or the next, since what is above it ends near an edge."""
        if self.since > 0 and not unsure <= self.used <= TEXT_POINTS - unsure:
            self.doubtful.append(len(self.entries))

    def plain_heading(self, title: str) -> None:
        """A heading of the first level in a document without contents."""
        self.document.add_paragraph(style="Heading 1").add_run(writable(title))
        self.reckon(title, "Heading 1")

    def new_page(self) -> None:
        """What is written next begins a page; who writes it says so to Word."""
        self.page, self.used, self.since = self.page + 1, 0.0, 0.0

    def together(self, height: float) -> None:
        """What is kept together begins a page where this one has too little room left."""
        if self.used + height > TEXT_POINTS:
            self.page, self.used = self.page + 1, 0.0

    def height(self, text: str, style: str) -> float:
        """What a paragraph takes."""
        form = self.forms[style]
        lines = lines_of(text, form.points, (TEXT_CM - form.indent_cm) / 2.54, bold=form.bold)
        return form.before + form.after + lines * form.line

    def on_new_page(self, title: str) -> None:
        """A heading of the first level that begins a page in any case."""
        self.broken |= {len(self.entries)}
        self.heading(title, 1)

    def reckon(self, text: str, style: str) -> None:
        """Count what a paragraph takes; its lines may stand on two pages."""
        self._take(self.height(text, style))

    def _take(self, height: float, *, whole: bool = False) -> None:
        self.since += height
        self.used += height
        while self.used > TEXT_POINTS:
            self.page, self.used = self.page + 1, (height if whole else self.used - TEXT_POINTS)
            whole = False

    def widths(self, rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
        """Widths for the columns of a table in centimetres."""
        sizes = column_widths(rows, self.forms["Table Text"].points, (TEXT_CM / 2.54, _CELL_SIDE_CM / 2.54, 0.5))
        return tuple(size * 2.54 for size in sizes)

    def table(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        widths_cm: Sequence[float],
        *,
        whole: bool = False,
        least: float = 0.0,
    ) -> None:
        """A table whose head is shown again on each page; no row is broken, nor a table that is to stay `whole`.

        Rows below the head, of a line, are at least `least` points tall.
        """
        shown = [tuple(row) for row in rows]
        table = self.document.add_table(rows=0, cols=len(widths_cm), style=TABLE_STYLE)
        table.autofit = False
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        look.attrib.clear()
        first = {
            "firstRow": int(bool(heads)),
            "lastRow": 0,
            "firstColumn": 1,
            "lastColumn": 0,
            "noHBand": 1,
            "noVBand": 1,
        }
        for name, value in ({"val": _LOOKS[bool(heads)]} | first).items():
            look.set(qn(f"w:{name}"), str(value))
        for column, width in zip(table.columns, widths_cm, strict=True):
            column.width = Cm(width)
        for at, row in enumerate(([tuple(heads)] if heads else []) + shown):
            head = bool(heads) and at == 0
            self._row(table, row, widths_cm, head=head, kept=whole and at < len(shown))
            if least and not head:
                table.rows[-1].height = Pt(least)
                self._take(max(0.0, least - self.forms["Table Text"].line - CELL_POINTS))
        space = self.document.add_paragraph(style="Table Text")
        space.paragraph_format.line_spacing = Pt(8)
        self._take(8)

    def _row(self, table: Table, row: Sequence[str], widths_cm: Sequence[float], *, head: bool, kept: bool) -> None:
        made = table.add_row()  # type: ignore[no-untyped-call]
        properties = made._tr.get_or_add_trPr()
        properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if head:
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        form = self.forms["Table Text"]
        tallest = 1
        for i, (cell, text, width) in enumerate(zip(made.cells, row, widths_cm, strict=True)):
            cell.width = Cm(width)
            cell.paragraphs[0].style = self.document.styles["Table Text"]
            cell.paragraphs[0].add_run(writable(text))
            cell.paragraphs[0].paragraph_format.keep_with_next = head or kept or None
            tallest = max(tallest, lines_of(text, form.points, (width - _CELL_SIDE_CM) / 2.54, bold=head or i == 0))
        self._take(tallest * form.line + CELL_POINTS, whole=True)

    def caption(self, text: str, before: str) -> None:
        """Above a table, with its number as a field, so that Word counts on when tables are added."""
        self.tables += 1
        paragraph = self.document.add_paragraph(style="Caption")
        paragraph.add_run(before)
        add_field(paragraph, "SEQ Table \\* ARABIC", str(self.tables))
        paragraph.add_run(f"　{writable(text)}")
        self.reckon(f"{before}{self.tables}　{text}", "Caption")

    def numbering(self) -> int:
        """A new list that counts from 1, for `numbered`."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element.pPr.numPr.numId.val
        kind = numbering.num_having_numId(style).abstractNumId.val
        made = numbering.add_num(kind)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def numbered(self, text: str, listed: int, *, marks: str = "") -> Paragraph:
        """A line of a list."""
        paragraph = self.text(text, "List Number", marks=marks)
        numbers = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        numbers.get_or_add_ilvl().val = 0
        numbers.get_or_add_numId().val = listed
        _hung(paragraph)
        return paragraph


def _hung(paragraph: Paragraph) -> None:
    """The list's own indents give way to the style's."""
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Cm(HANG_CM), Cm(-HANG_CM)
    form.tab_stops.add_tab_stop(Cm(HANG_CM))


def contents_in(place: Paragraph, entries: Sequence[Entry]) -> None:
    """The table of contents in place of a paragraph: a field that is filled, so that it shows without being brought up to date."""
    for at, entry in enumerate(entries):
        line = place.insert_paragraph_before(style="toc 1")
        if at == 0:
            for kind, text in (("begin", ""), ("", 'TOC \\o "1-1" \\h \\z \\u'), ("separate", "")):
                _field_part(line, kind, text)
        line._p.append(parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="{entry.anchor}" w:history="1"/>'))
        link = line._p[-1]
        start = len(line.runs)
        line.add_run(writable(entry.title))
        line.add_run("\t")
        add_field(line, f"PAGEREF {entry.anchor} \\h", str(entry.page))
        for run in line.runs[start:]:
            link.append(run._r)
        if at == len(entries) - 1:
            _field_part(line, "end", "")
    place._p.getparent().remove(place._p)


def _field_part(line: Paragraph, kind: str, text: str) -> None:
    run = line.add_run()
    part = (
        f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'
        if kind
        else f'<w:instrText {nsdecls("w")} xml:space="preserve"> {text} </w:instrText>'
    )
    run._r.append(parse_xml(part))
