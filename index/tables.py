"""Tables: rows with their headers, rebuilt from text in which a conversion flattened them.

Three shapes occur in plans: cells parted by tabs or bars, one cell a line, and numbered lines parted by spaces. A table is
an extra reading with spans; the text itself is never touched, and a cell that the source leaves blank stays blank.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from index.types import Cell, CleanText, Span, Table

# A cell that holds a value: "473", "0.169", "≤5", "下降15%", "100%", "-". Not "2010 年", "1、亿元地区生产总值…", "煤矿".
_VALUE = re.compile(r"^[≤≥<>＜＞]?-?\d+(?:[.,]\d+)*\s*[%‰]?$|^[-—–/]$")
_YEAR = re.compile(r"^(?:19|20)\d{2}\s*年?$")
# "表1 主要指标", "1:昆明市生产安全事故统计情况(2016年-2020年)", "十三五时期安全生产主要指标", "统计表".
CAPTION = re.compile(
    r"^(?:表\s*\d*\s*|\d{1,2}\s*)[:：、.]?\s*\S.{3,45}$|^.{3,45}(?:指标|情况|一览表?|统计表|分工表|"
    r"清单|表)(?:完成情况)?(?:[(（].{1,20}[)）])?$"
)
_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|"
    r"第[一二三四五六七八九十百]+[章节条]|\d{1,2}(?![\d:：])[.、]?[\u4e00-\u9fff]{4,})"
)
_PROSE = re.compile(r"[。；;！!]|[,，].*[,，]")

MAX_CELL_CHARS = 40
MIN_CELL_LINES = 8
"""Fewer short lines in a row are names, signatures or headings, not a flattened table."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def find_tables(clean: CleanText) -> tuple[Table, ...]:
    """All tables of a document in the order of the text."""
    lines = [_Line(m.start(), m.group()) for m in re.finditer(r"[^\n]+", clean.text) if m.group().strip()]
    found: list[Table] = []
    at = 0
    while at < len(lines):
        taken = 0
        for read in (_separated, _numbered_lines, _cell_lines):
            table, taken = read(clean, lines, at)
            if table:
                found.append(table)
                break
        at += max(taken, 1)
    return tuple(found)


def _tidy(text: str) -> str:
    """A cell's text without the spaces that justified it ("指 标" -> "指标")."""
    return re.sub(r"(?<=[\u4e00-\u9fff（(]) +(?=[\u4e00-\u9fff）)])", "", text.strip())


def _cell(document_id: str, start: int, raw: str) -> Cell:
    text = raw.strip()
    if not text:
        return Cell("", None)
    lead = start + len(raw) - len(raw.lstrip())
    return Cell(_tidy(text), Span(document_id, lead, lead + len(text)))


def _caption_before(lines: list[_Line], at: int) -> _Line | None:
    line = lines[at - 1] if at > 0 else None
    if line and len(line.text) <= 60 and CAPTION.match(line.text.strip()) and not _PROSE.search(line.text):
        return line
    return None


# --- cells parted by tabs or bars -------------------------------------------------------------------------------------


def _separated(clean: CleanText, lines: list[_Line], at: int) -> tuple[Table | None, int]:
    mark = next((m for m in ("\t", "|") if m in lines[at].text), None)
    if mark is None:
        return None, 0
    end = at
    while end < len(lines) and mark in lines[end].text:
        end += 1
    rows = [_split(clean.document_id, line, mark) for line in lines[at:end]]
    rows = [row for row in rows if not all(re.fullmatch(r"[-: ]*", cell.text) for cell in row)]
    caption_line = _caption_before(lines, at)
    caption = caption_line.text.strip() if caption_line else ""
    if rows and sum(bool(cell.text) for cell in rows[0]) == 1 and len(rows) > 2:
        caption, rows = next(cell.text for cell in rows[0] if cell.text), rows[1:]
    if len(rows) < 2:
        return None, end - at
    width = max(len(row) for row in rows)
    padded = [row + [Cell("", None)] * (width - len(row)) for row in rows]
    head = _header_rows(padded)
    headers = _headers(padded[:head])
    body = _fill_down(padded[head:])
    start = caption_line.start if caption_line else lines[at].start
    span = Span(clean.document_id, start, lines[end - 1].end)
    return Table(caption, span, headers, tuple(tuple(row) for row in body)), end - at


def _header_rows(rows: list[list[Cell]]) -> int:
    """How many rows name the columns: one, or as many as stand before the first row that has a label and a value.

    A row of years below group names ("", 2021, 2022 …) still names columns; so does whatever stands above 序号 1.
    """
    if rows[0][0].text == "序号":
        first = next((i for i, row in enumerate(rows) if row[0].text == "1"), 1)
        return max(first, 1)
    for i, row in enumerate(rows):
        values = [cell.text for cell in row[1:] if cell.text]
        if i and values and all(_YEAR.match(value) for value in values):
            continue
        if any(_VALUE.match(value) for value in values):
            return max(i, 1)
    return 1


