"""What each column of a table holds, by votes: the words of its name count, and so do its cells.

A column called 单位 holds offices in one table and measures in the next; one called 承办 or not at all is known by its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from index.fact_types import ColumnRole
from index.facts.dates import periods, year_span
from index.facts.labelled import Label, label_kind
from index.facts.offices import units_of
from index.facts.quantities import is_measure
from index.reading.grids import is_title_row
from index.terms.lexicon import contains, ends_with, is_han_name, is_office
from index.types import Table

NAME_ENDS, NAME_HOLDS = 1.0, 0.6
"""What the name of a column counts that ends with a word of the role, or holds one."""
DENIED = 0.5
"""What is left of that where no cell at all bears it out."""
LEAST = 0.55
"""A column with fewer votes for every role holds text; one sure word, or most of its cells, are more."""
LEAST_DIGITS, MOST_FIGURE_CHARS = 7, 14
"""The shortest telephone number, and the longest cell that is a figure with its unit."""

_NAMED: Mapping[ColumnRole, tuple[str, ...]] = {
    ColumnRole.NUMBER: ("head_number",),
    ColumnRole.MATTER: ("head_matter", "matters"),
    ColumnRole.UNIT: ("head_unit",),
    ColumnRole.PERSON: ("head_person",),
    ColumnRole.POST: ("head_post",),
    ColumnRole.PHONE: ("head_phone",),
    ColumnRole.LIMIT: ("head_limit",),
    ColumnRole.FIGURE: ("head_figure",),
    ColumnRole.MEASURE: ("head_measure", "head_unit"),
    ColumnRole.PLACE: ("head_place",),
}
_BY_LABEL = {
    Label.LEADING: ColumnRole.LEADING,
    Label.ANSWERING: ColumnRole.ANSWERING,
    Label.HELPING: ColumnRole.HELPING,
    Label.LIMIT: ColumnRole.LIMIT,
    Label.PERSON: ColumnRole.PERSON,
}
TABLES_KEPT = 64
"""Each reader of facts asks for the columns of the same tables."""
_OF_UNITS = (ColumnRole.LEADING, ColumnRole.ANSWERING, ColumnRole.HELPING, ColumnRole.UNIT)


@lru_cache(maxsize=TABLES_KEPT)
def roles_of(table: Table) -> tuple[ColumnRole, ...]:
    """The role of each column."""
    rows = [row for row in table.rows if not is_title_row(row)]
    columns = [[row[i].text for row in rows if row[i].text] for i in range(len(table.headers))]
    roles = tuple(_role(header, cells) for header, cells in zip(table.headers, columns, strict=True))
    if ColumnRole.MEASURE not in roles:
        return roles
    told = zip(roles, table.headers, columns, strict=True)
    return tuple(ColumnRole.TEXT if _specifies(*one) else one[0] for one in told)


def _specifies(role: ColumnRole, header: str, cells: Sequence[str]) -> bool:
    """Whether a column that is taken for figures by its cells alone tells of what kind things are."""
    return role is ColumnRole.FIGURE and _of_name(header).get(role) != NAME_ENDS and tells_kinds(cells)


def tells_kinds(cells: Sequence[str]) -> bool:
    """Whether cells beside a column of units tell of what kind things are ("8人座", "60×100厘米"): most bring their own."""
    kinds = [cell for cell in cells if cell[0].isdigit() and not is_bare_figure(cell) and cell[-1] not in "%‰"]
    return 2 * len(kinds) > len(cells)


def measured_columns(roles: Sequence[ColumnRole]) -> frozenset[int]:
    """The columns of figures that the column of units measures: the one before it (数量 | 单位), else all behind it."""
    figures = [i for i, role in enumerate(roles) if role is ColumnRole.FIGURE]
    if ColumnRole.MEASURE not in roles:
        return frozenset()
    beside = roles.index(ColumnRole.MEASURE) - 1
    return frozenset([beside] if beside in figures else figures)


def is_bare_figure(cell: str) -> bool:
    """Whether a cell is a number without its unit: "≥95", "1,200", "3.5"."""
    number = cell.lstrip("≤≥<>＜＞ ")
    return number[:1].isdecimal() and number[-1].isdecimal() and not set(number) - set("0123456789.,， ")


def _role(header: str, cells: Sequence[str]) -> ColumnRole:
    votes = _of_name(header)
    held = {role: _share(cells, test) for role, test in _HOLDS.items()}
    held |= {role: held[ColumnRole.UNIT] for role in _OF_UNITS}
    for role, share in held.items():
        named = votes.get(role, 0.0)
        if named and cells and not share and not _is_english(cells):
            named *= DENIED
        # Offices of which nothing tells what they do are only called offices.
        told = named > 0.0 or role not in _OF_UNITS or role is ColumnRole.UNIT
        votes[role] = named + share if told else 0.0
    best = max(votes, key=lambda role: (votes[role], role in _BY_LABEL.values()))
    return best if votes[best] >= LEAST else ColumnRole.TEXT


def _of_name(header: str) -> dict[ColumnRole, float]:
    """What the name of a column says: its last part, since groups name several, without what stands in brackets."""
    name = _last_part(header).casefold()
    votes = {role: NAME_ENDS for role, groups in _NAMED.items() if ends_with(name, *groups)}
    for role, groups in _NAMED.items():
        if role not in votes and contains(name, *groups):
            votes[role] = NAME_HOLDS
    label = label_kind(name) or label_kind(header.replace(" ", ""))
    if label:
        votes[_BY_LABEL[label]] = NAME_ENDS
    return votes


def _last_part(header: str) -> str:
    parts = header.split(" ")
    name = parts[-1] if any(map(str.isalpha, parts[-1])) and not header.isascii() else header
    return name.partition("(")[0].partition("（")[0] or name


def _is_english(cells: Sequence[str]) -> bool:
    """Whether cells are in English, whose dates, offices and names are not read."""
    return any(map(str.isalpha, "".join(cells))) and all(map(str.isascii, cells))


def _share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells) if cells else 0.0


def _is_number(cell: str) -> bool:
    return cell.isdecimal() and len(cell) < LEAST_DIGITS


def _are_offices(cell: str) -> bool:
    """Whether a cell names offices; half of them may be called together only: "县公安局、各乡镇"."""
    units = units_of(cell)
    return 2 * sum(map(is_office, units)) >= max(len(units), 1)


def _are_names(cell: str) -> bool:
    names = cell.replace("，", "、").replace(",", "、").split("、")
    return all("·" in name or is_han_name(name.strip()) for name in names)


def is_phone(cell: str) -> bool:
    """Whether a cell holds a telephone number and nothing else: "0871-6601234", "13912345678"; not "2024-03-22", "2026—2028"."""
    digits = sum(map(str.isdigit, cell))
    others = set(cell) - set("0123456789-—()（） 、/转;；,，")
    return digits >= LEAST_DIGITS and not others and not _tells_time(cell)


def _tells_time(cell: str) -> bool:
    return bool(periods(cell) or year_span(cell))


def _is_limit(cell: str) -> bool:
    return _tells_time(cell) or cell.startswith(("每", "长期", "持续", "立即"))


def _is_figure(cell: str) -> bool:
    bare = cell.lstrip("≤≥<>＜＞约-— ")
    return bare[:1].isdigit() and len(cell) <= MOST_FIGURE_CHARS and not is_phone(cell) and not _tells_time(cell)


_HOLDS: Mapping[ColumnRole, Callable[[str], bool]] = {
    ColumnRole.UNIT: _are_offices,
    ColumnRole.PERSON: _are_names,
    ColumnRole.POST: lambda cell: ends_with(cell, "posts", "roles"),
    ColumnRole.PHONE: is_phone,
    ColumnRole.LIMIT: _is_limit,
    ColumnRole.FIGURE: _is_figure,
    ColumnRole.MEASURE: is_measure,
}

# --- which column names the rows --------------------------------------------------------------------------------------

_NO_NAMES = (ColumnRole.NUMBER, ColumnRole.FIGURE, ColumnRole.LIMIT, ColumnRole.PHONE, ColumnRole.MEASURE)
MATTER_BONUS, ACTOR_MALUS, LATER_MALUS, LONG_MALUS = 0.5, 0.4, 0.2, 0.3
"""Beside how far its cells differ and are filled (0 to 1 each): a column called after matters names rows rather than one of
who answers for them, an earlier one rather than a later, a short cell rather than a sentence."""
LONG_CHARS = 24


def key_column(table: Table, roles: Sequence[ColumnRole]) -> int:
    """The column whose cells name the rows; the first where none does."""
    rows = [row for row in table.rows if not is_title_row(row)]

    def worth(column: int) -> float:
        cells = [row[column].text for row in rows if row[column].text]
        if not cells:
            return float("-inf")
        role = roles[column]
        told = len(set(cells)) / len(cells) + len(cells) / len(rows) - LATER_MALUS * column
        told += MATTER_BONUS if role is ColumnRole.MATTER else 0.0
        told -= ACTOR_MALUS if role in (ColumnRole.LEADING, ColumnRole.ANSWERING, ColumnRole.HELPING) else 0.0
        return told - (LONG_MALUS if sum(map(len, cells)) / len(cells) > LONG_CHARS else 0.0)

    naming = [column for column, role in enumerate(roles) if role not in _NO_NAMES]
    return max(naming, key=lambda column: (worth(column), -column), default=0)
