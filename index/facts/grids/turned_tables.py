"""Tables turned on their side: what is told of each thing stands below it, with its label in the first column.

| 项目 | 红岩水库 | 青龙水库 |
| 责任单位 | 县水利局 | 青龙镇政府 |
| 鉴定时间 | 2024年8月 | 2024年10月 |
"""

from __future__ import annotations

from collections.abc import Sequence

from index.fact_types import ColumnRole
from index.facts.grids.column_roles import roles_of
from index.reading.grids import is_title_row, names_column
from index.types import Cell, CleanText, Span, Table

MOSTLY, FEW = 0.5, 0.34
"""So many of the labels are words that columns are called by, and so few of the names in the head."""
LEAST_KINDS = 2
"""Rows of so many kinds, figures aside: a table of figures has its years in the head and its measures in the first column."""
_TELLING = frozenset(ColumnRole) - {ColumnRole.FIGURE, ColumnRole.NUMBER, ColumnRole.MATTER, ColumnRole.TEXT}


def upright(clean: CleanText, table: Table) -> Table:
    """The table with a row for each thing, where it was turned; else as it is."""
    rows = [row for row in table.rows if not is_title_row(row)]
    labels = [row[0].text for row in rows]
    heads = table.headers[1:]
    if not heads or len(set(labels)) < len(labels) or _known(labels) < MOSTLY or _known(heads) > FEW:
        return table
    named = _head_cells(clean, table, heads)
    if named is None:
        return table
    columns = [(cell, *(row[at] for row in rows)) for at, cell in enumerate(named, start=1)]
    turned = Table(table.caption, table.span, (table.headers[0], *labels), tuple(columns), table.note)
    return turned if len(_TELLING & set(roles_of(turned))) >= LEAST_KINDS else table


def _known(texts: Sequence[str]) -> float:
    return sum(map(names_column, texts)) / max(len(texts), 1)


def _head_cells(clean: CleanText, table: Table, heads: Sequence[str]) -> list[Cell] | None:
    """The cells that name the columns, looked for above the rows; None where one does not stand there in one piece."""
    first = min((cell.span.start for row in table.rows for cell in row if cell.span), default=table.span.end)
    found: list[Cell] = []
    at = table.span.start
    for head in heads:
        at = clean.text.find(head, at, first) if head else -1
        if at < 0:
            return None
        found.append(Cell(head, Span(clean.document_id, at, at + len(head))))
        at += len(head)
    return found
