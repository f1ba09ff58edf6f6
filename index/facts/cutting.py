"""Text cut into lines, clauses and members by plain marks, with offsets kept; brackets that stay open are told."""

from __future__ import annotations

from collections.abc import Iterator

from index.terms.numbering import read_number

CLAUSE_MARKS = ",，。;；:："
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


def lines(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Where each line that is not blank begins, and the line without the space around it."""
    found = ((a, text[a:b]) for a, b in cut(text, "\n", start, end))
    return [(at + len(line) - len(line.lstrip()), line.strip()) for at, line in found if line.strip()]


def last_mark(text: str, marks: str, start: int, end: int) -> int:
    """Where the last of the marks stands in `text[start:end]`; -1 where none does."""
    return max(text.rfind(mark, start, end) for mark in marks)


def first_mark(text: str, marks: str, start: int, end: int) -> int:
    """Where the first of the marks stands in `text[start:end]`; `end` where none does."""
    return min((at for mark in marks if (at := text.find(mark, start, end)) >= 0), default=end)


def after_last(text: str, marks: str) -> str:
    """What stands behind the last of the marks."""
    return text[last_mark(text, marks, 0, len(text)) + 1 :]


def is_open(text: str) -> bool:
    """Whether a bracket or a title mark of `text` is not closed in it."""
    return sum(char in _OPEN for char in text) > sum(char in _CLOSE for char in text)


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
