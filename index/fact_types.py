"""The kinds of fact: typed statements read out of a plan. `Fact` at the end names them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from index.types import Span


class DutyBasis(StrEnum):
    """Where in a plan a duty is stated; a division tells it of offices, a role's row of posts and groups."""

    TASK = "task"
    DIVISION = "division"
    ROLE = "role"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Duty:
    """Who answers for what. `units` lead, `support` are responsible beside them, `drafts` is the sub-plan they write.

    `leads` is False where the plan calls the units responsible and none of them the leading one, `helping` is True where it
    says of the supporting ones that they help, not that they are responsible.
    """

    span: Span
    what: str
    units: tuple[str, ...]
    support: tuple[str, ...]
    drafts: str
    basis: DutyBasis
    number: str
    heading_path: tuple[str, ...]
    leads: bool = True
    helping: bool = False

    kind = "duty"


@dataclass(frozen=True, slots=True)
class Position:
    """One post in one office, as a plan writes them."""

    office: str
    post: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the posts held and the role in the body that a plan sets up; "" for the name where it names the post only.

    `pinyin` are the spellings by which an English question may name the person, lower case ("wanghaijiang wang haijiang …").
    """

    span: Span
    name: str
    positions: tuple[Position, ...]
    role: str
    body: str
    as_written: str
    pinyin: str

    kind = "person"

    @property
    def is_listed(self) -> bool:
        """Whether it is told whole by name and posts; who has no name or an English one is left to the sentence."""
        return bool(self.name) and not self.name.isascii()


class Status(StrEnum):
    """Whether a figure is aimed at, was reached or is laid down by a rule."""

    TARGET = "target"
    ACHIEVED = "achieved"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure: what is measured, its value as written, and for when.

    `value` keeps direction and unit ("下降15%", "≥95%", "控制在0.2以下", "零发生"; "" where the source leaves the cell
    blank). `period` is as written; `years` are the calendar years it names; `baseline` is what it is compared with.
    `row` and `column` are set for a table cell.
    """

    span: Span
    name: str
    value: str
    period: str
    years: tuple[int, ...]
    baseline: str
    status: Status
    row: str
    column: str
    heading_path: tuple[str, ...]

    kind = "indicator"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What must be done by when. `when` is as written, `date` the last day it allows as YYYY, YYYY-MM or YYYY-MM-DD.

    `date` is "" for a recurring deadline ("每季度最后一个月的20日").
    """

    span: Span
    what: str
    when: str
    date: str
    who: str
    heading_path: tuple[str, ...]

    kind = "deadline"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One member of an enumeration."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Enumeration:
    """What a heading or sentence lists, in order."""

    span: Span
    head: str
    items: tuple[ListItem, ...]
    heading_path: tuple[str, ...]

    kind = "enumeration"


class ColumnRole(StrEnum):
    """What a column of a table holds, by its name and its cells; a group of `index/terms/lexicon.toml` names most of them."""

    NUMBER = "number"
    MATTER = "matter"
    LEADING = "leading"
    ANSWERING = "answering"
    HELPING = "helping"
    UNIT = "unit"
    """Offices of which the column does not say what they do."""
    PERSON = "person"
    POST = "post"
    PHONE = "phone"
    LIMIT = "limit"
    """Dates, periods and what stands for them ("每季度末")."""
    FIGURE = "figure"
    MEASURE = "measure"
    PLACE = "place"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class RowCell:
    """A cell of a row below the name of its column; `measure` is the unit of a bare figure, "" where none is told."""

    text: str
    span: Span
    header: str
    role: ColumnRole
    column: int
    measure: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, as it stands: its filled cells from left to right, those of merged cells too.

    `key` is the column whose cells name the rows. `headers` name all columns of the table; `table` is its caption, `group`
    the title over the rows that this is one of ("一、夯实基础"). Personal telephone numbers are left out.
    """

    span: Span
    cells: tuple[RowCell, ...]
    key: int
    headers: tuple[str, ...]
    table: str
    group: str
    heading_path: tuple[str, ...]

    kind = "row"

    @property
    def name(self) -> str:
        """What names the row: its cell in the column of names, "" where that is blank."""
        return next((cell.text for cell in self.cells if cell.column == self.key), "")


Fact = Duty | Person | Indicator | Deadline | Enumeration | Row


_F = TypeVar("_F", bound=Fact)


def of_kind(kind: type[_F], facts: Iterable[Fact]) -> tuple[_F, ...]:
    """The facts of one kind (`Duty`, `Person`, …), in their order."""
    return tuple(fact for fact in facts if isinstance(fact, kind))
