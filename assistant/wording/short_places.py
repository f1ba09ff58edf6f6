"""Names of places as they stand beside figures and in headings: short."""

from __future__ import annotations

from assistant.types import Language
from index.types import Document


def short_place(document: Document, language: str) -> str:
    """The place of a plan in English, or its shortest Chinese spelling of two characters or more: "克州", "昆明"."""
    if language == Language.EN:
        return document.place_en or document.place or document.id
    spellings = [name for name in document.places if len(name) > 1 and not name.isascii()]
    return min(spellings, key=lambda name: (len(name), name), default=document.place or document.title)
