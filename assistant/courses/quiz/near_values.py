"""Wrong figures that could be right: as round as the right one, and of its size."""

from __future__ import annotations

from decimal import Decimal

from assistant.courses.values import SIGNS, figure, plain

NEAR = 3.0
"""A wrong figure lies within this many times the right one, or it would give itself away."""
LEAST_STEPS = 4
"""A figure is taken for so round that it holds at least so many of the steps by which others differ from it."""
ROUND = 5
"""Beside figures that are multiples of it any other looks made up."""
_SHARES = tuple(map(Decimal, ("0.5", "0.75", "1.25", "1.5", "2")))
_EXACT_SHARES = tuple(Decimal(share) / 100 for share in (67, 83, 116, 137, 158))
"""Beside a figure with decimals halves and doubles of it look made up."""
_PERCENT_STEPS = (-3, -2, -1, 1, 2)
MOST_PERCENT = 100


def near_values(value: str) -> tuple[str, ...]:
    """Figures that could stand in place of a value, written like it: "85%" gives 80% and 90%, "24" gives 12, 18, 36 and 48."""
    sign = value[-1] if value[-1:] in SIGNS else ""
    written = value.removesuffix(sign)
    number = Decimal(written)
    unit = Decimal(1).scaleb(-len(written.partition(".")[2]))
    step = _roundness(number, unit)
    if sign == "%" and unit == 1:
        step = Decimal(ROUND if number % ROUND == 0 else 3)
        found = [number + step * steps for steps in _PERCENT_STEPS]
    else:
        shares = _EXACT_SHARES if step < 1 else _SHARES
        found = [(number * share / step).quantize(Decimal(1)) * step for share in shares]
    most = MOST_PERCENT if sign == "%" else number * 2
    kept = dict.fromkeys(one.quantize(unit) for one in found if 0 < one <= most and one != number)
    return tuple(f"{one}{sign}" for one in kept)


def _roundness(number: Decimal, unit: Decimal) -> Decimal:
    """The largest step of the kind 1, 2, 5, 10, 20 … that a figure is a multiple of, several times over."""
    best, decade = unit, unit
    while decade * LEAST_STEPS <= number:
        for digit in (1, 2, 5):
            step = decade * digit
            if number % step == 0 and number / step >= LEAST_STEPS:
                best = step
        decade *= 10
    return best


def could_be_taken(right: str, other: str) -> bool:
    """Whether a value could be taken for the right one: as exact, and of its size."""
    one, two = figure(right), figure(other)
    if one is None or two is None:
        return False
    if _decimals(right) != _decimals(other) or (one % ROUND == 0 and two % ROUND != 0):
        return False
    return min(one, two) > 0 and max(one, two) / min(one, two) <= NEAR


def nearest(right: str, others: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The wrong values that lie nearest to the right one, at most so many."""
    value = figure(right) or 0.0
    return tuple(sorted(others, key=lambda other: (abs((figure(other) or 0.0) - value), other))[:most])


def _decimals(value: str) -> int:
    return len(plain(value).rstrip(SIGNS).partition(".")[2])
