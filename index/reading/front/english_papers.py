"""Papers in English: the place that a title or an issuer names, who issued the paper, and when."""

from __future__ import annotations

from collections.abc import Iterable

from index.reading.front.front_lines import FrontLine, Role
from index.reading.front.paper_days import days_in
from index.reading.front.paper_kinds import ending_of
from index.reading.lines import is_han
from index.types import Level

_MOST_HAN_SHARE = 0.05
_LOOKED_AT_CHARS = 4000
_RANKS = {
    "province": Level.REGION, "region": Level.REGION, "municipality": Level.REGION, "city": Level.CITY,
    "prefecture": Level.PREFECTURE, "county": Level.COUNTY, "district": Level.COUNTY, "banner": Level.COUNTY,
    "town": Level.OTHER, "township": Level.OTHER,
}  # fmt: skip
_FRONT_LINES = 15


def is_english(text: str) -> bool:
    """Whether a text is in English: next to none of its letters are Chinese."""
    letters = [sign for sign in text[:_LOOKED_AT_CHARS] if sign.isalpha()]
    return bool(letters) and sum(map(is_han, letters)) <= _MOST_HAN_SHARE * len(letters)


def english_place_in(text: str) -> tuple[str, Level]:
    """The place that a title names, with its rank: "Regulations of Oakfield County on …" -> Oakfield County."""
    words = text.replace(",", " ").split()
    for at, word in enumerate(words):
        level = _RANKS.get(word.lower())
        if level is None or not at:
            continue
        first = at
        while first and words[first - 1][:1].isupper() and words[first - 1].isalpha():
            first -= 1
        if first < at:
            return " ".join(words[first : at + 1]), level
    return "", Level.OTHER


def english_spellings(place: str) -> tuple[str, ...]:
    """The place with and without its rank."""
    return (place, place.rpartition(" ")[0]) if place else ()


def title_in_english(lines: Iterable[FrontLine]) -> str:
    """The English title that a paper in both languages prints beside its Chinese one; "" for none."""
    english = (line.text for line in list(lines)[:_FRONT_LINES] if line.role is Role.WORDS and line.text.isascii())
    return next((text for text in english if ending_of(text).written and " " in text), "")


def issue_line(lines: Iterable[FrontLine]) -> tuple[str, str]:
    """Issuer and day of the line that tells the issue: "Issued by the Oakfield County Government on 5 March 2024"."""
    for line in lines:
        if line.role is Role.ADOPTION and line.text.isascii():
            day = days_in(line.text)[-1]
            who = line.text[: day.start].partition(" by ")[2].removeprefix("the ").strip(" ,")
            return who.removesuffix(" on").strip(" ,"), day.iso
    return "", ""
