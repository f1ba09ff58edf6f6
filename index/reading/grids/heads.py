"""Which rows of a table name its columns, and what they name them; which rows title those below them."""

from __future__ import annotations

from collections.abc import Sequence

from index.reading.table_parts import VALUE, is_prose, is_year
from index.types import Cell

MOST_HEAD_ROWS = 4
"""Groups of groups, measures and column numbers included; what stands above a body deeper than this is a body itself."""
MAX_NAME_CHARS = 24
"""A longer cell is what a row says and names no column."""
LEAST_WIDTH_WITH_TITLES = 3
"""In a table of two columns a row with one cell may be one whose value is blank."""
_COUNTED = ("序号", "编号")


def head_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows name the columns: the first, and those below it that go on naming them.

    A row goes on where it fills in what the row above leaves open right of the name of a group, repeats a name that
    reaches down to it, gives years below group names, measures in brackets, or numbers of columns.
    """
    if rows[0][0].text in _COUNTED:
        first = next((i for i, row in enumerate(rows[: MOST_HEAD_ROWS + 1]) if row[0].text == "1"), 0)
        below = [i for i in range(1, first) if not is_title_row(rows[i])]
        if first and len(below) == first - 1 and all(_names_only(rows[i]) for i in below):
            return first
    count = 1
    while count < min(len(rows) - 1, MOST_HEAD_ROWS) and _goes_on(rows[:count], rows[count]):
        count += 1
    return count


def _goes_on(heads: Sequence[Sequence[Cell]], row: Sequence[Cell]) -> bool:
    filled = [i for i, cell in enumerate(row) if cell.text]
    values = [row[i].text for i in filled if i]
    if values and all(map(is_year, values)):
        return True
    if is_title_row(row) or not _names_only(row):
        return False
    texts = [row[i].text for i in filled]
    if all(text.startswith(("(", "（")) for text in texts) or texts == [str(i + 1) for i in range(len(row))]:
        return True
    above = heads[-1]
    repeated = sum(row[i].text == above[i].text for i in filled)
    opened = {i for i in filled if i and (not above[i].text or above[i].text == above[i - 1].text)}
    named = {i for i in filled if i + 1 in opened and above[i].text}  # a group's name stands above its first column
    return bool(opened) and len(opened | named) + repeated >= len(filled)


def _names_only(row: Sequence[Cell]) -> bool:
    """Whether a row holds names: short, no figures, no sentences."""
    texts = [cell.text for cell in row if cell.text]
    numbered = texts == [str(i + 1) for i in range(len(row))]
    return numbered or not any(
        len(text) > MAX_NAME_CHARS or is_prose(text) or (VALUE.match(text) and not is_year(text)) for text in texts
    )


def joined_heads(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """The names of the columns out of the rows that name them.

    A group's name reaches over the empty cells to its right that have a name below.
    """
    rows = [row for row in rows if [c.text for c in row] != [str(i + 1) for i in range(len(row))]]
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


def unfolded(heads: tuple[str, ...], rows: list[list[Cell]]) -> tuple[tuple[str, ...], list[list[Cell]]]:
    """A table that stands side by side with its own second half ("姓名 职务 姓名 职务"), as one of half the width."""
    half = len(heads) // 2
    if half < 2 or heads[:half] != heads[half:]:
        return heads, rows
    halves = (part for row in rows for part in (row[:half], row[half:]))
    return heads[:half], [part for part in halves if any(cell.text for cell in part)]


def once_over_all(row: list[Cell]) -> list[Cell]:
    """A row whose one cell a conversion repeated in every column it covers, with that cell once."""
    if len(row) < LEAST_WIDTH_WITH_TITLES or not row[0].text or len({cell.text for cell in row}) > 1:
        return row
    return [row[0], *(Cell("", None) for _ in row[1:])]


def is_title_row(row: Sequence[Cell]) -> bool:
    """Whether a row is one cell over all columns that titles the rows below ("一、夯实基础"), or a note."""
    filled = [cell.text for cell in row if cell.text]
    return len(row) >= LEAST_WIDTH_WITH_TITLES and len(filled) == 1 and bool(row[0].text) and not VALUE.match(filled[0])
