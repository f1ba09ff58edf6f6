"""What a PDF prints in the way of titles and headings: larger, bolder or in another font than its text, and short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.reading.files.pdf.layout.paragraphs import LARGER_BY, joint
from index.reading.files.pdf.layout.types import TextLine
from index.reading.files.types import MarkedHeading, Prominent, Standing
from index.reading.lines import label_of
from index.terms.numbering import read_number

HEADING_LARGER_BY = 1.08
MOST_SET_OFF = 6
MOST_HEADING_LINES, MOST_HEADING_SIGNS = 3, 45
OWN_SHARE = 0.6
"""Of what is set in the style of headings so much is short: a style that whole paragraphs are set in marks no heading."""
MOST_LEVELS = 6
_NO_HEADING_ENDS = ("。", "；", "，", "、", ";", ",")

Look = tuple[float, bool, str]
"""Size in whole points, bold, font."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text that belong together and where they stand in the text; `page` is 0-based."""

    start: int
    end: int
    page: int
    lines: tuple[TextLine, ...]

    @property
    def look(self) -> Look:
        """What most of its signs look like."""
        looks = Counter[Look]()
        for line in self.lines:
            looks[round(line.size), line.bold, line.style] += len(line.text)
        return max(looks, key=lambda look: (looks[look], look))


def body_look(lines: Sequence[TextLine]) -> Look:
    """What most of a file's text looks like."""
    looks = Counter[Look]()
    for line in lines:
        looks[round(line.size), line.bold, line.style] += len(line.text)
    return max(looks, key=lambda look: (looks[look], look), default=(0.0, False, ""))


def set_off(paragraphs: Sequence[Paragraph], body: Look) -> tuple[Prominent, ...]:
    """What the first page prints larger than the text; the lines of one size that follow each other are one title."""
    found: list[tuple[float, str]] = []
    last: float | None = None
    for line in (line for paragraph in paragraphs if paragraph.page == 0 for line in paragraph.lines):
        size = round(line.size, 1)
        if size >= LARGER_BY * body[0]:
            if size == last:
                found[-1] = (size, found[-1][1] + joint(found[-1][1], line.text) + line.text)
            else:
                found.append((size, line.text))
        last = size
    return tuple(Prominent(" ".join(text.split()), Standing.SET_OFF) for _, text in found)[:MOST_SET_OFF]


def headings(paragraphs: Sequence[Paragraph], body: Look) -> tuple[MarkedHeading, ...]:
    """Short paragraphs that look otherwise than the text; levels by size, then weight, then which comes first.

    What stands on the first page down to its title is none.
    """
    title_end = _title_ends(paragraphs, body)
    below = [one for one in paragraphs if one.start >= title_end]
    short = [one for one in below if _is_short(one)]
    ranks = {look: min(rank, MOST_LEVELS) for rank, look in enumerate(_heading_looks(below, short, body), 1)}
    return tuple(MarkedHeading(one.start, one.end, ranks[one.look]) for one in short if one.look in ranks)


def _title_ends(paragraphs: Sequence[Paragraph], body: Look) -> int:
    """Behind the last of the larger lines that stand above the text of the first page; 0 where it opens with text."""
    end = 0
    for one in paragraphs:
        if one.page > 0 or not _is_short(one):
            break
        if one.look[0] >= LARGER_BY * body[0] and read_number(one.lines[0].text) is None:
            end = one.end
    return end


def _is_short(paragraph: Paragraph) -> bool:
    signs = paragraph.end - paragraph.start
    text = paragraph.lines[-1].text
    if label_of(text) and not text.endswith(("：", ":")):
        return False
    return (
        len(paragraph.lines) <= MOST_HEADING_LINES
        and signs <= MOST_HEADING_SIGNS
        and not text.endswith(_NO_HEADING_ENDS)
    )


def _heading_looks(paragraphs: Sequence[Paragraph], short: Sequence[Paragraph], body: Look) -> list[Look]:
    """The looks that mark headings, the highest first."""
    signs = Counter[Look]()
    for paragraph in paragraphs:
        signs[paragraph.look] += paragraph.end - paragraph.start
    own = Counter[Look]()
    for paragraph in short:
        own[paragraph.look] += paragraph.end - paragraph.start
    marking = [look for look in own if _stands_out(look, body) and own[look] >= OWN_SHARE * signs[look]]
    return sorted(marking, key=lambda look: (-look[0], not look[1]))  # the order of appearance breaks ties


def _stands_out(look: Look, body: Look) -> bool:
    size, bold, style = look
    if size >= HEADING_LARGER_BY * body[0]:
        return True
    return size >= body[0] and ((bold and not body[1]) or style != body[2])
