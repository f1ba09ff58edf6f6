"""Numbers as official papers write them: numerals, and the number that a line opens with.

One table holds every style of numbering; whoever reads, strips or counts the numbers of headings and items asks here.
The numerals are read here too and not by cn2an, which agrees on all that occurs but takes 190 ms to import and 31 µs a
numeral, against none and 1 µs.
"""

from __future__ import annotations

import string
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from index.terms.number_forms import ARABIC, FORMS, HAN, STEMS, Form
from index.terms.number_forms import Style as Style


@dataclass(frozen=True, slots=True)
class Number:
    """The number that a text opens with: as written, its value (None where it counts nothing), and where the rest begins."""

    style: Style
    written: str
    value: int | None
    end: int


_STOPS = ".、:："
"""One of these may stand behind a number that is closed already: "（一）、", "附件1：", "专栏2:"."""
_TAKES_NO_STOP = (Style.SPOKEN, Style.CIRCLED, Style.BULLET)
_FORMS_BY_SIGN = {
    first: tuple(form for form in FORMS if any(first in (sign[:1] or form.numerals) for sign in form.opens))
    for first in {first for form in FORMS for sign in form.opens for first in sign[:1] or form.numerals}
}
"""The rows that a text may be of whose first sign is this one."""

LINES_KEPT = 4096
"""Several steps ask for the number of the same line."""


@lru_cache(maxsize=LINES_KEPT)
def read_number(text: str, at: int = 0) -> Number | None:
    """The number that `text` opens with at `at`, white space skipped; None where it opens with words.

    A figure is no number: not "6.5%", "8:30", "2025年"; but "3.2025年底前…" is item 3, and "12旅游安全" is a bare 12.
    """
    start = _skipped(text, at)
    forms = _FORMS_BY_SIGN.get(text[start : start + 1])
    if forms is None:
        return None
    for form in forms:
        if found := _read(form, text, start):
            return found
    return _read_decimal(text, start)


def without_number(text: str) -> str:
    """A heading or an item without the number that it opens with."""
    number = read_number(text)
    return text[number.end :].strip() if number else text.strip()


def _read(form: Form, text: str, start: int) -> Number | None:
    opening = next((sign for sign in form.opens if text.startswith(sign, start)), None)
    if opening is None:
        return None
    first = _skipped(text, start + len(opening))
    while first - start - len(opening) < form.words and text[first : first + 1] not in form.numerals:
        first += 1
    last = first
    arabic = text[first : first + 1].isdecimal()  # a numeral is of one script: "表1三年行动" is table 1
    while last < len(text) and last - first < form.most and _is_numeral(text[last], form, arabic=arabic):
        last += 1
    if last - first < form.least:
        return None
    end = _behind_closing(form, text, opening, first, last)
    if end is None:
        return None
    if form.style not in _TAKES_NO_STOP and _skipped(text, end) < len(text) and text[_skipped(text, end)] in _STOPS:
        end = _skipped(text, end) + 1
    return Number(form.style, text[start:end].strip(), numeral_value(text[first:last]), _skipped(text, end))


def _behind_closing(form: Form, text: str, opening: str, first: int, last: int) -> int | None:
    """Behind what closes the numeral at `first` to `last`; None where it closes nothing, or is a figure or a word."""
    if (
        last > first
        and last < len(text)
        and text[last - 1 : last + 1].isascii()
        and text[last - 1 : last + 1].isalpha()
    ):
        return None  # "附件PDF", "Part Itemised"
    end = _skipped(text, last) if last > first else last
    closing = next((sign for sign in form.closes if text.startswith(sign, end)), None)
    if closing is None:
        return None
    end += len(closing.rstrip())
    figure = form.numerals == ARABIC and closing != "" and closing in ".、．:：" and text[end : end + 1].isdecimal()
    of_running_text = opening.endswith(" ") and not _opens_english(text, _skipped(text, end))
    if of_running_text or (figure and not _opens_date(text, end)):
        return None
    return _behind_added(text, end) if form.style is Style.ARTICLE else end


def _behind_added(text: str, at: int) -> int:
    """Behind the number of an article that was put in later: 第三十六条之一; not "第三条之规定"."""
    last = at + 1
    while text.startswith("之", at) and last < len(text) and text[last] in HAN:
        last += 1
    return last if last > at + 1 else at


def _opens_english(text: str, at: int) -> bool:
    """Whether what follows the number of a part of an English paper is its title: not "Article 3 of the Act"."""
    return (
        text[at : at + 1] in ("", "\n", "\t", *_STOPS, "-", "–", "—", "(") or text[at].isupper() or text[at] > "\u2e80"
    )


