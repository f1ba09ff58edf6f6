"""The typed facts behind an answer: those that stand inside what it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.facts import view_of
from assistant.types import Answer
from index.errors import UnknownDocument
from index.fact_types import Fact
from index.types import Span

if TYPE_CHECKING:
    from index import Index


def cited_facts(answer: Answer, index: Index) -> tuple[Fact, ...]:
    """Every fact whose text lies in one of the quotes, and the rest of a row of which a cell is quoted.

    By document and place; none where a plan has gone since.
    """
    facts: dict[tuple[str, Span, str], Fact] = {}
    for citation in answer.citations:
        try:
            document = index.document(citation.document)
        except UnknownDocument:
            continue
        quoted = Span(citation.document, citation.start, citation.end)
        inside = [fact for fact in document.facts if quoted.contains(fact.span)]
        rows = {_row(fact) for fact in inside} - {None}
        for fact in document.facts:
            if fact in inside or _row(fact) in rows:
                facts.setdefault((fact.kind, fact.span, repr(fact)), fact)
    return tuple(sorted(facts.values(), key=lambda fact: (fact.span, fact.kind)))


def _row(fact: Fact) -> tuple[str, ...] | None:
    """What names a row of a table: the headings above it and its label; None for what stands in no table."""
    view = view_of(fact)
    return (*view.path, view.row) if view.row else None
