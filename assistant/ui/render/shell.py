"""The frame of the page: header, start and failure."""

from __future__ import annotations

from html import escape

from assistant.ui.i18n import LANGUAGES, words
from assistant.ui.render.parts import icon_button

OWN_NAMES = {"zh": "中文", "en": "English"}
PAGES = ("ask", "library", "compare", "training", "evaluation")


def header(language: str) -> str:
    """Brand, navigation, language and theme switches."""
    links = "".join(f'<a href="#{page}" data-page="{page}">{words(language, f"nav_{page}")}</a>' for page in PAGES)
    switch = "".join(
        f'<button type="button" data-language="{code}" lang="{code}" aria-pressed="{str(code == language).lower()}">'
        f"{OWN_NAMES[code]}</button>"
        for code in LANGUAGES
    )
    return (
        f'<a class="skip" href="#question-box">{words(language, "skip")}</a>'
        '<div class="bar"><div class="brand"><span class="seal" aria-hidden="true">安</span>'
        f"<span><strong>{words(language, 'product')}</strong><small>{words(language, 'motto')}</small></span></div>"
        f'<nav class="pages" aria-label="{words(language, "nav_label")}">{links}</nav>'
        f'<div class="switches"><div class="languages" role="group" aria-label="{words(language, "language_label")}">'
        f"{switch}</div>{icon_button('theme', words(language, 'to_dark'), 'data-theme-switch')}</div></div>"
    )


def heading(title: str, text: str = "", level: int = 2) -> str:
    """A page's or a panel's heading with a line under it."""
    line = f"<p>{escape(text)}</p>" if text else ""
    return f'<div class="heading"><h{level}>{escape(title)}</h{level}>{line}</div>'


def hint(text: str) -> str:
    """A quiet line where there is nothing to show yet."""
    return f'<p class="empty">{escape(text)}</p>'


def starting(message: str, fraction: float, language: str) -> str:
    """What is seen while the index is opened or built."""
    percent = round(100 * min(max(fraction, 0.0), 1.0))
    return (
        f'<div class="starting" role="status"><span class="seal" aria-hidden="true">安</span>'
        f"<h1>{words(language, 'starting_title')}</h1><p>{words(language, 'starting_text')}</p>"
        f'<div class="meter" role="progressbar" aria-label="{words(language, "starting_progress")}" '
        f'aria-valuemin="0" aria-valuemax="100" aria-valuenow="{percent}"><i style="width:{percent}%"></i></div>'
        f"<small>{percent}%{_file_in(message)}</small></div>"
    )


def _file_in(message: str) -> str:
    """The file that a progress message names ("Reading plan.txt"): a name needs no translation."""
    words_said = message.split(maxsplit=1)
    name = words_said[-1] if words_said and "." in words_said[-1] else ""
    return f" · {escape(name)}" if name else ""


def failed(message: str, language: str) -> str:
    """What is seen when the plans could not be opened."""
    return (
        f'<div class="starting" role="alert"><h1>{words(language, "failed_title")}</h1><p>{escape(message)}</p>'
        f"<p>{words(language, 'failed_text')}</p></div>"
    )
