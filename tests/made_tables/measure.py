"""How many cells of a page's tables are read as a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from tests.made_tables.word_tables import Rows


def cells_right(expected: Sequence[Rows], read: Sequence[Rows]) -> tuple[int, int]:
    """Of how many cells, how many are right: equal without spaces, in the row and the column where they belong.

    Rows that are read though nobody sees them count with all their cells, so that what is too much is wrong, too.
    Repeated header rows of a table that goes on over pages are not counted.
    """
    wanted = [_plain(row) for table in expected for row in table]
    heads = {_plain(table[at]) for table in expected for at in range(min(2, len(table)))}
    told = [_plain(row) for table in read for row in table]
    told = [row for at, row in enumerate(told) if row not in heads or row not in told[:at] or wanted.count(row) > 1]
    right = 0
    pairs = SequenceMatcher(None, wanted, told, autojunk=False).get_opcodes()
    for tag, one, end, two, stop in pairs:
        if tag in ("equal", "replace"):
            for want, have in zip(wanted[one:end], told[two:stop], strict=False):
                right += sum(a == b for a, b in zip(want, have, strict=False))
    spare = sum(max(len(row), 1) for row in told[len(wanted) :])
    return right, sum(map(len, wanted)) + spare


def _plain(row: Sequence[str]) -> tuple[str, ...]:
    return tuple("".join(cell.split()) for cell in row)
