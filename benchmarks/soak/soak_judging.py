"""What a soak run came to, and which of its answers cannot be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """One change: the version that a place has after it, by number, None for none; seconds by the system's clock."""

    place: str
    number: int | None
    begun: float
    done: float
    error: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: what it came to, and which versions its answer is from."""

    page: int
    place: str
    question: str
    begun: float
    done: float
    told: tuple[int, ...] = ()
    refused: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class Soaked:
    """A whole run."""

    seconds: float
    written: tuple[Written, ...]
    asked: tuple[Asked, ...]
    faults: tuple[str, ...]


def breaches(soaked: Soaked) -> list[str]:
    """A line for each breach."""
    failed = [f"writing {one.place}: {one.error}" for one in soaked.written if one.error]
    return failed + [
        f"{one.question} [{one.page}]: {why}" for one in soaked.asked if (why := _breach(one, soaked.written))
    ]


def _breach(asked: Asked, written: Sequence[Written]) -> str:
    """What is wrong with an answer; "" where nothing is."""
    if asked.error:
        return asked.error
    places = {one.number: one.place for one in written}
    told: dict[str, set[int]] = {}
    for number in asked.told:
        told.setdefault(places.get(number, "nowhere"), set()).add(number)
    for place, numbers in told.items():
        allowed = in_force(asked, place, written)
        if len(numbers) > 1:
            return f"a mixture of versions {sorted(numbers)}"
        if not numbers <= allowed:
            return f"answered from version {numbers} of {place}, in force were {sorted(allowed, key=str)}"
    if asked.place not in told and None not in in_force(asked, asked.place, written):
        return "not found, although it was there"
    return ""


def in_force(asked: Asked, place: str, written: Sequence[Written]) -> set[int | None]:
    """The versions of a place that were in force at some moment of the question; None stands for no plan at all.

    A change comes into force at some moment between its begin and its end.
    """
    own = [one for one in written if one.place == place and one.begun <= asked.done]
    before = [one.number for one in own if one.done <= asked.begun]
    during = [one.number for one in own if one.done > asked.begun]
    return {before[-1] if before else None, *during}
