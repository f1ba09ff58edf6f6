"""Pages of a PDF and files of pictures as pictures fit to be read."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from index.errors import CorruptFile, NeedsTooMuchMemory
from index.reading.files.ocr.recogniser import Picture
from index.reading.files.types import MALFORMED

DPI = 200
"""Print of 9 points is 25 pixels high; scans are mostly made at 150 to 300."""
_POINTS_PER_INCH = 72
MOST_PIXELS = 8_000_000
"""Of a picture that is read: A3 at 200 dots per inch. Larger ones are made smaller."""
MOST_OPENED_PIXELS = 120_000_000
"""Of a picture that is opened at all: A3 at 600 dots per inch has 70 million, which take 210 MB."""
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
_MALFORMED = (*MALFORMED, UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, EOFError)


@contextmanager
def pdf_pictures(content: bytes) -> Iterator[Callable[[int], Picture | None]]:
    """What draws the pages of a PDF, numbered from 0, as they are shown; None for one that cannot be drawn."""
    document = pdfium.PdfDocument(content)
    try:
        yield lambda number: _drawn(document, number)
    finally:
        document.close()


def _drawn(document: pdfium.PdfDocument, number: int) -> Picture | None:
    try:
        page = document[number]
        width, height = page.get_size()
        scale = min(DPI / _POINTS_PER_INCH, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))
        drawn = page.render(scale=scale, rev_byteorder=False).to_numpy()
    except (pdfium.PdfiumError, ValueError):
        return None
    return np.ascontiguousarray(drawn[:, :, :3]) if drawn.ndim == 3 else np.dstack([drawn] * 3)


def count_pictures(name: str, content: bytes) -> int:
    """How many pictures a file holds: more than one only where it is a TIFF of several pages.

    Raises:
        CorruptFile: It is none, or damaged.
    """
    with _opened(name, content) as image:
        return getattr(image, "n_frames", 1) if image.format == "TIFF" else 1


def opened_picture(name: str, content: bytes, number: int) -> Picture:
    """A picture of a file, numbered from 0.

    Raises:
        CorruptFile: It is damaged.
        NeedsTooMuchMemory: It has more pixels than any scan.
    """
    with _opened(name, content) as image:
        image.seek(number)
        if image.width * image.height > MOST_OPENED_PIXELS:
            raise _too_large(name)
        return _as_picture(image)


@contextmanager
def _opened(name: str, content: bytes) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged notes in it and of its size, which is looked at here
            with Image.open(BytesIO(content), formats=_FORMATS) as image:
                yield image
    except _MALFORMED as exc:
        raise CorruptFile(f"{name}: the picture is damaged, or none of the type that its name tells") from exc


def _too_large(name: str) -> NeedsTooMuchMemory:
    most = f"{MOST_OPENED_PIXELS // 1_000_000}"
    return NeedsTooMuchMemory(
        f"{name}: has more than {most} million pixels; save it smaller", code="large_picture", limit=most
    )


def _as_picture(image: Image.Image) -> Picture:
    share = math.sqrt(MOST_PIXELS / (image.width * image.height))
    if share < 1:
        image.draft("RGB", (round(image.width * share), round(image.height * share)))
    turned = ImageOps.exif_transpose(image)
    if "A" in turned.getbands() or "transparency" in turned.info:
        shown = turned.convert("RGBA")
        turned = Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown)
    plain = turned.convert("RGB")
    share = math.sqrt(MOST_PIXELS / (plain.width * plain.height))
    if share < 1:
        plain = plain.resize((round(plain.width * share), round(plain.height * share)), Image.Resampling.LANCZOS)
    return np.ascontiguousarray(np.asarray(plain)[:, :, ::-1])
