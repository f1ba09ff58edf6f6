"""Pages of PDFs that hold no text, and pictures, to the text that is read on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from index.errors import TooMuchText
from index.pages_told import tell_page
from index.reading.files.ocr.kept_pages import KeptPages
from index.reading.files.ocr.look import look
from index.reading.files.ocr.page_lines import page_texts
from index.reading.files.ocr.pictures import count_pictures, opened_picture, pdf_pictures
from index.reading.files.ocr.recogniser import Picture
from index.reading.files.ocr.seen_page import RecognisedPage, SeenPage, read_by_machine
from index.reading.files.types import LoadedText

MOST_PAGES = 500
"""Half an hour of two cores; a longer scan is a book."""


def recognise_pdf_pages(content: bytes, numbers: Sequence[int], name: str = "the file") -> dict[int, RecognisedPage]:
    """What is read on these pages of a PDF, numbered from 0; one that cannot be drawn is left out.

    `name` is what errors call the file by.

    Raises:
        TooMuchText: They are more than can be read in reasonable time.
    """
    with pdf_pictures(content) as draw:
        return _recognised(name, content, numbers, draw)


def recognise_image(name: str, content: bytes) -> LoadedText:
    """The text of a picture, or of a TIFF of several pages.

    Raises:
        CorruptFile, NeedsTooMuchMemory: It cannot be opened.
        TooMuchText: It has more pages than can be read in reasonable time.
    """
    numbers = range(count_pictures(name, content))
    pages = _recognised(name, content, numbers, lambda number: opened_picture(name, content, number))
    texts = [pages[number].text or "\n" for number in numbers]
    starts = tuple(accumulate((len(text) for text in texts[:-1]), initial=0))
    lines = (
        replace(line, start=start + line.start, end=start + line.end)
        for number, start in zip(numbers, starts, strict=True)
        for line in pages[number].lines
    )
    return LoadedText(Path(name), "".join(texts), starts, (read_by_machine(name, len(texts)),), recognised=tuple(lines))


def _recognised(
    name: str, content: bytes, numbers: Sequence[int], draw: Callable[[int], Picture | None]
) -> dict[int, RecognisedPage]:
    if len(numbers) > MOST_PAGES:
        raise TooMuchText(
            f"{name}: has more than {MOST_PAGES} scanned pages; add it in parts",
            code="many_scanned_pages",
            limit=str(MOST_PAGES),
        )
    kept = KeptPages(content)
    looked_at: dict[int, SeenPage] = {}
    for turn, number in enumerate(numbers, 1):
        tell_page(turn, len(numbers))
        seen = kept.get(number)
        if seen is None and (picture := draw(number)) is not None:
            seen = look(picture)
            kept.keep(number, seen)
        if seen is not None:
            looked_at[number + 1] = seen
    return {number - 1: page for number, page in page_texts(looked_at).items()}
