"""Tables: rows with their headers, rebuilt from text in which a conversion flattened them.

Three shapes occur in plans: cells parted by tabs or bars, one cell a line (`table_cells`), and numbered lines parted by
spaces. A table is an extra reading with spans; the text itself is never touched, and a cell that the source leaves blank
stays blank, save where one cell is merged over the rows of a task.
"""

from __future__ import annotations

from index.reading.grids import MAX_NAME_CHARS, form_row, head_rows, is_title_row, joined_heads, once_over_all, unfolded
from index.reading.lines import Line, lines_of
from index.reading.table_cells import CellLines, numbered_cells
from index.reading.table_parts import VALUE, box_title, caption_before, is_caption, is_measures, is_year, make_cell
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
        self._last: Table | None = None

    def __call__(self, clean: CleanText, lines: list[Line], at: int) -> tuple[Table | None, int]:
        mark = next((m for m in _CELL_MARKS if m in lines[at].text), None)
        if mark is None or at < self._none_until[mark]:
            return None, 0
        end = at + 1
        while end < len(lines) and (mark in lines[end].text or _titles_rows(lines, end, mark)):
            end += 1
        end = _before_gap(clean, lines, at, end)
        table = _separated(clean, lines[at:end], mark, _caption(lines, at, mark), self._last)
        if table is None:
            self._none_until[mark] = end
        self._last = table or self._last
        return table, end - at


def _caption(lines: list[Line], at: int, mark: str) -> Line | None:
    """The caption above line `at`, which no row of the table before it is."""
    caption = caption_before(lines, at)
    return None if caption and mark in caption.text else caption


def _before_gap(clean: CleanText, lines: list[Line], at: int, end: int) -> int:
    """Where the lines end that an empty line parts from others, if not every line stands apart."""
    gaps = [clean.text.count("\n", lines[i - 1].end, lines[i].start) for i in range(at + 1, end)]
    return next((at + i for i, gap in enumerate(gaps, start=1) if gap > min(gaps)), end)


def _titles_rows(lines: list[Line], at: int, mark: str) -> bool:
    """Whether a line without cells titles rows in the middle of a table, whose numbers go on behind it."""
    if at + 1 >= len(lines) or len(lines[at].text.strip()) > MAX_NAME_CHARS or is_caption(lines[at].text):
        return False
    before, behind = (line.text.split(mark) for line in (lines[at - 1], lines[at + 1]))
    first = not before[0].strip().isdecimal() and behind[0].strip() == "1"
    return len(before) == len(behind) and (first or _follows(behind[0], before[0]))


def _follows(number: str, before: str) -> bool:
    """Whether the number of a row is the next one: "4" behind "3"."""
    one, other = before.strip(), number.strip()
    return one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def _separated(
    clean: CleanText, lines: list[Line], mark: str, caption_line: Line | None, last: Table | None
) -> Table | None:
    """The table of lines that hold cells; None where they are no two rows.

    Rows that go on with the `last` table, which a page parted, stand below its heads.
    """
    if any(line.text.count(mark) > _MOST_MARKS for line in lines):
        return None
    framed = mark == "|" and all(_is_framed(line.text.strip()) for line in lines)
    found = [_split(clean.document_id, _inside_frame(line) if framed else line, mark) for line in lines]
    rows = [once_over_all(row) for row in found if any(cell.text.strip("-: ") for cell in row)]
    caption = caption_line.text.strip() if caption_line else ""
    if rows and sum(bool(cell.text) for cell in rows[0]) == 1 and len(rows) > 2:
        told = next(cell.text for cell in rows[0] if cell.text)
        caption, rows = f"{caption} {told}".strip() if is_measures(told) else told, rows[1:]
    if not rows:
        return None
    width = max(i + 1 for row in rows for i, cell in enumerate(row) if cell.text or not i)
    goes_on = last is not None and width == len(last.headers) and _goes_on(rows[0], last)
    if width > MOST_COLUMNS or (len(rows) < 2 and not goes_on):
        return None
    padded = [row[:width] + [Cell("", None)] * (width - len(row)) for row in rows]
    span = Span(clean.document_id, (caption_line or lines[0]).start, lines[-1].end)
    if last and goes_on:
        headers, body, caption = last.headers, padded, caption or last.caption
    elif form := form_row(padded):
        return Table(caption, span, form[0], (form[1],))
    else:
        head = head_rows(padded)
        headers, body = joined_heads(padded[:head]), _without_heads(padded[head:], padded[:head])
        headers, body = unfolded(headers, body)
    filled = _fill_merged(_fill_down(body), headers)
    return Table(caption, span, headers, tuple(tuple(row) for row in filled))


def _goes_on(row: list[Cell], last: Table) -> bool:
    """Whether a first row has the next number, or a figure where a name of a column would stand."""
    figures = any(VALUE.match(cell.text) and not is_year(cell.text) for cell in row[1:])
    return _follows(row[0].text, last.rows[-1][0].text) or (figures and not _follows(row[0].text, "0"))


def _without_heads(rows: list[list[Cell]], heads: list[list[Cell]]) -> list[list[Cell]]:
    """The rows without the header rows that a new page repeats."""
    repeated = {tuple(cell.text for cell in head) for head in heads}
    return [row for row in rows if tuple(cell.text for cell in row) not in repeated]


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


def _fill_down(rows: list[list[Cell]]) -> list[list[Cell]]:
    """A first column with words in some rows only names groups of rows: repeat the name down its group."""
    named = [row for row in rows if not is_title_row(row)]
    words = [row[0].text for row in named if row[0].text]
    if not words or any(VALUE.match(word) for word in words) or len(words) == len(named):
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
