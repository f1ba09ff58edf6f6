"""Opening a plan, or one passage of it, in the reader: as text, or a PDF's own page as an image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.server.startup import Startup
from assistant.ui.shared.reader.paper import DrawnPage, document_page, has_pages, missing_passage
from assistant.ui.shared.reader.translated import translation_of
from assistant.ui.shared.told import told
from index.errors import PlansError, UnknownDocument
from index.indexed_document import IndexedDocument
from index.types import CleanText, Span

IMAGE = "image"


@dataclass(frozen=True, slots=True)
class AskedPassage:
    """What the browser asks for: a plan, a passage in it (`end` 0 for none), as text or image.

    `page` is the page to show as an image, 0 for the passage's own; `beside` whether a translation is to stand beside the
    text.
    """

    document_id: str
    start: int = 0
    end: int = 0
    view: str = "text"
    page: int = 0
    beside: bool = False


def sent_passage(event: Any) -> AskedPassage:  # noqa: ANN401 - whatever a browser sends
    """The passage that an event names; numbers that are none lead nowhere."""
    sent = event._data if isinstance(event._data, dict) else {}
    offsets = (sent_number(sent.get("start", 0)), sent_number(sent.get("end", 0)))
    page, beside = sent_number(sent.get("page", 0)), sent.get("beside") is True
    return AskedPassage(str(sent.get("doc", "")), *offsets, str(sent.get("view", "")), page, beside)


def open_passage(startup: Startup, place: AskedPassage, language: str) -> str:
    """The plan with the passage marked. A wrong address gives a kind notice."""
    try:
        assistant = startup.wait()
        index, memory = assistant.index, assistant.english.memory
        indexed = index.document(place.document_id)
        if not 0 <= place.start <= place.end <= len(indexed.clean.text):
            raise UnknownDocument(f"{place.document_id}:{place.start}-{place.end}")
        passage = Span(place.document_id, place.start, place.end) if place.end > place.start else None
        translation = translation_of(indexed.clean.text, memory, shown=place.beside)
        if place.view == IMAGE and has_pages(indexed):
            from assistant.ui.shared.reader.page_image import draw_page  # its libraries are needed for PDFs only

            number = place.page or (indexed.clean.page_of(place.start) or 1)
            text, marked = _on_page(indexed, number, passage)
            lines = indexed.clean.recognised_in(place.start, place.end)
            seen = tuple(line.box for line in lines if line.page == number)
            image = draw_page(index.source_path(place.document_id), number, text, marked, seen)
            return document_page(indexed, passage, language, DrawnPage(image, _pages(indexed, passage)), translation)
    except PlansError as exc:
        return missing_passage(told(exc, language), language)
    return document_page(indexed, passage, language, translation=translation)


def _on_page(indexed: IndexedDocument, number: int, passage: Span | None) -> tuple[str, tuple[int, int]]:
    """The cleaned text of a page, and the part of the passage in it."""
    first, last = _page_bounds(indexed.clean, number)
    text = indexed.clean.text[first:last]
    if passage is None:
        return text, (0, 0)
    return text, (max(passage.start - first, 0), min(passage.end - first, last - first))


def _page_bounds(clean: CleanText, number: int) -> tuple[int, int]:
    starts = (*clean.page_starts, len(clean.text))
    return (starts[number - 1], starts[number]) if 1 <= number < len(starts) else (0, 0)


def _pages(indexed: IndexedDocument, passage: Span | None) -> tuple[int, int] | None:
    """The first and the last page that the passage stands on."""
    if passage is None:
        return None
    first, last = indexed.clean.page_of(passage.start), indexed.clean.page_of(passage.end - 1)
    return (first, last) if first and last else None


def sent_number(value: object) -> int:
    """A number as the browser sent it; -1 (which is nowhere) for anything else."""
    try:
        return int(str(value))
    except ValueError:
        return -1
