"""How a comparison words the years of a plan, in Chinese and English."""

from __future__ import annotations

from assistant.types import Language
from index import Document


def years_of(document: Document, language: Language) -> str:
    """The years that a plan covers; "" where it names none."""
    if document.period is None:
        return ""
    dash, year = ("–", "") if language is Language.EN else ("—", "年")
    return dash.join(dict.fromkeys(str(bound) for bound in document.period)) + year
