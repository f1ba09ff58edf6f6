"""Which lines of a text are headings, and of what level.

Official papers number in one order (第一章, 第一节, 第一条, 一、, （一）, 1., （1）, ①), technical ones by decimals (3, 3.2,
3.2.1): the lines of a text vote for one of the two. A heading number is taken as written: two chapters with the same
number are two chapters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.reading.lines import Line, lines_of, without_inner_spaces
from index.terms.numbering import Number, Style, read_number
from index.types import SectionKind

MAX_TITLE_CHARS = 42
"""A line or a first sentence up to this length is a heading; longer, it is text that only bears a number."""
ATTACHMENT_LEVEL, ITEM_LEVEL, TABLE_LEVEL = 1, 7, 11
_STOPS = ("。", ";", "；")

Levels = Mapping[Style, tuple[int, SectionKind]]
_APART: Levels = {
    Style.ATTACHMENT: (ATTACHMENT_LEVEL, SectionKind.ATTACHMENT),
    Style.BOX: (10, SectionKind.BOX),
    Style.DIGITS_BRACKETED: (8, SectionKind.SUBITEM),
    Style.CIRCLED: (9, SectionKind.SUBITEM),
}
_OFFICIAL: Levels = {
    **_APART,
    Style.PART: (1, SectionKind.CHAPTER),
    Style.CHAPTER: (2, SectionKind.CHAPTER),
    Style.SECTION: (3, SectionKind.SECTION),
    Style.ARTICLE: (4, SectionKind.ITEM),
    Style.HAN: (5, SectionKind.CHAPTER),
    Style.HAN_BRACKETED: (6, SectionKind.SECTION),
    Style.HAN_FRAMED: (6, SectionKind.SECTION),
    Style.DIGITS: (ITEM_LEVEL, SectionKind.ITEM),
}
_DECIMALS: Levels = {Style.DECIMAL: (6, SectionKind.SECTION), Style.DECIMAL_3: (ITEM_LEVEL, SectionKind.ITEM)}
_OVER_DECIMALS = (Style.SPACED, Style.DIGITS)


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


def choose_levels(text: str) -> Levels:
    """The levels of a text's styles: by decimals where more of its headings are numbered by them than in official order.

    A decimal votes where the number before it stands in the text too: "3 主要任务" or "3.主要任务" for 3.1, 3.1 for 3.2.
    """
    numbers = [number for line in text.splitlines() if (number := read_number(line)) and _has_title(line, number)]
    votes = Counter(number.style for number in numbers if number.style not in _DECIMALS)
    written = {number.written.rstrip(".、．") for number in numbers}
    decimals = sum(number.style in _DECIMALS and _before(number) in written for number in numbers)
    if decimals <= sum(votes[style] for style in _OFFICIAL if style not in (*_APART, *_OVER_DECIMALS)):
        return _OFFICIAL
    return {**_OFFICIAL, **_DECIMALS, max(_OVER_DECIMALS, key=lambda style: votes[style]): (5, SectionKind.CHAPTER)}


def _before(number: Number) -> str:
    """The decimal before this one, or the chapter or section that it is the first of."""
    above, _, last = number.written.rpartition(".")
    return above if last == "1" else f"{above}.{int(last) - 1}"


def _has_title(line: str, number: Number) -> bool:
    return bool(_title(line[number.end :], SectionKind.SECTION)[0])


def read_heading(line: str, start: int, levels: Levels, last_item: int = 0) -> Heading | None:
    """The heading that a line opens with, which begins at `start`; None for running text.

    Where the stop behind an item's number was lost ("12旅游安全"), a short line is one only right after item `last_item`.
    """
    number = read_number(line)
    if number is None:
        return None
    if number.style is Style.BARE and number.value in (1, last_item + 1) and _is_short(line.strip()):
        return _heading(line, start, number, ITEM_LEVEL, SectionKind.ITEM)
    if number.style not in levels:
        return None
    if number.style is Style.ARTICLE:
        return _article(line, start, number)
    heading = _heading(line, start, number, *levels[number.style])
    # A figure in running text has no title, and a chapter's stands on a line of its own.
    if number.style in _DECIMALS and not heading.title:
        return None
    return None if number.style is Style.SPACED and heading.body_start < start + len(line) else heading


def _heading(line: str, start: int, number: Number, level: int, kind: SectionKind) -> Heading:
    title, chars = _title(line[number.end :], kind)
    if kind is SectionKind.CHAPTER:
        title = without_inner_spaces(title)  # "总 则"
    first = start + len(line) - len(line.lstrip())
    return Heading(level, kind, number.written, number.value or 0, title, first, start + number.end + chars)


def _article(line: str, start: int, number: Number) -> Heading | None:
    """An article of a law: its title is a short line of its own, or what leads to its items; what else it says is text.

    "第四条规定的…" speaks of an article.
    """
    rest = line[number.end :].rstrip()
    if rest.startswith(tuple(_GOES_ON_FROM_A_NUMBER)) and not line[: number.end][-1:].isspace():
        return None
    alone = rest if _is_short(rest) else ""
    title = alone if not alone.endswith((",", "，")) else ""
    level, kind = _OFFICIAL[Style.ARTICLE]
    first = start + len(line) - len(line.lstrip())
    body = start + (len(line) if title and not title.endswith((":", "：")) else number.end)
    return Heading(level, kind, number.written, number.value or 0, title.rstrip(":："), first, body)


_GOES_ON_FROM_A_NUMBER = "规第的、和及至所之到,，款项"
"""What opens so behind the number of an article speaks of that article."""


def _title(rest: str, kind: SectionKind) -> tuple[str, int]:
    """What follows a number, if it is a title, and how many characters it takes with its stop; ("", 0) for a sentence."""
    stop = next((at for at, sign in enumerate(rest) if sign in "。:："), None)
    if stop is None and _is_short(rest):
        return rest.strip(), len(rest)
    if stop is not None and stop <= MAX_TITLE_CHARS and kind is not SectionKind.ATTACHMENT:
        title = rest[:stop]
        # "1.在发展规划、产业转移、重大项目立项等方面,推动建立…机制。" is a sentence, not a title.
        if title.count("，") + title.count(",") <= 1:
            return title.strip(), stop + 1
    return "", 0


def _is_short(text: str) -> bool:
    return len(text) <= MAX_TITLE_CHARS and not text.rstrip().endswith(_STOPS)


def points_of(text: str) -> Iterator[Line]:
    """The lines that hold words; one that opens with ① or (1) ends before each further such mark ("①建立…。②开展…")."""
    for line in lines_of(text):
        first = 0
        if _point(line.text, 0):
            for here in range(1, len(line.text)):
                if line.text[here - 1] in _STOPS and _point(line.text, here):
                    yield Line(line.start + first, line.text[first:here])
                    first = here
        yield Line(line.start + first, line.text[first:])


def _point(line: str, at: int) -> bool:
    number = read_number(line, at)
    return number is not None and number.style in (Style.CIRCLED, Style.DIGITS_BRACKETED)
