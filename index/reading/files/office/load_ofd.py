"""The text of an OFD file, the fixed layout of Chinese offices: its pages' texts in lines from top to bottom.

Source: GB/T 33190-2016; a page holds text objects, each with where it stands in millimetres. What stands on one height
is one line. Seals, notes in margins and the rules of tables are not read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from index.errors import CorruptFile, NoTextLayer
from index.reading.files.archive import check_archive
from index.reading.files.file_lines import FileLine
from index.reading.files.types import MALFORMED, Prominent, Standing, check_length

_MALFORMED = (*MALFORMED, etree.LxmlError, EOFError, OSError, zipfile.BadZipFile, RuntimeError)
_CONTENT_PART = "OFD.xml"
_SAME_LINE = 0.5
"""Of the size of letters: what stands no further apart in height is one line."""
_WORD_GAP = 0.4
"""Of the size of letters: a wider gap between two texts parts them as words are parted."""
_NARROW = 0.5  # of the size of letters, the width of a sign that is not Chinese where the file does not tell it
_UNMOVED = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_Xml = Any  # lxml elements, whose types stop here


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text on a page: where its first letter begins and its last ends, its height, all in mm from the top left."""

    left: float
    right: float
    base: float
    size: float
    text: str


def read_ofd(name: str, content: bytes) -> tuple[list[list[FileLine]], tuple[str, ...], tuple[Prominent, ...]]:
    """The lines of each page, warnings, and what the file is called by its properties.

    Raises:
        CorruptFile: The archive or its XML is broken.
        FileTooLarge, TooMuchText: It holds more than a paper can.
        NoTextLayer: Its pages show pictures only.
    """
    check_archive(name, content, _CONTENT_PART)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            whole = _Archive(archive)
            pages: list[list[FileLine]] = []
            chars = 0
            for texts in whole.pages():
                pages.append([FileLine(line) for line in _lines(texts)])
                chars += sum(len(line.text) for line in pages[-1])
                check_length(name, chars)
            title = whole.title()
    except _MALFORMED as exc:
        raise CorruptFile(f"{name}: the OFD is damaged ({type(exc).__name__})") from exc
    bare = [number for number, page in enumerate(pages, 1) if not page]
    if pages and len(bare) == len(pages):
        raise NoTextLayer(f"{name}: the OFD holds pictures only; save it as PDF or pictures and add these")
    told = (f"Pages of {name} without text, which are not searched: {', '.join(map(str, bare))}.",) if bare else ()
    return pages, told, (Prominent(title, Standing.PAGE_TITLE),) if title else ()


class _Archive:
    """The parts of one file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._root = self._part(_CONTENT_PART)

    def title(self) -> str:
        """What the file calls its first document, "" where it does not."""
        return next((" ".join((found.text or "").split()) for found in _all(self._root, "Title")), "")

    def pages(self) -> Iterator[list[_Piece]]:
        """The texts of each page of each document, with those of the page's template."""
        for document in (join("/", (found.text or "").strip()) for found in _all(self._root, "DocRoot")):
            part = self._part(document)
            templates = {one.get("ID"): _beside(document, one.get("BaseLoc", "")) for one in _all(part, "TemplatePage")}
            for page in (one for pages in _all(part, "Pages") for one in _all(pages, "Page")):
                content = self._part(_beside(document, page.get("BaseLoc", "")))
                used = (templates.get(one.get("TemplateID")) for one in _all(content, "Template"))
                parts = [*(self._part(template) for template in used if template), content]
                yield [piece for one in parts for piece in _pieces(one)]

    def _part(self, path: str) -> _Xml:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(self._archive.read(normpath(path).lstrip("/")), parser)


def _beside(document: str, path: str) -> str:
    return path if path.startswith("/") else join(dirname(document), path)


def _all(element: _Xml, name: str) -> Iterator[_Xml]:
    """Everything of this name below an element, whatever version of the namespace the file has."""
    yield from element.iter(f"{{*}}{name}")


def _pieces(page: _Xml) -> Iterator[_Piece]:
    for found in _all(page, "TextObject"):
        if found.get("Visible") == "false":
            continue
        left, top, *_ = _numbers(found.get("Boundary", "0 0"))
        a, b, c, d, e, f = _numbers(found.get("CTM", "")) or _UNMOVED
        size = float(found.get("Size", "0"))
        for code in _all(found, "TextCode"):
            text = (code.text or "").strip("\r\n")
            if text.strip():
                x, y = float(code.get("X", "0")), float(code.get("Y", "0"))
                start = left + a * x + c * y + e
                width = abs(a) * _width(text, _steps(code.get("DeltaX", "")), size)
                yield _Piece(start, start + width, top + b * x + d * y + f, abs(d) * size or size, text)


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(map(float, text.split()))


def _steps(text: str) -> list[float]:
    """From each letter to the next; "g 3 2.5" stands for three steps of 2.5."""
    words = iter(text.split())
    steps: list[float] = []
    for word in words:
        count, step = (min(int(next(words)), _MOST_STEPS), float(next(words))) if word == "g" else (1, float(word))
        steps += [step] * count
    return steps


_MOST_STEPS = 10_000  # of letters in one text


def _width(text: str, steps: list[float], size: float) -> float:
    last = size if not text[-1].isascii() else _NARROW * size
    if not steps:
        return sum(_NARROW * size if sign.isascii() else size for sign in text)
    return sum(steps[: len(text) - 1]) + last


def _lines(pieces: list[_Piece]) -> Iterator[str]:
    """The texts of a page, those of one height side by side; two that stand apart are parted by a space."""
    line: list[_Piece] = []
    for piece in [*sorted(pieces, key=lambda piece: (piece.base, piece.left)), None]:
        if line and (piece is None or piece.base - line[0].base > _SAME_LINE * max(line[0].size, piece.size)):
            yield _joined(sorted(line, key=lambda piece: piece.left))
            line = []
        if piece is not None:
            line.append(piece)


def _joined(line: list[_Piece]) -> str:
    text = line[0].text
    for one, two in pairwise(line):
        text += (" " if two.left - one.right > _WORD_GAP * two.size else "") + two.text
    return text.strip()
