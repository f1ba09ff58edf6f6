"""Forms: tables whose cells are labels and values in turn ("姓名 | 李青 | 职务 | 局长"), read as the one row that they are."""

from __future__ import annotations

from collections.abc import Sequence

from index.reading.table_parts import VALUE, is_prose
from index.terms.lexicon import contains
from index.types import Cell

LEAST_PAIRS_ACROSS = 2
"""Pairs side by side: a list of two columns has its labels in its head."""
MAX_LABEL_CHARS = 12
MOSTLY = 0.5
"""So many of a form's labels are words that columns are called by; the others have names of their own."""
LEAST_FORM_ROWS = 2
HEADS = (
    *(
        "head_number",
        "head_person",
        "head_post",
        "head_phone",
        "head_limit",
        "head_figure",
        "head_measure",
        "head_place",
    ),
    *("head_unit", "head_matter", "matters"),
)


def form_row(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], tuple[Cell, ...]] | None:
    """The labels of a form and their values; None for a table of rows.

    A form has pairs side by side and labels that differ, hold no figure and mostly are such as columns are called by.
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
    if sum(names_column(label) for label in labels) < MOSTLY * len(labels) or sum(map(bool, values)) < MOSTLY * len(
        values
    ):
        return None
    # In the head of a table values would stand that are names of columns themselves.
    if all(names_column(value.text) for value in rows[0][1::2]):
        return None
    return tuple(labels), tuple(value for _, value in pairs)


def names_column(text: str) -> bool:
    """Whether a cell holds a word that columns are called by: "责任单位", "Deadline"."""
    return len(text) <= MAX_LABEL_CHARS and contains(text.casefold(), *HEADS)


def _counts(text: str) -> bool:
    return any(map(str.isdigit, text))
