"""One page of a PDF, or of a file of pictures, as an image, with the boxes on it that cover a passage.

The passage comes in characters of the cleaned text, which differs from what the PDF draws: lines are joined, headers
are gone. Both are aligned character by character, so that a passage that stands twice on a page is marked once. Of text that
was read from a picture it is known where each line stands.
"""

from __future__ import annotations

import logging
import math
import threading
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageOps
from pypdfium2 import raw
from rapidfuzz.distance import LCSseq

from index import PICTURE_SUFFIXES

_log = logging.getLogger(__name__)

MAX_MARKED_CHARS = 20_000
"""A page with more characters is shown without marks: finding the passage takes memory by the square of its length."""
MAX_PIXELS = 2_400_000
"""Of one image: an A4 page at about 160 dpi; posters and huge pages are drawn smaller."""
MAX_SCALE = 2.0
_WEBP_QUALITY = 80
LEAST_SHARE = 0.6
"""Of the passage's characters: with fewer found on the page, marks would rather mislead."""

_drawing = threading.Lock()  # pdfium may be used by one thread at a time; also bounds the memory


Shares = tuple[float, float, float, float]
"""Left, top, right and bottom of a box as shares (0 to 1) of its page."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in percent of its width and height from the upper left."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageImage:
    """A drawn page. `number` is 1-based, `count` how many there are; `boxes` cover the passage, none where not found."""

    number: int
    count: int
    width: int
    height: int
    webp: bytes
    boxes: tuple[Box, ...]


def draw_page(
    path: Path, number: int, text: str, passage: tuple[int, int], seen: Sequence[Shares] = ()
) -> PageImage | None:
    """Page `number` of the file at `path`; None where it cannot be drawn.

    `text` is the cleaned text of that page, `passage` the part of it to mark (empty for none). `seen` are the lines of the
    passage that were read from a picture, which are marked as they are.
    """
    boxes = tuple(Box(100 * x0, 100 * y0, 100 * (x1 - x0), 100 * (y1 - y0)) for x0, y0, x1, y1 in seen)
    if path.suffix.lower() in PICTURE_SUFFIXES:
        return _shown_picture(path, number, boxes)
    drawn = _drawn_page(path, number, text, (0, 0) if boxes else passage)
    return replace(drawn, boxes=boxes) if drawn and boxes else drawn


def _shown_picture(path: Path, number: int, boxes: tuple[Box, ...]) -> PageImage | None:
    """A picture of a file of one or more, not larger than a drawn page."""
    with _drawing:
        try:
            with Image.open(path) as image:
                image.seek(number - 1)
                count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
                shown = ImageOps.exif_transpose(image).convert("RGB")
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, MemoryError) as exc:
            _log.warning("picture %d of %s cannot be shown: %s", number, path.name, exc)
            return None
    share = min(1.0, math.sqrt(MAX_PIXELS / (shown.width * shown.height)))
    shown = shown.resize((max(1, round(shown.width * share)), max(1, round(shown.height * share))))
    return PageImage(number, count, shown.width, shown.height, _as_webp(shown), boxes)


def _as_webp(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=_WEBP_QUALITY)
    return out.getvalue()


def _drawn_page(path: Path, number: int, text: str, passage: tuple[int, int]) -> PageImage | None:
    with _drawing:
        try:
            document = pdfium.PdfDocument(path)
        except (pdfium.PdfiumError, OSError) as exc:
            _log.warning("%s cannot be drawn: %s", path.name, exc)
            return None
        try:
            return _draw(document, number, text, passage) if 1 <= number <= len(document) else None
        except (pdfium.PdfiumError, ValueError, MemoryError) as exc:
            _log.warning("page %d of %s cannot be drawn: %s", number, path.name, exc)
            return None
        finally:
            document.close()


def _draw(document: pdfium.PdfDocument, number: int, text: str, passage: tuple[int, int]) -> PageImage:
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(MAX_SCALE, math.sqrt(MAX_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale)
    image = bitmap.to_pil().convert("RGB")
    place = bitmap.get_posconv(page)
    corners = (
        (*place.to_bitmap(left, top), *place.to_bitmap(right, bottom))
        for left, bottom, right, top in _character_boxes(page, text, passage)
    )
    boxes = _lines(corners, image.size)
    return PageImage(number, len(document), image.width, image.height, _as_webp(image), boxes)


def _character_boxes(
    page: pdfium.PdfPage, text: str, passage: tuple[int, int]
) -> list[tuple[float, float, float, float]]:
    """The boxes of the passage's characters in the page's own units, in reading order; none where too few are found."""
    if passage[0] >= passage[1]:
        return []
    textpage = page.get_textpage()
    if textpage.count_chars() > MAX_MARKED_CHARS:
        return []
    drawn = [(i, chr(raw.FPDFText_GetUnicode(textpage, i))) for i in range(textpage.count_chars())]
    wanted = list(enumerate(text))
    ours, theirs = _bare(wanted), _bare(drawn)
    partner: dict[int, int] = {}
    for step in LCSseq.opcodes([sign for _, sign in ours], [sign for _, sign in theirs]):
        if step.tag == "equal":
            for there, here in enumerate(range(step.src_start, step.src_end), step.dest_start):
                partner[ours[here][0]] = theirs[there][0]
    asked = [i for i, _ in ours if passage[0] <= i < passage[1]]
    found = [partner[i] for i in asked if i in partner]
    if not asked or len(found) < LEAST_SHARE * len(asked):
        return []
    return [textpage.get_charbox(i, loose=True) for i in found]


def _bare(signs: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Without white space, and in one width, so that only what is read counts."""
    return [(i, unicodedata.normalize("NFKC", sign)) for i, sign in signs if not sign.isspace() and sign.isprintable()]


def _lines(corners: Iterable[tuple[int, int, int, int]], size: tuple[int, int]) -> tuple[Box, ...]:
    """Boxes of characters joined to one for each line, in percent."""
    lines: list[list[int]] = []
    for x0, y0, x1, y1 in corners:
        left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if lines and lines[-1][1] <= (top + bottom) / 2 <= lines[-1][3] and left >= lines[-1][0]:
            line = lines[-1]
            lines[-1] = [line[0], min(line[1], top), max(line[2], right), max(line[3], bottom)]
        else:
            lines.append([left, top, right, bottom])
    width, height = size
    return tuple(
        Box(100 * left / width, 100 * top / height, 100 * (right - left) / width, 100 * (bottom - top) / height)
        for left, top, right, bottom in lines
        if right > left and bottom > top
    )
