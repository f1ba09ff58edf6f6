"""Tables of contents: lines that lead to a page, and headings listed before they stand in the text. They are no sections."""

from __future__ import annotations

from index.reading.lines import Edit, Line, lines_of

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


def contents(text: str) -> list[Edit]:
    """The lines of tables of contents, with their title: those that lead to a page, and those that are listed again.

    "(一)十三五时期工作成效................ 4"; below 目录 also "1 总则", where "1 总则" stands again.
    """
    lines = lines_of(text)
    led = {at for at, line in enumerate(lines) if _leads_to_page(line.text)}
    listed: set[int] = set()
    for at, line in enumerate(lines):
        if at in listed or "".join(line.text.split()).strip("【】[]").lower() not in _TITLES:
            continue
        end = _listed_until(lines, at + 1)
        if end > at + 1 or at + 1 in led:
            listed.update(range(at, max(end, at + 1)))
    return [Edit(lines[at].start, min(lines[at].end + 1, len(text)), "") for at in sorted(led | listed)]


def _leads_to_page(line: str) -> bool:
    """Whether a line ends with leaders and a page; without a page it takes more of them: "还有……" is a sentence."""
    head = "".join(line.split())
    title = head.rstrip("0123456789")
    digits = len(head) - len(title)
    led = title.rstrip(_PAGE_MARKS)
    leaders = len(led) - len(led.rstrip("".join(_LEADERS)))
    dots = leaders * (_DOTS_OF_AN_ELLIPSIS if led.endswith(_ELLIPSES) else 1)
    return digits <= _MOST_PAGE_DIGITS and dots >= (_LEAST_DOTS if digits else _LEAST_DOTS_ALONE)


def _listed_until(lines: list[Line], first: int) -> int:
    """Behind the last line of a list that begins at line `first` and most of which stands again; `first` where none does."""
    keys = [_key(line.text) for line in lines[first : first + 2 * MOST_LINES]]
    for tried in range(min(_FIRST_TRIED, len(keys))):
        if len(keys[tried]) < _LEAST_KEY_CHARS:
            continue
        again = next((at for at in range(tried + 1, len(keys)) if keys[at].startswith(keys[tried])), None)
        if again is None or again - tried > MOST_LINES:
            continue
        end = again - tried
        behind = set(keys[end:])
        met = sum(key in behind or any(other.startswith(key) for other in behind) for key in keys[:end])
        if end > 1 and met >= LISTED_AGAIN * end:
            return first + end
    return first


def _key(line: str) -> str:
    """A line of a table of contents or a heading without spaces, leaders and the number of its page."""
    bare = line.rstrip()
    while (shorter := bare.rstrip(_PAGE_MARKS + "".join(_LEADERS))) != bare or bare[-1:].isdecimal():
        bare = shorter.rstrip("0123456789") if shorter[-1:].isdecimal() else shorter
    return "".join(bare.split())
