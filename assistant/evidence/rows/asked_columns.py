"""Which columns of a table a question asks for: by their names, and by what kind of thing is wanted of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.evidence.matching import TEXT, matches
from assistant.types import Asked, Concept, Place, Understanding, Want
from assistant.wording.quoting import without_brackets
from index import ColumnRole, Row, RowCell, ends_with, pairs_held

NAMED = 1.2
"""What a concept counts that the name of a column says, beside the kind of thing wanted, which counts up to 1."""
IN_PART = 0.5
"""What is left of that where the question says but one word of the name: 启动条件 is not 启动权限."""
NAMES_ROWS = 0.7
"""What the column that names the rows counts where a row was found by another one: "哪些任务"."""
MEASURED = 0.5
"""What the unit of measure that is asked for counts for a column of figures."""
SAID_ROLE = 1.0
"""What a column of offices counts of which the question says what they do."""
OF_KIND = 1.3
"""What the column of classes or levels counts where it is asked what something belongs to, however else it is called."""
SURELY = 0.8
"""A column that is named so surely may be asked for, whatever kind of thing the question seems to want."""
LEAST = 0.6
"""A column with less is not what is asked for."""
AS_GOOD, MOST_TOLD = 0.05, 3
"""Columns that fit as well are told together, up to so many."""

_OF_UNITS = {ColumnRole.LEADING: 1.0, ColumnRole.ANSWERING: 0.9, ColumnRole.UNIT: 0.8, ColumnRole.HELPING: 0.3}
_FITS: Mapping[Asked | Want, Mapping[ColumnRole, float]] = {
    Asked.DUTY: {**_OF_UNITS, ColumnRole.PERSON: 0.7, ColumnRole.POST: 0.5},
    Asked.PERSON: {ColumnRole.PERSON: 1.0, ColumnRole.POST: 0.4, ColumnRole.ANSWERING: 0.3},
    Asked.DEADLINE: {ColumnRole.LIMIT: 1.0},
    Asked.FIGURE: {ColumnRole.FIGURE: 0.8},
    Want.FREQUENCY: {ColumnRole.LIMIT: 1.0},
    Want.PHONE: {ColumnRole.PHONE: 1.5},
    Want.PLACE: {ColumnRole.PLACE: 1.0},
    Want.POSTS: {ColumnRole.POST: 1.0},
    Want.FIELD: {ColumnRole.MATTER: 0.7},
}
_SOLE = (Want.PHONE,)
"""What only a column of its own kind holds, whatever the others are called."""
_MUST: Mapping[Asked, frozenset[ColumnRole]] = {
    Asked.DUTY: frozenset({*_OF_UNITS, ColumnRole.PERSON, ColumnRole.POST}),
    Asked.PERSON: frozenset({ColumnRole.PERSON}),
    Asked.DEADLINE: frozenset({ColumnRole.LIMIT}),
}
"""Columns of which one must be told for a question of the kind, unless a row is asked for by what it says there."""
_OF_KIND = (Asked.PERSON, Asked.DEADLINE)
"""What a row that was found by another cell than its name must tell, too."""
_SAYS = {Want.LEADS: ColumnRole.LEADING, Want.HELPS: ColumnRole.HELPING}


def asked_columns(meant: Understanding, concepts: Sequence[Concept], row: Row, found_by: int | None) -> tuple[int, ...]:
    """The filled columns of a row that are asked for, the best first; empty where none fits.

    `found_by` is the column by which the row was found, None for its name; `concepts` what else the question speaks of.
    """
    by_key = found_by is None
    told = {
        cell.column: _worth(meant, concepts, cell, row, by_key=by_key)
        for cell in row.cells
        if cell.column != (row.key if by_key else found_by)
    }
    best = max(told.values(), default=0.0)
    if best < LEAST:
        return ()
    chosen = sorted((at for at in told if told[at] >= best - AS_GOOD), key=lambda at: (-told[at], at))
    years = [str(year) for year in meant.years]
    of_year = [at for at in chosen if any(year in row.headers[at] for year in years)]
    chosen = of_year or chosen
    roles = {cell.column: cell.role for cell in row.cells}
    told_by_it = found_by is not None and roles[found_by] in _MUST.get(meant.asked, ())
    fits = (
        (not by_key and (meant.asked not in _OF_KIND or told_by_it))
        or _is_named(concepts, row, chosen)
        or _fits_kind(meant, row, chosen)
    )
    return tuple(chosen[:MOST_TOLD]) if fits and _holds_wanted(meant, row, chosen) else ()


def _is_named(concepts: Sequence[Concept], row: Row, chosen: Sequence[int]) -> bool:
    return all(named(row.headers[column], concepts) >= SURELY for column in chosen)


def _holds_wanted(meant: Understanding, row: Row, chosen: Sequence[int]) -> bool:
    """Whether what only columns of one kind hold is told, where it is wanted of a row."""
    roles = {cell.role for cell in row.cells if cell.column in chosen}
    found_by_it = row.key in chosen
    return found_by_it or not any(want in meant.wants and not _FITS[want].keys() & roles for want in _SOLE)


def _fits_kind(meant: Understanding, row: Row, chosen: Sequence[int]) -> bool:
    must = _MUST.get(meant.asked)
    roles = {cell.role: cell for cell in row.cells if cell.column in chosen}
    if meant.asked is Asked.FIGURE:
        return any(any(map(_counts, cell.text)) for cell in roles.values())
    return must is None or Want.FIELD in meant.wants or bool(must & roles.keys())


def _counts(char: str) -> bool:
    return char.isdigit() or char in "零一二三四五六七八九十百千万亿"


def _worth(meant: Understanding, concepts: Sequence[Concept], cell: RowCell, row: Row, *, by_key: bool) -> float:
    fits = [fit.get(cell.role, 0.0) for kind, fit in _FITS.items() if kind is meant.asked or kind in meant.wants.kinds]
    worth = max(fits, default=0.0) + NAMED * named(cell.header, concepts) * _said_of(cell.header, meant)
    if cell.role is ColumnRole.FIGURE and any(unit in cell.measure + cell.text for unit in meant.wants.units):
        worth += MEASURED
    worth += OF_KIND if Want.KIND in meant.wants and ends_with(cell.header.casefold(), "head_kind") else 0.0
    worth += SAID_ROLE if cell.role is said_role(meant) else 0.0
    return worth + (NAMES_ROWS if cell.column == row.key and not by_key else 0.0)


def _said_of(header: str, meant: Understanding) -> float:
    asked = "\0".join((meant.wants.said, *(s for c in meant.concepts for s in c.spellings)))
    return IN_PART + (1.0 - IN_PART) * pairs_held(without_brackets("".join(header.split())), asked)


def named(header: str, concepts: Sequence[Concept]) -> float:
    """How surely the name of a column says one of some concepts, 0 to 1."""
    if not header or not concepts:
        return 0.0
    return float(matches(concepts, [Place(header, "", "", "")]).most(concepts, TEXT)[0])


def said_role(meant: Understanding) -> ColumnRole | None:
    """What a question says that an office does, where it says so: lead, or help."""
    said = [role for want, role in _SAYS.items() if want in meant.wants]
    return said[0] if len(said) == 1 else None
