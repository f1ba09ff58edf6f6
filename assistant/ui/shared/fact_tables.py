"""Facts of one kind as a table: for the page and for export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from assistant.facts import KINDS, VIEWS, view_of
from assistant.file_names import file_name
from assistant.types import Language
from assistant.ui.shared.i18n import known, words
from assistant.ui.shared.labels import Plans
from assistant.wording.phrasebook import Phrase
from assistant.wording.short_names import short_name
from index.fact_types import Fact
from index.types import Span

MAX_NAMED = 3
"""More plans are counted in the name of a file."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact: the plan it is of, the passage it stands in, what its columns say."""

    plan: str
    span: Span
    values: tuple[str, ...]
    section: str = ""
    """The headings above it, outermost first."""


@dataclass(frozen=True, slots=True)
class FactTable:
    """Facts of one kind; the headings of `columns` stand over the values of each row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[FactRow, ...]

    @property
    def spoken(self) -> FactTable:
        """Without the columns in which no row says anything; the first always stands, as it heads the row."""
        used = [n for n in range(len(self.columns)) if n == 0 or any(row.values[n] for row in self.rows)]
        rows = (replace(row, values=tuple(row.values[n] for n in used)) for row in self.rows)
        return replace(self, columns=tuple(self.columns[n] for n in used), rows=tuple(rows))


def kind_titles(language: str) -> list[tuple[str, str]]:
    """(what facts of a kind are called, the kind), in the order in which they are shown."""
    return [(_said(VIEWS[kind].title, language), name) for name, kind in KINDS.items()]


def table_of(facts: Iterable[Fact], kind: str, plans: Plans, language: str) -> FactTable:
    """The facts, which are all of `kind`, as a table."""
    view = VIEWS[KINDS[kind]]
    spoken = Language(known(language))
    named = partial(short_name, plans, language=language)
    rows = (
        FactRow(named(fact.span.document_id), fact.span, view_of(fact).cells(spoken), " › ".join(view_of(fact).path))
        for fact in facts
    )
    columns = tuple(_said(column, language) for column in view.columns)
    return FactTable(_said(view.title, language), columns, tuple(rows))


def exported_rows(table: FactTable, language: str) -> tuple[tuple[str, ...], ...]:
    """A row of headers, then a row a fact: plan first, then its columns, section, source (document id and offsets) last."""
    heads = (words(language, "col_plan"), *table.columns, words(language, "col_section"), words(language, "col_source"))
    return (heads, *((row.plan, *row.values, row.section, _source(row.span)) for row in table.rows))


def table_file(table: FactTable, plans: Sequence[str], language: str, day: date, suffix: str) -> str:
    """What a file of the table is called: plans, kind and day ("克州-职责-2026-11-30.csv")."""
    if not plans:
        of = words(language, "all_plans_file")
    elif len(plans) > MAX_NAMED:
        of = words(language, "plans_file", count=len(plans))
    else:
        of = "+".join(plans)
    return file_name("-".join((of, table.title, day.isoformat())), suffix)


def _said(phrase: Phrase, language: str) -> str:
    return phrase[Language(known(language)) is Language.EN]


def _source(span: Span) -> str:
    return f"{span.document_id}:{span.start}-{span.end}"
