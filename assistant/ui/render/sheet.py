"""A PDF's own page as it is printed, with the passage marked on it."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.ui.i18n import words
from assistant.ui.render.parts import icon_button

if TYPE_CHECKING:
    from assistant.ui.pdf_page import PageImage


@dataclass(frozen=True, slots=True)
class Sheet:
    """The drawn page (None where it cannot be drawn), and the first and last page that the passage stands on."""

    image: PageImage | None
    pages: tuple[int, int] | None


def sheet(shown: Sheet, language: str) -> str:
    """The page with its neighbours one click away; a sentence in its place where it cannot be drawn."""
    image = shown.image
    if image is None:
        return f'<p class="note" role="alert">{words(language, "page_unreadable")}</p>'
    marks = "".join(
        f'<i{" id=passage" if place == 0 else ""} style="left:{box.left:.2f}%;top:{box.top:.2f}%;'
        f'width:{box.width:.2f}%;height:{box.height:.2f}%"></i>'
        for place, box in enumerate(image.boxes)
    )
    data = base64.b64encode(image.webp).decode("ascii")
    alt = words(language, "page_image_alt", page=image.number, count=image.count)
    return (
        f"{_turning(image.number, image.count, language)}{_note(shown, image, language)}"
        f'<div class="sheet-page"><img src="data:image/webp;base64,{data}" width="{image.width}" '
        f'height="{image.height}" alt="{alt}">{marks}</div>'
    )


def _turning(number: int, count: int, language: str) -> str:
    before = icon_button("back", words(language, "page_before"), f'data-to-page="{number - 1}"' + _off(number == 1))
    after = icon_button("on", words(language, "page_after"), f'data-to-page="{number + 1}"' + _off(number == count))
    told = words(language, "page_of", page=number, count=count)
    return f'<div class="turning" role="group">{before}<output aria-live="polite">{told}</output>{after}</div>'


def _off(at_end: bool) -> str:  # noqa: FBT001 - a truth value to its attribute
    return " disabled" if at_end else ""


def _note(shown: Sheet, image: PageImage, language: str) -> str:
    """That the passage runs over pages, or stands on this one but could not be marked."""
    if shown.pages is None:
        return ""
    first, last = shown.pages
    if first <= image.number <= last and not image.boxes:
        return f'<p class="note">{words(language, "page_unmarked")}</p>'
    return f'<p class="note">{words(language, "page_span", first=first, last=last)}</p>' if last > first else ""
