"""The signs that a person sees on a page of a PDF, each with its place, size and font.

Leaves out what is not seen: text without ink, white text on white paper, text outside the page, what is printed twice to look
bold, and what stands aslant across the page as watermarks do.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from index.reading.files.pdf.layout.sign_forms import written
from index.reading.files.pdf.layout.types import Box, Sign, SignPage

Affine = tuple[float, float, float, float, float, float]
"""x' = a x + b y + c, y' = d x + e y + f"""

_NO_INK = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
PICTURE_OF_A_PAGE = 0.5
"""A picture that covers so much of a page is a scan; text without ink over it was recognised there and is what it shows."""
LEAST_SEEN_POINTS = 1.0
WHITE = 250
ASLANT_DEGREES = 8.0
"""Text that leans by more stands aslant; scans that were put in crookedly lean by less."""
TWICE_SHARE = 0.12
"""The same sign again, this share of its size beside the first or less, makes it bold; two signs stand further apart."""
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "heavy", "black", "simhei", "黑体")
_NO_SIGN = "\ufffd"


def page_signs(document: pdfium.PdfDocument, number: int) -> SignPage:
    """The signs of page `number` (0-based) in the order in which the file draws them."""
    page = document[number]
    try:
        shown = _shown(page)
        width, height = page.get_size()
        is_blank = raw.FPDFPage_CountObjects(page.raw) == 0
        pictures, fills = _drawn(page, shown, width * height)
        runs = _Runs(page, shown, seen_without_ink=pictures >= PICTURE_OF_A_PAGE)
        try:
            found = list(runs.signs())
        finally:
            runs.close()
    finally:
        page.close()
    seen = [
        one
        for one in found
        if one.text and (not one.white or any(_lies_in(_moved(one.box, shown), fill) for fill in fills))
    ]
    ways = Counter(one.way for one in seen if one.way is not None)
    main = max(ways, key=lambda way: (ways[way], -way), default=0)
    turns = {way: _both(shown, _turn(way, width, height)) for way in ways}
    lying = bool(main % 2)
    placed = {way: [_placed(one, turns[way]) for one in seen if one.way == way] for way in sorted(ways)}
    kept = {way: tuple(sign for sign in signs if _on_page(sign, way, width, height)) for way, signs in placed.items()}
    return SignPage(
        number,
        height if lying else width,
        width if lying else height,
        "".join(one.code for one in found),
        kept.pop(main, ()),
        tuple(sign for signs in kept.values() for sign in signs),
        tuple(sorted({one.style for one in found})),
        pictures,
        is_blank,
        lambda box: _moved(box, turns.get(main, shown)),
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A sign in the page's own space; `way` counts quarter turns clockwise as shown, None where it stands aslant.

    `code` is what the file calls it, `text` its plain form.
    """

    code: str
    text: str
    box: Box
    origin: tuple[float, float]
    size: float
    style: str
    bold: bool
    white: bool
    way: int | None


@dataclass(frozen=True, slots=True)
class _Look:
    """What all signs of one piece of text have in common."""

    style: str
    bold: bool
    size: float
    way: int | None
    white: bool
    seen: bool


class _Runs:
    """Walks over the characters of a page; the looks of a piece of text are asked for once."""

    def __init__(self, page: pdfium.PdfPage, shown: Affine, *, seen_without_ink: bool) -> None:
        self._text = page.get_textpage()
        self._shown = shown
        self._seen_without_ink = seen_without_ink
        self._looks: dict[int | None, _Look] = {}

    def close(self) -> None:
        self._text.close()

    def signs(self) -> Iterator[_Drawn]:
        handle = self._text.raw
        box = raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        last: _Drawn | None = None
        last_look: _Look | None = None
        for at in range(self._text.count_chars()):
            if raw.FPDFText_IsGenerated(handle, at):
                continue
            look = self._look(at)
            if not look.seen:
                continue
            raw.FPDFText_GetLooseCharBox(handle, at, box)
            raw.FPDFText_GetCharOrigin(handle, at, x, y)
            code = self._code(at)
            origin = (x.value, y.value)
            if last is not None and look is last_look and origin == last.origin:
                # A ligature comes as its letters, all at one place.
                last = replace(last, code=last.code + code, text=last.text + written(code, look.style))
                continue
            if last is not None:
                yield last
            last_look = look
            last = _Drawn(
                code,
                written(code, look.style),
                (box.left, box.bottom, box.right, box.top),
                origin,
                look.size,
                look.style,
                look.bold,
                look.white,
                look.way,
            )
        if last is not None:
            yield last

    def _code(self, at: int) -> str:
        code = raw.FPDFText_GetUnicode(self._text.raw, at)
        if code == _HYPHEN_AT_LINE_END:
            return "-"
        if not 0 < code <= 0x10FFFF or raw.FPDFText_HasUnicodeMapError(self._text.raw, at) == 1:
            return _NO_SIGN
        return chr(code)

    def _look(self, at: int) -> _Look:
        run = raw.FPDFText_GetTextObject(self._text.raw, at)
        key = ctypes.cast(run, ctypes.c_void_p).value
        if key not in self._looks:
            self._looks[key] = self._asked(at, run)
        return self._looks[key]

    def _asked(self, at: int, run: raw.FPDF_PAGEOBJECT) -> _Look:
        handle = self._text.raw
        name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
        raw.FPDFText_GetFontInfo(handle, at, name, _LONGEST_FONT_NAME, flags)
        style = _family(name.value.decode("utf-8", "replace").rpartition("+")[2])
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(handle, at, matrix)
        size = raw.FPDFText_GetFontSize(handle, at) * math.hypot(matrix.c, matrix.d)
        inks = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFText_GetFillColor(handle, at, *inks)
        red, green, blue, opacity = (ink.value for ink in inks)
        mode = raw.FPDFTextObj_GetTextRenderMode(run) if run else raw.FPDF_TEXTRENDERMODE_FILL
        inked = self._seen_without_ink or (mode not in _NO_INK and opacity > 0)
        weight = raw.FPDFText_GetFontWeight(handle, at)
        stroked = mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        bold = stroked or weight >= _BOLD_WEIGHT or any(word in style.lower() for word in _BOLD_NAMES)
        white = min(red, green, blue) >= WHITE and mode == raw.FPDF_TEXTRENDERMODE_FILL and not self._seen_without_ink
        return _Look(style, bold, size, _way(matrix, self._shown), white, inked and size >= LEAST_SEEN_POINTS)


