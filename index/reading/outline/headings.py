"""The heading that a line of a text is, by the outline of the paper: its number, its title and where its own text begins.

A heading number is taken as written: two chapters with the same number are two chapters.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.reading.lines import is_short, title_of, without_inner_spaces
from index.reading.outline.nesting import Outline
from index.reading.outline.numbered_lines import DECIMALS
from index.terms.numbering import Number, Style
from index.types import SectionKind


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered line: its place among the others, its title ("" where it has none) and where its own text begins.

    `end` is set where a section ends before the next of its level: a box, a table.
    """

    level: int
    kind: SectionKind
    number: str
    value: int
    title: str
    start: int
    body_start: int
    end: int | None = None


def read_heading(line: str, start: int, outline: Outline, last_item: int = 0) -> Heading | None:
    """The heading that a line opens with, which begins at `start`; None for running text.

    Where the stop behind an item's number was lost ("12旅游安全"), a short line is one only right after item `last_item`.
    """
    if marked := outline.marked.get(start):
        title = without_inner_spaces(" ".join(line.split()))
        return Heading(*outline.levels[marked.level], "", 0, title, start, marked.end)
    number = outline.numbers.get(start)
    if number is None or number.style not in outline.levels:
        return None
    if number.style is Style.BARE and not (number.value in (1, last_item + 1) and is_short(line.strip())):
        return None
    if number.style is Style.ARTICLE:
        return _article(line, start, number, *outline.levels[number.style])
    if number.style is Style.ATTACHMENT and number.value is None and not _names_attachment(line, number):
        return None
    heading = _heading(line, start, number, *outline.levels[number.style])
    # A figure in running text has no title, and a chapter's stands on a line of its own.
    if number.style in DECIMALS and not heading.title:
        return None
    return None if number.style is Style.SPACED and heading.body_start < start + len(line) else heading


def _names_attachment(line: str, number: Number) -> bool:
    """Whether 附件 without a number opens an attachment: it stands alone or before a colon, not in "附件所列项目…"."""
    return number.written[-1] in ":：" or not line[number.end :].strip() or line[: number.end][-1].isspace()


def _heading(line: str, start: int, number: Number, level: int, kind: SectionKind) -> Heading:
    title, chars = title_of(line[number.end :], to_the_end=kind is SectionKind.ATTACHMENT) or ("", 0)
    if kind is SectionKind.CHAPTER:
        title = without_inner_spaces(title)  # "总 则"
    first = start + len(line) - len(line.lstrip())
    return Heading(level, kind, number.written, number.value or 0, title, first, start + number.end + chars)


def _article(line: str, start: int, number: Number, level: int, kind: SectionKind) -> Heading | None:
    """An article of a law: its title is a short line of its own, or what leads to its items; what else it says is text.

    "第四条规定的…" speaks of an article.
    """
    rest = line[number.end :].rstrip()
    if rest.startswith(tuple(_GOES_ON_FROM_A_NUMBER)) and not line[: number.end][-1:].isspace():
        return None
    alone = rest if is_short(rest) else ""
    title = alone if not alone.endswith((",", "，")) else ""
    first = start + len(line) - len(line.lstrip())
    body = start + (len(line) if title and not title.endswith((":", "：")) else number.end)
    return Heading(level, kind, number.written, number.value or 0, title.rstrip(":："), first, body)


_GOES_ON_FROM_A_NUMBER = "规第的、和及至所之到,，款项"
"""What opens so behind the number of an article speaks of that article."""
