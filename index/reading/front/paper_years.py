"""The years that a paper is for: as its title or its file's name tells them, else those of an annual paper's issue."""

from __future__ import annotations

import re
from itertools import pairwise

from index.terms.five_years import plan_years
from index.terms.lexicon import YEAR
from index.types import PaperKind

_PLANS = tuple(f"十{number}" for number in "一二三四五六七")
_QUOTES = (("“", "”"), ('"', '"'))
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)\s*(年?)")  # "2024年", the two of "2024-2026年"
_TO = frozenset("-—–~～至到 ")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_ENGLISH_FIVE_YEARS = "th five-year"
_ANNUAL = (PaperKind.WORK_POINTS,)
_ANNUAL_WORDS = ("年度", "全年")


def period_in(text: str) -> tuple[int, int] | None:
    """The years that a title names: two years, a five-year plan, or one year."""
    in_digits = text.translate(_DIGITS)
    years = list(_YEAR.finditer(in_digits))
    for one, two in pairwise(years):
        if one.end() < two.start() and set(in_digits[one.end() : two.start()]) <= _TO:
            first, last = int(one.group()[:4]), int(two.group()[:4])
            return (first, last) if first <= last else None
    if plan := next((plan for plan in _PLANS if _written(plan, text)), ""):
        return plan_years(plan)
    english = text.lower().partition(_ENGLISH_FIVE_YEARS)
    if english[1] and (number := english[0].split()[-1]).isdecimal():
        return plan_years(number)
    single = (int(year.group()[:4]) for year in years if year.group(1) or text.isascii())
    year = next(single, None)
    return (year, year) if year else None


def is_five_year_plan(text: str) -> bool:
    """Whether a title names a five-year plan."""
    return any(_written(plan, text) for plan in _PLANS) or _ENGLISH_FIVE_YEARS in text.lower()


def _written(plan: str, text: str) -> str:
    """How a text names a five-year plan, "" where it does not: "十四五", "第十四个五年"; not 二十五年."""
    short, spoken = f"{plan}五", f"第{plan}个五年"
    found = text.partition(short)
    return spoken if spoken in text else short if found[1] and not found[2].startswith("年") else ""


def without_years(text: str) -> str:
    """The text without the years and the five-year plans that it names."""
    for written in filter(None, [_written(plan, text) for plan in _PLANS]):
        for opens, closes in _QUOTES:
            text = text.replace(f"{opens}{written}{closes}", "")
        text = text.replace(written, "")
    return _YEAR.sub("", text)


def annual_period(title: str, kind: PaperKind, number: str, issued: str) -> tuple[int, int] | None:
    """The year of an annual paper that does not name one: that of its number, else of its day of issue."""
    if kind not in _ANNUAL and not any(word in title for word in _ANNUAL_WORDS):
        return None
    told = next(_YEAR.finditer(number), None) or next(_YEAR.finditer(issued[:4]), None)
    year = int(told.group()[:4]) if told else 0
    return (year, year) if year else None