def _split(document_id: str, line: _Line, mark: str) -> list[Cell]:
    cells: list[Cell] = []
    at = line.start
    raw = line.text
    if mark == "|":
        stripped = raw.strip().removeprefix("|").removesuffix("|")
        at, raw = line.start + raw.index(stripped) if stripped else line.start, stripped
    for piece in raw.split(mark):
        cells.append(_cell(document_id, at, piece))
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
    if not words or any(_VALUE.match(word) for word in words) or len(words) == len(rows):
        return rows
    filled: list[list[Cell]] = []
    last = Cell("", None)
    for row in rows:
        last = row[0] if row[0].text else last
        filled.append([last, *row[1:]])
    return filled


# --- "序号 指标名称 预期值" and numbered lines below it ----------------------------------------------------------------


def _numbered_lines(clean: CleanText, lines: list[_Line], at: int) -> tuple[Table | None, int]:
    heads = lines[at].text.split()
    if len(heads) < 3 or heads[0] != "序号":
        return None, 0
    rows: list[tuple[Cell, ...]] = []
    end = at + 1
    while end < len(lines) and re.match(rf"^\s*{len(rows) + 1}\s+\S", lines[end].text):
        pieces = list(re.finditer(r"\S+", lines[end].text))
        cells = [
            Cell(m.group(), Span(clean.document_id, lines[end].start + m.start(), lines[end].start + m.end()))
            for m in pieces
        ]
        cells = cells[: len(heads)] + [Cell("", None)] * (len(heads) - len(cells))
        rows.append(tuple(cells))
        end += 1
    if not rows:
        return None, 0
    caption_line = _box_title(lines, at) or _caption_before(lines, at)
    caption = caption_line.text.strip() if caption_line else ""
    start = lines[at].start
    return Table(caption, Span(clean.document_id, start, lines[end - 1].end), tuple(heads), tuple(rows)), end - at


def _box_title(lines: list[_Line], at: int) -> _Line | None:
    line = lines[at - 1] if at > 0 else None
    return line if line and re.match(r"^\s*专栏\s*\d+", line.text) else None


# --- one cell a line --------------------------------------------------------------------------------------------------


def _cell_lines(clean: CleanText, lines: list[_Line], at: int) -> tuple[Table | None, int]:
    if not _caption_before(lines, at) or _HEADING.match(lines[at].text):
        return None, 0
    end = at
    while end < len(lines) and _is_cell(lines[end].text):
        end += 1
    if end - at < MIN_CELL_LINES or sum(bool(_VALUE.match(line.text)) for line in lines[at:end]) < 3:
        return None, 0
    cells = list(_with_blanks(clean, lines, at, end))
    caption_line = lines[at - 1]
    shape = _sequence_rows(cells) or _column_rows(cells)
    if not shape:
        return None, 0
    headers, rows, note = shape
    span = Span(clean.document_id, caption_line.start, lines[end - 1].end)
    return Table(caption_line.text.strip(), span, headers, rows, note), end - at


def _is_cell(text: str) -> bool:
    return len(text) <= MAX_CELL_CHARS and not _PROSE.search(text) and not _HEADING.match(text)


def _with_blanks(clean: CleanText, lines: list[_Line], at: int, end: int) -> Iterator[Cell]:
    """The cells in order; where the gap between two lines is wider than usual the source has a blank cell."""
    gaps = [
        clean.text.count("\n", one.end, two.start) for one, two in zip(lines[at - 1 :], lines[at:end], strict=False)
    ]
    usual = Counter(gaps).most_common(1)[0][0]
    for line, gap in zip(lines[at:end], gaps, strict=False):
        for _ in range(min(gap - usual, 3)):
            yield Cell("", None)
        yield _cell(clean.document_id, line.start, line.text)


_Rows = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...], str]


def _sequence_rows(cells: list[Cell]) -> _Rows | None:
    """Rows that open with 1, 2, 3 … under a header that opens with 序号."""
    if not any(cell.text == "序号" for cell in cells[:3]):
        return None
    starts: list[int] = []
    for i, cell in enumerate(cells[:-1]):
        follows_words = not _VALUE.match(cells[i + 1].text) and bool(cells[i + 1].text)
        if cell.text == str(len(starts) + 1) and follows_words and (not starts or i >= starts[-1] + 2):
            starts.append(i)
    if len(starts) < 2:
        return None
    rows = [cells[a:b] for a, b in zip(starts, [*starts[1:], len(cells)], strict=True)]
    width = Counter(len(row) for row in rows).most_common(1)[0][0]
    heads = [cell.text for cell in cells[: starts[0]] if cell.text]
    heads = [*heads[: width - 1], " ".join(heads[width - 1 :])]
    padded = tuple(tuple((row + [Cell("", None)] * width)[:width]) for row in rows)
    return tuple(heads), padded, ""


def _column_rows(cells: list[Cell]) -> _Rows | None:
    """Rows of one label and a fixed number of values under years, with group names above the years."""
    first = next((i for i, cell in enumerate(cells) if _YEAR.match(cell.text)), None)
    if first is None:
        return None
    last = first
    while last < len(cells) and _YEAR.match(cells[last].text):
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
        while at < len(cells) and cells[at].text and not _VALUE.match(cells[at].text):
            label.append(cells[at])
            at += 1
        if not label:
            return None
        values: list[Cell] = []
        while at < len(cells) and len(values) < len(years) and (not cells[at].text or _VALUE.match(cells[at].text)):
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
