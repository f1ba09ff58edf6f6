"""Facts of one type as a table: for the page and for export."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from assistant.ui.i18n import words
from assistant.ui.render.parts import Plans, clip, opens, plan_label
from index.types import Deadline, Duty, Enumeration, Fact, Indicator, Person

MAX_ROWS_SHOWN = 200

_COLUMNS: dict[str, tuple[str, ...]] = {
    Duty.kind: ("col_what", "col_units", "col_support", "col_drafts"),
    Person.kind: ("col_name", "col_posts", "col_role", "col_body"),
    Indicator.kind: ("col_indicator", "col_value", "col_period", "col_baseline", "col_status"),
    Deadline.kind: ("col_what", "col_when", "col_who"),
    Enumeration.kind: ("col_head", "col_items"),
}
KINDS = tuple(_COLUMNS)


def fact_rows(facts: Iterable[Fact], kind: str, plans: Plans, language: str) -> tuple[tuple[str, ...], ...]:
    """A row of headers, then a row a fact: plan first, source (document id and offsets) last. Not escaped."""
    names = ("col_plan", *_COLUMNS[kind], "col_source")
    rows = [tuple(words(language, name) for name in names)]
    for fact in facts:
        source = f"{fact.span.document_id}:{fact.span.start}-{fact.span.end}"
        rows.append((_plan(fact, plans, language), *_values(fact, language), source))
    return tuple(rows)


def fact_table(facts: tuple[Fact, ...], kind: str, plans: Plans, language: str) -> str:
    """The facts as a table in which every row opens its passage."""
    count = words(language, "fact_count", count=len(facts))
    if not facts:
        return f'<p class="empty">{words(language, "fact_none")}</p>'
    more = words(language, "fact_more", shown=MAX_ROWS_SHOWN) if len(facts) > MAX_ROWS_SHOWN else ""
    lines = fact_lines(facts[:MAX_ROWS_SHOWN], kind, plans, language)
    return f'<p class="count" role="status">{count} {more}</p>{lines}'


def fact_lines(facts: tuple[Fact, ...], kind: str, plans: Plans, language: str) -> str:
    """The table alone, of all the facts given."""
    rows = [_values(fact, language) for fact in facts]
    # A column in which no row says anything is left out; the first always stands, as it heads the row.
    used = [i for i in range(len(_COLUMNS[kind])) if i == 0 or any(row[i] for row in rows)]
    names = ("col_plan", *(_COLUMNS[kind][i] for i in used))
    head = "".join(f'<th scope="col">{words(language, name)}</th>' for name in names)
    head += f'<th scope="col"><span class="sr">{words(language, "col_source")}</span></th>'
    body = "".join(_row(fact, [row[i] for i in used], plans, language) for fact, row in zip(facts, rows, strict=True))
    return (
        f'<div class="table facts" tabindex="0" role="region" aria-label="{words(language, f"kind_{kind}")}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(fact: Fact, values: list[str], plans: Plans, language: str) -> str:
    first, *others = values
    cells = f'<th scope="row" lang="zh">{escape(first)}</th>' + "".join(
        f'<td lang="zh">{escape(value)}</td>' for value in others
    )
    label = words(language, "open")
    name = escape(f"{label}: {clip(first, 40)}")
    button = f'<button type="button" class="tool" {opens(fact.span)} aria-label="{name}">{label}</button>'
    return f'<tr><td class="plan">{escape(_plan(fact, plans, language))}</td>{cells}<td>{button}</td></tr>'


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
