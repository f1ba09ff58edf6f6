"""A Chinese text cut into the pieces that are translated: sentences, cells and headings without their numbers.

A long sentence is cut further, at commas, so that a part of it that an answer quotes has its own English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.terms.lexicon import is_han
from index.terms.numbering import Style, read_number

SENTENCE_MARKS, CLAUSE_MARKS = "。！？；;", "，,"
_CLOSING_QUOTES = "”’」』）)】"
_OPENING, _CLOSING = "（(〔“《【", "）)〕”》】"
LONG_CHARS, LEAST_CLAUSE_CHARS = 70, 20
"""A sentence longer than this is cut at commas into clauses of so many characters at least."""
_OWN_FIGURES = (Style.BARE, Style.SPACED)
"""Digits before words without a stop may belong to them: "5个县"."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text at `start` to `end`, without the number before it; `continues` the sentence of the one before."""

    start: int
    end: int
    continues: bool


def segments(text: str, start: int = 0, end: int | None = None) -> Iterator[Segment]:
    """The pieces of `text[start:end]` that hold Chinese, in order; lines and cells (parted by tabs) are never joined."""
    stop = len(text) if end is None else end
    at = start
    for mark in range(start, stop + 1):
        if mark == stop or text[mark] in "\n\t":
            for left, right in _cut(text, at, mark, SENTENCE_MARKS, 0):
                yield from _clauses(text, left, right)
            at = mark + 1


def _clauses(text: str, start: int, end: int) -> Iterator[Segment]:
    """A sentence as one piece, or, where it is long, as its clauses."""
    first = behind_number(text, start, end)
    pieces = [(first, end)] if end - first <= LONG_CHARS else _cut(text, first, end, CLAUSE_MARKS, LEAST_CLAUSE_CHARS)
    continues = False
    for left, right in pieces:
        while right > left and text[right - 1].isspace():
            right -= 1
        while left < right and text[left].isspace():
            left += 1
        if any(map(is_han, text[left:right])):
            yield Segment(left, right, continues)
            continues = True


def behind_number(text: str, start: int, end: int) -> int:
    """Where the words of a piece begin, behind the number that it opens with ("（一）", "3.", "一是")."""
    number = read_number(text[start:end])
    return start if number is None or number.style in _OWN_FIGURES else start + number.end


def _cut(text: str, start: int, end: int, marks: str, least: int) -> Iterator[tuple[int, int]]:
    """Cut behind `marks` and the quotes that close behind them, not inside brackets nor into pieces shorter than `least`."""
    at, depth, place = start, 0, start
    while place < end:
        sign = text[place]
        depth = max(depth + (sign in _OPENING) - (sign in _CLOSING), 0)
        place += 1
        if sign in marks and not depth and place - at >= least:
            while place < end and text[place] in _CLOSING_QUOTES:
                place += 1
            yield at, place
            at = place
    if text[at:end].strip():
        yield at, end
