"""Dates and periods as official Chinese writes them, and the year that surroundings tell for a date without one.

Takes text, gives spans with the last day they allow. A digit glued to a lost character ("20183月", "2020年全年") is read only
where one reading is possible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from index.facts.cutting import before_on_line
from index.terms.five_years import plan_years
from index.terms.lexicon import YEAR, alternatives, contains, years_in

_DASHES = (*"-—–~～至到", "——", "--")
_DIGITS = "一二三四五六七八九十"

# "2024年12月20日前", "到2025年底", "2022年底前", "2024年主汛期前", "至202012月" (a lost 年), "2018年至2020年" is two dates;
# "2021年起数" in a header is the number of accidents of a year.
_DAY = re.compile(
    rf"(?P<lead>到|至|于|在|截至|截止)?(?P<year>{YEAR})(?:年|(?=\d{{1,2}}月))"
    r"(?:(?P<month>\d{1,2})月(?:份)?)?(?:(?P<day>\d{1,2})日)?(?P<half>上半年|下半年)?(?P<end>年?底|年?末)?"
    r"(?:(?:主?汛期|[春秋]季(?:学期)?开学|春节|国庆节?|采暖季)(?=之?前))?(?P<tail>之?前|以前|起(?!数)|以来)?"
)
# "“十四五”|期间", "十三五|末"; not "二十五|家", "三十五|条".
_PLAN = re.compile(
    rf"[“\"]?(?P<number>[{_DIGITS}]{{2,3}})五[”\"]?(?P<tail>期间|时期|期?末|以来)?"
    rf"(?!{alternatives('counters')}|[{_DIGITS}])"
)
# "每季度最后一个月的20日", "每年12月15日前", "每半年至少1次" is a rate, not a date.
_RECURRING = re.compile(
    r"每(?:[年月周]|季度|半年)(?:最后一个月的?|第[一二三四]个?月的?)?(?:\d{1,2}月)?(?:\d{1,2}日|[底末])(?:之?前)?"
)
# "6月底前", "于11月30日前", "年底前", "第三季度末前": the year stands elsewhere. Not "每年6月底前", "截至3月底", "5月至6月底".
_YEARLESS = re.compile(
    r"(?<![\d年每第次])(?<!截至)(?<!截止)(?<![至到—–~～-])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日之?前|(?:底|末)(?:之?前|以前)?|(?:[上中下]旬|份)?(?:之?前|以前))"
    r"|(?<![\d每])(?:今?年底|年末)之?前|(?<![\d每一两三几])年内(?=完成|实现|建成|全面|基本|新建|新增|培育)|(?<![\d年])(?P<half>上半年)(?=[,，])|(?<!每)第?(?P<quarter>[一二三四])季度(?:末|底)?之?前"
)
# "2024年3月15日|至4月10日", "2024年3月1日|—20日": the last day is of the year, and the month, told with the first.
_RANGE_END = re.compile(
    r"\s*(?:开始|起)?\s*[至到—–~～-]+\s*(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|[底末份])?|(?P<only>\d{1,2})日)(?:之?前)?"
)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date in a text: offsets, its written form, its last day (YYYY, YYYY-MM, YYYY-MM-DD; "" if recurring or yearless)."""

    start: int
    end: int
    written: str
    date: str
    years: tuple[int, ...]
    is_deadline: bool


def is_plan_period(date: DateExpression) -> bool:
    """Whether a date is the period of a five-year plan ("“十四五”末")."""
    return bool(date.years) and "五" in date.written


def dates(text: str, start: int = 0, end: int | None = None) -> list[DateExpression]:
    """All dates and plan periods in `text[start:end]`, in order."""
    stop = len(text) if end is None else end
    found = [_day(m) for m in _DAY.finditer(text, start, stop)]
    for match in _PLAN.finditer(text, start, stop):
        years = plan_years(match["number"])
        if years:
            span = tuple(range(years[0], years[1] + 1))
            found.append(
                DateExpression(match.start(), match.end(), match.group(), str(years[1]), span, is_deadline=False)
            )
    for match in _RECURRING.finditer(text, start, stop):
        found.append(DateExpression(match.start(), match.end(), match.group(), "", (), is_deadline=True))
    found.sort(key=_place)
    taken = iter([*found])
    one = next(taken, None)
    for match in _YEARLESS.finditer(text, start, stop):
        while one and one.end <= match.start():
            one = next(taken, None)
        if one is None or one.start >= match.end():
            found.append(DateExpression(match.start(), match.end(), match.group(), "", (), is_deadline=True))
    return sorted(found, key=_place)


def _place(date: DateExpression) -> tuple[int, int]:
    return date.start, -date.end


