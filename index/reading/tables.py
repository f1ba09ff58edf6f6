"""Tables: rows with their headers, rebuilt from text in which a conversion flattened them.

Three shapes occur in plans: cells parted by tabs or bars, one cell a line (`table_cells`), and numbered lines parted by
spaces. A table is an extra reading with spans; the text itself is never touched, and a cell that the source leaves blank
stays blank, save where one cell is merged over the rows of a task.
"""

from __future__ import annotations

from index.reading.lines import Line, lines_of
from index.reading.table_cells import CellLines, numbered_cells
from index.reading.table_parts import VALUE, box_title, caption_before, is_year, make_cell
from index.types import Cell, CleanText, Span, Table


def find_tables(clean: CleanText) -> tuple[Table, ...]:
    """All tables of a document in the order of the text."""
    lines = lines_of(clean.text)
    found: list[Table] = []
    at = 0
    readers = (_Separated(), _numbered_lines, CellLines(lines), numbered_cells)
    while at < len(lines):
        taken = 0
        for read in readers:
            table, taken = read(clean, lines, at)
            if table:
                found.append(table)
                break
        at += max(taken, 1)
    return tuple(found)


# --- cells parted by tabs or bars -------------------------------------------------------------------------------------

_CELL_MARKS = ("\t", "|")
_MOST_MARKS = 1_000  # of a row, its empty cells at the end included
MOST_COLUMNS = 100
"""A wider table is none of a plan's, and every row of it would be filled up to its width."""


class _Separated:
    """Reads a table from a line on; remembers which lines hold none, since it is asked for one after another."""

    def __init__(self) -> None:
        self._none_until = {mark: 0 for mark in _CELL_MARKS}

    def __call__(self, clean: CleanText, lines: list[Line], at: int) -> tuple[Table | None, int]:
        mark = next((m for m in _CELL_MARKS if m in lines[at].text), None)
        if mark is None or at < self._none_until[mark]:
            return None, 0
        end = at
        while end < len(lines) and mark in lines[end].text:
            end += 1
        table = _separated(clean, lines, at, end, mark)
        if table is None:
            self._none_until[mark] = end
        return table, end - at


def _separated(clean: CleanText, lines: list[Line], at: int, end: int, mark: str) -> Table | None:
    """The table of lines `at` to `end`, all of which hold the mark; None where they are no two rows."""
    if any(line.text.count(mark) > _MOST_MARKS for line in lines[at:end]):
        return None
    framed = mark == "|" and all(_is_framed(line.text.strip()) for line in lines[at:end])
    rows = [_split(clean.document_id, _inside_frame(line) if framed else line, mark) for line in lines[at:end]]
    rows = [row for row in rows if any(cell.text.strip("-: ") for cell in row)]
    caption_line = caption_before(lines, at)
    caption = caption_line.text.strip() if caption_line else ""
    if rows and sum(bool(cell.text) for cell in rows[0]) == 1 and len(rows) > 2:
        caption, rows = next(cell.text for cell in rows[0] if cell.text), rows[1:]
    if len(rows) < 2:
        return None
    width = max(i + 1 for row in rows for i, cell in enumerate(row) if cell.text or not i)
    if width > MOST_COLUMNS:
        return None
    rows = [row[:width] for row in rows]
    padded = [row + [Cell("", None)] * (width - len(row)) for row in rows]
    head = _header_rows(padded)
    headers = _headers(padded[:head])
    body = _fill_merged(_fill_down(_without_heads(padded[head:], padded[:head])), headers)
    start = caption_line.start if caption_line else lines[at].start
    span = Span(clean.document_id, start, lines[end - 1].end)
    return Table(caption, span, headers, tuple(tuple(row) for row in body))


def _without_heads(rows: list[list[Cell]], heads: list[list[Cell]]) -> list[list[Cell]]:
    """The rows without the header rows that a new page repeats."""
    repeated = {tuple(cell.text for cell in head) for head in heads}
    return [row for row in rows if tuple(cell.text for cell in row) not in repeated]


