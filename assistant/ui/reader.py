"""Opening a plan, or one passage of it, in the reader."""

from __future__ import annotations

from assistant.ui import render
from assistant.ui.startup import Startup
from index.errors import PlansError, UnknownDocument
from index.types import Span


def open_passage(startup: Startup, document_id: str, start: int, end: int, language: str) -> str:
    """The plan with the passage marked; with `end` 0 the plan without a mark. A wrong address gives a kind notice."""
    try:
        indexed = startup.wait().index.document(document_id)
        if not 0 <= start <= end <= len(indexed.clean.text):
            raise UnknownDocument(f"{document_id}:{start}-{end}")
    except PlansError as exc:
        return render.missing_passage(str(exc), language)
    passage = Span(document_id, start, end) if end > start else None
    return render.document_page(indexed, passage, language)
