"""How a paper numbers and marks its parts: which styles it uses and which of them lies in which, by votes of its lines.

What begins anew (1, （一）) between two numbers of a style that count on lies in that style: a vote each time. The order of
official papers (第一章, 第一节, 第一条, 一、, （一）, 1., （1）, ①) decides where nothing votes. Headings that bear no number
but are marked by the file vote as a style of their own for each level of marking.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.reading.lines import is_han, is_short, lines_of
from index.reading.outline.numbered_lines import numbered_lines, points_of
from index.terms.numbering import Number, Style, read_number
from index.types import CleanText, MarkedHeading, SectionKind

ATTACHMENT_LEVEL, BOX_LEVEL, TABLE_LEVEL = 0, 98, 99
"""An attachment lies in nothing else; no part of a paper lies in a box or a table."""
Key = Style | int
"""A style of numbers, or a level of marked headings."""
_KINDS: Mapping[Key, SectionKind] = {
    Style.PART: SectionKind.CHAPTER,
    Style.CHAPTER: SectionKind.CHAPTER,
    Style.SECTION: SectionKind.SECTION,
    Style.ARTICLE: SectionKind.ITEM,
    Style.ROMAN: SectionKind.CHAPTER,
    Style.HAN: SectionKind.CHAPTER,
    Style.SPACED: SectionKind.CHAPTER,
    Style.DECIMAL: SectionKind.SECTION,
    Style.DECIMAL_3: SectionKind.ITEM,
    Style.DECIMAL_4: SectionKind.SUBITEM,
    Style.HAN_BRACKETED: SectionKind.SECTION,
    Style.LETTER: SectionKind.SECTION,
    Style.DIGITS: SectionKind.ITEM,
    Style.DIGITS_BRACKETED: SectionKind.SUBITEM,
    Style.DIGITS_CLOSED: SectionKind.SUBITEM,
    Style.LETTER_BRACKETED: SectionKind.SUBITEM,
    Style.ROMAN_BRACKETED: SectionKind.SUBITEM,
    Style.CIRCLED: SectionKind.SUBITEM,
}
"""What each style numbers, in the order of official papers."""
_AS_ONE: Mapping[Style, Style] = {Style.HAN_FRAMED: Style.HAN_BRACKETED}
_LEAST_FOR_ORDER = 0.9
"""One vote more for than against outweighs the order of official papers."""
_SHARE_OF_A_STYLE = 0.5
"""So many of a style's numbers are marked where marks show its level."""
_MOST_MARKED = 0.7
"""Where more of a text's lines are marked than this, the marks are none of headings."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The level (0 the highest) and kind of each style, the number of each line that bears one, and the marked headings.

    Lines go by their offsets; a marked heading is here if it bears no number.
    """

    levels: Mapping[Key, tuple[int, SectionKind]]
    numbers: Mapping[int, Number]
    marked: Mapping[int, MarkedHeading]


def read_outline(clean: CleanText) -> Outline:
    """The outline of a text."""
    headings = {heading.start: heading for heading in _whole_lines(clean)}
    numbers = numbered_lines(list(points_of(clean.text)), frozenset(headings))
    unnumbered = [at for at in headings if at not in numbers and read_number(clean.text, at) is None]
    marked = {at: headings[at] for at in _without_title(clean.text, headings, unnumbered)}
    marking = _marking_of_styles(numbers, headings)
    styles = {level: style for style, level in reversed(marking.items())}
    keys: dict[int, Key] = {at: _AS_ONE.get(number.style, number.style) for at, number in numbers.items()}
    keys |= {at: styles.get(heading.level, heading.level) for at, heading in marked.items()}
    voting = [
        (keys[at], numbers[at].value if at in numbers else None) for at in sorted(keys) if not _is_row(clean.text, at)
    ]
    marks = sorted({heading.level for heading in marked.values()} - set(styles))
    ranked = _ranked(set(keys.values()) | {Style.DIGITS}, marks, _votes(voting), marking)
    levels: dict[Key, tuple[int, SectionKind]] = {}
    for rank, key in enumerate(ranked, ATTACHMENT_LEVEL + 1):
        levels[key] = (rank, _KINDS.get(key, SectionKind.CHAPTER if rank == 1 else SectionKind.SECTION))
    if Style.ARTICLE in levels and (above := levels[Style.ARTICLE][0] - 1) > ATTACHMENT_LEVEL:
        levels[_LOST_NUMBER] = levels[ranked[above - 1]]
        marked |= _chapters_without_number(
            clean.text, numbers, next(at for at, key in keys.items() if key == ranked[above - 1])
        )
    levels[Style.BARE] = levels[Style.DIGITS]
    levels |= {style: levels[one] for style, one in _AS_ONE.items() if one in levels}
    levels |= {level: levels[style] for level, style in styles.items()}
    levels[Style.ATTACHMENT] = (ATTACHMENT_LEVEL, SectionKind.ATTACHMENT)
    levels[Style.BOX] = (BOX_LEVEL, SectionKind.BOX)
    return Outline(levels, numbers, marked)