def _header_rows(rows: list[list[Cell]]) -> int:
    """How many rows name the columns: one, or as many as stand before the first row that has a label and a value.

    A row of years below group names ("", 2021, 2022 …) still names columns; so does whatever stands above 序号 1.
    """
    if rows[0][0].text == "序号":
        first = next((i for i, row in enumerate(rows) if row[0].text == "1"), 1)
        return max(first, 1)
    for i, row in enumerate(rows):
        values = [cell.text for cell in row[1:] if cell.text]
        if i and values and all(is_year(value) for value in values):
            continue
        if any(VALUE.match(value) for value in values):
            return max(i, 1)
    return 1


def _is_framed(text: str) -> bool:
    return len(text) > 1 and text[0] == text[-1] == "|"


def _inside_frame(line: Line) -> Line:
    """The line without the bars at its ends."""
    inner = line.text.strip().removeprefix("|").removesuffix("|")
    return Line(line.start + line.text.index(inner), inner)


def _split(document_id: str, line: Line, mark: str) -> list[Cell]:
    cells: list[Cell] = []
    at = line.start
    raw = line.text
    for piece in raw.split(mark):
        cells.append(make_cell(document_id, at, piece))
        at += len(piece) + len(mark)
    return cells


def _headers(rows: list[list[Cell]]) -> tuple[str, ...]:
    """Join the header rows; a group's name reaches over the empty cells to its right that have a name below."""
    names: list[str] = []
    for column in range(len(rows[0])):
        parts: list[str] = []
        for level, row in enumerate(rows):
            text = row[column].text
            below = any(lower[column].text for lower in rows[level + 1 :])
            if not text and below:
                text = next((row[left].text for left in range(column - 1, -1, -1) if row[left].text), "")
            if text and text not in parts:
                parts.append(text)
        names.append(" ".join(parts))
    return tuple(names)


def _fill_down(rows: list[list[Cell]]) -> list[list[Cell]]:
    """A first column with words in some rows only names groups of rows: repeat the name down its group."""
    words = [row[0].text for row in rows if row[0].text]
    if not words or any(VALUE.match(word) for word in words) or len(words) == len(rows):
        return rows
    filled: list[list[Cell]] = []
    last = Cell("", None)
    for row in rows:
        last = row[0] if row[0].text else last
        filled.append([last, *row[1:]])
    return filled


# Columns whose cells are merged over the rows of one task.
_MERGES = ("单位", "部门", "责任", "牵头", "任务")


def _fill_merged(rows: list[list[Cell]], headers: tuple[str, ...]) -> list[list[Cell]]:
    """Within a group of rows under one number or name, units and tasks reach down over the blank cells below them."""
    filled: list[list[Cell]] = []
    for row in rows:
        above = filled[-1] if filled and row[0].span and row[0].span == filled[-1][0].span else None
        if above:
            merged = (
                old if not cell.text and any(word in head for word in _MERGES) else cell
                for cell, old, head in zip(row, above, headers, strict=True)
            )
            filled.append(list(merged))
        else:
            filled.append(row)
    return filled


# --- "序号 指标名称 预期值" and numbered lines below it ----------------------------------------------------------------


def _numbered_lines(clean: CleanText, lines: list[Line], at: int) -> tuple[Table | None, int]:
    heads = lines[at].text.split()
    if len(heads) < 3 or heads[0] != "序号":
        return None, 0
    rows: list[tuple[Cell, ...]] = []
    end = at + 1
    while end < len(lines) and (pieces := lines[end].text.split())[0] == str(len(rows) + 1) and len(pieces) > 1:
        cells: list[Cell] = []
        here = lines[end].start
        for piece in pieces:
            first = clean.text.index(piece, here)
            here = first + len(piece)
            cells.append(Cell(piece, Span(clean.document_id, first, here)))
        cells = cells[: len(heads)] + [Cell("", None)] * (len(heads) - len(cells))
        rows.append(tuple(cells))
        end += 1
    if not rows:
        return None, 0
    caption_line = box_title(lines, at) or caption_before(lines, at)
    caption = caption_line.text.strip() if caption_line else ""
    start = lines[at].start
    return Table(caption, Span(clean.document_id, start, lines[end - 1].end), tuple(heads), tuple(rows)), end - at
