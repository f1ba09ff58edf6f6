"""The values that flow through indexing, from a file to a searchable index.

Offsets are 0-based, half-open and count Unicode characters of the cleaned text of one document
(`CleanText.text`), which is the text readers see. Pages and ranks are 1-based. Scores: higher is better.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntFlag, StrEnum, auto

PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")
"""Of files that hold pictures of pages, whose text is recognised."""
IN_FILE = "//"
"""Between the key of a file and the name of a paper in it: no path holds it."""
TRANSLATION_SUFFIX = ".en.tsv"
"""How the name of a file ends that holds English for Chinese, and is no paper."""


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
class MarkedHeading:
    """A piece of a text that its file marks as a heading (a style, a tag, larger letters); level 1 is the highest."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A piece of a text that was read from a picture.

    `page` is 1-based; `box` is left, top, right, bottom as shares (0 to 1) of the page as it is shown; `confidence` is 0 to 1.
    """

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text as readers see it; every later offset is in it.

    `recognised` and `headings` stand in the order of the text; `headings` serve to read the section tree and are not kept.
    """

    document_id: str
    text: str
    page_starts: tuple[int, ...] = ()
    repairs: tuple[Repair, ...] = ()
    recognised: tuple[RecognisedLine, ...] = ()
    headings: tuple[MarkedHeading, ...] = field(default=(), compare=False)

    def recognised_in(self, start: int, end: int) -> tuple[RecognisedLine, ...]:
        """The lines read from pictures of which a piece of the text holds some."""
        return tuple(line for line in self.recognised if line.start < end and start < line.end)

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


class PaperKind(StrEnum):
    """What kind of paper a document is, as offices tell them apart."""

    PLAN = "plan"
    ACTION_PLAN = "action-plan"
    WORK_POINTS = "work-points"
    NOTICE = "notice"
    FORWARDING = "forwarding"
    INTERPRETATION = "interpretation"
    REGULATION = "regulation"
    OPINION = "opinion"
    MEASURES = "measures"
    EMERGENCY_PLAN = "emergency-plan"
    DUTIES = "duties"
    BRIEFING = "briefing"
    MINUTES = "minutes"
    COMPILATION = "compilation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Document:
    """One paper as the catalogue, a person or the paper itself describes it.

    `places` are all spellings by which people name its place. `issued` and `in_force` are days (YYYY-MM-DD), "" where the
    paper does not tell; `part` tells it from its other parts ("上", "第二册"). `paper` is its name among the papers of its
    file, "" where it is the only one.
    """

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
    kind: PaperKind = PaperKind.OTHER
    in_force: str = ""
    part: str = ""
    paper: str = ""

    @property
    def key(self) -> str:
        """What it is kept under: the key of its file, with its name in that where the file holds several papers."""
        return f"{self.file}{IN_FILE}{self.paper}" if self.paper else self.file

    def __hash__(self) -> int:
        """By its id alone, which is enough to tell documents apart: what is kept for a thousand is looked up at once."""
        return hash(self.id)


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

    def under_heading(self, sentence: Span) -> str:
        """What a sentence's vector is made of: the heading right above it, and its text."""
        start = self.span.start
        heading = self.heading_path[-1] if self.heading_path else ""
        return f"{heading} {self.text[sentence.start - start : sentence.end - start]}"


class Trait(IntFlag):
    """What a text tells, whatever is asked of it; stored as one number."""

    FIGURE = auto()
    """A count, a share or a bound."""
    DATED = auto()
    DAY = auto()
    """A date with its month."""
    YEAR = auto()
    OFFICE = auto()
    """An office, or a word that puts one in charge."""
    LISTED = auto()
    """Things one after another."""
    LEADS_IN = auto()
    """It ends with a colon: what follows says it."""
    SHORT = auto()
    LOOKS_BACK = auto()
    """It stands under a heading that tells what was."""
    OF_PEOPLE = auto()
    """A line of a list of people, who are facts of their own."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage that may answer a question, with what ranking needs to know of it."""

    span: Span
    chunk_id: str
    traits: Trait
