"""What flows between the steps of reading a PDF: signs, lines, paragraphs.

All measures are points. They are counted from the top left of the page as it is read: as shown, and turned once more
where a page shows its text lying on its side.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.types import RecognisedLine

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A character where it is drawn; `base` is how far down its line of writing is, `style` its font without the subset's tag."""

    text: str
    left: float
    right: float
    base: float
    size: float
    style: str
    bold: bool

    @property
    def top(self) -> float:
        """The upper edge of its square."""
        return self.base - _ABOVE_BASE * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of its square."""
        return self.base + (1 - _ABOVE_BASE) * self.size


_ABOVE_BASE = 0.86  # of a sign's square, as Chinese fonts have it


@dataclass(frozen=True, slots=True)
class SignPage:
    """What is drawn on a page: `number` is 0-based, `aside` are the signs written in another direction than the page's text.

    `layer` is the text as the file calls its signs, in the order in which it draws them.

    `pictures` is the share of the page that its largest picture covers; on a blank page nothing at all is drawn.
    `to_read` moves a box of the page's own space, which counts upwards, to one as read.
    """

    number: int
    width: float
    height: float
    layer: str
    signs: tuple[Sign, ...]
    aside: tuple[Sign, ...]
    fonts: tuple[str, ...]
    pictures: float
    is_blank: bool
    to_read: Callable[[Box], Box]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, or the part of one that stands in one column; `signs` from left to right, `text` with its spaces."""

    text: str
    signs: tuple[Sign, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    style: str
    bold: bool


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table at its place on the page, as rows of text whose cells tabs part."""

    lines: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class SeenBlock:
    """What was read from the picture of a whole page; the offsets of `lines` are in `text`."""

    text: str
    lines: tuple[RecognisedLine, ...]
    left: float
    top: float
    right: float
    bottom: float


Block = TextLine | TableBlock | SeenBlock
