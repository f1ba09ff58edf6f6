"""A fact for every row of a table, so that each can be asked for by any of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.fact_types import ColumnRole, Row, RowCell
from index.facts.grids.column_roles import is_bare_figure, key_column, measured_columns, roles_of
from index.facts.quantities import is_measure
from index.reading.grids import is_title_row
from index.reading.structure import table_paths
from index.types import Cell, Section, Span, Table


def read_table_rows(root: Section, tables: tuple[Table, ...], withheld: tuple[Span, ...] = ()) -> Iterator[Row]:
    """The rows of all tables in their order, titles of rows and notes left out.

    What stands in the text behind a `withheld` span in the middle of a row is no part of it, or before it, where the
    row's name stands behind: a quote shows all that lies between its ends.
    """
    paths = table_paths(root)
    for table in tables:
        inside = [span for span in withheld if table.span.overlaps(span)]
        yield from _rows(table, inside, paths.get(table.span.start, (table.caption,) if table.caption else ()))


def _rows(table: Table, withheld: Sequence[Span], path: tuple[str, ...]) -> Iterator[Row]:
    roles = roles_of(table)
    key = key_column(table, roles)
    by_column = measured_columns(roles)
    measures = [measure_told(header, table.caption) for header in table.headers]
    group, seen = "", set[Span]()
    for row in table.rows:
        if is_title_row(row):
            group = row[0].text
            continue
        row = _without_gaps(row, key, withheld)
        own = [cell.span for cell in row if cell.span and cell.span not in seen]
        if not own:
            continue
        unit = next((c.text for c, role in zip(row, roles, strict=True) if role is ColumnRole.MEASURE), "")
        cells = tuple(
            RowCell(
                cell.text, cell.span, header, role, i, _of_cell(cell.text, role, measure or unit * (i in by_column))
            )
            for i, (cell, header, role, measure) in enumerate(zip(row, table.headers, roles, measures, strict=True))
            if cell.span and cell.text
        )
        span = Span(own[0].document_id, min(s.start for s in own), max(s.end for s in own))
        seen.update(own)
        yield Row(span, cells, key, table.headers, table.caption, group, path)


def _without_gaps(row: tuple[Cell, ...], key: int, withheld: Sequence[Span]) -> tuple[Cell, ...]:
    """A row with those cells alone that no withheld number parts from its name; the others blank."""
    name = row[key].span
    if name is None or not withheld:
        return row

    def parted(span: Span) -> bool:
        first, last = sorted((name, span))
        return any(first.end <= number.start and number.end <= last.start for number in withheld)

    return tuple(Cell("", None) if cell.span and parted(cell.span) else cell for cell in row)


def _of_cell(text: str, role: ColumnRole, measure: str) -> str:
    """The unit of a cell, where it is a figure and does not tell its own."""
    return measure if role is ColumnRole.FIGURE and is_bare_figure(text) else ""


def measure_told(header: str, caption: str) -> str:
    """The unit that the name of a column gives in brackets ("总投资（万元）"), else that of the caption ("单位：万元")."""
    own = header.replace("（", "(").rstrip(")）").rpartition("(")
    told = caption.replace("：", ":").rpartition("单位:")
    named = own[2] if own[1] else told[2].rstrip(")） ") if told[1] else ""
    return named if is_measure(named) else ""
