"""The numbers that a Chinese and an English text tell, as values that can be compared.

"1000万元" and "10 million yuan" are both 10,000,000; "三年" and "three-year" are both 3; "8月" and "August" are both 8.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.terms.glossary import english_words
from index.terms.lexicon import is_han
from index.terms.numbering import numeral_value
from index.translation.said_marks import numbers, without_neutral

_NUMERALS = "零〇一二三四五六七八九十百千万亿两"
_SPELT = {
    "%": " percent ",
    "‰": " permille ",
    "≥": " at least ",
    "≤": " at most ",
    ">": " more than ",
    "<": " less than ",
    "m2": " square metres ",
    "m3": " cubic metres ",
    "No.": " number ",
    " May": " Maius",
}
"""Signs of English as words; the month of May gets its Latin name, because a small "may" permits."""
_UNITS = "零一二三四五六七八九"
_SCALES = {"万": 1e4, "亿": 1e8, "万亿": 1e12, "百": 1e2, "千": 1e3, "百万": 1e6, "千万": 1e7, "十万": 1e5}
_ODD = "余多几"
"""May stand between a number and its scale: "1500余万元"."""
_INEXACT = "数几上成"
"""Before a scale that is no number: "数百", "上千"."""
YEAR_DIGITS = 4
_ONE_COUNTS = "级类期号"
"""Behind 一, where it is a number and no article: "一级"."""
_PLAN_CHARS = 3
"""Of 十三五, the 13th of the five-year plans."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number at `start` to `end`; `needed` is false for one that the other language may leave out or say otherwise."""

    value: float
    start: int
    end: int
    needed: bool = True


def plain_chinese(text: str) -> str:
    """A Chinese text as it is compared: full-width signs narrow, square and cubic metres in words."""
    narrow = unicodedata.normalize("NFKC", text).replace("m2", "平方米").replace("m3", "立方米")
    pieces = narrow.split("·")
    return "·".join(
        _blanked(piece, of_name_before=at > 0, of_name_behind=at < len(pieces) - 1) for at, piece in enumerate(pieces)
    )


def _blanked(piece: str, *, of_name_before: bool, of_name_behind: bool) -> str:
    """A piece without the Chinese signs beside the dot of a name, which say nothing: 克伊木·阿不都热衣木."""
    start, end = 0, len(piece)
    while of_name_before and start < end and is_han(piece[start]):
        start += 1
    while of_name_behind and end > start and is_han(piece[end - 1]):
        end -= 1
    return piece[start:end]


def chinese_numbers(text: str) -> Iterator[Told]:
    """The numbers of a text that `plain_chinese` gave, in digits and in numerals, in its order."""
    counted = without_neutral(text)
    at = 0
    while at < len(counted):
        if counted[at].isdigit() and counted[at].isascii():
            end = _digits_end(counted, at)
            if counted[end : end + 1] == "月" and end - at > YEAR_DIGITS:  # "201812月", which has lost its 年
                yield Told(float(counted[at : at + YEAR_DIGITS]), at, at + YEAR_DIGITS)
                at += YEAR_DIGITS
            value, last = _scaled(counted, end, float(counted[at:end].replace(",", "")))
            yield Told(value, at, last)
            at = last
        elif counted[at] in _NUMERALS:
            end = at
            while end < len(counted) and counted[end] in _NUMERALS:
                end += 1
            yield from _numerals(counted, at, end)
            at = end
        else:
            at += 1


def _numerals(text: str, start: int, end: int) -> Iterator[Told]:
    numeral = text[start:end]
    if len(numeral) > 1 and all(two == one + 1 for one, two in pairwise(map(_UNITS.find, numeral))):
        yield from (Told(float(_UNITS.index(sign)), start, end) for sign in numeral)  # "一二三四级"
        return
    if len(numeral) == _PLAN_CHARS and numeral[0] == "十" and numeral[-1] == "五":
        yield Told(float(numeral_value(numeral[:2]) or 0), start, end)
        yield Told(5, start, end, needed=False)
        return
    value = numeral_value(numeral)
    if value is None:
        return
    inexact = start > 0 and text[start - 1] in _INEXACT
    article = value == 1 and not (text[end : end + 1] in _ONE_COUNTS or text[start - 1 : start] == "第")
    yield Told(float(value), start, end, needed=value > 0 and not inexact and not article)


