"""Statements: each piece of evidence in words, as the view of its fact says it."""

from __future__ import annotations

from assistant.facts import view_of
from assistant.facts.duty import DutyView, tasks_en, tasks_zh
from assistant.facts.indicator import row_en, row_zh
from assistant.facts.row import RowView, rows_en, rows_zh
from assistant.types import Concept, Evidence, Language, Statement
from index import DutyBasis
from index.translation.english import English


def statements(
    chosen: tuple[Evidence, ...], concepts: tuple[Concept, ...], language: Language, english: English
) -> tuple[Statement, ...]:
    """One statement for each piece of evidence; cells of a row, tasks of an office, rows that tell the same become one.

    `concepts` are what was asked for.
    """
    zh = language is Language.ZH
    cells = [cell for evidence in chosen if (cell := view_of(evidence.fact).cell)]
    if len(cells) == len(chosen) > 1:
        return (Statement(row_zh(cells) if zh else row_en(cells, english), chosen),)
    views = [view_of(evidence.fact) for evidence in chosen]
    tasks = [view for view in views if isinstance(view, DutyView) and view.basis is DutyBasis.TASK]
    if len(tasks) == len(chosen) > 1:
        quotes = [evidence.text for evidence in chosen]
        return (Statement(tasks_zh(tasks, quotes) if zh else tasks_en(tasks, quotes, english), chosen),)
    rows = [view.fact for view in views if isinstance(view, RowView)]
    if len(rows) == len(chosen) > 1:
        return (Statement(rows_zh(rows) if zh else rows_en(rows, english), chosen),)
    return tuple(
        Statement(view.zh(e.text, concepts) if zh else view.en(e.text, concepts, english), (e,))
        for e, view in zip(chosen, views, strict=True)
    )
