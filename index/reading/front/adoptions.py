"""Who adopted or amended a regulation, and when, by the lines under its title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.reading.front.front_lines import FrontLine, Role
from index.reading.front.paper_days import days_in
from index.terms.lexicon import MOST_OFFICE_CHARS, is_office

_THE_STATE = "中华人民共和国"
_THE_CABINET = "国务院"
_FROM = "自"
_DECISION_ENDS = "》"


@dataclass(frozen=True, slots=True)
class Adoption:
    """A day on which a text was adopted, amended or published, by whom ("" where that is not read), and what is said of it."""

    day: str
    office: str
    text: str


def adoptions_in(lines: Iterable[FrontLine]) -> tuple[Adoption, ...]:
    """In the order of the lines, of which one may tell several."""
    return tuple(found for line in lines if line.role is Role.ADOPTION for found in _told(line.text))


def latest_of(adoptions: tuple[Adoption, ...]) -> str:
    """The day of the latest version by whoever adopted the first: that on which another office approves it comes later.

    Where the decision by which it was amended is quoted, the day is the version's, whoever approved it.
    """
    own = [one.day for one in adoptions if one.office == adoptions[0].office or _DECISION_ENDS in one.text]
    return max(own, default="")


def _told(line: str) -> Iterator[Adoption]:
    days = [day for day in days_in(line) if not line[: day.start].endswith(_FROM)]
    ends = [day.start for day in days[1:]] + [len(line)]
    for day, end in zip(days, ends, strict=True):
        text = line[day.end : end].strip("，, ")
        yield Adoption(day.iso, _adopting(text), text)


def _adopting(text: str) -> str:
    """青岚市第十七届人民代表大会常务委员会第三次会议修订 -> 青岚市人民代表大会常务委员会."""
    place, _, rest = text.partition("届")
    if rest and "第" in place and len(place) <= MOST_OFFICE_CHARS:
        text = place.rpartition("第")[0] + rest
    name = text.partition("第")[0].removesuffix("令").removeprefix(_THE_STATE)
    return name if is_office(name) or name == _THE_CABINET else ""
