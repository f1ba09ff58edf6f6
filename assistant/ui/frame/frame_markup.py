"""The frame of the page: header and failure."""

from __future__ import annotations

from assistant.ui.frame.frame_words import words
from assistant.ui.shared.i18n import LANGUAGES
from assistant.ui.shared.templates import renderer

PAGES = ("ask", "library", "compare", "courses", "saved", "evaluation")
ADDRESSES = {"courses": "training"}
"""What a page is called in its address, where that is not its own name."""
_render = renderer(words)


def header(language: str) -> str:
    """Brand, navigation, language and theme switches."""
    pages = {page: ADDRESSES.get(page, page) for page in PAGES}
    return _render("frame/header.html", language, pages=pages, languages=LANGUAGES)


def failed(message: str, language: str) -> str:
    """What is seen when the plans could not be opened."""
    return _render("frame/failed.html", language, message=message)