def _digits_end(text: str, start: int) -> int:
    """Behind a number in digits: "1,575", "2.15"; the comma of "3,2015" and the points of "2024.3.12" part numbers."""
    end = _run_end(text, start)
    while text[end : end + 1] == "," and _run_end(text, end + 1) == end + 1 + len("000"):
        end = _run_end(text, end + 1)
    fraction = _run_end(text, end + 1) if text[end : end + 1] == "." else end
    of_a_date = text[fraction : fraction + 1] == "." and text[fraction + 1 : fraction + 2].isdecimal()
    of_a_date = of_a_date or (start > 1 and text[start - 1] == "." and text[start - 2].isdecimal())
    return end if fraction <= end + 1 or of_a_date else fraction


def _run_end(text: str, start: int) -> int:
    """Behind the digits at `start`."""
    end = start
    while end < len(text) and text[end].isdigit() and text[end].isascii():
        end += 1
    return end


def _scaled(text: str, at: int, value: float) -> tuple[float, int]:
    """A value times the scale that stands at `at` (万, 余亿), and where that ends."""
    first = at + (text[at : at + 1] in _ODD and text[at : at + 1] != "")
    for size in (2, 1):
        if scale := _SCALES.get(text[first : first + size]):
            return round(value * scale, 6), first + size
    return value, at


@dataclass(frozen=True, slots=True)
class English:
    """An English text as it is compared: its words in small letters and its numbers, at their places among the words."""

    words: tuple[str, ...]
    numbers: tuple[Told, ...]

    def around(self, number: Told, before: int, after: int) -> tuple[str, ...]:
        """The words beside a number, so many before and after it."""
        return self.words[max(number.start - before, 0) : number.end + after]


def read_english(text: str) -> English:
    """The words and numbers of an English text; signs of shares and bounds become words."""
    words = english_words(_with_signs_as_words(_without_commas(text)))
    return English(words, tuple(_english_numbers(words)))


def _with_signs_as_words(text: str) -> str:
    """Signs in words: "15 percent" for "15%"."""
    spelt = unicodedata.normalize("NFKC", text)
    for sign, words in _SPELT.items():
        spelt = spelt.replace(sign, words)
    return spelt


def _without_commas(text: str) -> str:
    """Thousands without their comma: "1575" for "1,575"."""
    parts = text.split(",")
    joined = parts[0]
    for part in parts[1:]:
        thousands = joined[-1:].isdecimal() and part[:3].isdecimal() and len(part[:3]) == 3
        joined += part if thousands and not part[3:4].isdecimal() else f", {part}"
    return joined


def _english_numbers(words: tuple[str, ...]) -> Iterator[Told]:
    at = 0
    while at < len(words):
        value, size, needed = _value(words, at)
        if value is None:
            yield from (Told(number, at, at + 1) for number in _digits_inside(words[at]))
            at += 1
            continue
        end = at + size
        while end < len(words) and words[end] in numbers("scales"):
            value *= numbers("scales")[words[end]]
            end += 1
        yield Told(round(value, 6), at, end, needed and value > 1)
        at = end


def _value(words: tuple[str, ...], at: int) -> tuple[float | None, int, bool]:
    """The number that a word tells, how many words tell it, and whether it is surely one."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if (digits := _figure(word)) is not None:
        return digits, 1, True
    if word in numbers("months"):
        return float(numbers("months")[word]), 1, True
    if word in numbers("words"):
        tens, ones = numbers("words")[word], numbers("words").get(following, 0)
        whole = tens >= 20 and 0 < ones < 10
        return float(tens + ones * whole), 1 + whole, True
    if word in numbers("also"):
        return float(numbers("also")[word]), 1, False
    if word in numbers("scales"):
        return 1.0, 0, False
    return None, 1, False


def _figure(word: str) -> float | None:
    """The number of "15", "2.15", "130th", "1980s"."""
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    return float(digits) if digits and digits.replace(".", "", 1).isdecimal() else None


def _digits_inside(word: str) -> Iterator[float]:
    """The numbers of a code: "g318", "gb50016"."""
    at = 0
    while at < len(word):
        if word[at].isdecimal():
            end = _digits_end(word, at)
            yield float(word[at:end])
            at = end
        else:
            at += 1
