"""Tables that a conversion left with one cell a line: rebuilt by their numbers, their years or the count of their heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from index.reading.lines import Line
from index.reading.table_parts import VALUE, box_title, caption_before, is_cell, is_heading, is_year, make_cell
from index.types import Cell, CleanText, Span, Table

MIN_CELL_LINES = 8
"""Fewer short lines in a row are names, signatures or headings, not a flattened table."""
LEAST_VALUES = 3
LEAST_HEADS, MOST_HEADS = 3, 9
LEAST_ROWS = 2


def numbered_cells(clean: CleanText, lines: list[Line], at: int) -> tuple[Table | None, int]:
    """A table of tasks one cell a line, whose cells may be sentences: so many lines a row as there are heads.

    Read only from a head 序号 on and only as long as the numbers follow each other at that distance.
    """
    if lines[at].text.strip() != "序号":
        return None, 0
    texts = [line.text.strip() for line in lines[at : at + MOST_HEADS + 1]]
    width = texts.index("1") if "1" in texts else 0
    if not LEAST_HEADS <= width <= MOST_HEADS or any(len(text) > MAX_HEAD_CHARS for text in texts[:width]):
        return None, 0
    heads = [line.text.strip() for line in lines[at : at + width]]
    rows: list[tuple[Cell, ...]] = []
    here = at + width
    while here + width <= len(lines):
        page = [line.text.strip() for line in lines[here : here + width]]
        if page == heads:  # a new page repeats them
            here += width
            continue
        following = [line.text.strip() for line in lines[here + 1 : here + 2 * width]]
        aligned = following[width - 1 : width] in ([str(len(rows) + 2)], [heads[0]])
        if page[0] != str(len(rows) + 1) or (not aligned and str(len(rows) + 2) in following):
            break  # a cell is missing or broken in two: what follows would stand below the wrong heads
        rows.append(tuple(make_cell(clean.document_id, line.start, line.text) for line in lines[here : here + width]))
        here += width
    if len(rows) < LEAST_ROWS:
        return None, 0
    above = lines[at - 1] if at and is_cell(lines[at - 1].text) else None
    caption_line = caption_before(lines, at) or above
    start = caption_line.start if caption_line else lines[at].start
    caption = caption_line.text.strip() if caption_line else ""
    return Table(caption, Span(clean.document_id, start, lines[here - 1].end), tuple(heads), tuple(rows)), here - at


MAX_HEAD_CHARS = 16


MOST_CELL_LINES = 5_000
"""A longer run of short lines is no table that a conversion flattened."""


class CellLines:
    """Reads tables of short cells; what tells cells of other lines is asked once for each line."""

    def __init__(self, lines: list[Line]) -> None:
        self._ends = [0] * len(lines)  # for each line where the run of cells ends that it stands in
        end = len(lines)
        for at in range(len(lines) - 1, -1, -1):
            if not is_cell(lines[at].text):
                end = at
            self._ends[at] = end
        values = (bool(VALUE.match(line.text)) for line in lines)
        self._values_before = list(accumulate(values, initial=0))

    def __call__(self, clean: CleanText, lines: list[Line], at: int) -> tuple[Table | None, int]:
        """The table below a caption at line `at` and how many lines it takes; None and 0 where none begins."""
        caption_line = caption_before(lines, at)
        if not caption_line or is_heading(lines[at].text):
            return None, 0
        end = self._ends[at]
        values = self._values_before[end] - self._values_before[at]
        if not MIN_CELL_LINES <= end - at <= MOST_CELL_LINES or values < LEAST_VALUES:
            return None, 0
        table = _cell_lines(clean, lines, at, end, caption_line)
        return table, end - at if table else 0


def _cell_lines(clean: CleanText, lines: list[Line], at: int, end: int, caption_line: Line) -> Table | None:
    cells = list(_with_blanks(clean, lines, at, end))
    shape = _sequence_rows(cells) or _column_rows(cells)
    if not shape:
        return None
    headers, rows, note = shape
    start = lines[at].start if box_title(lines, at) else caption_line.start
    return Table(caption_line.text.strip(), Span(clean.document_id, start, lines[end - 1].end), headers, rows, note)


def _with_blanks(clean: CleanText, lines: list[Line], at: int, end: int) -> Iterator[Cell]:
    """The cells in order; where the gap between two lines is wider than usual the source has a blank cell."""
    gaps = [
        clean.text.count("\n", one.end, two.start)
        for one, two in zip(lines[at - 1 : end - 1], lines[at:end], strict=True)
    ]
    usual = Counter(gaps).most_common(1)[0][0]
    for line, gap in zip(lines[at:end], gaps, strict=False):
        for _ in range(min(gap - usual, 3)):
            yield Cell("", None)
        yield make_cell(clean.document_id, line.start, line.text)


_Rows = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...], str]


def _sequence_rows(cells: list[Cell]) -> _Rows | None:
    """Rows that open with 1, 2, 3 … under a header that opens with 序号."""
    if not any(cell.text == "序号" for cell in cells[:3]):
        return None
    starts: list[int] = []
    for i, cell in enumerate(cells[:-1]):
        follows_words = not VALUE.match(cells[i + 1].text) and bool(cells[i + 1].text)
        if cell.text == str(len(starts) + 1) and follows_words and (not starts or i >= starts[-1] + 2):
            starts.append(i)
    if len(starts) < 2:
        return None
    rows = [cells[a:b] for a, b in zip(starts, [*starts[1:], len(cells)], strict=True)]
    width = Counter(len(row) for row in rows).most_common(1)[0][0]
    heads = [cell.text for cell in cells[: starts[0]] if cell.text]
    heads = [*heads[: width - 1], " ".join(heads[width - 1 :])]
    padded = tuple(tuple((_whole_label(row, width) + [Cell("", None)] * width)[:width]) for row in rows)
    return tuple(heads), padded, ""


def _whole_label(row: list[Cell], width: int) -> list[Cell]:
    """A row with more cells than the others whose name was broken over lines, with the name joined."""
    last = 1 + len(row) - width
    if last < 2 or not all(cell.text and not VALUE.match(cell.text) for cell in row[1 : last + 1]):
        return row
    return [row[0], _joined(row[1 : last + 1]), *row[last + 1 :]]


def _column_rows(cells: list[Cell]) -> _Rows | None:
    """Rows of one label and a fixed number of values under years, with group names above the years."""
    first = next((i for i, cell in enumerate(cells) if is_year(cell.text)), None)
    if first is None:
        return None
    last = first
    while last < len(cells) and is_year(cells[last].text):
        last += 1
    years = [cell.text for cell in cells[first:last]]
    groups = [cell.text for cell in cells[:first] if cell.text]
    if groups and len(years) % len(groups) == 0:
        each = len(years) // len(groups)
        heads = [f"{groups[i // each]} {year}" for i, year in enumerate(years)]
    else:
        heads = years
    rows: list[tuple[Cell, ...]] = []
    notes: list[str] = []
    at = last
    while at < len(cells):
        label: list[Cell] = []
        while at < len(cells) and cells[at].text and not VALUE.match(cells[at].text):
            label.append(cells[at])
            at += 1
        if not label:
            return None
        values: list[Cell] = []
        while at < len(cells) and len(values) < len(years) and (not cells[at].text or VALUE.match(cells[at].text)):
            values.append(cells[at])
            at += 1
        if len(values) < len(years):
            notes.append(f"{_joined(label).text}: {len(values)}/{len(years)}")
        rows.append((_joined(label), *values, *[Cell("", None)] * (len(years) - len(values))))
    return ("", *heads), tuple(rows), "; ".join(notes)


def _joined(label: list[Cell]) -> Cell:
    """A row label that was broken over several lines."""
    spans = [cell.span for cell in label if cell.span]
    span = Span(spans[0].document_id, spans[0].start, spans[-1].end)
    return Cell("".join(cell.text for cell in label), span)
