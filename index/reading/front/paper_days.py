"""Days in every form that papers write: "2024 年 3 月 24 日", "二○二四年三月二十四日", "2024-03-24", "5 March 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from index.terms.numbering import numeral_value

_ZEROS = "〇○◯零OＯΟО"  # the last two are Greek and Cyrillic
_HAN_DIGITS = f"{_ZEROS}一二三四五六七八九十"
# "2024年3月24日", "2024 年 3 月 24 日", "二○二四年三月二十四日", "2024-03-24", "2024.3.24", "２０２４/3/24";
# not "2024年3月", "12024-03-24", "3.2024.12".
_DAY = re.compile(
    rf"(?<![\d.])([\d{_HAN_DIGITS}](?:\s?[\d{_HAN_DIGITS}]){{3}})\s*[-年./]\s*([\d{_HAN_DIGITS}]{{1,3}})"
    rf"\s*[-月./]\s*([\d{_HAN_DIGITS}]{{1,3}})(?![\d.]|\s*[月年])\s*日?"
)
# "5 March 2024", "March 5, 2024", "5th Mar. 2024"; not "March 2024".
_ENGLISH_DAY = re.compile(
    r"(?<!\d)(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Z][a-z]{2,8})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})(?!\d)"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ONE_ZERO = str.maketrans(dict.fromkeys(_ZEROS, "〇"))


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names, as YYYY-MM-DD, and where it stands there."""

    iso: str
    start: int
    end: int


def days_in(text: str) -> tuple[Day, ...]:
    """The days that a text names, in its order."""
    found = [Day(iso, m.start(), m.end()) for m in _DAY.finditer(text) if (iso := _iso(*m.groups()))]
    for match in _ENGLISH_DAY.finditer(text):
        before, month, after, year = match.groups()
        number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else 0
        if bool(before) is not bool(after) and (iso := _iso(year, str(number), before or after)):
            found.append(Day(iso, match.start(), match.end()))
    return tuple(sorted(found, key=lambda day: day.start))


def only_day(line: str) -> str:
    """The day that a line names if it holds nothing else, brackets and a full stop aside; "" for other lines."""
    bare = line.strip().strip("()（）。.").strip()
    day = next(iter(days_in(bare)), None)
    return day.iso if day and day.start == 0 and day.end == len(bare) else ""


def _iso(year: str, month: str, day: str) -> str:
    values = [numeral_value("".join(part.split()).translate(_ONE_ZERO)) or 0 for part in (year, month, day)]
    try:
        return date(*values).isoformat() if values[0] > _FIRST_YEAR else ""
    except ValueError:
        return ""


_FIRST_YEAR = 1900  # an earlier day is a figure of something else
