"""The cells of plans' tables side by side, and how far each speaks of what a question speaks of."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from assistant.evidence.matching import OTHER_SPELLING, TEXT, Haystack, Values, matches
from assistant.evidence.named_offices import is_named, names_office
from assistant.types import Concept, NamedOffice, Place, Understanding
from index import ColumnRole, Index, Row, RowCell, dates, pairs_held, without_number
from index.facts.english.english_dates import english_dates
from index.recent import Recent
from index.terms.numbering import chinese_numeral

MAX_GRIDS = 200
"""Plans whose rows are kept, 0.1 MB each where they hold a table of a hundred rows."""
LEAST_DIGITS = 5
"""A number of so many digits in a question stands for itself: a telephone number; shorter ones may count something."""
MOST_NAMES = 8192
"""Names of cells that are kept as they are compared: every question over a plan compares them anew."""
OFFICES = (ColumnRole.LEADING, ColumnRole.ANSWERING, ColumnRole.UNIT, ColumnRole.HELPING)
"""Columns that hold offices."""
SAID = 0.5
"""From so sure a match on a concept is said by a cell, a heading or the name of a column."""


@dataclass(frozen=True, slots=True, eq=False)
class RowGrid:
    """The rows of one plan; `row_of` tells for each cell which row it stands in. The haystack holds the cells alone."""

    rows: tuple[Row, ...]
    haystack: Haystack
    row_of: NDArray[np.intp]
    columns: NDArray[np.intp]


def grid_of(plan: str, index: Index) -> RowGrid:
    """The rows of a plan."""
    return _GRIDS.get((index.fingerprint, plan), partial(_made, plan, index))


_GRIDS: Recent[tuple[str, str], RowGrid] = Recent(MAX_GRIDS)


def _made(plan: str, index: Index) -> RowGrid:
    rows = index.facts(Row, (plan,))
    cells = [(at, cell) for at, row in enumerate(rows) for cell in row.cells]
    return RowGrid(
        rows,
        Haystack.of([Place(cell.text, "", "", "") for _, cell in cells]),
        np.array([at for at, _ in cells], dtype=np.intp),
        np.array([cell.column for _, cell in cells], dtype=np.intp),
    )


def tables_of(grid: RowGrid) -> Iterator[list[int]]:
    """The rows of each table by their places in the grid; a table that goes on below the same heads is one."""
    found: dict[tuple[str, ...], list[int]] = {}
    for at, row in enumerate(grid.rows):
        found.setdefault((row.table, *row.headers), []).append(at)
    yield from found.values()


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """Something that a question names, how much it weighs, and how surely each cell of a grid speaks of it."""

    weight: float
    cells: Values
    concept: Concept | None = None
    whole: str = ""
    """The cell that a question says whole."""
    exact: bool = False
    """Whether what it names can be nothing else: a row without it is another one."""


def marked(meant: Understanding, concepts: Sequence[Concept], grid: RowGrid, above: Sequence[str] = ()) -> list[Marked]:
    """All that a question names, beside each cell: its concepts, offices, the numbers of things, long numbers, dates.

    An office that is named `above` all tables, as in a title, may be missing in a row.
    """
    found = matches(concepts, grid.haystack)
    told = [Marked(concept.weight, found.of(concept, TEXT), concept) for concept in concepts]
    cells = [cell for row in grid.rows for cell in row.cells]
    offices = [(office, _of_office(office, cells)) for office in meant.offices]
    for office, values in offices:
        told = [replace(m, cells=values) if m.concept and m.concept.spellings == office.spellings else m for m in told]
        needed = len(offices) == 1 and not any(names_office(text, office) for text in above)
        told.append(Marked(WHOLE_WEIGHT, values, whole=office.name, exact=needed))
    for number in meant.wants.numbered:
        named = np.array([_has_number(cell.text, number) for cell in cells], dtype=float)
        counted = np.array([cell.role is ColumnRole.NUMBER and cell.text == number for cell in cells], dtype=float)
        told.append(Marked(NUMBER_WEIGHT, named if named.any() else counted, exact=True))
    whole = [one for one in _whole(meant.wants.said, cells) if not is_named(one.whole, meant)]
    told += [*whole, *_nearly(meant.wants.said, cells)]
    digits = "".join(char if char.isdigit() else " " for char in meant.wants.said).split()
    long = [word for word in digits if len(word) >= LEAST_DIGITS]
    told += [
        Marked(NUMBER_WEIGHT, np.array([word in cell.text for cell in cells], dtype=float), exact=True) for word in long
    ]
    for date in meant.wants.dates:
        of_limits = (_same_date(cell.text, date) if cell.role is ColumnRole.LIMIT else False for cell in cells)
        told.append(Marked(NUMBER_WEIGHT, np.fromiter(of_limits, dtype=float, count=len(cells)), exact=True))
    return told


def _of_office(office: NamedOffice, cells: Sequence[RowCell]) -> Values:
    """How surely each cell names an office: one of offices more than a text that speaks of one."""
    sure = np.array([cell.role in OFFICES for cell in cells])
    named = np.array([names_office(cell.text, office) for cell in cells])
    values: Values = np.where(sure, 1.0, OTHER_SPELLING) * named
    return values


def _whole(said: str, cells: Sequence[RowCell]) -> list[Marked]:
    """The short cells, or members of lists in them, that stand whole in a question.

    The longest comes first, so that 重大事故 is not in 特别重大事故.
    """
    by_text: dict[str, list[int]] = {}
    heads = {cell.header.casefold() for cell in cells}
    for at, cell in enumerate(cells):
        for name in (plain_name(part) for part in cell.text.split("、")[:MOST_MEMBERS]):
            if LEAST_CHARS <= len(name) <= MOST_CHARS and not name.isdecimal() and name not in heads:
                by_text.setdefault(name, []).append(at)
    left = plain_name(said)
    told: list[Marked] = []
    for name in sorted(by_text, key=lambda name: (-len(name), name)):
        if name in left:
            left = left.replace(name, "\0")
            values = np.zeros(len(cells))
            values[by_text[name]] = 1.0
            told.append(Marked(WHOLE_WEIGHT, values, whole=name))
    return told


def _nearly(said: str, cells: Sequence[RowCell]) -> Iterator[Marked]:
    """How often and until when something is done, which a question says with a verb inside: "每季度检查一次"."""
    held = [pairs_held(cell.text, said) if cell.role is ColumnRole.LIMIT else 0.0 for cell in cells]
    values = np.where(np.array(held) >= NEARLY, 1.0, 0.0)
    if values.any():
        yield Marked(WHOLE_WEIGHT, values)


@lru_cache(maxsize=MOST_NAMES)
def plain_name(text: str) -> str:
    """A name as it is compared: without its number, in one width and case, levels in one kind of numeral ("Ⅱ级", "二级", "Level II")."""
    plain = unicodedata.normalize("NFKC", without_number(text)).casefold()
    for roman, numeral in _LEVELS:
        plain = plain.replace(f"{roman}级", f"{numeral}级").replace(f"level {roman} ", f"{numeral}级 ")
    return plain


_LEVELS = (("iii", "三"), ("ii", "二"), ("iv", "四"), ("i", "一"))
NEARLY = 0.7
"""So many pairs of the characters of a short text about time must a question say."""
WHOLE_WEIGHT = 1.0
LEAST_CHARS, MOST_CHARS = 2, 24
"""A cell of so many characters may stand whole in a question."""
MOST_MEMBERS = 12
"""A cell with more members is a text; the first of them are looked at."""
NUMBER_WEIGHT = 1.5
"""What tells a thing by its number or its date weighs more than any word."""


def _has_number(text: str, number: str) -> bool:
    """Whether a text names the thing of a number: "第11类", "第十一类", "5号泵站"; not "第111类", "11台"."""
    numeral = chinese_numeral(int(number))
    return any(
        _stands_alone(text, written) for written in (f"第{number}", f"{number}号", f"第{numeral}", f"No. {number}")
    )


def _stands_alone(text: str, written: str) -> bool:
    at = text.find(written)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(written) :][:1]
        longer = (written[0].isdigit() and before.isdigit()) or (written[-1] != "号" and behind in _NUMERALS)
        if not (longer and (before or behind)):
            return True
        at = text.find(written, at + 1)
    return False


_NUMERALS = frozenset("0123456789一二三四五六七八九十百")


def _same_date(text: str, date: str) -> bool:
    told = (*(found.date for found in dates(text)), *english_dates(text))
    return _last_day(date) in map(_last_day, told) or any(found.written.endswith(date) for found in dates(text))


def _last_day(date: str) -> str:
    """The last day of a month ("2024-06"); any other date as it is."""
    if len(date) != len("2024-06"):
        return date
    year, month = map(int, date.split("-"))
    return f"{date}-{monthrange(year, month)[1]}"
