"""What is to be known of a fact whatever its kind: when it answers, by which words it is found, how it is said and shown.

A kind of fact has one view, a subclass in a module of its own that is called like the kind and so found by
`assistant.facts`. What a view must say is abstract here; the rest has the answer that holds for most kinds.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

from assistant.types import Asked, Concept, Language, Place
from assistant.wording.english_clauses import nearest
from assistant.wording.phrasebook import Phrase
from assistant.wording.quoting import ended, flat, is_english, shortened
from index.fact_types import DutyBasis, Fact, Indicator, Person, Status
from index.translation.english import English

AnyFact = TypeVar("AnyFact", bound=Fact | None, covariant=True)


class Extent(StrEnum):
    """What belongs with the best evidence: nothing, its row, its peers, rows that tell the same, sentences beside it."""

    WHOLE = "whole"
    ROW = "row"
    PEERS = "peers"
    ALIKE = "alike"
    SENTENCES = "sentences"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a fact tells, by where that must stand in the plan; blanks, widths and empty texts do not count.

    `quoted` stand as they are in the fact's own text; `around` there, in the text before, where headings stand, roles of
    lists and columns of tables, or in the rest of the line; `rebuilt` have all their characters in the fact's text, in
    order, or stand as they are around it.
    """

    quoted: tuple[str, ...] = ()
    rebuilt: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactView(ABC, Generic[AnyFact]):
    """A fact as the program sees it. Texts are in Chinese, as the plan writes them, unless a language is given."""

    fact: AnyFact

    title: ClassVar[Phrase]
    """What facts of the kind are called above a table of them."""
    columns: ClassVar[tuple[Phrase, ...]]
    """The headings of that table; `cells` fills them."""
    answers: ClassVar[frozenset[Asked]] = frozenset(Asked)
    """The kinds of question for which facts of the kind are looked up."""
    extent: ClassVar[Extent] = Extent.SENTENCES

    @property
    @abstractmethod
    def place(self) -> Place | None:
        """The words it is found by; None for a fact that is left to the sentence it stands in."""

    @abstractmethod
    def cells(self, language: Language) -> tuple[str, ...]:
        """Its row of the table, a text for each of `columns`."""

    @property
    @abstractmethod
    def path(self) -> tuple[str, ...]:
        """The headings above it, outermost first."""

    def placed(self, text: str, nearby: str = "") -> Place:
        """The place of words that stand under its headings."""
        heading = self.path[-1] if self.path else ""
        return Place(text, heading, " ".join(self.path[:-1]), nearby)

    def zh(self, quote: str, concepts: tuple[Concept, ...]) -> str:
        """It in Chinese; `quote` is its text as cited, `concepts` what the question speaks of. English is quoted as such."""
        text = self.quoted(quote, concepts)
        return f"英文原文“{text}”。" if is_english(text) else text

    def en(self, quote: str, concepts: tuple[Concept, ...], english: English) -> str:
        """It in English as it was translated; a gloss, marked as one, with the Chinese in brackets where it was not."""
        return nearest(flat(quote), concepts, english)

    def quoted(self, quote: str, concepts: tuple[Concept, ...]) -> str:
        """Its text as cited, on one line, a long one cut to the clauses nearest the question."""
        return ended(shortened(flat(quote), concepts))

    @property
    def matter(self) -> str:
        """What it is about, as text in which topics are looked for."""
        return ""

    @property
    def actors(self) -> tuple[str, ...]:
        """The offices that have to act."""
        return ()

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices that a person holds posts in."""
        return ()

    @property
    def years(self) -> frozenset[int]:
        """The years it is for; empty where it names none itself."""
        return frozenset()

    @property
    def status(self) -> Status | None:
        """Whether it tells what is aimed at or what was; None where only its headings tell."""
        return None

    @property
    def basis(self) -> DutyBasis | None:
        """Where a duty is stated; None for what is no duty."""
        return None

    @property
    def person(self) -> Person | None:
        """The person it is about."""
        return None

    @property
    def cell(self) -> Indicator | None:
        """The figure, where it stands in a table."""
        return None

    @property
    def row(self) -> str:
        """The label of its row of a table; "" for what stands in none."""
        return self.cell.row if self.cell else ""

    @property
    def is_total(self) -> bool:
        """Whether it stands in the row of a table that counts all others."""
        return False

    @property
    def blank(self) -> str:
        """The name of a table's cell in which nothing stands ("煤矿 2025年"); "" for everything else."""
        return ""

    @property
    def told(self) -> str:
        """A cell's figure with what it counts ("125起"), which its own text does not put together."""
        return ""

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """The figures of cells, each with all that says what it is of: row, column, period."""
        return ()

    @property
    def holders(self) -> tuple[tuple[str, str], ...]:
        """The people and offices that it tells apart, each with what it tells of that one and of no other."""
        return ()

    @property
    def claims(self) -> Claims:
        """The names, offices, dates and values that it tells, each of which must stand in the plan beside it."""
        return Claims()

    @property
    def grounds(self) -> tuple[str, ...]:
        """What a statement may take numbers from beside the quote and the headings."""
        return ()
