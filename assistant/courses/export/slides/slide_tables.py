"""Tables of a part on slides: how wide the columns are, how many rows a slide holds, and the native table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import TablePlaceholder
from pptx.table import _Cell
from pptx.util import Inches, Pt

from assistant.courses.export import outline
from assistant.courses.export.line_count import column_widths, lines_of
from assistant.courses.export.slides.slide_layouts import BODY, spelling
from assistant.courses.export.slides.slide_text import TIGHT, cut, line_points, paged
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, PackPart
from assistant.office_files import writable
from assistant.types import Language

SIZES = (16.0, 14.0, 12.0)
"""Of a table's text: the largest with which it needs no more slides than at the size it may have."""
LINED = "{B301B821-A1FF-4177-AEE7-76D212191A09}"
"""PowerPoint's "Medium Style 1 - Accent 1": a head in the first accent, thin lines below the rows."""
_SIDE_IN, _ABOVE_IN = 0.1, 0.06
"""Margins of a cell."""
MOST_NAME_CHARS = 24
SHADE = 0.85
"""How much lighter than its colour the shade below a heading is."""
_SURE_SHARE = 0.93
"""Of a cell's width: in narrow cells a letter more than reckoned costs a line."""
_LEAST_IN = 0.9
"""Of a column: room for a short word."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a row a line with the marks of its sources in the last column, or a heading across all columns.

    `lines` are those of the rows, headings left out; `rows` without a line have one cell.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[PackLine, ...]
    widths: tuple[float, ...]
    points: float

    @property
    def named(self) -> bool:
        """Whether the first column names what the row is on, in a word or two that can stand out."""
        return all(len(row[0]) <= MOST_NAME_CHARS for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Row:
    line: PackLine
    cells: tuple[str, ...]


def grid_pages(part: PackPart, pack: Pack, most: int, least: float) -> list[Grid]:
    """The tables of a part's slides, each with its head: as few as it takes at a size, with at most so many rows."""
    heads = (*part.columns, wording(pack.request.language, "sources"))
    rows = [_Row(line, tuple(map(writable, outline.row(line, part, pack)))) for line in part.lines]
    widths = _widths(rows, heads)
    wanted = len(_pages(rows, heads, widths, least, most))
    points = next(size for size in SIZES if len(_pages(rows, heads, widths, size, most)) <= wanted)
    pages = _pages(rows, heads, widths, points, most)
    return [_grid(page, heads, points) for page in pages]


def agenda_grid(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Grid:
    """A table that has no sources: the agenda."""
    widths = (BODY[2] * 0.78, BODY[2] * 0.22)
    sizes = (18.0, *SIZES)
    points = next((s for s in sizes if _height((heads, *rows), widths, s) <= BODY[3]), sizes[-1])
    return Grid(heads, tuple(rows), (), widths, points)


def _pages(
    rows: Sequence[_Row], heads: tuple[str, ...], widths: tuple[float, ...], points: float, most: int
) -> list[Sequence[_Row]]:
    def fits(page: Sequence[_Row]) -> bool:
        return len(page) <= most and _height((heads, *_shown(page)), widths, points) <= BODY[3]

    return paged(rows, fits, lambda row: row.line.group or row.line.id)


def _shown(page: Sequence[_Row]) -> tuple[tuple[str, ...], ...]:
    """The rows of a slide with the headings of their groups, where there are several."""
    if len({row.line.group for row in page}) < 2:
        return tuple(row.cells for row in page)
    shown: list[tuple[str, ...]] = []
    for before, row in zip((None, *page), page, strict=False):
        if row.line.group and (before is None or before.line.group != row.line.group):
            shown.append((row.line.group,))
        shown.append(row.cells)
    return tuple(shown)


def _grid(page: Sequence[_Row], heads: tuple[str, ...], points: float) -> Grid:
    """The table of a slide, without the columns in which none of its rows has anything."""
    filled = [i for i in range(len(heads)) if any(row.cells[i] for row in page)]
    held = [_Row(row.line, tuple(row.cells[i] for i in filled)) for row in page]
    shown = tuple(heads[i] for i in filled)
    widths = _widths(held, shown)
    rows = _shown(held)
    if len(held) == 1:  # alone it may still be too long: what is cut stands in the notes
        rows = (tuple(_shortened(cell, width, points) for cell, width in zip(held[0].cells, widths, strict=True)),)
    return Grid(shown, rows, tuple(row.line for row in page), widths, points)


def _widths(rows: Sequence[_Row], heads: tuple[str, ...]) -> tuple[float, ...]:
    return column_widths((heads, *(row.cells for row in rows)), SIZES[0], (BODY[2], 2 * _SIDE_IN, _LEAST_IN))


def _shortened(cell: str, width: float, points: float) -> str:
    room = BODY[3] - 2 * _row_height(("",), (width,), points)
    pieces = cut(cell, lambda text: _row_height((f"{text}……",), (width,), points) <= room)
    return cell if len(pieces) < 2 else f"{pieces[0]}……"


def table_height(grid: Grid) -> float:
    """The height of a table with its head, in inches."""
    return _height((grid.columns, *grid.rows), grid.widths, grid.points)


def _height(rows: Sequence[tuple[str, ...]], widths: tuple[float, ...], points: float) -> float:
    return sum(_row_height(row, widths, points) for row in rows)


def _row_height(row: tuple[str, ...], widths: tuple[float, ...], points: float) -> float:
    room = (sum(widths),) if len(row) == 1 and len(widths) > 1 else widths
    heights = [
        lines_of(cell, points, (width - 2 * _SIDE_IN) * _SURE_SHARE, bold=i == 0) * line_points(cell, points)
        for i, (cell, width) in enumerate(zip(row, room, strict=True))
    ]
    return max(heights) * TIGHT / 72 + 2 * _ABOVE_IN


def draw_table(holder: TablePlaceholder, grid: Grid, described: str, language: Language) -> None:
    """A native table in its placeholder; its style takes the theme's colours."""
    rows = (grid.columns, *grid.rows)
    frame = holder.insert_table(rows=len(rows), cols=len(grid.columns))  # type: ignore[no-untyped-call]
    frame._element.nvGraphicFramePr.cNvPr.set("descr", writable(described))
    table = frame.table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = LINED
    table.horz_banding = False
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Inches(width)
    for at, row in enumerate(rows):
        table.rows[at].height = Inches(_row_height(row, grid.widths, grid.points))
        for i, text in enumerate(row):
            _fill(table.cell(at, i), text, grid.points, language, bold=at == 0 or (i == 0 and grid.named))
        if len(row) < len(grid.columns):
            table.cell(at, 0).merge(table.cell(at, len(grid.columns) - 1))
            _shade(table.cell(at, 0))
    frame.height = sum(row.height for row in table.rows)


def _shade(cell: _Cell) -> None:
    """The heading of a group stands out from its rows."""
    cell.fill.solid()  # type: ignore[no-untyped-call]
    cell.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    cell.fill.fore_color.brightness = SHADE
    cell.text_frame.paragraphs[0].runs[0].font.bold = True


def _fill(cell: _Cell, text: str, points: float, language: Language, *, bold: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(_SIDE_IN)
    cell.margin_top = cell.margin_bottom = Inches(_ABOVE_IN)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    line = cell.text_frame.paragraphs[0]
    line.line_spacing = TIGHT
    run = line.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(points), bold
    run._r.get_or_add_rPr().set("lang", spelling(language))
