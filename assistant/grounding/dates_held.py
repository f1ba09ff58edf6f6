"""The dates of a sentence held to those of its passages: a year, a month and a day may each stand there and not together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.grounding.compared import is_english
from assistant.grounding.compared_form import MAX_YEAR, MIN_YEAR
from assistant.grounding.ground import Ground
from index.translation.numbers_told import Told, chinese_numbers, plain_chinese, read_english
from index.translation.said_marks import numbers

MOST_BETWEEN = 4
"""Signs, or English words, between the ends of a span of time that names its year once: "1月至9月", "March to the end of"."""
LAST_MONTH, LAST_DAY = 12, 31


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is told; 0 stands for what is not."""

    year: int
    month: int
    day: int

    def fits(self, other: Date) -> bool:
        """Whether another date may be the same one, as far as both are told; a month at least is."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(one == two or not (one and two) for one, two in pairs) and self.month == other.month


def date_faults(claim: str, grounds: Sequence[Ground]) -> Iterator[tuple[str, str]]:
    """Kind and detail of each date of a year and month, or month and day, that no passage tells."""
    told = [one for one in dates(claim) if one.month and (one.year or one.day)]
    if not told:
        return
    known = [
        date for ground in grounds for part in (ground.text, *ground.heading_path, ground.title) for date in dates(part)
    ]
    months = [date for date in known if date.month]
    for one in told:
        if months and not any(one.fits(date) for date in months):
            yield "date", f"{one.year or ''}-{one.month}-{one.day or ''}"


@lru_cache(maxsize=512)
def dates(text: str) -> tuple[Date, ...]:
    """The dates of a text that name a month; the year of a span of time holds for both its ends."""
    return tuple(_english(text) if is_english(text) else _chinese(text))


def _chinese(text: str) -> Iterator[Date]:
    plain = plain_chinese("".join(text.split()))
    told = list(chinese_numbers(plain))
    year, year_end = 0, -1
    for at, number in enumerate(told):
        behind = plain[number.end : number.end + 1]
        if MIN_YEAR <= number.value <= MAX_YEAR and behind in ("年", "-", ".", "/"):
            year, year_end = int(number.value), number.end + 1
        if behind == "月" and number.value > LAST_MONTH and number.value <= LAST_DAY:
            yield Date(0, int(number.value), 0)  # no month, and so none that a passage tells
        if (behind == "月" or (behind in ("-", ".", "/") and year_end == number.start)) and _is_month(number):
            day = _following(told, at, number.end + 1)
            near = 0 <= number.start - year_end <= MOST_BETWEEN
            yield Date(year if near else 0, int(number.value), day)
            if near:
                year_end = number.end + 1 + (day > 0) * MOST_BETWEEN


def _is_month(number: Told) -> bool:
    return 1 <= number.value <= LAST_MONTH and number.value.is_integer()


def _following(told: Sequence[Told], at: int, start: int) -> int:
    """The day whose number begins right behind its month; 0 for none."""
    following = told[at + 1] if at + 1 < len(told) else None
    is_day = following is not None and following.start == start and 1 <= following.value <= LAST_DAY
    return int(following.value) if following is not None and is_day else 0


def _english(text: str) -> Iterator[Date]:
    words = read_english(text).words
    found = [(at, numbers("months")[word]) for at, word in enumerate(words) if word in numbers("months")]
    year = 0
    for at, month in reversed(found):
        day = _day(words[at - 1 : at]) or _day(words[at + 1 : at + 2])
        told = _year(words[at + 1 : at + 3])
        near = any(other - at <= MOST_BETWEEN + 2 for other, _ in found if other > at)
        year = told or (year if near else 0)
        yield Date(year, month, day)


def _day(words: Iterable[str]) -> int:
    for word in words:
        digits = word.rstrip("thsndr")
        if digits.isdecimal() and 1 <= int(digits) <= LAST_DAY:
            return int(digits)
    return 0


def _year(words: Iterable[str]) -> int:
    return next((int(word) for word in words if word.isdecimal() and MIN_YEAR <= int(word) <= MAX_YEAR), 0)
