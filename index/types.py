"""The values that flow through indexing, from a file to a searchable index.

Offsets are 0-based, half-open and count Unicode characters of the cleaned text of one document
(`CleanText.text`), which is the text readers see. Pages and ranks are 1-based. Scores: higher is better.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A contiguous piece of one document's cleaned text."""

    document_id: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.document_id == other.document_id and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.document_id == other.document_id and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of fault that cleaning took out of a text, and how often."""

    fault: str
    count: int


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text as readers see it; every later offset is in it."""

    document_id: str
    text: str
    page_starts: tuple[int, ...] = ()
    repairs: tuple[Repair, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The 1-based page on which `offset` lies; None where the file has no pages."""
        if not self.page_starts:
            return None
        return max(1, sum(1 for start in self.page_starts if start <= offset))


class Level(StrEnum):
    """The rank of the government that issued a plan."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Document:
    """One plan as the catalogue describes it. `places` are all spellings by which people name its place."""

    id: str
    title: str
    title_en: str
    file: str
    sha256: str
    place: str
    place_en: str
    places: tuple[str, ...]
    level: Level
    period: tuple[int, int] | None
    issuer: str = ""
    number: str = ""
    issued: str = ""
    source: str = ""
    rights: str = ""


class SectionKind(StrEnum):
    """What a section of a plan is."""

    DOCUMENT = "document"
    CHAPTER = "chapter"
    SECTION = "section"
    ITEM = "item"
    SUBITEM = "subitem"
    BOX = "box"
    TABLE = "table"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the section tree.

    `number` is as the plan writes it ("一、", "(二)", "11.", "专栏1"), `title` is the heading without its number
    ("" for an item that has none). `span` covers heading and body with all children; `body_start` is where the text
    after the heading begins.
    """

    kind: SectionKind
    number: str
    title: str
    span: Span
    body_start: int
    children: tuple[Section, ...] = ()

    @property
    def label(self) -> str:
        """Number and title as shown in a heading path."""
        return f"{self.number}{self.title}" if self.title else self.number.rstrip(".、．")


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `span` is None where the source has nothing there."""

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Table:
    """A rebuilt table: an extra reading of the text with spans, never a new text.

    `headers[i]` names column i; grouped headers are joined by a space ("死亡人数 2018"). Every row has as many cells as
    there are headers; the first column that holds words is the row's label.
    """

    caption: str
    span: Span
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stored passage: whole sentences or items, with the headings above them (outermost first)."""

    id: str
    span: Span
    heading_path: tuple[str, ...]
    text: str

    @property
    def searched(self) -> str:
        """The text that both retrievers index: headings, then the passage."""
        return "\n".join((*self.heading_path, self.text))


class DutyBasis(StrEnum):
    """Where in a plan a duty is stated."""

    TASK = "task"
    DIVISION = "division"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Duty:
    """Who answers for what. `units` lead, `support` are responsible beside them, `drafts` is the sub-plan they write.

    `leads` is False where the plan calls the units responsible and none of them the leading one.
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

    kind = "duty"


@dataclass(frozen=True, slots=True)
class Position:
    """One post in one office, as a plan writes them."""

    office: str
    post: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a plan with the posts held and the role in the body that the plan sets up."""

    span: Span
    name: str
    positions: tuple[Position, ...]
    role: str
    body: str
    as_written: str

    kind = "person"


class Status(StrEnum):
    """Whether a figure is aimed at or was reached."""

    TARGET = "target"
    ACHIEVED = "achieved"


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


Fact = Duty | Person | Indicator | Deadline | Enumeration


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """One plan with everything that was read out of it."""

    document: Document
    clean: CleanText
    root: Section
    tables: tuple[Table, ...]
    chunks: tuple[Chunk, ...]
    facts: tuple[Fact, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def body_start(self) -> int:
        """Where the first chapter begins; what stands before it is the document's own numbers, dates and senders."""
        return min((s.span.start for s in self.root.children if s.kind is SectionKind.CHAPTER), default=0)
