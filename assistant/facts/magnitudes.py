"""Values of indicators as numbers that can be set side by side, and whether two of them are of the same kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.facts.indicator import value_zh
from assistant.wording.quoting import without_brackets
from index.fact_types import Indicator, Status
from index.terms.lexicon import alternatives, contains, years_in
from index.terms.similarity import pair_similarity

SAME_NAME = 0.6
"""Share of character pairs that two indicators' names must have in common to be taken for the same indicator."""
# "1,575" is one number; the comma of "3.78,2015年" parts two.
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_VALUE = re.compile(rf"({NUMBER})\s*([%‰]|[余多]?[万亿]?[余多]?(?:{alternatives('counters')})?)")
_INEXACT = ("控制", "约", "余", "多", "左右")
_OWN_PLACE = tuple(f"{own}{level}" for own in "全我本" for level in "省市区州县")


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A value as a number: `unit` is "" for a rate, `change` whether it tells by how much something changes.

    `exact` is false for a bound or an estimate ("80%以上", "约3万").
    """

    number: float
    unit: str
    change: bool
    exact: bool


def value_of(fact: Indicator) -> str:
    """The value with the unit and, for a reduction, the name of its column ("降幅 10%"); "" for a blank cell."""
    if is_blank(fact):
        return ""
    value = value_zh(fact).strip()
    if is_reduction(fact) and not _tells_change(value):
        return f"{without_brackets(fact.column).split()[-1].rstrip('%')} {value}"
    return value


def is_blank(fact: Indicator) -> bool:
    """Whether a table gives no value: nothing, or the dash that stands for nothing."""
    return fact.value.strip() in ("", "-", "—", "－", "/")


def is_reduction(fact: Indicator) -> bool:
    """Whether a table's column tells by how much something falls or rises."""
    return bool(fact.row) and _tells_change(fact.column) and "相比" not in fact.column


def _tells_change(text: str) -> bool:
    return contains(text, "falls", "rises")


def quantity_of(fact: Indicator) -> Magnitude | None:
    """The value as one number; None for words, ranges, several numbers and empty cells."""
    text = value_of(fact)
    values = _VALUE.findall(text)
    if len(values) != 1:
        return None
    number, unit = values[0]
    in_column = next((sign for sign in "%‰" if sign in fact.column), "")
    bound = contains(text, "at_least", "at_most", "at_least_after", "at_most_after") or any(w in text for w in _INEXACT)
    return Magnitude(
        float(number.replace(",", "")),
        unit.strip("余多") or in_column,
        change=_tells_change(text) or _tells_change(fact.column),
        exact=not bound,
    )


def values_in(text: str) -> tuple[str, ...]:
    """The numbers of a text with their units, as "25座", "75%", "300" of "300 accidents"; a year is none."""
    found = ((number.replace(",", ""), unit) for number, unit in _VALUE.findall(text))
    return tuple(f"{number}{unit}" for number, unit in found if unit != "年" and not (not unit and years_in(number)))


def unit_of(value: str) -> str:
    """The unit of a value that `values_in` gave."""
    return value.lstrip("0123456789.")


def bound_of(value: str) -> float:
    """The number of a value that `values_in` gave."""
    return float(value.rstrip("%‰") if value[-1:] in "%‰" else value)


def measure_of(fact: Indicator) -> tuple[str, Status]:
    """What a table's column measures, its year aside: "死亡人数 2018" and "死亡人数 2019" measure the same."""
    measure = fact.column
    for year in years_in(measure):
        measure = measure.replace(f"{year}年", " ").replace(str(year), " ")
    return " ".join(measure.split()), fact.status


def bare_name(name: str) -> str:
    """An indicator's name without its place and what stands in brackets: "全市死亡率(%)" -> "死亡率"."""
    bare = without_brackets(name)
    return bare[2:] if bare.startswith(_OWN_PLACE) else bare


def same_name(one: str, two: str, least: float = SAME_NAME) -> bool:
    """Whether two names are of the same indicator, places and bracketed explanations aside."""
    return pair_similarity(bare_name(one), bare_name(two)) >= least
