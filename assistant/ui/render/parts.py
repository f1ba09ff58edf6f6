"""Small pieces of markup that several pages use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape

from index.types import Document, Span

Plans = Mapping[str, Document]
"""The plans on file by document id."""

MAX_HINT_CHARS = 220
"""A quote shown on hover; the whole of it stands in the plan, one click away."""

_ICONS = {
    "copy": "M9 9h10v10H9z M5 15V5h10",
    "link": "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1 M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
    "close": "M6 6l12 12 M18 6L6 18",
    "edit": "M5 19l1-4L16 5l3 3L9 18z",
    "up": "M6 15l6-6 6 6",
    "down": "M6 9l6 6 6-6",
    "back": "M14 6l-6 6 6 6",
    "on": "M10 6l6 6-6 6",
    "theme": "M12 4a8 8 0 1 0 0 16z M12 4a8 8 0 0 1 0 16",
    "list": "M5 7h14 M5 12h14 M5 17h9",
    "right": "M7 11v8H4v-8z M7 11l4-7a2 2 0 0 1 2 2v4h5a2 2 0 0 1 2 2l-1 5a2 2 0 0 1-2 2H7",
    "wrong": "M17 13V5h3v8z M17 13l-4 7a2 2 0 0 1-2-2v-4H6a2 2 0 0 1-2-2l1-5a2 2 0 0 1 2-2h10",
    "again": "M19 12a7 7 0 1 1-2-5 M18 3v5h-5",
    "print": "M7 9V4h10v5 M7 17H4v-7h16v7h-3 M7 14h10v6H7z",
    "chats": "M5 5h14v11H10l-5 4z",
    "image": "M6 4h8l4 4v12H6z M14 4v4h4 M9 13h6 M9 16h6",
    "bin": "M5 7h14 M10 7V4h4v3 M7 7l1 13h8l1-13",
    "download": "M12 4v11 M7 11l5 5 5-5 M5 20h14",
}


def icon(name: str) -> str:
    """A line drawing that takes the colour of the text beside it; hidden from screen readers."""
    return (
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{_ICONS[name]}"/></svg>'
    )


def icon_button(drawing: str, label: str, attributes: str, kind: str = "quiet") -> str:
    """A button that shows a drawing only; `label` names it on hover and for screen readers."""
    named = f'aria-label="{escape(label)}" title="{escape(label)}"'
    return f'<button type="button" class="{kind}" {attributes} {named}>{icon(drawing)}</button>'


def tool_button(drawing: str, label: str, attributes: str, kind: str = "tool") -> str:
    """A small button of a drawing and a word."""
    return f'<button type="button" class="{kind}" {attributes}>{icon(drawing)}<span>{escape(label)}</span></button>'


def clip(text: str, limit_chars: int) -> str:
    """`text` on one line, cut with an ellipsis where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= limit_chars else line[: limit_chars - 1].rstrip() + "…"


def plan_title(plans: Plans, document_id: str, language: str, fallback: str = "") -> str:
    """The plan's title in the reader's language (not escaped)."""
    document = plans.get(document_id)
    if document is None:
        return fallback or document_id
    return (document.title_en if language == "en" else "") or document.title or document_id


def plan_label(document: Document, language: str) -> str:
    """Place and period in few characters: "克州 2024–2026" (not escaped)."""
    return f"{short_place(document, language)} {period_label(document)}".strip()


def plan_chips(plans: Plans, language: str) -> list[tuple[str, str]]:
    """(label, id) of each plan: its place alone where no other plan is of that place (not escaped)."""
    places = Counter(short_place(document, language) for document in plans.values())
    return [
        (place if places[place] == 1 else plan_label(document, language), document.id)
        for document in plans.values()
        for place in [short_place(document, language)]
    ]


def short_place(document: Document, language: str) -> str:
    """Not escaped: the place in English, or its shortest Chinese spelling of two characters or more: "克州", "昆明"."""
    if language == "en":
        return document.place_en or document.id
    spellings = [name for name in document.places if len(name) > 1 and not name.isascii()]
    return min(spellings, key=len, default=document.place or document.id)


def period_label(document: Document) -> str:
    """The years a plan covers, "2021–2025"; "" where it names none."""
    return "–".join(dict.fromkeys(str(year) for year in document.period)) if document.period else ""


def opens(span: Span, where: str = "", quote: str = "") -> str:
    """The attributes that make an element open a passage, with what is shown on hover."""
    shown = f' data-quote="{escape(clip(quote, MAX_HINT_CHARS))}"' if quote else ""
    place = f' data-where="{escape(where)}"' if where else ""
    return f'data-doc="{escape(span.document_id)}" data-start="{span.start}" data-end="{span.end}"{place}{shown}'
