"""Indicators: figures with what they measure and for when, out of tables, boxes and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.fact_types import ColumnRole, Indicator, Status
from index.facts.cutting import without_item_number
from index.facts.dates import DateExpression, dates, periods
from index.facts.figures_in_text import read_statements
from index.facts.grids import is_bare_figure, measure_told, roles_of, tells_kinds
from index.facts.labelled import Label, label_kind
from index.facts.quantities import is_measure
from index.facts.rules import read_fines
from index.reading.grids import is_title_row
from index.reading.structure import table_paths, walk_prose
from index.terms.lexicon import YEAR, alternatives, contains, is_han
from index.types import Cell, CleanText, Section, SectionKind, Span, Table

# A cell with a figure: "473", "≤5", "下降15%", "≥98%", "2.857", "125人", "零发生"; not "规划计划", "2024-03-22 19:29", "2028年底".
_SETS_VALUE = alternatives("falls", "rises", "at_least", "at_most")
_CELL_VALUE = re.compile(
    rf"^(?:约|控制在|{_SETS_VALUE})?\s*-?\d+(?:[.,]\d+)*\s*(?:%|‰)?(?!年)[^\d\s:：、]{{0,6}}$|^零\S{{2}}$|^[-—–]$"
)
# "较|2020年|增减", "与|2015年|相比" in a header; not "比例".
_BASELINE = re.compile(r"(?:与|比|较)(.{2,12}?)(?:相比|增减)?$")
_BARE_YEAR = re.compile(rf"({YEAR})$")  # "事故起数|2016"; not "2016年", which is a date as it stands
_TELLS_TARGET = ("目标", "预期", "规划", "控制", "计划", "任务", "力争", "要求")
_TELLS_PERFORMED = ("执行", "完成", "实际", "实绩")
_TELLS_ACHIEVED = (*_TELLS_PERFORMED, "平均", "现状", "基数", "基期", "基准", "情况", "统计", "历年", "已", "累计")
_HEAD_CHARS = 800
"""The title stands within the first page."""


def read_indicators(clean: CleanText, root: Section, tables: tuple[Table, ...]) -> Iterator[Indicator]:
    """Every table cell with a value, then every figure in running text, then every fine."""
    paths = table_paths(root)
    first_year = _first_year(clean.text)
    for table in tables:
        yield from _cells(clean, table, paths.get(table.span.start, (table.caption,)), first_year)
    for section, path in walk_prose(root):
        if section.kind is SectionKind.TABLE:
            continue
        yield from read_statements(clean, section, (*path, section.label) if section.label else path)
    yield from read_fines(clean, root)


def row_label(row: tuple[Cell, ...], headers: tuple[str, ...]) -> tuple[int, str]:
    """Index and text of the cell that names a row: the last wordy cell of those before the first value."""
    wordy = [i for i, cell in enumerate(row) if sum(map(is_han, cell.text)) > 1 and not _CELL_VALUE.match(cell.text)]
    if not wordy:
        return 0, row[0].text
    first = wordy[0]
    if first + 1 in wordy and first == 0 and "类" in (headers[0] if headers else ""):
        first += 1
    return first, without_item_number(row[first].text)


def _first_year(text: str) -> int | None:
    """The year in which the plan begins, by its title; None where that tells none or one alone."""
    for title in text[:_HEAD_CHARS].split("\n"):
        if "。" in title or not contains(title, "papers"):
            continue
        years = sorted(year for date in periods(title) for year in date.years)
        if len(years) > 1:
            return years[0]
    return None


def _cells(clean: CleanText, table: Table, path: tuple[str, ...], first_year: int | None) -> Iterator[Indicator]:
    columns = {i: _read_column(table, i, first_year) for i in sorted(_value_columns(table))}
    by_year = _is_by_year(table)
    measures = next((i for i, h in enumerate(table.headers) if h.replace(" ", "") in ("单位", "计量单位")), None)
    for row in table.rows:
        if is_title_row(row):
            continue
        if by_year:
            yield from _of_year(clean, table, row, columns, path)
            continue
        label_at, label = row_label(row, table.headers)
        measure = row[measures].text if measures is not None and is_measure(row[measures].text) else ""
        label = f"{label}({measure})" if label and measure and measure not in label else label
        for i, column in columns.items():
            if label and i > label_at:
                span = _cell_span(clean, row, label_at, row[i])
                header = table.headers[i]
                yield Indicator(
                    span,
                    label,
                    row[i].text,
                    column.period,
                    column.years,
                    column.baseline,
                    column.status,
                    label,
                    header,
                    path,
                )


def _row_years(row: tuple[Cell, ...]) -> list[DateExpression]:
    """The year that a row is of, where its first cell is one and nothing else ("2022", "2022年")."""
    return [date for date in _header_dates(row[0].text) if date.written.rstrip("年") == row[0].text.rstrip("年")]


def _is_by_year(table: Table) -> bool:
    """Whether the rows of a table are years, its sums aside; what is measured stands in the head then."""
    rows = [row for row in table.rows if not is_title_row(row)]
    return len(rows) > 1 and 2 * sum(bool(_row_years(row)) for row in rows) > len(rows)


def _of_year(
    clean: CleanText, table: Table, row: tuple[Cell, ...], columns: Mapping[int, _Column], path: tuple[str, ...]
) -> Iterator[Indicator]:
    """The figures of one year: each named by its column and with the unit told there; a sum is of the caption's years."""
    found = _row_years(row)
    years = tuple(year for date in found for year in date.years)
    for i, column in columns.items():
        if i == 0:
            continue
        header, cell = table.headers[i], row[i]
        unit = measure_told(header, table.caption)
        name = header.replace("（", "(").rpartition("(")[0].strip() if unit and header.endswith((")", "）")) else header
        yield Indicator(
            _cell_span(clean, row, 0, cell),
            name if found else f"{name}{row[0].text}",
            cell.text + unit if is_bare_figure(cell.text) else cell.text,
            found[0].written if found else column.period,
            years or column.years,
            column.baseline,
            column.status,
            row[0].text,
            header,
            path,
        )