def _chapters_without_number(text: str, numbers: Mapping[int, Number], first: int) -> dict[int, MarkedHeading]:
    """The chapters of a law, behind the first, whose number the source lost: a short line between a sentence and an article."""
    found: dict[int, MarkedHeading] = {}
    lines = [line for line in lines_of(text) if line.start > first]
    for before, line, behind in zip(lines, lines[1:], lines[2:], strict=False):
        article = numbers.get(behind.start)
        title = line.text.strip()
        alone = line.start not in numbers and before.text.rstrip().endswith("。") and len(title) <= _MOST_CHAPTER_CHARS
        if alone and article and article.style is Style.ARTICLE and all(map(is_han, title)):
            found[line.start] = MarkedHeading(line.start, line.start + len(line.text.rstrip()), _LOST_NUMBER)
    return found


_LOST_NUMBER = 0
"""The level of marking of chapters that are known without number and mark; files mark from 1 on."""
_MOST_CHAPTER_CHARS = 16


def _is_row(text: str, at: int) -> bool:
    """Whether the line at `at` is a row of a table, whose numbers count rows."""
    end = text.find("\n", at)
    return "\t" in text[at : end if end >= 0 else len(text)]


def _whole_lines(clean: CleanText) -> list[MarkedHeading]:
    """The marked headings that fill their lines and may be headings by their look; none where most of a text is marked."""
    lines = lines_of(clean.text)
    starts, ends = {line.start for line in lines}, {line.start + len(line.text.rstrip()) for line in lines}
    found: list[MarkedHeading] = []
    for heading in clean.headings:
        text = clean.text[heading.start : heading.end]
        start, end = heading.end - len(text.lstrip()), heading.start + len(text.rstrip())
        short = is_short(text.strip()) and not text.rstrip().endswith(_NO_HEADING_ENDS) and "\t" not in text
        if short and start in starts and end in ends:
            found.append(MarkedHeading(start, end, heading.level))
    return found if len(found) <= _MOST_MARKED * len(lines) else []


_NO_HEADING_ENDS = ("，", ",", "、", ":", "：")


def _without_title(text: str, headings: Mapping[int, MarkedHeading], unnumbered: Sequence[int]) -> list[int]:
    """The headings without those that stand before all text and whose level of marking is met no more: the paper's title."""
    opening: list[int] = []
    for line in lines_of(text):
        if line.start not in unnumbered and (line.start in headings or not is_short(line.text)):
            break
        if line.start in unnumbered:
            opening.append(line.start)
    behind = {headings[at].level for at in headings if not opening or at > opening[-1]}
    return [at for at in unnumbered if at not in opening or headings[at].level in behind]


def _marking_of_styles(numbers: Mapping[int, Number], headings: Mapping[int, MarkedHeading]) -> dict[Key, int]:
    """The level of marking that a style's numbers have, where most of them are marked."""
    levels: dict[Style, Counter[int]] = defaultdict(Counter)
    counts = Counter(_AS_ONE.get(number.style, number.style) for number in numbers.values())
    for at, number in numbers.items():
        if at in headings and number.style in _KINDS:
            levels[_AS_ONE.get(number.style, number.style)][headings[at].level] += 1
    commonest = {style: found.most_common(1)[0] for style, found in levels.items()}
    return {style: level for style, (level, met) in commonest.items() if met >= _SHARE_OF_A_STYLE * counts[style]}


def _votes(rows: Sequence[tuple[Key, int | None]]) -> Counter[tuple[Key, Key]]:
    """How often the second style began anew between two of the first that follow one another; attachments count apart."""
    votes: Counter[tuple[Key, Key]] = Counter()
    begun: dict[Key, set[Key]] = {}
    last: dict[Key, int | None] = {}
    for key, value in rows:
        if key is Style.ATTACHMENT:
            begun, last = {}, {}
            continue
        before = last.get(key)
        if key in last and (value is None or before is None or value == before + 1):
            votes.update((key, inner) for inner in begun[key])
        begun[key] = set()
        last[key] = value
        if value is None or value == 1:
            for outer, inner in begun.items():
                if outer != key:
                    inner.add(key)
    return votes


def _ranked(
    used: set[Key], marks: Sequence[int], votes: Mapping[tuple[Key, Key], int], marking: Mapping[Key, int]
) -> list[Key]:
    """The styles from the highest to the lowest: each by how many others it lies above, by votes and by the usual order.

    Headings without numbers usually lie above the styles that are marked lower, or not at all.
    """
    usual: list[Key] = [style for style in _KINDS if style in used]
    for mark in marks:
        lower = (at for at, style in enumerate(usual) if style in _KINDS and marking.get(style, mark + 1) > mark)
        usual.insert(next(lower, len(usual)), mark)
    above: Counter[Key] = Counter()
    for at, one in enumerate(usual):
        for two in usual[at + 1 :]:
            for_order = votes.get((one, two), 0) - votes.get((two, one), 0) + _LEAST_FOR_ORDER
            above[one if for_order > 0 else two] += 1
    return sorted(usual, key=lambda key: (-above[key], usual.index(key)))
