"""The frame of the page: header, start and failure."""

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


def starting(message: str, share: float, language: str) -> str:
    """What is seen while the index is opened or built."""
    return _render("frame/starting.html", language, file=_file_in(message), share=share)


def _file_in(message: str) -> str:
    """The file that a progress message names ("Reading plan.txt"): a name needs no translation."""
    told = message.split(maxsplit=1)
    return told[-1] if told and "." in told[-1] else ""


def failed(message: str, language: str) -> str:
    """What is seen when the plans could not be opened."""
    return _render("frame/failed.html", language, message=message)
