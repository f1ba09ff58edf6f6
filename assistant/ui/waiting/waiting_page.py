"""The page that is shown while the program starts, and what it is told of how far that has come."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from assistant.server.startup import Opening, Startup
from assistant.ui.frame.assets import waiting_script, waiting_styles
from assistant.ui.frame.frame_markup import header
from assistant.ui.shared.i18n import LANGUAGES
from assistant.ui.shared.templates import renderer
from assistant.ui.shared.time_left import Pace
from assistant.ui.waiting.waiting_words import words
from index.updating.outcomes import file_told, page_told

_render = renderer(words)


class WaitingPage:
    """What the server shows until the whole page is there."""

    def __init__(self, startup: Startup) -> None:
        self._startup, self._pace = startup, Pace()

    @cached_property
    def html(self) -> bytes:
        """The page in each language, of which its script shows one; it needs no file beside itself."""
        return _render(
            "waiting/waiting.html",
            LANGUAGES[0],
            spoken={language: waiting_part(language) for language in LANGUAGES},
            css=waiting_styles(),
            script=waiting_script(),
        ).encode()

    def standing(self) -> dict[str, Any]:
        """How far the start has come, and in words of each language what is being done."""
        opening = self._startup.opening
        told = {
            language: [_doing(opening, language), self._pace.told(opening.fraction, language)] for language in LANGUAGES
        }
        return {"plans": opening.ready, "share": opening.fraction, "told": told}


def waiting_part(language: str) -> str:
    """Header, progress and question box in one language."""
    return _render("waiting/waiting_part.html", language, header=header(language))


def _doing(opening: Opening, language: str) -> str:
    if opening.ready:
        return words(language, "waiting_ready")
    if not (file := file_told(opening.message)):
        return words(language, "waiting_index" if 0 < opening.fraction < 1 else "waiting_opening")
    if page := page_told(opening.message):
        file = words(language, "waiting_page_of", file=file, page=page[0], pages=page[1])
    return words(language, "waiting_reading", file=file)
