"""A text layer that says something else than its page shows: fonts without a table of characters, or with a wrong one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from index.reading.lines import is_han

LEAST_SIGNS = 20
"""Fewer signs on a page tell nothing."""
UNREADABLE_SHARE = 0.1
"""Signs of private use, signs of doubt, codes that are no characters."""
ACCENTED_SHARE = 0.3
"""Of the letters of a page; Chinese in two bytes that were read one by one is "ÇàáµÏØ", and French has one in twelve."""
LEAST_HAN, USUAL_SHARE = 60, 0.08
"""The signs below make up a third of a paper and no less than a sixth of a list; of signs taken at random, three in a hundred."""
_USUAL = frozenset(
    "的一是在和有为不以上大中国人民发生工作行全安产业理管急应部责任要及对实法制施建设市县区各地方防故事隐患机关单位"
    "企年月日时期加强定重点开主成进展公会政务第项条体系等人员由分组织指导监督情况标准"
)
_CHINESE_FONTS = ("song", "sun", "hei", "kai", "fang", "ming", "cjk", "gb", "yahei")
_LETTERS_WITHOUT_HAN = 40
_CID = "(cid:"


def is_garbled(text: str, fonts: Iterable[str]) -> bool:
    """Whether a page's text is not what people see on it; `fonts` are the names of the fonts that it is set in."""
    signs = [sign for sign in text.replace(_CID, "\ufffd") if not sign.isspace()]
    if len(signs) < LEAST_SIGNS:
        return False
    if sum(map(_is_unreadable, signs)) > UNREADABLE_SHARE * len(signs):
        return True
    letters = [sign for sign in signs if sign.isalpha()]
    if sum("\u0080" <= sign <= "\u024f" for sign in letters) > ACCENTED_SHARE * len(letters):
        return True
    han = [sign for sign in letters if is_han(sign)]
    if len(han) >= LEAST_HAN:
        return sum(sign in _USUAL for sign in han) < USUAL_SHARE * len(han)
    return not han and len(letters) >= _LETTERS_WITHOUT_HAN and _is_no_language(letters) and _are_chinese(fonts)


def _is_unreadable(sign: str) -> bool:
    return sign == "\ufffd" or unicodedata.category(sign) in ("Co", "Cn", "Cc", "Cs")


def _is_no_language(letters: list[str]) -> bool:
    """Whether letters have too few vowels for English, which Chinese papers set in their own fonts, too."""
    vowels = sum(letter in "aeiouAEIOU" for letter in letters)
    return not _LEAST_VOWELS * len(letters) <= vowels <= _MOST_VOWELS * len(letters)


_LEAST_VOWELS, _MOST_VOWELS = 0.2, 0.6


def _are_chinese(fonts: Iterable[str]) -> bool:
    return any(any(map(is_han, font)) or any(word in font.lower() for word in _CHINESE_FONTS) for font in fonts)
