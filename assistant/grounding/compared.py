"""A sentence and a passage in one form in which they can be compared, whichever language either is in.

Chinese is read as pairs of characters; of English the glossary gives the Chinese. Where each stands is kept, so that what
stands beside a number or a name can be compared as well.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp

from index.terms.glossary import english_words, load_glossary
from index.terms.lexicon import is_han, without_document_numbers
from index.translation.numbers_told import chinese_numbers, plain_chinese, read_english
from index.translation.said_marks import marks, marks_in

WORD_CHARS = 2.5
"""Chinese characters that an English word takes, so that distances in both languages compare."""
NEAR_CHARS = 8.0
"""What stands so much further from a number speaks a third as much of it."""
CLAUSE_COST, SENTENCE_COST = 8.0, 24.0
"""A stop parts as much as so many characters."""
MOST_MEANINGS = 3
"""Entries of the glossary that an English word may mean."""
BOUND_BEFORE, BOUND_BEHIND = 6, 4
"""Signs beside a number among which its bound stands; in English words."""
_CLAUSE, _SENTENCE = "，,、:：", "。；;!?！？"
_AT_LEAST = ("at least", "or more", "more than")
_AT_MOST = ("at most", "or less", "within", "less than")
_MAX_YEAR, _MIN_YEAR = 2100, 1900


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands; `units` are names of rows of the table of marks, `bound` is "least", "most" or "".

    `may_bound` are bounds that English beside it can mean as well ("over", "below").
    """

    value: float
    at: float
    units: frozenset[str]
    bound: str
    may_bound: frozenset[str] = frozenset()

    @property
    def is_year(self) -> bool:
        """Whether it may be a year: those are compared with years."""
        return _MIN_YEAR <= self.value <= _MAX_YEAR and self.value.is_integer()


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A text with what it says and where; `places` gives where each pair of characters stands, stops counted as distance."""

    text: str
    places: Mapping[str, tuple[float, ...]]
    numbers: tuple[Number, ...]
    is_english: bool
    words: tuple[str, ...] = ()

    def likeness(self, at: float, other: Compared, other_at: float, without: frozenset[str]) -> float:
        """How far what stands beside a place of this text stands beside one of the other."""
        alike = 0.0
        for pair, here in self.places.items():
            there = other.places.get(pair)
            if there and pair not in without:
                one, two = min(abs(at - place) for place in here), min(abs(other_at - place) for place in there)
                alike += exp(-(one + two) / NEAR_CHARS)
        return alike


def is_english(text: str) -> bool:
    """Whether a sentence is English, Chinese names in brackets or not."""
    return sum(char.isascii() and char.isalpha() for char in text) > sum(map(is_han, text))


@lru_cache(maxsize=512)
def compared(text: str) -> Compared:
    """The form of a sentence or passage."""
    return _of_english(text) if is_english(text) else _of_chinese(text)


def _of_chinese(text: str) -> Compared:
    plain = plain_chinese(without_document_numbers(_closed_up(text)))
    where = list(_distances(plain))
    places: dict[str, list[float]] = defaultdict(list)
    for at in range(len(plain) - 1):
        if is_han(plain[at]) and is_han(plain[at + 1]):
            places[plain[at : at + 2]].append(where[at])
    found = tuple(marks_in(plain))
    numbers = []
    for number in chinese_numbers(plain):
        if not number.needed:
            continue
        units = _units(one.mark.name for one in found if one.mark.kind == "unit" and one.start == number.end)
        beside = [
            one.mark.name
            for one in found
            if one.mark.kind == "bound"
            and (
                (one.mark.side == "before" and 0 <= number.start - one.end <= 2)
                or (one.mark.side == "after" and 0 <= one.start - number.end <= BOUND_BEHIND)
            )
            and not _parted(plain[min(one.end, number.end) : max(one.start, number.start)])
        ]
        numbers.append(Number(number.value, where[number.start], units, _bound_of(beside)))
        places[f"#{number.value:g}"].append(where[number.start])
    return Compared(plain, {pair: tuple(at) for pair, at in places.items()}, tuple(numbers), is_english=False)


def _units(names: Iterable[str]) -> frozenset[str]:
    """The units that a number has; a share of a thousand is none of a hundred."""
    units = frozenset(names)
    return units - {"per cent"} if "per mille" in units else units


def _closed_up(text: str) -> str:
    """The text without blanks, but for those between the numbers of a table's cells."""
    parts = text.split()
    beside = pairwise(parts)
    blanks = [" " if one[-1].isdigit() and other[0].isdigit() else "" for one, other in beside]
    return "".join(f"{part}{blank}" for part, blank in zip(parts, [*blanks, ""], strict=False))


def _parted(between: str) -> bool:
    return any(sign in _CLAUSE + _SENTENCE or sign.isdigit() for sign in between)


def _distances(text: str) -> Iterator[float]:
    """Where each sign stands, stops counting for more than a sign."""
    at = 0.0
    for sign in text:
        yield at
        at += SENTENCE_COST if sign in _SENTENCE else CLAUSE_COST if sign in _CLAUSE else 1.0


def _bound_of(names: list[str]) -> str:
    if any(name in _AT_LEAST for name in names):
        return "least"
    return "most" if any(name in _AT_MOST for name in names) else ""


def _of_english(text: str) -> Compared:
    bare = "".join(
        " " if is_han(sign) else sign for sign in unicodedata.normalize("NFKC", without_document_numbers(text))
    )
    english = read_english(bare)
    places: dict[str, list[float]] = defaultdict(list)
    for match in load_glossary().match_english(english.words):
        for entry in match.entries[:MOST_MEANINGS]:
            for form in entry.forms:
                for at in range(len(form) - 1):
                    places[form[at : at + 2]].append(match.start * WORD_CHARS)
    for pair, at in _bracketed_pairs(text):
        places[pair].append(at * WORD_CHARS)
    numbers = []
    ends = [0, *(number.end for number in english.numbers)]
    starts = [*(number.start for number in english.numbers[1:]), len(english.words)]
    for number, low, high in zip(english.numbers, ends, starts, strict=False):
        if number.needed:
            around = english.words[
                max(number.start - BOUND_BEFORE, low) : min(number.end + BOUND_BEHIND, max(high, number.end))
            ]
            behind = english.words[number.end : min(number.end + 2, max(high, number.end))]
            units = _units(mark.name for mark in marks() if mark.kind == "unit" and mark.english.times(behind))
            numbers.append(
                Number(number.value, number.start * WORD_CHARS, units, _english_bound(around), _loosely(around))
            )
            places[f"#{number.value:g}"].append(number.start * WORD_CHARS)
    return Compared(
        text, {pair: tuple(at) for pair, at in places.items()}, tuple(numbers), is_english=True, words=english.words
    )


def _bracketed_pairs(text: str) -> Iterator[tuple[str, int]]:
    for at in range(len(text) - 1):
        if is_han(text[at]) and is_han(text[at + 1]):
            yield text[at : at + 2], len(english_words(text[:at]))


def _loosely(around: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        bound
        for bound, names in (("most", _AT_MOST), ("least", _AT_LEAST))
        if any(mark.kind == "bound" and mark.name in names and mark.english.times(around) for mark in marks())
    )


def _english_bound(around: tuple[str, ...]) -> str:
    """The bound that words beside a number say plainly; those of the upper one hold words of the lower one."""
    said = ""
    for bound, names in (("most", _AT_MOST), ("least", _AT_LEAST)):
        for mark in marks():
            if mark.kind == "bound" and mark.name in names and mark.added.times(around):
                around, said = mark.added.without(around), said or bound
    return said
