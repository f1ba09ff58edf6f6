"""How numbers are written before headings and items: one row a form, from 第一部分 to "——"."""

from __future__ import annotations

import string
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a number is written, named by the first of its kind."""

    PART = "第一部分"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    HAN = "一、"
    HAN_BRACKETED = "（一）"
    HAN_FRAMED = "【一】"
    ROMAN = "I."
    LETTER = "A."
    SPOKEN = "一是"
    DIGITS = "1."
    DIGITS_COLON = "1："
    DIGITS_BRACKETED = "（1）"
    DIGITS_CLOSED = "1)"
    LETTER_BRACKETED = "(a)"
    ROMAN_BRACKETED = "(i)"
    CIRCLED = "①"
    DECIMAL = "1.1"
    DECIMAL_3 = "1.1.1"
    DECIMAL_4 = "1.1.1.1"
    SPACED = "1 "
    BARE = "1"
    BOX = "专栏1"
    TABLE = "表1"
    ATTACHMENT = "附件1"
    BULLET = "——"


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the table: what opens a number, the signs and length of its numeral, what closes it.

    Between opening and numeral up to `words` characters name what is numbered ("【行动一】").
    """

    style: Style
    opens: tuple[str, ...]
    numerals: str
    most: int
    closes: tuple[str, ...]
    least: int = 1
    words: int = 0


HAN = "一二三四五六七八九十百零〇"
STEMS = "甲乙丙丁戊己庚辛壬癸"
ARABIC = "0123456789"
_CIRCLED = "".join(map(chr, range(ord("①"), ord("⑳") + 1)))
_NOTHING = ("",)
_ENGLISH_ATTACHMENTS = tuple(
    f"{case(word)} " for word in ("annex", "appendix", "schedule", "attachment") for case in (str.title, str.upper)
)
_CAPITALS, _SMALL = string.ascii_uppercase, string.ascii_lowercase
_ROMAN, _ROMAN_SIGNS = "IVXLC", "".join(map(chr, range(ord("Ⅰ"), ord("Ⅻ") + 1)))

FORMS = (
    Form(Style.PART, ("第",), HAN + ARABIC, 4, ("部分", "编", "篇")),
    Form(Style.CHAPTER, ("第",), HAN + ARABIC, 4, ("章",)),
    Form(Style.SECTION, ("第",), HAN + ARABIC, 4, ("节",)),
    Form(Style.ARTICLE, ("第",), HAN + ARABIC, 4, ("条",)),
    Form(Style.PART, ("Part ", "PART "), ARABIC + _ROMAN, 5, _NOTHING),
    Form(Style.CHAPTER, ("Chapter ", "CHAPTER "), ARABIC + _ROMAN, 5, _NOTHING),
    Form(Style.SECTION, ("Section ", "SECTION "), ARABIC + _ROMAN, 5, _NOTHING),
    Form(Style.ARTICLE, ("Article ", "ARTICLE "), ARABIC, 3, _NOTHING),
    Form(Style.ATTACHMENT, _ENGLISH_ATTACHMENTS, ARABIC + _CAPITALS, 3, _NOTHING),
    Form(Style.HAN, _NOTHING, HAN, 4, ("、", ".", "．")),
    Form(Style.SPOKEN, _NOTHING, HAN, 3, ("是", "要")),
    Form(Style.HAN_BRACKETED, ("(", "（"), HAN + STEMS, 4, (")", "）")),
    Form(Style.HAN_FRAMED, ("【", "〔", "["), HAN, 4, ("】", "〕", "]"), words=2),
    Form(Style.ROMAN, _NOTHING, _ROMAN_SIGNS, 2, (".", "、", "．")),
    Form(Style.ROMAN, _NOTHING, _ROMAN, 5, (". ", "、", "．")),
    Form(Style.LETTER, _NOTHING, _CAPITALS, 1, (". ", "、", "．")),
    Form(Style.DIGITS, _NOTHING, ARABIC, 3, (".", "、", "．")),
    Form(Style.DIGITS_COLON, _NOTHING, ARABIC, 3, (":", "：")),
    Form(Style.DIGITS_BRACKETED, ("(", "（"), ARABIC, 2, (")", "）")),
    Form(Style.DIGITS_CLOSED, _NOTHING, ARABIC, 2, (")", "）")),
    Form(Style.ROMAN_BRACKETED, ("(", "（"), "ivx", 4, (")", "）")),
    Form(Style.LETTER_BRACKETED, ("(", "（"), _SMALL + _CAPITALS, 1, (")", "）")),
    Form(Style.LETTER_BRACKETED, _NOTHING, _SMALL, 1, (") ", "）")),
    Form(Style.CIRCLED, _NOTHING, _CIRCLED, 1, _NOTHING),
    Form(Style.BOX, ("专栏",), ARABIC + HAN, 3, _NOTHING),
    Form(Style.TABLE, ("表",), ARABIC + HAN, 3, _NOTHING),
    Form(Style.ATTACHMENT, ("附件", "附表", "附录"), _CAPITALS, 1, _NOTHING),
    Form(Style.ATTACHMENT, ("附件", "附表", "附录"), ARABIC + HAN, 3, _NOTHING, least=0),
    Form(Style.BULLET, ("——", "—", "–", "•", "·", "●"), "", 0, _NOTHING, least=0),
)
"""A number is read by the first row that fits, so an order in which a wider row comes behind a narrower one."""