def _family(font: str) -> str:
    """A font's name without the set of characters that it is cut for: "FangSong" of "FangSong_GB2312"."""
    words = font.replace("_", "-").split("-")
    return "-".join(word for word in words if word and not any(map(str.isdecimal, word))) or font


_HYPHEN_AT_LINE_END = 2  # pdfium's mark for one
_LONGEST_FONT_NAME = 256


def _shown(page: pdfium.PdfPage) -> Affine:
    """From the page's own space, which counts upwards, to the page as shown (ISO 32000-1, 7.7.3.3: Rotate)."""
    left, bottom, right, top = page.get_bbox()
    turned = page.get_rotation() // 90
    return (
        (1.0, 0.0, -left, 0.0, -1.0, top),
        (0.0, 1.0, -bottom, 1.0, 0.0, -left),
        (-1.0, 0.0, right, 0.0, 1.0, -bottom),
        (0.0, -1.0, top, -1.0, 0.0, right),
    )[turned]


def _turn(way: int, width: float, height: float) -> Affine:
    """From the page as shown to the page as one turns it to read text that runs that way."""
    return (
        _SAME,
        (0.0, 1.0, 0.0, -1.0, 0.0, width),
        (-1.0, 0.0, width, 0.0, -1.0, height),
        (0.0, -1.0, height, 1.0, 0.0, 0.0),
    )[way]


_SAME: Affine = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def _way(matrix: raw.FS_MATRIX, shown: Affine) -> int | None:
    across = shown[0] * matrix.a + shown[1] * matrix.b
    down = shown[3] * matrix.a + shown[4] * matrix.b
    quarters = math.degrees(math.atan2(down, across)) / 90
    way = round(quarters)
    return way % 4 if abs(quarters - way) * 90 <= ASLANT_DEGREES else None


def _moved(box: Box, by: Affine) -> Box:
    (x0, y0), (x1, y1) = _point(box[0], box[1], by), _point(box[2], box[3], by)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _point(x: float, y: float, by: Affine) -> tuple[float, float]:
    return by[0] * x + by[1] * y + by[2], by[3] * x + by[4] * y + by[5]


def _both(one: Affine, two: Affine) -> Affine:
    """The first, then the second."""
    a, b, c, d, e, f = one
    return (
        *(two[0] * a + two[1] * d, two[0] * b + two[1] * e, two[0] * c + two[1] * f + two[2]),
        *(two[3] * a + two[4] * d, two[3] * b + two[4] * e, two[3] * c + two[4] * f + two[5]),
    )


def _placed(one: _Drawn, by: Affine) -> Sign:
    left, _, right, _ = _moved(one.box, by)
    _, base = _point(*one.origin, by)
    return Sign(one.text, left, right, base, one.size, one.style, one.bold)


def _on_page(sign: Sign, way: int, width: float, height: float) -> bool:
    wide, high = (height, width) if way % 2 else (width, height)
    return -sign.size < sign.left < wide and 0 < sign.base < high + sign.size


def _drawn(page: pdfium.PdfPage, shown: Affine, area: float) -> tuple[float, list[Box]]:
    """Which share of the page its largest picture covers, and the boxes that are filled with another colour than white."""
    largest = 0.0
    fills: list[Box] = []
    for thing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH), max_depth=_DEEPEST):
        try:
            box = _moved(thing.get_bounds(), shown)
        except pdfium.PdfiumError:
            continue
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            largest = max(largest, (box[2] - box[0]) * (box[3] - box[1]))
            fills.append(box)
        elif len(fills) < _MOST_FILLS and _is_coloured(thing):
            fills.append(box)
    return largest / area if area else 0.0, fills


_DEEPEST = 3
_MOST_FILLS = 2_000


def _is_coloured(thing: pdfium.PdfObject) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing.raw, mode, stroke)
    inks = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(thing.raw, *inks)
    return bool(mode.value) and inks[3].value > 0 and min(ink.value for ink in inks[:3]) < WHITE


def _lies_in(box: Box, fill: Box) -> bool:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return fill[0] <= across <= fill[2] and fill[1] <= down <= fill[3]
