"""How a comparison names a plan, in Chinese and English."""

from __future__ import annotations

from assistant.types import Language
from index import Document


def place_of(document: Document, language: Language) -> str:
    """The plan's place as answers name it."""
    return (document.place_en if language is Language.EN else "") or document.place or document.id


def years_of(document: Document, language: Language) -> str:
    """The years that a plan covers; "" where it names none."""
    if document.period is None:
        return ""
    dash, year = ("–", "") if language is Language.EN else ("—", "年")
    return dash.join(dict.fromkeys(str(bound) for bound in document.period)) + year
