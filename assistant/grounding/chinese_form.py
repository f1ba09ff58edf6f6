"""A Chinese sentence or passage in the form in which it is compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assistant.grounding.compared_form import (
    BOUNDS,
    CLAUSE_COST,
    CLAUSE_STOPS,
    PLAN_PERIOD,
    SENTENCE_COST,
    SENTENCE_STOPS,
    WAYS,
    Compared,
    Number,
    units_of,
)
from index.terms.lexicon import is_han, without_document_numbers
from index.translation.numbers_told import Told, chinese_numbers, plain_chinese
from index.translation.said_marks import Found, marks_in

SIGNS_BEFORE, SIGNS_BEHIND = 8, 4
"""Signs beside a number among which its bound stands, if no stop and no other number does."""
LABEL_SIGNS = 3
"""Before a number, among which it is denied: "不是2017年"."""
_DENYING = "不非"
CHANGE_SIGNS = 4
"""Before a number, among which its change is told: "下降了15%"."""
LEAST_NO_PLAN = 20
"""What is no number of a five-year plan any more: 二十五."""


def of_chinese(text: str) -> Compared:
    """The form of a Chinese text."""
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
        units = units_of(one.mark.name for one in found if _is_unit_of(one, number))
        if _is_plan_period(plain[number.start : number.end], number.value):
            units = frozenset((PLAN_PERIOD,))
        bound = _bound_of([one.mark.name for one in beside])
        before = plain[max(number.start - LABEL_SIGNS, 0) : number.start]
        denied = not bound and any(sign in before for sign in _DENYING) and not _parted(before)
        label, measure = before[-1:], plain[number.end : number.end + 1]
        change, place = _change(plain, found, number), where[number.start]
        numbers.append(
            Number(number.value, place, units, bound, label=label, is_denied=denied, measure=measure, change=change)
        )
        places[f"#{number.value:g}"].append(place)
    loose = {_bound_of([one.mark.name]) for one in found if one.mark.kind == "bound" and one.start not in bounding}
    at_pairs = {pair: tuple(at) for pair, at in places.items()}
    return Compared(plain, at_pairs, tuple(numbers), is_english=False, loose_bounds=frozenset(loose - {""}))


def _change(plain: str, found: Iterable[Found], number: Told) -> str:
    """The change told right before a number, in its clause."""
    ways = [one for one in found if one.mark.name in WAYS and 0 <= number.start - one.end <= CHANGE_SIGNS]
    return ways[-1].mark.name if ways and not _parted(plain[ways[-1].end : number.start]) else ""


def _numbers_an_item(plain: str, number: Told) -> bool:
    """Whether a number stands before an item: "(1)动员部署", "一是加强领导"."""
    before, behind = plain[max(number.start - 1, 0) : number.start], plain[number.end : number.end + 1]
    return (before, behind) == ("(", ")") or (
        behind == "是" and (not before or before in CLAUSE_STOPS + SENTENCE_STOPS)
    )


def _binds(found: Found, number: Told, plain: str) -> bool:
    """Whether a bound stands beside a number, on its own side and in its clause."""
    before = found.mark.side == "before" and 0 <= number.start - found.end <= SIGNS_BEFORE
    behind = found.mark.side == "after" and 0 <= found.start - number.end <= SIGNS_BEHIND
    return (before or behind) and not _parted(plain[min(found.end, number.end) : max(found.start, number.start)])


def _is_unit_of(found: Found, number: Told) -> bool:
    """Whether a unit stands behind a number, or before it, as 百分之."""
    return found.mark.kind == "unit" and (
        found.start == number.end or (found.end == number.start and found.end > found.start + 1)
    )


def _is_plan_period(numeral: str, value: float) -> bool:
    """Whether a numeral is that of a five-year plan, which is told by its first signs: 十三五 is 13."""
    return numeral.startswith("十") and numeral.endswith("五") and value < LEAST_NO_PLAN


def _closed_up(text: str) -> str:
    """The text without blanks, but for those between the numbers of a table's cells."""
    parts = text.split()
    beside = pairwise(parts)
    blanks = [" " if one[-1].isdigit() and other[0].isdigit() else "" for one, other in beside]
    return "".join(f"{part}{blank}" for part, blank in zip(parts, [*blanks, ""], strict=False))


def _parted(between: str) -> bool:
    return any(sign in CLAUSE_STOPS + SENTENCE_STOPS or sign.isdigit() for sign in between)


def _distances(text: str) -> Iterator[float]:
    """Where each sign stands, stops counting for more than a sign."""
    at = 0.0
    for sign in text:
        yield at
        at += SENTENCE_COST if sign in SENTENCE_STOPS else CLAUSE_COST if sign in CLAUSE_STOPS else 1.0


def _bound_of(names: list[str]) -> str:
    return next((bound for bound in ("least", "most") if any(name in BOUNDS[bound] for name in names)), "")
