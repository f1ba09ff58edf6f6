"""Tables of contents: lines that lead to a page, and headings listed before they stand in the text. They are no sections."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from index.reading.lines import Edit, Line, lines_of
from index.terms.numbering import read_number

_TITLES = ("目录", "目次", "contents", "tableofcontents")
_ELLIPSES = ("…", "⋯")
_LEADERS = (".", "·", "．", "‥", "_", *_ELLIPSES)
_DOTS_OF_AN_ELLIPSIS, _LEAST_DOTS, _LEAST_DOTS_ALONE = 3, 6, 9
"""So many dots lead from a heading to its page; more where the page is missing."""
_PAGE_MARKS = " \t-—–()（）"
_MOST_PAGE_DIGITS = 3
_LEAST_KEY_CHARS = 2
MOST_LINES = 400
"""A longer list of headings is none of a paper's."""
LISTED_AGAIN = 0.6
"""Of the lines of a table of contents so many stand again behind it; others were broken, or worded otherwise."""
_FIRST_TRIED = 3
_LEAST_UNTITLED = 4
"""So many numbered lines that all stand again, in their order and with text between them, are contents without a title."""
_MOST_TITLE_CHARS = 6


def contents(text: str) -> list[Edit]:
    """The lines of tables of contents, with their title: those that lead to a page, and those that are listed again.

    "(一)十三五时期工作成效................ 4"; below 目录 also "1 总则", where "1 总则" stands again, mostly behind it.
    """
    lines = lines_of(text)
    keys = [_key(line.text) for line in lines]
    led = {at for at, line in enumerate(lines) if _leads_to_page(line.text)}
    listed: set[int] = set()
    for at, line in enumerate(lines):
        if at in listed or not _is_title(line.text):
            continue
        end = _listed_until(keys, at + 1)
        if end > at + 1 or at + 1 in led:
            listed.update(range(at, max(end, at + 1)))
    if not listed:
        listed.update(_untitled(lines, keys))
    return [Edit(lines[at].start, min(lines[at].end + 1, len(text)), "") for at in sorted(led | listed)]


def _is_title(line: str) -> bool:
    """Whether a line is called contents: "目  录", "附件目录", "[Contents]"."""
    bare = "".join(line.split()).strip("【】[]#*").lower()
    return bare in _TITLES or (len(bare) <= _MOST_TITLE_CHARS and bare.endswith(_TITLES[:2]))


def _leads_to_page(line: str) -> bool:
    """Whether a line ends with leaders and a page; without a page it takes more of them: "还有……" is a sentence."""
    head = "".join(line.split())
    title = head.rstrip("0123456789")
    digits = len(head) - len(title)
    led = title.rstrip(_PAGE_MARKS)
    leaders = len(led) - len(led.rstrip("".join(_LEADERS)))
    dots = leaders * (_DOTS_OF_AN_ELLIPSIS if led.endswith(_ELLIPSES) else 1)
    return digits <= _MOST_PAGE_DIGITS and dots >= (_LEAST_DOTS if digits else _LEAST_DOTS_ALONE)


def _listed_until(keys: Sequence[str], first: int) -> int:
    """Behind the last line of a list that begins at line `first` and most of which stands again; `first` where none does.

    A list at the end of a paper stands again before its title.
    """
    last = min(first + 2 * MOST_LINES, len(keys))
    for tried in range(first, min(first + _FIRST_TRIED, len(keys))):
        if len(keys[tried]) < _LEAST_KEY_CHARS:
            continue
        again = next((at for at in range(tried + 1, last) if _stands(keys[tried], keys[at])), None)
        if again is None and any(_stands(keys[tried], key) for key in keys[: first - 1]):
            end, elsewhere = len(keys), keys[: first - 1]
        elif again is None or again - tried > MOST_LINES:
            continue
        else:
            end = first + again - tried
            elsewhere = keys[end:last]
        if end - first > 1 and _met(keys[first:end], elsewhere) >= LISTED_AGAIN:
            return end
    return first


def _met(keys: Sequence[str], elsewhere: Sequence[str]) -> float:
    """The share of some lines that stand among others; numbers of pages that stand alone are no lines."""
    known = set(elsewhere)
    counted = [key for key in keys if key]
    met = sum(key in known or any(_stands(key, other) for other in known) for key in counted)
    return met / max(len(counted), 1)


def _stands(key: str, other: str) -> bool:
    """Whether a line of contents opens a line of the paper."""
    return len(key) >= _LEAST_KEY_CHARS and other.startswith(key)


def _untitled(lines: Sequence[Line], keys: Sequence[str]) -> Iterator[int]:
    """The lines of contents without a title: most are numbered, all stand again in their order, and there apart."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        places[key].append(at)
    at = 0
    while at < min(len(lines), MOST_LINES):
        again: list[int] = []
        for line in range(at, len(lines)):
            stands = places[keys[line]]
            behind = bisect_right(stands, again[-1] if again else line)
            if behind == len(stands) or "\t" in lines[line].text or (again and line >= again[0]):
                break
            again.append(stands[behind])
        numbered = sum(read_number(lines[one].text) is not None for one in range(at, at + len(again)))
        apart = again and again[-1] - again[0] >= _APART * len(again)
        if len(again) >= _LEAST_UNTITLED and 2 * numbered >= len(again) and apart:
            yield from range(at, at + len(again))
        at += max(len(again), 1)


_APART = 1.5
"""Headings stand this many times farther from one another in the paper than in its contents."""


def _key(line: str) -> str:
    """A line of a table of contents or a heading without spaces, marks of links, leaders and the number of its page."""
    bare = line.strip().lstrip("-*•[# ")
    title, link, _ = bare.partition("](")
    bare = title if link else bare
    while (shorter := bare.rstrip(_PAGE_MARKS + "".join(_LEADERS))) != bare or bare[-1:].isdecimal():
        bare = shorter.rstrip("0123456789") if shorter[-1:].isdecimal() else shorter
    return "".join(bare.split())
