"""What a cell of a spreadsheet shows: its value in the number format of the cell. 0.95 in "0%" is shown as 95%.

Source of number formats: ECMA-376 part 1, 18.8.30 and 18.8.31. Dates are written as papers write them, 2025年6月30日,
whatever order and marks their format has.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_CHINESE_DATE = 'yyyy"年"m"月"d"日"'
CHINESE_FORMATS = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    **dict.fromkeys((30, 31), _CHINESE_DATE),
    **dict.fromkeys((32, 34, 55), 'h"时"mm"分"'),
    **dict.fromkeys((33, 35, 56), 'h"时"mm"分"ss"秒"'),
}
"""Formats that a file names by number only, and what they are where Chinese is spoken (18.8.30)."""
_GENERAL = ("General", "@", "")
_MOST_DIGITS = 10
"""Of a number in the general format, as many as a cell shows; the rest is what binary arithmetic leaves behind."""
_DIGITS = "0#?"


def shown(value: object, number_format: str) -> str:
    """The text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float | Decimal):
        return _number(Decimal(str(value)), number_format)
    if isinstance(value, date):  # or a datetime, which is one
        return _date(value, number_format)
    if isinstance(value, time):
        return value.isoformat("seconds").removesuffix(":00")
    if isinstance(value, timedelta):
        return str(value).removesuffix(":00")
    return str(value)


def _date(day: date, number_format: str) -> str:
    """Those of year, month and day that the format shows, and the time of the day where it shows one."""
    signs = "".join(sign for sign, quoted in _signs(number_format.lower()) if not quoted)
    at = isinstance(day, datetime) and (day.hour or day.minute or day.second)
    clock = f"{day:%H:%M}" if isinstance(day, datetime) and at else ""
    if not any(sign in signs for sign in "yd") and "h" in signs:
        return clock
    parts = [("y", f"{day.year}年"), ("m", f"{day.month}月"), ("d", f"{day.day}日")]
    told = "".join(text for sign, text in parts if sign in signs)
    return f"{told} {clock}" if clock and "h" in signs else told


def _number(value: Decimal, number_format: str) -> str:
    sections = _sections(number_format)
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value  # such a section writes the sign itself
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    before, pattern, after = _parts(section)
    if section.strip() in _GENERAL or not (pattern or before):
        return _plain(value)
    if not pattern:
        return before.strip()
    if pattern.count("%"):
        value *= 100
    # Fractions and powers of ten are no figures of plans; they are shown plain.
    if "/" in pattern or "e" in pattern.lower():
        return _plain(value)
    whole, _, decimals = pattern.partition(".")
    places = sum(sign in _DIGITS for sign in decimals)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    if decimals.rstrip("%").endswith("#") and "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{before}{text}{'%' * pattern.count('%')}{after}".strip()


def _plain(value: Decimal) -> str:
    return f"{Decimal(f'{value:.{_MOST_DIGITS}g}').normalize():f}" if value else "0"


def _sections(number_format: str) -> list[str]:
    """The formats for positive and negative numbers and for zero; what is quoted or in brackets parts nothing."""
    sections = [""]
    for sign, quoted in _signs(number_format):
        if sign == ";" and not quoted:
            sections.append("")
        else:
            sections[-1] += f"\\{sign}" if quoted else sign
    return sections


def _parts(section: str) -> tuple[str, str, str]:
    """What stands before the digits, the pattern of the digits, what stands behind them."""
    before = pattern = after = ""
    for sign, quoted in _signs(section):
        if not quoted and (sign in _DIGITS or (pattern and sign in ".,%/eE+") or sign == "%"):
            pattern, after = pattern + after + sign, ""
        elif pattern:
            after += sign
        else:
            before += sign
    return before, pattern, after


def _signs(number_format: str) -> Iterator[tuple[str, bool]]:
    """Each sign of a format, and whether it stands for itself; conditions, colours and fillings are left out."""
    at = 0
    while at < len(number_format):
        sign = number_format[at]
        if sign == '"':
            end = number_format.find('"', at + 1)
            end = end if end >= 0 else len(number_format)
            yield from ((one, True) for one in number_format[at + 1 : end])
            at = end
        elif sign == "\\" and at + 1 < len(number_format):
            yield number_format[at + 1], True
            at += 1
        elif sign == "[":
            end = number_format.find("]", at)
            at = end if end >= 0 else at
        elif sign in "_*":  # room as wide as the next sign; the next sign as often as there is room
            at += 1
        else:
            yield sign, False
        at += 1
