"""Values of indicators as numbers that can be set side by side, and whether two of them are of the same kind."""

from __future__ import annotations

import re

from assistant.comparison.types import Magnitude
from assistant.facts.indicator import value_zh
from index import Indicator, Status

SAME_NAME = 0.6
"""Share of character pairs that two indicators' names must have in common to be taken for the same indicator."""
_CHANGE = re.compile(r"下降|减少|降低|增长|增加|上升|提高|压减|降幅|增幅|幅度")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_UNIT = re.compile(r"\s*(?:余|多)?([%‰]|个百分点|[万亿]?(?:余|多)?[^\W\d_]{0,3})")
_NO_UNIT = re.compile(r"以上|以下|以内|左右|之内|及|内|余|多")
_BOUND = re.compile(
    r"以[上下内]|之内|左右|[不超大小高低少]于|不[低高少超多]|超过|控制|至[少多]|最[多少高低]|[≥≤<>＜＞约余多]"
)
_YEAR = re.compile(r"\s*(?:19|20)\d{2}\s*年?\s*")
_BRACKETS = re.compile(r"[(（].*?[)）]")
_PLACE = re.compile(r"^(?:全|我|本)[省市区州县]|[(（].*?[)）]")


def value_of(fact: Indicator) -> str:
    """The value with the unit and, for a reduction, the name of its column ("降幅 10%"); "" for a blank cell."""
    if is_blank(fact):
        return ""
    value = value_zh(fact).strip()
    if fact.row and is_reduction(fact) and not _CHANGE.search(value):
        return f"{_BRACKETS.sub('', fact.column).split()[-1].rstrip('%')} {value}"
    return value


def is_blank(fact: Indicator) -> bool:
    """Whether a table gives no value: nothing, or the dash that stands for nothing."""
    return fact.value.strip() in ("", "-", "—", "－", "/")


def is_reduction(fact: Indicator) -> bool:
    """Whether a table's column tells by how much something falls or rises."""
    return bool(fact.row) and bool(_CHANGE.search(fact.column)) and "相比" not in fact.column


def quantity_of(fact: Indicator) -> Magnitude | None:
    """The value as one number; None for words, ranges, several numbers and empty cells."""
    text = value_of(fact)
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) != 1:
        return None
    after = _UNIT.match(text, numbers[0].end())
    unit = _NO_UNIT.sub("", after[1]) if after else ""
    share_column = re.search(r"[(（]?\s*(%|‰)", fact.column)
    if not unit and share_column:
        unit = share_column[1]
    change = bool(_CHANGE.search(text) or _CHANGE.search(fact.column))
    return Magnitude(float(numbers[0].group().replace(",", "")), unit, change, exact=not _BOUND.search(text))


def measure_of(fact: Indicator) -> tuple[str, Status]:
    """What a table's column measures, its year aside: "死亡人数 2018" and "死亡人数 2019" measure the same."""
    return _YEAR.sub("", fact.column), fact.status


def same_name(one: str, two: str) -> bool:
    """Whether two names are of the same indicator, places and bracketed explanations aside."""
    first, second = _pairs(one), _pairs(two)
    return len(first & second) >= SAME_NAME * max(len(first | second), 1)


def _pairs(name: str) -> set[str]:
    bare = _PLACE.sub("", name)
    return {bare[i : i + 2] for i in range(len(bare) - 1)}
