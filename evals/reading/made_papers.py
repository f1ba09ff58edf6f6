"""Made-up papers of invented places, written as users hold them: DOCX, and printed to PDF, HTML, DOC and XLSX.

`made_papers.json` says what stands in each, block by block. A cell "^" is merged with the one above it, "<" with the one
on its left; a table is ruled, unless its style is "three-line" or "none", and may have landscape pages of its own.
Headings are bold paragraphs as in most papers, styled only where no number tells them. A paragraph may bear a footnote.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl import Workbook  # type: ignore[import-untyped]

from evals.errors import EvalsError
from evals.reading.word_footnotes import add_footnotes

MADE_FILE = Path(__file__).parent / "made_papers.json"
ABOVE, LEFT = "^", "<"
_MERGED = (ABOVE, LEFT)
_ALIGNED = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_STYLED = ("boling-handbook", "millbrook-plan")
_SHEET_NAME_CHARS = 31  # Excel allows no longer name
_PRINTING_SECONDS = 300  # of all papers to one type; two cores take a tenth of it

Block = dict[str, Any]
Rows = Sequence[Sequence[str]]


def write_papers(folder: Path) -> tuple[Path, ...]:
    """All papers in all their types, as files of the folder.

    Raises:
        EvalsError: LibreOffice, which prints them, is not there or does not print one.
    """
    papers = json.loads(MADE_FILE.read_text(encoding="utf-8"))
    for paper in papers:
        write_docx(paper["blocks"], folder / f"{paper['name']}.docx", styled=paper["name"] in _STYLED)
        if "xlsx" in paper["kinds"]:
            _write_xlsx(paper["blocks"], folder / f"{paper['name']}.xlsx")
    for kind in ("pdf", "html", "doc"):
        print_papers([folder / f"{paper['name']}.docx" for paper in papers if kind in paper["kinds"]], kind)
    written = tuple(folder / f"{paper['name']}.{kind}" for paper in papers for kind in paper["kinds"])
    if missing := [path.name for path in written if not path.exists()]:
        message = f"LibreOffice did not print {', '.join(missing)}; see whether it opens the DOCX files"
        raise EvalsError(message)
    return written


def merges(rows: Rows) -> Iterator[tuple[int, int, int, int]]:
    """First row, first column, last row and last column of every merged cell, from 0."""
    for top, row in enumerate(rows):
        for left, text in enumerate(row):
            if text in _MERGED:
                continue
            right = left + _run(row[left + 1 :], LEFT)
            bottom = top + _run([below[left] for below in rows[top + 1 :]], ABOVE)
            if (right, bottom) != (left, top):
                yield top, left, bottom, right


def _run(texts: Sequence[str], mark: str) -> int:
    first, members = next(groupby(texts), ("", iter(())))
    return len(list(members)) if first == mark else 0


def write_docx(blocks: Sequence[Block], path: Path, *, styled: bool = False) -> None:
    """One paper as a Word file; `styled` headings bear the styles of headings."""
    document = Document()
    notes: list[tuple[Any, str]] = []
    document.styles["Normal"].font.size = Pt(12)
    _number_pages(document.sections[0].footer.paragraphs[0])
    for block in blocks:
        (kind, value), *_ = block.items()
        if kind == "table":
            with _turned(document) if value.get("landscape") else nullcontext():
                _add_table(document, value)
        elif kind in ("h1", "h2") and styled:
            document.add_heading(value, level=int(kind[1]))
        else:
            paragraph = document.add_paragraph()
            run = paragraph.add_run(value)
            run.bold = kind in ("title", "h1", "h2")
            if kind == "title":
                run.font.size = Pt(20)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            elif kind in _ALIGNED:
                paragraph.alignment = _ALIGNED[kind]
            if "note" in block:
                notes.append((paragraph, block["note"]))
    if notes:
        add_footnotes(document, notes)
    document.save(str(path))


@contextmanager
def _turned(document: Any) -> Iterator[None]:  # noqa: ANN401 - python-docx gives no types
    """What is added goes on landscape pages, what follows on upright ones again."""
    _turn(document.add_section())
    yield
    _turn(document.add_section())


def _turn(section: Any) -> None:  # noqa: ANN401 - python-docx gives no types
    is_upright = section.orientation == WD_ORIENT.PORTRAIT
    section.orientation = WD_ORIENT.LANDSCAPE if is_upright else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = section.page_height, section.page_width


def _number_pages(paragraph: Any) -> None:  # noqa: ANN401 - python-docx gives no types
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    paragraph.add_run(" —")


def _add_table(document: Any, table: Block) -> None:  # noqa: ANN401 - python-docx gives no types
    caption = document.add_paragraph(table["caption"])
    caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
    rows = table["rows"]
    written = document.add_table(len(rows), len(rows[0]))
    style = table.get("style", "grid")
    if style == "grid":
        written.style = "Table Grid"
    elif style == "three-line":
        _rule(written)
    for top, left, bottom, right in merges(rows):
        written.cell(top, left).merge(written.cell(bottom, right))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text and text not in _MERGED:
                written.cell(number, column).text = text
    for column, width in enumerate(table.get("widths", ())):
        written.columns[column].width = Cm(width)
        for cell in written.columns[column].cells:
            cell.width = Cm(width)
    for row in written.rows[: table["head"]]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # a new page repeats it
    document.add_paragraph()


def _rule(table: Any) -> None:  # noqa: ANN401 - python-docx gives no types
    """Three lines: above and below the table, and under its header."""
    _border(table._tbl.tblPr, "w:tblBorders", ("top", "bottom"))
    for cell in table.rows[0].cells:
        _border(cell._tc.get_or_add_tcPr(), "w:tcBorders", ("bottom",))


def _border(properties: Any, name: str, sides: Sequence[str]) -> None:  # noqa: ANN401 - python-docx gives no types
    borders = OxmlElement(name)
    for side in sides:
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "single")
        line.set(qn("w:sz"), "8")
        borders.append(line)
    properties.append(borders)


def _write_xlsx(blocks: Sequence[Block], path: Path) -> None:
    """A sheet for each table: its caption in the first row, the table from the second."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in (block["table"] for block in blocks if "table" in block):
        sheet = book.create_sheet(table["caption"][:_SHEET_NAME_CHARS])
        sheet.append([table["caption"]])
        for row in table["rows"]:
            sheet.append([None if text in _MERGED else text for text in row])
        for top, left, bottom, right in merges(table["rows"]):
            sheet.merge_cells(start_row=top + 2, start_column=left + 1, end_row=bottom + 2, end_column=right + 1)
    book.save(path)


def print_papers(paths: Sequence[Path], kind: str) -> None:
    """Beside each of the files, which lie in one folder, the same paper in the format `kind` ("pdf", "html").

    Raises:
        EvalsError: LibreOffice, which prints them, is not there or fails.
    """
    office = shutil.which("soffice")
    if office is None:
        message = "LibreOffice is not there, which prints the made papers; install it (its program is called soffice)"
        raise EvalsError(message)
    with TemporaryDirectory() as profile:  # one of its own, so that it runs beside an open LibreOffice
        command = [office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", kind]
        command += ["--outdir", str(paths[0].parent), *map(str, paths)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_PRINTING_SECONDS)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as exc:
            message = f"LibreOffice did not print the made papers to {kind}: {exc}"
            raise EvalsError(message) from exc
