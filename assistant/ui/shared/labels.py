"""How plans, passages and shares are named on every page. Nothing here is markup, and nothing is escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from assistant.types import Citation
from assistant.ui.shared.i18n import words
from assistant.wording.short_places import short_place
from index.types import Document, Span

Plans = Mapping[str, Document]
"""The plans on file by document id."""

MAX_HINT_CHARS = 220
"""A quote shown on hover; the whole of it stands in the plan, one click away."""


def clip(text: str, limit_chars: int) -> str:
    """`text` on one line, cut with an ellipsis where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= limit_chars else line[: limit_chars - 1].rstrip() + "…"


def percent(share: float) -> int:
    """A share of 0 to 1 in whole percent; what lies outside is taken for the nearer end."""
    return round(100 * min(max(share, 0.0), 1.0))


def plan_title(plans: Plans, document_id: str, language: str, fallback: str = "") -> str:
    """The plan's title in the reader's language."""
    document = plans.get(document_id)
    if document is None:
        return fallback or document_id
    return (document.title_en if language == "en" else "") or document.title or document_id


def plan_label(document: Document, language: str) -> str:
    """Place and period in few characters: "克州 2024–2026"."""
    return f"{short_place(document, language)} {period_label(document)}".strip()


def plan_chips(plans: Plans, language: str) -> list[tuple[str, str]]:
    """(label, id) of each plan: its place alone where no other plan is of that place."""
    places = Counter(short_place(document, language) for document in plans.values())
    return [
        (place if places[place] == 1 else plan_label(document, language), document.id)
        for document in plans.values()
        for place in [short_place(document, language)]
    ]


def period_label(document: Document) -> str:
    """The years a plan covers, "2021–2025"; "" where it names none."""
    return "–".join(dict.fromkeys(str(year) for year in document.period)) if document.period else ""


def where(citation: Citation, language: str) -> str:
    """Section and page of a citation."""
    page = words(language, "page", page=citation.page) if citation.page else ""
    return " · ".join(part for part in (citation.section, page) if part)


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
