"""Forms: tables whose cells are labels and values in turn ("姓名 | 李青 | 职务 | 局长"), read as the one row that they are."""

from __future__ import annotations

from collections.abc import Sequence

from index.reading.table_parts import VALUE, is_prose
from index.types import Cell

LEAST_PAIRS_ACROSS = 2
"""Pairs side by side: a list of two columns has its labels in its head."""
MAX_LABEL_CHARS = 12
SHORTER = 1.3
"""Labels are so much shorter than their values, on average; names of columns are as long in every other column."""
LEAST_FORM_ROWS = 2


def form_row(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], tuple[Cell, ...]] | None:
    """The labels of a form and their values; None for a table of rows.

    A form has pairs side by side, labels that differ, that hold no figure and are shorter than what is told of them.
    """
    width = len(rows[0])
    if width < 2 * LEAST_PAIRS_ACROSS or width % 2 or len(rows) < LEAST_FORM_ROWS:
        return None
    pairs = [(row[i], row[i + 1]) for row in rows for i in range(0, width, 2) if row[i].text]
    labels, values = [label.text for label, _ in pairs], [value.text for _, value in pairs]
    if len(set(labels)) < len(labels) or len(pairs) < len(rows) * LEAST_PAIRS_ACROSS - 1:
        return None
    if any(len(text) > MAX_LABEL_CHARS or VALUE.match(text) or is_prose(text) or _counts(text) for text in labels):
        return None
    filled = [text for text in values if text]
    if len(filled) < len(values) / 2 or _average(filled) < SHORTER * _average(labels):
        return None
    return tuple(labels), tuple(value for _, value in pairs)


def _counts(text: str) -> bool:
    return any(map(str.isdigit, text))


def _average(texts: Sequence[str]) -> float:
    return sum(map(len, texts)) / max(len(texts), 1)
