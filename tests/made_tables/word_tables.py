"""Writes Word files with tables: merged cells, rules of any kind, headers repeated on each page, sections on their side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

from index.reading.files.types import repeated

Rows = Sequence[Sequence[str]]
RIGHT, DOWN = "→", "↓"
"""What stands in a row for a cell that the cell to its left, or the one above it, is merged over."""
BODY_POINTS = 10.5
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
ALL_RULES = frozenset(SIDES)
NO_RULES: frozenset[str] = frozenset()
OPEN_SIDES = ALL_RULES - {"left", "right"}
LYING_RULES = frozenset({"top", "bottom", "insideH"})
OUTER_RULES = frozenset({"top", "bottom"})


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is set: which rules it has, widths in cm, rows of its header and whether pages repeat them."""

    widths: Sequence[float]
    rules: frozenset[str] = ALL_RULES
    heads: int = 1
    repeat: bool = True
    rule_below_heads: bool = False
    centred: bool = False
    upright_columns: tuple[int, ...] = ()
    shaded_heads: bool = False
    row_cm: float = 0.0


def new_word(*, landscape: bool = False) -> Document:
    """An empty A4 file in a Chinese font."""
    word = docx.Document()
    style = word.styles["Normal"]
    style.font.name = "Noto Serif CJK SC"
    style.font.size = Pt(BODY_POINTS)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    return word


def add_lines(word: Document, lines: Iterable[str]) -> None:
    """A paragraph for each line."""
    for line in lines:
        word.add_paragraph(line)


def add_table(word: Document | _Cell, rows: Rows, look: Look) -> Table:
    """A table of these rows; paragraphs of a cell are parted by line feeds."""
    table = word.add_table(rows=len(rows), cols=len(rows[0]))
    table.autofit = False
    for column, width in zip(table.columns, look.widths, strict=True):
        column.width = Cm(width)
    _set_rules(table._tbl.tblPr, look.rules)
    for at, (row, made) in enumerate(zip(rows, table.rows, strict=True)):
        cells = made.cells
        for column, text in enumerate(row):
            cells[column].width = Cm(look.widths[column])
            if text not in (RIGHT, DOWN):
                _write(cells[column], text, look, column)
        if at < look.heads and look.repeat:
            made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        if look.row_cm:
            made.height = Cm(look.row_cm)
    _merge(table, rows)
    _mark_heads(table, look)
    return table


def add_framed(word: Document, lines: Sequence[str]) -> None:
    """Paragraphs in one frame, as a box of running text has them."""
    for line in lines:
        borders = OxmlElement("w:pBdr")
        for side in ("top", "left", "bottom", "right"):
            borders.append(_rule(side))
        word.add_paragraph(line)._p.get_or_add_pPr().append(borders)


def add_tabbed(word: Document, rows: Rows, stops_cm: Sequence[float]) -> None:
    """Rows as paragraphs whose cells stand at tab stops."""
    for row in rows:
        paragraph = word.add_paragraph("\t".join(row))
        for stop in stops_cm:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(stop))


def add_ruled_line(word: Document, text: str, sides: Sequence[str]) -> None:
    """A paragraph with rules above or below it."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        borders.append(_rule(side))
    word.add_paragraph(text)._p.get_or_add_pPr().append(borders)


def seen(rows: Rows) -> list[list[str]]:
    """The rows as they should be read: what is merged down stands in each row if short, what is merged to the right once."""
    read: list[list[str]] = []
    for row in rows:
        cells: list[str] = []
        for column, text in enumerate(row):
            above = read[-1][column] if read else ""
            cells.append({RIGHT: "", DOWN: repeated(above)}.get(text, text.replace("\n", "")))
        read.append(cells)
    return read


def _write(cell: _Cell, text: str, look: Look, column: int) -> None:
    first, *others = text.split("\n")
    cell.paragraphs[0].text = first
    for other in others:
        cell.add_paragraph(other)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_after = Pt(0)
    if look.centred:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    if column in look.upright_columns:
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "tbRlV")
        cell._tc.get_or_add_tcPr().append(direction)


def _merge(table: Table, rows: Rows) -> None:
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in (RIGHT, DOWN):
                continue
            right = column
            while right + 1 < len(row) and row[right + 1] == RIGHT:
                right += 1
            low = at
            while low + 1 < len(rows) and rows[low + 1][column] == DOWN:
                low += 1
            if (low, right) != (at, column):
                merged = table.cell(at, column).merge(table.cell(low, right))
                for paragraph in merged.paragraphs[text.count("\n") + 1 :]:
                    paragraph._p.getparent().remove(paragraph._p)


def _mark_heads(table: Table, look: Look) -> None:
    for at in range(look.heads):
        for cell in dict.fromkeys(table.rows[at].cells):
            properties = cell._tc.get_or_add_tcPr()
            if look.rule_below_heads and at == look.heads - 1:
                borders = OxmlElement("w:tcBorders")
                borders.append(_rule("bottom"))
                properties.append(borders)
            if look.shaded_heads:
                shading = OxmlElement("w:shd")
                shading.set(qn("w:val"), "clear")
                shading.set(qn("w:fill"), "D9D9D9")
                properties.append(shading)


def _set_rules(properties: Any, rules: frozenset[str]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in SIDES:
        borders.append(_rule(side, drawn=side in rules))
    properties.append(borders)


def _rule(side: str, *, drawn: bool = True) -> Any:
    rule = OxmlElement(f"w:{side}")
    rule.set(qn("w:val"), "single" if drawn else "nil")
    rule.set(qn("w:sz"), "4")
    rule.set(qn("w:space"), "1")
    return rule


def save(word: Document, path: Path) -> Path:
    """The file, written."""
    word.save(str(path))
    return path
