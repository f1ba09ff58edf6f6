"""Facts of one type as a table: for the page and for export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.ui.shared.i18n import words
from assistant.ui.shared.labels import Plans, plan_label
from index.types import Deadline, Duty, Enumeration, Fact, Indicator, Person, Span

_COLUMNS: dict[str, tuple[str, ...]] = {
    Duty.kind: ("col_what", "col_units", "col_support", "col_drafts"),
    Person.kind: ("col_name", "col_posts", "col_role", "col_body"),
    Indicator.kind: ("col_indicator", "col_value", "col_period", "col_baseline", "col_status"),
    Deadline.kind: ("col_what", "col_when", "col_who"),
    Enumeration.kind: ("col_head", "col_items"),
}
KINDS = tuple(_COLUMNS)


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact: the plan it is of, the passage it stands in, what its columns say."""

    plan: str
    span: Span
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactTable:
    """Facts of one kind; `columns` are keys of words, and stand over the values of each row."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[FactRow, ...]

    @property
    def spoken(self) -> FactTable:
        """Without the columns in which no row says anything; the first always stands, as it heads the row."""
        used = [n for n in range(len(self.columns)) if n == 0 or any(row.values[n] for row in self.rows)]
        rows = (FactRow(row.plan, row.span, tuple(row.values[n] for n in used)) for row in self.rows)
        return FactTable(self.kind, tuple(self.columns[n] for n in used), tuple(rows))


def table_of(facts: Iterable[Fact], kind: str, plans: Plans, language: str) -> FactTable:
    """The facts, which are all of `kind`, as a table."""
    rows = (FactRow(_plan(fact, plans, language), fact.span, _values(fact, language)) for fact in facts)
    return FactTable(kind, _COLUMNS[kind], tuple(rows))


def exported_rows(table: FactTable, language: str) -> tuple[tuple[str, ...], ...]:
    """A row of headers, then a row a fact: plan first, source (document id and offsets) last."""
    heads = tuple(words(language, name) for name in ("col_plan", *table.columns, "col_source"))
    return (heads, *((row.plan, *row.values, _source(row.span)) for row in table.rows))


def _source(span: Span) -> str:
    return f"{span.document_id}:{span.start}-{span.end}"


def _plan(fact: Fact, plans: Plans, language: str) -> str:
    document = plans.get(fact.span.document_id)
    return plan_label(document, language) if document else fact.span.document_id


def _values(fact: Fact, language: str) -> tuple[str, ...]:
    match fact:
        case Duty():
            return fact.what, "、".join(fact.units), "、".join(fact.support), fact.drafts
        case Person():
            posts = ";".join(f"{position.office}{position.post}" for position in fact.positions)
            return fact.name, posts, fact.role, fact.body
        case Indicator():
            status = words(language, f"status_{fact.status}")
            return fact.name, fact.value, fact.period, fact.baseline, status
        case Deadline():
            return fact.what, fact.when, fact.who
        case Enumeration():
            return fact.head, ";".join(member.text for member in fact.items)
