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

from index.terms.glossary import english_words, load_glossary, stem
from index.terms.lexicon import is_han, without_document_numbers
from index.translation.numbers_told import English, Told, chinese_numbers, plain_chinese, read_english
from index.translation.said_marks import Found, marks, marks_in

WORD_CHARS = 2.5
"""Chinese characters that an English word takes, so that distances in both languages compare."""
NEAR_CHARS = 8.0
"""What stands so much further from a number speaks a third as much of it."""
CLAUSE_COST, SENTENCE_COST = 8.0, 24.0
"""A stop parts as much as so many characters."""
MOST_MEANINGS = 3
"""Entries of the glossary that an English word may mean."""
BOUND_BEFORE, BOUND_BEHIND = 6, 4
"""English words beside a number among which its bound stands."""
SIGNS_BEFORE, SIGNS_BEHIND = 8, 4
"""Chinese signs beside a number among which its bound stands, if no stop and no other number does."""
PLAN_PERIOD = "five-year plan"
"""The unit of the number of a five-year plan: 十三五, the 13th Five-Year Plan."""
LEAST_NO_PLAN = 20
_FIVE_YEARS = ("five", "year")
_ORDINAL = "th"
"""Beside a five-year plan "the 13th" is one, too."""
LABEL_SIGNS, LABEL_WORDS = 3, 2
"""Before a number, among which it is denied: "不是2017年", "not in 2017"."""
_DENYING = "不非"
WAYS = ("fall", "rise")
"""Names of the rows of the table of marks that say how a figure changes."""
CHANGE_SIGNS, CHANGE_WORDS = 4, 8
"""Before a number, among which its change is told: "下降了15%", "fell, by the end of 2025, by 15%"."""
LEAST_WORD, _STEM = 4, "en:"
"""Letters of an English word that says something by itself; its stem is kept behind this."""
_CLAUSE, _SENTENCE = "，,、:：", "。；;!?！？"
_AT_LEAST = ("at least", "or more", "more than")
_AT_MOST = ("at most", "or less", "within", "less than")
MIN_YEAR, MAX_YEAR = 1900, 2100
"""What may be a year."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands; `units` are names of rows of the table of marks, `bound` is "least", "most" or "".

    `may_bound` are bounds that English beside it can mean as well ("over", "below"); `label` is the sign or word right before
    it, `names` whether that is a word with a capital ("Box 2"); `is_denied` where the sentence says that it is not the one;
    `measure` is the Chinese sign behind it; `change` is "fall", "rise" or "".
    """

    value: float
    at: float
    units: frozenset[str]
    bound: str
    may_bound: frozenset[str] = frozenset()
    label: str = ""
    names: bool = False
    is_denied: bool = False
    measure: str = ""
    change: str = ""

    @property
    def is_year(self) -> bool:
        """Whether it may be a year: those are compared with years."""
        return MIN_YEAR <= self.value <= MAX_YEAR and self.value.is_integer()


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A text with what it says and where; `places` gives where each pair of characters stands, stops counted as distance.

    `loose_bounds` are those that no number has: "较大及以上", "the larger class or above".
    """

    text: str
    places: Mapping[str, tuple[float, ...]]
    numbers: tuple[Number, ...]
    is_english: bool
    words: tuple[str, ...] = ()
    loose_bounds: frozenset[str] = frozenset()

    def likeness(self, at: float, other: Compared, other_at: float, without: frozenset[str]) -> float:
        """How far what stands beside a place of this text stands beside one of the other, which it may do in several."""
        alike = 0.0
        for pair, here in self.places.items():
            there = other.places.get(pair)
            if there and pair not in without:
                one, two = min(abs(at - place) for place in here), min(abs(other_at - place) for place in there)
                alike += exp(-(one + two) / NEAR_CHARS) / len(there)
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
    numbers, bounding = [], set[int]()
    for number in chinese_numbers(plain):
        if not number.needed or _numbers_an_item(plain, number):
            continue
        beside = [one for one in found if one.mark.kind == "bound" and _binds(one, number, plain)]
        bounding |= {one.start for one in beside}
        units = _units(one.mark.name for one in found if _is_unit_of(one, number))
        if _is_plan_period(plain[number.start : number.end], number.value):
            units = frozenset((PLAN_PERIOD,))
        bound, before = _bound_of([one.mark.name for one in beside]), plain[max(number.start - LABEL_SIGNS, 0) : number.start]
        denied = not bound and any(sign in before for sign in _DENYING) and not _parted(before)
        label, measure = before[-1:], plain[number.end : number.end + 1]
        at = where[number.start]
        changes = [one.mark.name for one in found if one.mark.name in WAYS and 0 <= number.start - one.end <= CHANGE_SIGNS]
        change = "" if not changes or _parted(plain[number.start - CHANGE_SIGNS : number.start]) else changes[-1]
        numbers.append(
            Number(
                number.value, at, units, bound, label=label, is_denied=denied, measure=measure, change=change
            )
        )
        places[f"#{number.value:g}"].append(at)
    loose = {_bound_of([one.mark.name]) for one in found if one.mark.kind == "bound" and one.start not in bounding}
    at_pairs = {pair: tuple(at) for pair, at in places.items()}
    return Compared(plain, at_pairs, tuple(numbers), is_english=False, loose_bounds=frozenset(loose - {""}))


def _numbers_an_item(plain: str, number: Told) -> bool:
    """Whether a number stands before an item: "(1)动员部署", "一是加强领导"."""
    before, behind = plain[max(number.start - 1, 0) : number.start], plain[number.end : number.end + 1]
    return (before, behind) == ("(", ")") or (behind == "是" and (not before or before in _CLAUSE + _SENTENCE))


def _binds(found: Found, number: Told, plain: str) -> bool:
    """Whether a bound stands beside a number, on its own side and in its clause."""
    before = found.mark.side == "before" and 0 <= number.start - found.end <= SIGNS_BEFORE
    behind = found.mark.side == "after" and 0 <= found.start - number.end <= SIGNS_BEHIND
    return (before or behind) and not _parted(plain[min(found.end, number.end) : max(found.start, number.start)])


def _is_unit_of(found: Found, number: Told) -> bool:
    """Whether a unit stands behind a number, or before it, as 百分之."""
    return found.mark.kind == "unit" and (found.start == number.end or (found.end == number.start and found.end > found.start + 1))


def _is_plan_period(numeral: str, value: float) -> bool:
    """Whether a numeral is that of a five-year plan, which is told by its first signs: 十三五 is 13."""
    return numeral.startswith("十") and numeral.endswith("五") and value < LEAST_NO_PLAN


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
    narrow = unicodedata.normalize("NFKC", without_document_numbers(text))
    bare = "".join(" " if is_han(sign) else sign for sign in _without_item_numbers(narrow))
    english = read_english(bare)
    where = _english_distances(bare, len(english.words))
    places: dict[str, list[float]] = defaultdict(list)
    for match in load_glossary().match_english(english.words):
        for entry in match.entries[:MOST_MEANINGS]:
            for form in entry.forms:
                for at in range(len(form) - 1):
                    places[form[at : at + 2]].append(where[match.start])
    for word, at in zip(english.words, where, strict=False):
        if word.isalpha() and len(word) >= LEAST_WORD:
            places[f"{_STEM}{stem(word)}"].append(at)
    for pair, at in _bracketed_pairs(text):
        places[pair].append(where[min(at, len(where) - 1)])
    of_plans = any(english.words[one.end : one.end + len(_FIVE_YEARS)] == _FIVE_YEARS for one in english.numbers)
    numbers, loose = [], list(english.words)
    ends = [0, *(number.end for number in english.numbers)]
    starts = [*(number.start for number in english.numbers[1:]), len(english.words)]
    for number, low, high in zip(english.numbers, ends, starts, strict=False):
        in_digits = english.words[number.start][0].isdecimal()
        if not (number.needed or in_digits) or _tells_years_of_plan(english, number):
            continue
        behind = english.words[number.end : min(number.end + 2, max(high, number.end))]
        first, last = max(number.start - BOUND_BEFORE, low), min(number.end + BOUND_BEHIND, max(high, number.end))
        around = english.words[first:last]
        loose[first:last] = [""] * (last - first)
        units = _units(mark.name for mark in marks() if mark.kind == "unit" and mark.english.times(behind))
        if english.words[number.end : number.end + len(_FIVE_YEARS)] == _FIVE_YEARS or (
            of_plans and english.words[number.start].endswith(_ORDINAL)
        ):
            units = frozenset((PLAN_PERIOD,))
        bound, before = _english_bound(around), english.words[max(number.start - LABEL_WORDS, 0) : number.start]
        label, at = (before[-1] if before else ""), where[number.start]
        numbers.append(
            Number(
                number.value,
                at,
                units,
                bound,
                _loosely(around),
                label,
                names=f"{label.capitalize()} " in text,
                is_denied=not bound and "not" in before,
                change=_english_change(english.words[max(number.start - CHANGE_WORDS, low) : number.start]),
            )
        )
        places[f"#{number.value:g}"].append(at)
    at_pairs = {pair: tuple(at) for pair, at in places.items()}
    loose_bounds = frozenset(filter(None, (_english_bound(tuple(filter(None, loose))),)))
    return Compared(text, at_pairs, tuple(numbers), True, english.words, loose_bounds)  # noqa: FBT003


def _english_change(before: tuple[str, ...]) -> str:
    """The change told of a number; "" where the words before it tell both."""
    told = [mark.name for mark in marks() if mark.name in WAYS and mark.plainly.times(before)]
    return told[0] if len(told) == 1 else ""


def _without_item_numbers(text: str) -> str:
    """A text without numbers in brackets, which stand before its items."""
    kept, at = "", 0
    while at < len(text):
        end = at + 1
        while text[at] == "(" and text[end : end + 1].isdecimal():
            end += 1
        if end > at + 1 and text[end : end + 1] == ")":
            at = end + 1
        else:
            kept, at = kept + text[at], at + 1
    return kept


def _english_distances(text: str, words: int) -> list[float]:
    """Where each word stands, stops counting for more than a word; as many as the text has words, and the end."""
    where: list[float] = []
    at = 0.0
    piece = ""
    for sign, following in zip(f"{text} ", f"{text[1:]}  ", strict=True):
        stop = sign in _CLAUSE + _SENTENCE or (sign == "." and following.isspace())
        if not stop or following.isdigit():
            piece += sign
            continue
        for _ in read_english(piece).words:
            where.append(at)
            at += WORD_CHARS
        at += SENTENCE_COST if sign in _SENTENCE + "." else CLAUSE_COST
        piece = ""
    while len(where) <= words:
        where.append(at)
        at += WORD_CHARS
    return where


def _tells_years_of_plan(english: English, number: Told) -> bool:
    """Whether a number is the five of "13th Five-Year Plan"."""
    before = [one.end for one in english.numbers if one.end == number.start]
    return bool(before) and english.words[number.start : number.start + len(_FIVE_YEARS)] == _FIVE_YEARS


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
    """The bound that words beside a number say plainly; of phrases that hold another, as "no less than", the longest counts."""
    at = 0
    while at < len(around):
        sizes = {
            bound: max(
                mark.plainly.size_at(around, at) for mark in marks() if mark.kind == "bound" and mark.name in names
            )
            for bound, names in (("most", _AT_MOST), ("least", _AT_LEAST))
        }
        if any(sizes.values()):
            return max(sizes, key=lambda bound: sizes[bound])
        at += 1
    return ""
