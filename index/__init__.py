"""Plan files to a searchable index: `index.build` makes and changes it, `Index` answers from it.

Names are imported when they are first used, so that `python -m index --help` waits for no library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.errors import PlansError
    from index.facts import DateExpression, dates, looks_back, plan_years
    from index.reading.sentences import split_sentences
    from index.settings import Settings, read_settings
    from index.store import Index
    from index.terms.segment import field_words, segment, words
    from index.types import (
        Cell,
        Chunk,
        CleanText,
        Deadline,
        Document,
        Duty,
        DutyBasis,
        Enumeration,
        Fact,
        IndexedDocument,
        Indicator,
        Level,
        ListItem,
        Person,
        Position,
        Section,
        SectionKind,
        Span,
        Status,
        Table,
        of_kind,
    )

__all__ = [
    "Cell",
    "Chunk",
    "CleanText",
    "DateExpression",
    "Deadline",
    "Document",
    "Duty",
    "DutyBasis",
    "Enumeration",
    "Fact",
    "Index",
    "IndexedDocument",
    "Indicator",
    "Level",
    "ListItem",
    "Person",
    "PlansError",
    "Position",
    "Section",
    "SectionKind",
    "Settings",
    "Span",
    "Status",
    "Table",
    "dates",
    "field_words",
    "looks_back",
    "of_kind",
    "plan_years",
    "read_settings",
    "segment",
    "split_sentences",
    "words",
]

_ELSEWHERE = {
    "DateExpression": "facts",
    "Index": "store",
    "PlansError": "errors",
    "Settings": "settings",
    "dates": "facts",
    "field_words": "terms.segment",
    "looks_back": "facts",
    "plan_years": "facts",
    "read_settings": "settings",
    "segment": "terms.segment",
    "split_sentences": "reading.sentences",
    "words": "terms.segment",
}  # every other name is a type and comes from `index.types`


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'index' has no attribute {name!r}")
    return getattr(import_module(f"index.{_ELSEWHERE.get(name, 'types')}"), name)
