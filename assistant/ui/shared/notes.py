"""A heading, and a quiet line: what stands on every page before there is anything to show."""

from __future__ import annotations

from assistant.ui.shared.i18n import DEFAULT_LANGUAGE, words
from assistant.ui.shared.templates import renderer

_render = renderer(words)


def heading(title: str, text: str = "", level: int = 2) -> str:
    """A page's or a panel's heading with a line under it."""
    return _render("shared/markup/heading.html", DEFAULT_LANGUAGE, title=title, text=text, level=level)


def hint(text: str) -> str:
    """A quiet line where there is nothing to show yet."""
    return _render("shared/markup/hint.html", DEFAULT_LANGUAGE, text=text)
