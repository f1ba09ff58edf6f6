"""Dates and values of Chinese official text turned round as English has them, before the words are glossed.

"到2025年底" -> "by the end of 2025", "不低于95%" -> "at least 95%", "900万元以上" -> "9,000,000 yuan or more". No bound is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from index.terms.lexicon import YEAR, listed
from index.terms.numbering import numeral_value

MONTHS = "January February March April May June July August September October November December".split()
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
# "到2025年底", "2024年12月20日前", "于每年12月15日前", "每季度最后一个月的20日", "9月底前", "6月"; not "6个月", "20183月".
_DATE = re.compile(
    rf"(?P<lead>到|至|于|在)?(?<!\d)(?:(?P<year>{YEAR})年|(?P<each>每(?:年|月|季度(?:最后一个月|末月)的?))|(?=\d{{1,2}}月))"
    r"(?:(?P<month>1[0-2]|0?[1-9])月份?)?(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?(?P<end>年?[底末])?(?P<before>之?前|以前)?"
)
# "“十四五”期间", "十三五规划"; not "十五年".
_PLAN = re.compile(r"“?(?P<number>十[一二三四五六])五”?(?:规划)?(?P<period>时期|期间)?(?!年)")
_EACH = {"月": "each month", "季": "the last month of each quarter"}


def dates_in_english(text: str) -> str:
    """The text with its dates and five-year plans in English words."""
    return _PLAN.sub(_plan, _DATE.sub(_date, text))


def dates_found(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each date begins and ends, and its English."""
    for match in _DATE.finditer(text):
        told = _date(match).strip()
        if told != match[0].strip():
            yield match.start(), match.end(), told


def _plan(match: re.Match[str]) -> str:
    name = f"{numeral_value(match['number'])}th Five-Year Plan"
    return f" the {name} period " if match["period"] else f" {name} "


def _date(match: re.Match[str]) -> str:
    year, month, day, end = (match[part] for part in ("year", "month", "day", "end"))
    told = " ".join(part for part in (day and str(int(day)), month and MONTHS[int(month) - 1], year) if part)
    each = match["each"] or ""
    if each.startswith("每年"):
        told = f"{told} each year" if told else ""
    elif each and (day or end):
        point = "the end" if end else f"the {int(day)}{_ORDINALS.get(int(day), 'th')}"
        told, end = f"{point} of {_EACH[each[1]]}", None
    if not told:  # "每月开展", "每年组织": how often, which the glossary words
        return match[0]
    date = f"the end of {told}" if end else told
    return f" {_preposition(match)}{date} "


def _preposition(match: re.Match[str]) -> str:
    """What stands before a date: "to" at the end of a range, "by" before a limit."""
    if match["lead"] in ("到", "至") and match.string[: match.start()].endswith(("年", "月", "日")):
        return "to "
    if match["before"] or match["lead"] in ("到", "至") or (match["year"] and match["end"]):
        return "by "
    if match["year"]:
        return "in " if match["lead"] else ""
    if match["end"]:
        return "at "
    return "on " if match["day"] else ""


# What denies the other side ("不低于") or names an end ("至少") takes in the figure itself; "高于" and "不足" do not.
BOUNDS_BEFORE = {
    **{word: "at least" if word[0] in "不至最≥" else "over" for word in listed("at_least")},
    **{word: "at most" if word[0] in "不最≤" and word != "不足" else "under" for word in listed("at_most")},
}
"""What bounds the figure behind it."""
_BEFORE = {
    **BOUNDS_BEFORE,
    **dict.fromkeys(("下降", "下降了", "同比下降"), "down"),
    "下降到": "down to",
    "控制在": "held at",
}
_BEHIND = {
    **dict.fromkeys(listed("at_least_after"), "or more"),
    **dict.fromkeys(listed("at_most_after"), "or less"),
}


def _any(words: dict[str, str]) -> str:
    """Chinese words as alternatives of a pattern, the longest first; signs (≥) are the same in English."""
    return "|".join(sorted((word for word in words if word[0] >= "\u4e00"), key=len, reverse=True))


# "不少于3人", "下降15%", "控制在0.2以下", "1500余万元", "95%以上"; a bound behind a unit ("3人以上") is left to the glossary.
_VALUE = re.compile(
    rf"(?P<before>{_any(_BEFORE)})?\s*(?P<number>\d+(?:[.,]\d+)*[%‰]?)\s*(?P<over>余)?(?P<scale>万|亿(?=余?元))?(?P<more>余)?(?P<yuan>元)?"
    rf"\s*(?P<behind>{_any(_BEHIND)})?"
)


def values_in_english(text: str) -> str:
    """The text with its values in English words."""
    return _VALUE.sub(_value, _NUMERAL_OF_MONEY.sub(lambda match: str(numeral_value(match[0])), text))


# "五千|元以上", "一百二十万|元"; not "百元", "几万元".
_NUMERAL_OF_MONEY = re.compile(r"[一二两三四五六七八九][一二三四五六七八九十百千零]*[万亿]*(?=元)")


def _value(match: re.Match[str]) -> str:
    number, scale = match["number"], match["scale"]
    if match["yuan"] and not scale and number.isdigit():
        number = f"{int(number):,}"
    if scale == "万":
        number = f"{round(Decimal(number.replace(',', '')) * 10_000):,}"
    parts = (
        _BEFORE.get(match["before"] or ""),
        "over" if match["over"] or match["more"] else "",
        number,
        "hundred million" if scale == "亿" else "",
        "yuan" if match["yuan"] else "",
        _BEHIND.get(match["behind"] or ""),
    )
    told = " ".join(part for part in parts if part)
    return f" {told} " if told != match[0].strip() else match[0]
