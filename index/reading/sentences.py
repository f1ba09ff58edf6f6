"""Sentence and clause bounds of official prose, Chinese or English.

Takes a text and a range in it, gives (start, end) pairs in the same offsets. Never changes the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.reading.lines import is_han
from index.terms.lexicon import YEAR

# A sentence ends after 。!? (full or half width), with the closing quotes and brackets that follow, or at a line break.
# "完成整治。”随后" -> "完成整治。”" | "随后"; "下降6.5%" is not cut, the half-width stop is not an end in Chinese text.
# In English it is one behind a word and before a capital: "by 20 percent.| The Bureau"; not "Mr. Li", and not behind the
# few words that open a line as its heading ("2.1 Gas safety. The Bureau …"). A share and a year behind it without a stop are
# two sentences, of which the source lost the stop: "减少36.2%|2011年至2015年,…"; not "36.2%,2011年".
_SENTENCE_END = re.compile(
    r"[。!?!?]+[”’」』\)）】]*|\n+|"
    rf"(?<=\d%)(?={YEAR}年)|"
    r"(?<=[^\n]{40})(?<=[a-z0-9]{2}[a-z0-9%)])\.(?= +[A-Z])"
)
# Semicolons part the members of a list: "一是强化监管;二是补齐短板" -> two clauses.
_CLAUSE_END = re.compile(r"[;;]")

LONG_SENTENCE_CHARS, LONG_ENGLISH_CHARS = 120, 240
"""Above this a sentence with semicolons is read clause by clause: an answer quotes one member, not the whole list."""


def _is_long(text: str, start: int, end: int) -> bool:
    size = end - start
    return size > LONG_ENGLISH_CHARS or (size > LONG_SENTENCE_CHARS and any(map(is_han, text[start:end])))


def _cut(text: str, start: int, end: int, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    at = start
    for match in mark.finditer(text, start, end):
        bounds.append((at, match.end()))
        at = match.end()
    bounds.append((at, end))
    return bounds


def _bounded(start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end, MOST_SENTENCE_CHARS):
        yield at, min(at + MOST_SENTENCE_CHARS, end)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


MOST_SENTENCE_CHARS = 1_000
"""What runs on for longer is no sentence, and is cut after so many; the longest of a plan has about 600. So the work of
those who read sentences grows with the text and no faster, whatever it holds."""


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The non-empty sentences of `text[start:end]`, in order, without surrounding white space.

    A sentence longer than `LONG_SENTENCE_CHARS`, or `LONG_ENGLISH_CHARS`, is cut at its semicolons.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    for left, right in _cut(text, start, stop, _SENTENCE_END):
        pieces = _cut(text, left, right, _CLAUSE_END) if _is_long(text, left, right) else [(left, right)]
        stripped = (_strip(text, *part) for piece in pieces for part in _bounded(*piece))
        found.extend((a, b) for a, b in stripped if b > a)
    return found