def _is_numeral(sign: str, form: Form, *, arabic: bool) -> bool:
    return sign in form.numerals and sign.isdecimal() is arabic


def _read_decimal(text: str, start: int) -> Number | None:
    """Digits without a stop before words: "3.2 健全应急体系", "3.2.1建立…", "3.2 Training", "3 主要任务", "12旅游安全"."""
    last = start
    while last < len(text) and text[last] in "0123456789.":
        last += 1
    parts = text[start:last].removesuffix(".").split(".")
    end = _skipped(text, last)
    if (
        len(parts) > len(_BY_PARTS)
        or not all(1 <= len(part) <= 2 for part in parts)
        or not _opens_words(text, end, last)
    ):
        return None
    style = Style.SPACED if len(parts) == 1 and end > last else _BY_PARTS[len(parts) - 1]
    return Number(style, text[start:last].removesuffix("."), int(parts[-1]), end)


_BY_PARTS = (Style.BARE, Style.DECIMAL, Style.DECIMAL_3, Style.DECIMAL_4)


def _opens_words(text: str, at: int, number_end: int) -> bool:
    """Whether words begin at `at`: Chinese ones, or, parted from the number by a space, a title: "1.1 Purpose", "3.1 Ⅰ级响应"."""
    sign = text[at : at + 1]
    capitals = at
    while capitals < len(text) and text[capitals].isupper():
        capitals += 1
    if at < number_end or at == capitals:
        return sign in ("“", "《") or _is_han(sign)
    following = text[capitals : capitals + 1]
    unit = capitals - at > 1 and following.isascii() and following.islower()  # MPa
    return at > number_end and not unit and (following.isspace() or following.islower() or _is_han(following))


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def _opens_date(text: str, at: int) -> bool:
    """Whether a year or month begins here ("2025年", "12月"), which may stand right behind an item's stop."""
    last = at
    while last < len(text) and text[last].isdecimal():
        last += 1
    return (last - at == 4 and text[last : last + 1] == "年") or (last - at <= 2 and text[last : last + 1] == "月")


def _skipped(text: str, at: int) -> int:
    """Behind the white space at `at`, within the line."""
    while at < len(text) and text[at].isspace() and text[at] != "\n":
        at += 1
    return at


def numeral_value(numeral: str) -> int | None:
    """十四 -> 14, 一百零一 -> 101, 三万 -> 30000, 二〇二五 -> 2025, 12 -> 12, ⑫ -> 12, 丙 -> 3; None for anything else."""
    if len(numeral) == 1 and numeral in STEMS:
        return STEMS.index(numeral) + 1
    if numeral.isascii() and numeral.isalpha():
        return _value_of_letters(numeral)
    whole = total = ones = 0
    for sign in numeral.replace("两", "二"):
        value = unicodedata.numeric(sign, -1)
        if value < 0 or value % 1:
            return None
        if value >= _MYRIAD:
            whole, total, ones = whole + max(total + ones, 1) * int(value), 0, 0
        elif value < 10:
            ones = ones * 10 + int(value)
        else:
            total, ones = total + max(ones, 1) * int(value), 0
    return whole + total + ones if numeral else None


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _value_of_letters(numeral: str) -> int | None:
    """IV -> 4, iii -> 3, b -> 2; I, V and X are Roman ones."""
    values = [_ROMAN_VALUES.get(sign.upper(), 0) for sign in numeral]
    if len(numeral) == 1 and numeral.upper() not in "IVX":
        return string.ascii_uppercase.index(numeral.upper()) + 1
    if not all(values):
        return None
    return sum(-one if one < two else one for one, two in zip(values, (*values[1:], 0), strict=True))


_MYRIAD = 10_000
"""From here on a numeral counts by what stands before: 一百二十万, 三亿."""


def chinese_numeral(number: int) -> str:
    """`number` as Chinese headings count: 十, 十一, 二十, 一百零一; plain digits from 1,000 on."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{HAN[hundreds - 1]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else HAN[tens - 1]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (HAN[ones - 1] if ones else "")


def in_figures(text: str) -> str:
    """A text in NFKC with its small numerals in figures, so that Ⅱ级, II级 and 二级 are 2级."""
    written = unicodedata.normalize("NFKC", text).translate(_FIGURES)
    for value, numeral in _LEVELS:
        written = written.replace(f"{numeral}级", f"{value}级")
    return written


_FIGURES = str.maketrans(HAN[:9], ARABIC[1:])
_LEVELS = ((4, "IV"), (3, "III"), (2, "II"), (1, "I"))
"""The longer numerals before those that they hold."""
