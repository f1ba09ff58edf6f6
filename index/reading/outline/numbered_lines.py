"""Which lines of a text bear a number: most show it by their look, decimals and letters by their order only.

"3.2 培训" is a heading behind 3.1 or below chapter 3, and "3.5万元…" is a figure; "C. Wei" is a person unless A. and B. go before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.reading.lines import STOPS, Line, is_short, lines_of, title_of
from index.terms.numbering import Number, Style, read_number

_CHAPTERS = (Style.SPACED, Style.BARE, Style.DIGITS)
"""How a chapter above decimals is numbered: "3 主要任务", "3主要任务", "3.主要任务"."""
DECIMALS = (Style.DECIMAL, Style.DECIMAL_3, Style.DECIMAL_4)
_COUNTED = (Style.ROMAN, Style.LETTER, Style.LETTER_BRACKETED, Style.DIGITS_CLOSED)
_MOST_MISSING = 1
"""So many headings may be missing between two decimals, lost by a page."""
_LEAST_DECIMALS = 2
"""One decimal alone may be a figure, unless the chapter above it is written like one ("1 总则", "1.1 目的")."""


def points_of(text: str) -> Iterator[Line]:
    """The lines that hold words; one that opens with ① or (1) ends before each further such mark ("①建立…。②开展…")."""
    for line in lines_of(text):
        first = 0
        if _point(line.text, 0):
            for here in range(1, len(line.text)):
                if line.text[here - 1] in STOPS and _point(line.text, here):
                    yield Line(line.start + first, line.text[first:here])
                    first = here
        yield Line(line.start + first, line.text[first:])


def _point(line: str, at: int) -> bool:
    number = read_number(line, at)
    return number is not None and number.style in (Style.CIRCLED, Style.DIGITS_BRACKETED)


def numbered_lines(lines: Sequence[Line], marked: frozenset[int] = frozenset()) -> dict[int, Number]:
    """The number of each line that bears one, by the line's offset, in the order of the text.

    Chapters above decimals are of the style "1 " however they are written; `marked` are the offsets of lines that the file
    marks as headings, whose digits are a number even without a stop.
    """
    read = [(line, number) for line in lines if (number := read_number(line.text))]
    decimals = _by_decimals(read) or _plain_chapters(lines, read)
    found: dict[int, Number] = {}
    last: dict[Style, int | None] = {}
    for line, number in read:
        one = decimals.get(line.start, number)
        if one.style in (Style.SPACED, Style.BARE) and line.start in marked and line.start not in decimals:
            one = replace(one, style=Style.DIGITS)
        one = _letter_after_h(one, last.get(Style.LETTER_BRACKETED))
        counts = one.value == 1 or (one.value is not None and one.value - 1 == last.get(one.style))
        known = (
            line.start in decimals if one.style in (*DECIMALS, Style.SPACED) else counts or one.style not in _COUNTED
        )
        if known:
            found[line.start] = one
            last[one.style] = one.value
    return found


def _letter_after_h(number: Number, last: int | None) -> Number:
    """(i) behind (h) is a letter, else a Roman one."""
    letter = ord(number.written[1:2] or " ") - ord("a") + 1
    if number.style is Style.ROMAN_BRACKETED and len(number.written) == len("(i)") and letter - 1 == last:
        return replace(number, style=Style.LETTER_BRACKETED, value=letter)
    return number


def _by_decimals(read: Sequence[tuple[Line, Number]]) -> dict[int, Number]:
    """The decimals that follow one another and the chapters above them; none where these are figures of running text."""
    found: dict[int, Number] = {}
    last: dict[tuple[int, ...], int] = {}  # the last number below each number
    waiting: list[tuple[Line, Number]] = []  # what may be a chapter, since the last decimal
    chapter = decimals = 0
    style: Style | None = None
    for line, number in read:
        if number.style in _CHAPTERS and title_of(line.text[number.end :]):
            waiting.append((line, number))
        if number.style not in DECIMALS or not title_of(line.text[number.end :]):
            continue
        *above, value = map(int, number.written.split("."))
        begun = last.get(tuple(above))
        is_next = begun is not None and begun < value <= begun + 1 + _MOST_MISSING
        opens = value == 1 and _is_open(above, last, waiting)
        if not (is_next or opens) or f".0{value}" in number.written:
            continue
        if len(above) == 1 and above[0] != chapter:
            chapters = _chapters(waiting, chapter, above[0], style)
            style = chapters[-1][1].style if chapters else style
            found |= {at.start: replace(one, style=Style.SPACED) for at, one in chapters}
            chapter = above[0]
        waiting = []
        found[line.start] = number
        last[tuple(above)] = value
        decimals += 1
    if decimals + (style is Style.SPACED) < _LEAST_DECIMALS:
        return {}
    behind = _chapters(waiting, chapter, None, style)
    return found | {at.start: replace(one, style=Style.SPACED) for at, one in behind}


def _plain_chapters(lines: Sequence[Line], read: Sequence[tuple[Line, Number]]) -> dict[int, Number]:
    """Chapters numbered "1 总则", "2 组织体系" without decimals below them: short titles that count on from 1.

    Sentences stand below each of them; the rows of a list follow one another.
    """
    said = [line.start for line in lines if not is_short(line.text)]
    titles = [
        (line, number)
        for line, number in read
        if number.style is Style.SPACED and _is_plain_title(line.text[number.end :].strip())
    ]
    ends = [*(line.start for line, _ in titles[1:]), lines[-1].start + 1] if titles else []
    runs: list[dict[int, Number]] = []
    for (line, number), end in zip(titles, ends, strict=True):
        if bisect_left(said, end) == bisect_left(said, line.start):
            continue
        if number.value == 1:
            runs.append({})
        if runs and number.value == len(runs[-1]) + 1:
            runs[-1][line.start] = number
    return {at: number for run in runs if len(run) >= _LEAST_CHAPTERS for at, number in run.items()}


def _is_plain_title(words: str) -> bool:
    return 0 < len(words) <= _MOST_TITLE_CHARS and all(sign.isalpha() or sign in " 、（）" for sign in words)


_LEAST_CHAPTERS = 3
"""Two short lines with digits may be anything."""
_MOST_TITLE_CHARS = 20
"""As long are the titles of chapters; a note below a page names a source or says more."""


def _is_open(above: Sequence[int], last: dict[tuple[int, ...], int], waiting: Sequence[tuple[Line, Number]]) -> bool:
    """Whether the first number below `above` may come: its chapter was read, or the chapter or section before has ended."""
    if len(above) > 1:
        return last.get(tuple(above[:-1])) == above[-1]
    return above[0] == 1 or (above[0] - 1,) in last or any(number.value == above[0] for _, number in waiting)


def _chapters(
    waiting: Sequence[tuple[Line, Number]], after: int, until: int | None, style: Style | None
) -> list[tuple[Line, Number]]:
    """Of what may be one, the chapters behind chapter `after`, the last of them `until`; all that follow where it is None.

    An item of a list is numbered like them: the chapter is the last of its number, and one without decimals below it is
    written like the others and follows no item.
    """
    found: list[tuple[Line, Number]] = []
    chosen = next((at for at in range(len(waiting) - 1, -1, -1) if waiting[at][1].value == until), None)
    like = style if chosen is None else waiting[chosen][1].style
    wanted = after + 1
    previous: int | None = None
    for line, number in waiting if chosen is None else waiting[:chosen]:
        if number.style is like and number.value == wanted and previous != wanted - 1 and wanted != until:
            found.append((line, number))
            wanted += 1
            previous = None
        elif number.style is like:
            previous = number.value
    return found if chosen is None else [*found, waiting[chosen]]
