"""How plans, passages and shares are named on every page. Nothing here is markup, and nothing is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from assistant.types import Citation, Language
from assistant.ui.shared.i18n import words
from index import shown_english_titles, shown_titles
from index.types import Document, Span

Plans = Mapping[str, Document]
"""The plans on file by document id."""

MAX_HINT_CHARS = 220
"""A quote shown on hover; the whole of it stands in the plan, one click away."""
_KEPT_STATES = 8  # of the documents on file, in either language: a reader or two may look at an older one


def clip(text: str, limit_chars: int) -> str:
    """`text` on one line, cut with an ellipsis where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= limit_chars else line[: limit_chars - 1].rstrip() + "…"


def percent(share: float) -> int:
    """A share of 0 to 1 in whole percent; what lies outside is taken for the nearer end."""
    return round(100 * min(max(share, 0.0), 1.0))


def plan_title(plans: Plans, document_id: str, language: str, fallback: str = "") -> str:
    """The plan's title in the reader's language, with what tells it from others of that title on file."""
    return _titles(tuple(plans.values()), language).get(document_id) or fallback or document_id


@lru_cache(maxsize=_KEPT_STATES)
def _titles(documents: tuple[Document, ...], language: str) -> Mapping[str, str]:
    return (shown_english_titles if language == Language.EN else shown_titles)(documents)


def where(citation: Citation, language: str) -> str:
    """Section and page of a citation, and whether it or its English is to be checked against the original."""
    page = words(language, "page", page=citation.page) if citation.page else ""
    unsure = words(language, "read_by_machine") if citation.unsure else ""
    unchecked = words(language, "translated_by_machine") if citation.by_machine else ""
    return " · ".join(part for part in (citation.section, page, unsure, unchecked) if part)


def citation_place(citation: Citation, plans: Plans, language: str) -> str:
    """Plan, section and page of a citation."""
    title = plan_title(plans, citation.document, language, citation.title)
    return f"{title} · {where(citation, language)}".strip(" ·")


def quoted(citation: Citation) -> Span:
    """The passage that a citation quotes."""
    return Span(citation.document, citation.start, citation.end)


def opens(span: Span, place: str = "", quote: str = "") -> dict[str, object]:
    """The attributes that make an element open a passage, with what is shown on hover."""
    return {
        "data-doc": span.document_id,
        "data-start": span.start,
        "data-end": span.end,
        "data-where": place or None,
        "data-quote": clip(quote, MAX_HINT_CHARS) or None,
    }
