"""Text cut into lines, clauses and members by plain marks, with offsets kept; brackets that stay open are told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from index.reading.structure import prose_start
from index.terms.numbering import read_number
from index.types import Section

CLAUSE_MARKS = ",，。;；:："
MOST_BEFORE_CHARS = 2_000
"""What is told further before a sentence is not looked for: the longest paragraph of a plan has about 1,500."""
MOST_CASE_CHARS = 80
"""A longer text before a clause tells more than the case it is about."""
_CASE_ENDS = ("的", "时", "后")
_NEAR_CHARS = 64
_OPEN, _CLOSE = "(（[【〔《", ")）]】〕》"


def cut(text: str, marks: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The ranges of `text[start:end]` between marks, empty ones left out."""
    stop = len(text) if end is None else end
    at = start
    for i in range(start, stop):
        if text[i] in marks:
            if i > at:
                yield at, i
            at = i + 1
    if stop > at:
        yield at, stop


def own_prose(text: str, section: Section) -> tuple[int, int]:
    """The running text of a section without its heading and number, up to the first of its parts."""
    start = prose_start(text, section)
    end = section.children[0].span.start if section.children else section.span.end
    if section.number and start == section.span.start and (number := read_number(text, start)):
        start = min(number.end, end)
    return start, end


def case_before(text: str, start: int, at: int) -> int:
    """Where the case begins for which a clause at `at` holds ("用户欠费的,|燃气企业应当…"); `at` where none is told."""
    first = max(start, last_mark(text, "。;；:：\n", start, at) + 1)
    before = text[first:at].lstrip()
    case = before.rstrip(" ,，")
    told = case != before and case.endswith(_CASE_ENDS) and len(case) <= MOST_CASE_CHARS
    return at - len(before) if told else at


def lines(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Where each line that is not blank begins, and the line without the space around it."""
    found = ((a, text[a:b]) for a, b in cut(text, "\n", start, end))
    return [(at + len(line) - len(line.lstrip()), line.strip()) for at, line in found if line.strip()]


def last_mark(text: str, marks: str, start: int, end: int) -> int:
    """Where the last of the marks stands in `text[start:end]`; -1 where none does. Looks no further than it must."""
    size = _NEAR_CHARS
    while start < end:
        first = max(start, end - size)
        found = max(text.rfind(mark, first, end) for mark in marks)
        if found >= 0:
            return found
        end, size = first, 2 * size
    return -1


def first_mark(text: str, marks: str, start: int, end: int) -> int:
    """Where the first of the marks stands in `text[start:end]`; `end` where none does. Looks no further than it must."""
    size, at = _NEAR_CHARS, start
    while at < end:
        stop = min(at + size, end)
        found = min((here for mark in marks if (here := text.find(mark, at, stop)) >= 0), default=-1)
        if found >= 0:
            return found
        at, size = stop, 2 * size
    return end


def before_on_line(text: str, at: int) -> str:
    """What stands before `at` on its line, so much of it as belongs to one matter."""
    first = max(0, at - MOST_BEFORE_CHARS)
    return text[max(first, text.rfind("\n", first, at) + 1) : at]


class Taken:
    """Ranges of a text that are taken, none over another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        """Take a range that touches none that is taken."""
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)

    def touches(self, start: int, end: int) -> bool:
        """Whether one of the ranges shares a character with `text[start:end]`."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._ends[at - 1] > start


def after_last(text: str, marks: str) -> str:
    """What stands behind the last of the marks."""
    return text[last_mark(text, marks, 0, len(text)) + 1 :]


def opened(text: str) -> int:
    """How many more brackets and title marks `text` opens than it closes."""
    return sum(map(text.count, _OPEN)) - sum(map(text.count, _CLOSE))


def is_open(text: str) -> bool:
    """Whether a bracket or a title mark of `text` is not closed in it."""
    return opened(text) > 0


def open_bracket(text: str, start: int, at: int) -> int:
    """Where the bracket opens in which `at` stands; -1 outside of one."""
    opened = last_mark(text, _OPEN, start, at)
    return opened if opened > last_mark(text, _CLOSE, start, at) else -1


def without_lead(text: str, words: tuple[str, ...]) -> str:
    """The text without any of the words that it begins with, one behind another."""
    while text.startswith(words):
        text = text[next(len(word) for word in words if text.startswith(word)) :]
    return text


def without_tail(text: str, words: tuple[str, ...], but: tuple[str, ...] = ()) -> str:
    """The text without any of the words that it ends with, one before another; what ends with one of `but` stays."""
    while text.endswith(words) and not text.endswith(but or "\0\0"):
        text = text[: -next(len(word) for word in words if text.endswith(word))]
    return text


def without_open_bracket(text: str) -> str:
    """The text up to a bracket that it does not close."""
    at = open_bracket(text, 0, len(text))
    return text[:at] if at >= 0 else text


def without_item_number(text: str) -> str:
    """The text without the number of its item ("3.开展…", "(二)开展…"); a bare figure ("12米以上渔船") stays."""
    number = read_number(text)
    marked = number is not None and not text[: number.end].rstrip()[-1:].isdigit()
    return text[number.end :].strip() if number and marked else text.strip()