@dataclass(frozen=True, slots=True)
class _Column:
    """What the header and the caption say of every cell of a column."""

    period: str
    years: tuple[int, ...]
    baseline: str
    status: Status


def _read_column(table: Table, at: int, first_year: int | None) -> _Column:
    header = table.headers[at]
    compared = _BASELINE.search(header)
    named = (header[: compared.start()] if compared else header).replace(" ", "")
    found = _header_dates(named) or dates(table.caption)
    period = found[0].written if found else ""
    years = tuple(year for date in found for year in date.years)
    return _Column(period, years, compared[1] if compared else "", _status(table, named, first_year))


def _header_dates(named: str) -> list[DateExpression]:
    """The dates of a header; a bare year ("事故起数2016") is one."""
    return dates(_BARE_YEAR.sub(r"\1年", named))


def _value_columns(table: Table) -> set[int]:
    """The columns of which at least a third of the filled cells hold figures."""
    found: set[int] = set()
    roles = roles_of(table)
    for column, role in enumerate(roles):
        filled = [row[column].text for row in table.rows if row[column].text]
        if "序号" in table.headers[column] or label_kind(table.headers[column]) is Label.LIMIT or role in _NO_FIGURES:
            continue
        if role is ColumnRole.TEXT and ColumnRole.MEASURE in roles and tells_kinds(filled):
            continue
        if filled and sum(bool(_CELL_VALUE.match(text)) for text in filled) >= len(filled) / 3:
            found.add(column)
    return found


_NO_FIGURES = (ColumnRole.PHONE, ColumnRole.PERSON, ColumnRole.POST, ColumnRole.LEADING, ColumnRole.HELPING)
"""Of columns in which a dash stands for nobody, and which hold none otherwise."""


def _cell_span(clean: CleanText, row: tuple[Cell, ...], label_at: int, cell: Cell) -> Span:
    """From the row's label to the cell, so that the quote shows what the number is; the whole row where it is blank."""
    own = [c.span for c in row[label_at:] if c.span]
    last = cell.span.end if cell.span else own[-1].end
    return Span(clean.document_id, min(own[0].start, last - 1), last)


def _status(table: Table, named: str, first_year: int | None) -> Status:
    """Aim or result: by the header's own words, else by the columns beside it, else by the caption.

    Beside a column of what was performed in a year, one for the same year or for none is what was aimed at.
    """
    if _has(named, _TELLS_TARGET):
        return Status.TARGET
    if _has(named, _TELLS_ACHIEVED):
        return Status.ACHIEVED
    own = [year for date in _header_dates(named) for year in date.years]
    performed = [
        year
        for h in table.headers
        if _has(h, _TELLS_PERFORMED)
        for d in _header_dates(h.replace(" ", ""))
        for year in d.years
    ]
    first = min((year for date in dates(table.caption) for year in date.years), default=first_year)
    if own and first and max(own) < first:
        return Status.ACHIEVED  # a year before the first of the plan's is what it starts from
    if performed:
        return Status.TARGET if not own or max(own) >= max(performed) else Status.ACHIEVED
    return Status.ACHIEVED if _has(table.caption, _TELLS_ACHIEVED) else Status.TARGET


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
