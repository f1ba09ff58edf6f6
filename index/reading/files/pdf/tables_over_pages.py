"""Tables that go on on the next page: a row that the page's end cut in two is one, what is merged over the break is told."""

from __future__ import annotations

from index.reading.files.pdf.table_types import FoundTable, joined
from index.reading.files.types import repeated

SAME_EDGES_POINTS = 3.0
"""Ruled columns of a table that goes on lie no further apart than this."""
USUAL = 0.8
"""Of the rows, in a column that is not left blank by chance."""
LEAST_CUT_CHARS = 8
"""Names of offices and places are shorter; a cell that the page's end cuts holds a line at least."""
_ENDS = tuple("。；！？.;!?")


def join_over_break(last: FoundTable, first: FoundTable) -> None:
    """Mend the last table of a page and the first of the next, where the one goes on in the other.

    Repeated header rows stay where they are: whoever reads the rows as one table leaves them out.
    """
    if not _same_columns(last, first):
        return
    heads = next((at for at, (one, two) in enumerate(zip(last.rows, first.rows, strict=False)) if one != two), 0)
    if heads >= len(first.rows):
        return
    rest = list(first.rows[heads])
    is_broken = _is_broken(rest, heads, last, first)
    for column in range(len(rest)):
        _fill_merged(last, first, heads, column, is_broken=is_broken)
    if is_broken:
        merged = last.merged | first.merged
        del first.rows[heads], first.owners[heads]
        last.rows[-1] = [
            old if column in merged else joined([old, new])
            for column, (old, new) in enumerate(zip(last.rows[-1], rest, strict=True))
        ]


def _same_columns(one: FoundTable, two: FoundTable) -> bool:
    """Whether columns lie at the same places; those that only the text shows need only overlap, one with one."""
    if len(one.columns) != len(two.columns) or one.ruled != two.ruled:
        return False
    pairs = list(zip(one.columns, two.columns, strict=True))
    if one.ruled:
        return all(abs(a[0] - b[0]) <= SAME_EDGES_POINTS for a, b in pairs)
    return all(max(a[0], b[0]) < min(a[1], b[1]) for a, b in pairs)


def _is_broken(row: list[str], heads: int, last: FoundTable, first: FoundTable) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Its first cell is blank then, as in no other row, or merged with those above; so are others that no row leaves blank,
    or the first column counts rows. A cell merged over the break leaves a blank, too, but then the others are filled.
    """
    others = [*last.rows[1:], *first.rows[heads + 1 :]]
    always = {at for at in range(len(row)) if others and all(other[at] for other in others)}
    merged = last.merged | first.merged
    blank = {at for at in always | merged if not row[at]}
    if row[0] and 0 not in merged:
        return _goes_on_in_words(row, last, others)
    if 0 not in always | merged or not others:
        return False
    if blank - merged - {0}:
        return True
    if 0 in merged:
        return False
    if all(other[0].strip("（）().、 ").isdecimal() for other in others if other[0]):
        return True
    return not any(old.endswith(_ENDS) for old, new in zip(last.rows[-1], row, strict=True) if new)


def _goes_on_in_words(row: list[str], last: FoundTable, others: list[list[str]]) -> bool:
    """Whether a row with a first cell is the rest of another: most cells are blank, the others go on with unended ones."""
    usual = [at for at in range(len(row)) if sum(bool(other[at]) for other in others) >= USUAL * len(others)]
    blank = [at for at in usual if not row[at]]
    before = [old for old, new in zip(last.rows[-1], row, strict=True) if new]
    are_cut = all(old and not old.endswith(_ENDS) for old in before)
    return 2 * len(blank) >= max(len(usual), 1) and are_cut and max(map(len, before)) >= LEAST_CUT_CHARS


def _fill_merged(last: FoundTable, first: FoundTable, heads: int, column: int, *, is_broken: bool) -> None:
    """Tell what is merged over the break in all rows that it reaches; its lines may stand on both pages."""
    above, below = last.rows[-1][column], first.rows[heads][column]
    reaches_on = column == 0 or _is_high(last, len(last.rows) - 1, column) or _is_high(first, heads, column)
    if below:
        is_cut = not repeated(above) and not above.endswith(_ENDS)
        goes_on = column in last.merged | first.merged and (is_broken or is_cut)
    else:
        goes_on = reaches_on and (column in last.merged | first.merged or not is_broken)
    if not goes_on or not above:
        return
    text = joined([above, below])
    _write_cell(last, len(last.rows) - 1, column, text)
    _write_cell(first, heads, column, repeated(text))


def _write_cell(table: FoundTable, at: int, column: int, text: str) -> None:
    """Put a text into a cell, in all rows that it is merged over."""
    owner = table.owners[at][column]
    for row, owners in zip(table.rows, table.owners, strict=True):
        if owners[column] == owner:
            row[column] = text


def _is_high(table: FoundTable, at: int, column: int) -> bool:
    """Whether a cell is merged over rows."""
    return sum(owners[column] == table.owners[at][column] for owners in table.owners) > 1