def in_year(date: DateExpression, year: int | None) -> DateExpression:
    """A date without a year ("6月底前") put into the year that its surroundings tell; any other as it is."""
    found = _YEARLESS.match(f"{date.written},") or _YEARLESS.match(f"{date.written}完成")
    if found is None or year is None:
        return date
    month = (
        int(found["month"])
        if found["month"]
        else 3 * "一二三四".index(found["quarter"]) + 3
        if found["quarter"]
        else 6
        if found["half"]
        else 12
    )
    day = f"-{int(found['day']):02d}" if found["day"] else ""
    return replace(date, date=f"{year}-{month:02d}{day}", years=(year,))


def periods(text: str, start: int = 0, end: int | None = None) -> list[DateExpression]:
    """The dates of `text[start:end]` with the two ends of a range ("2016年至2020年", "2024年3月至5月") made one."""
    joined: list[DateExpression] = []
    for date in dates(text, start, end):
        if joined and _is_range(text, joined[-1], date):
            first = joined.pop()
            years = tuple(range(first.years[0], date.years[-1] + 1))
            written = text[first.start : date.end]
            date = DateExpression(first.start, date.end, written, date.date, years, is_deadline=False)
        joined.append(_to_its_last_day(text, date, end))
    return joined


def _to_its_last_day(text: str, date: DateExpression, end: int | None) -> DateExpression:
    """A date with the end of the range that it opens, where that is told without its year; any other as it is."""
    year, _, month = date.date.partition("-")
    if not month:
        return date
    last = _RANGE_END.match(text, date.end, len(text) if end is None else end)
    if last is None or (last["only"] and "-" not in month):
        return date
    ends = [int(last["month"] or month[:2]), *(int(day) for day in (last["day"] or last["only"],) if day)]
    told = "-".join((year, *(f"{part:02d}" for part in ends)))
    if told[: len(date.date)] < date.date[: len(told)]:
        return date
    written = text[date.start : last.end()]
    return replace(date, end=last.end(), written=written, date=told, is_deadline=written.endswith("前"))


def year_span(cell: str) -> list[DateExpression]:
    """The years of a cell that holds two with a dash and nothing else ("2026—2028"); none of any other."""
    years = years_in(cell)
    between = cell[len(str(years[0])) : -len(str(years[-1]))] if len(years) == len(("from", "to")) else ""
    if not between or between.strip() not in _DASHES or not years[0] < years[1]:
        return []
    span = tuple(range(years[0], years[1] + 1))
    return [DateExpression(0, len(cell), cell, str(years[1]), span, is_deadline=False)]


def _is_range(text: str, first: DateExpression, last: DateExpression) -> bool:
    if not first.years or not last.years or first.is_deadline or first.years[0] > last.years[-1]:
        return False
    between = text[first.end : last.start]
    led = last.written.startswith(("至", "到"))
    dash = between.strip().removeprefix("开始").removeprefix("起").strip()
    return dash in _DASHES or (led and not dash)


def _day(match: re.Match[str]) -> DateExpression:
    year = int(match["year"])
    date = str(year)
    if match["month"]:
        date += f"-{int(match['month']):02d}"
        if match["day"]:
            date += f"-{int(match['day']):02d}"
    elif match["half"] == "上半年":
        date += "-06"
    elif match["end"] or match["half"]:
        date += "-12"
    tail = match["tail"] or ""
    # "2011年至2015年", "下降到2020年的1.02": the end of a range or of a change, not a deadline.
    before = match.string[max(0, match.start() - 1) : match.start()]
    by = (
        (match["lead"] in ("到", "至") and before not in tuple("年月日降升加少高长"))
        or bool(match["end"])
        or tail.endswith("前")
    )
    return DateExpression(match.start(), match.end(), match.group(), date, (year,), by and tail not in ("起", "以来"))


_BEFORE_A_YEAR = "—1234567890.、． "
_OPENING_CHARS = 24
"""A year opens a paragraph within so many characters, the number of the paragraph and a range of years included."""
_HEAD_CHARS = 1000
"""The title stands within the first page; further down a line with a year is a heading of a part."""


def year_told(text: str, at: int, labels: tuple[str, ...]) -> int | None:
    """The year that a date without one belongs to: by its paragraph, by a heading above, by the plan's title."""
    first = at - len(before_on_line(text, at))
    line = text[first : first + _OPENING_CHARS]
    opened = next(iter(periods(line)), None)
    opens = opened and not line[: opened.start].strip(_BEFORE_A_YEAR)
    if opened and opens and len(opened.years) == 1 and not opened.written.endswith("以来"):
        return opened.years[0]
    named = (set(years_in(told)) for told in (*reversed(labels), _titled(text[:_HEAD_CHARS])))
    return next((years.pop() for years in named if len(years) == 1), None)


@lru_cache(maxsize=8)
def _titled(head: str) -> str:
    """The first line of a text's head that names a paper and a year; "" where none does."""
    lines = (line for line in head.split("\n") if "。" not in line and contains(line, "papers") and years_in(line))
    return next(lines, "")
