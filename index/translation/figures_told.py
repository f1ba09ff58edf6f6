"""The figures that a Chinese passage gives, in English: each whole, with its bound, unit and frequency, or not at all.

"每3年至少进行一次" -> "at least once every 3 years", "3万元以上20万元以下" -> "30,000 yuan or more and 200,000 yuan or less".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.terms.lexicon import is_han, listed, without_document_numbers
from index.terms.numbering import Style, read_number
from index.translation.english_values import BOUNDS_BEFORE, dates_found
from index.translation.grammar.officialese import Officialese
from index.translation.numbers_told import Told, chinese_numbers, plain_chinese
from index.translation.segments import CLAUSE_MARKS

_OWN_FIGURES = (Style.BARE, Style.SPACED)
"""Digits before words without a stop belong to them: "12月底前"."""
_BLANK = "\0"
"""Stands for a sign of a date, which is told already."""
_OFTEN = {1: "once", 2: "twice"}
_ONE = {"people": "person"}
_EACH = {"日": "day", "天": "day", "周": "week", "月": "month", "季": "quarter", "半年": "half-year", "年": "year"}
_TIMES = ("小时", "分钟", "周", "月", *"日天年")
_RANGE = "至到-~—–"
_FROM, _TO = ("由", "从"), ("至", "到", "为")
_SHARES = "%‰"
_AT_LEAST, _AT_MOST = listed("at_least_after"), listed("at_most_after")
_CHANGES = (*listed("falls"), *listed("rises"))
_OF_DAYS = frozenset("月日底末前")
"""Of a date; a year alone is mostly that of another figure: "从2015年的1.53下降到2020年的1.02"."""
_GOES_ON, _DATED = "…", "date"
"""The bounds of a figure that is told with the next one only, and of a date, whose English tells its own."""
_NAMED_BY_NUMBER = tuple("第〔[“.·-QWERTYUIOPASDFGHJKLZXCVBNM")
"""Before a number that is a name: "第3号", "〔2021", "“12·4”", "G318"."""
MOST_UNIT_CHARS = 4
"""Of the units that the grammar knows: 个工作日."""
MOST_BOUND_CHARS = 4
"""Of what bounds a figure that stands behind it: 不得低于."""
MOST_YEARS = 100
"""More of them are the number of a year."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure in English, with its Chinese unit and bound, and where it stands in the text."""

    start: int
    end: int
    unit: str
    bound: str
    en: str


def figures_told(zh: str, words: Officialese) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The dates and the values of a passage, each in their order."""
    number = read_number(zh)
    text = plain_chinese(
        without_document_numbers(zh[number.end :] if number and number.style not in _OWN_FIGURES else zh)
    )
    figures = _figures(text, words)
    dates, values = ([one.en for one in figures if (one.bound == _DATED) is dated] for dated in (True, False))
    return tuple(dates), tuple(values)


def whole_figure(zh: str, words: Officialese) -> str:
    """The English of a text that is one date or value and nothing else; "" for another."""
    text = plain_chinese(zh.strip())
    first = next(iter(_figures(text, words)), None)
    return first.en if first and (first.start, first.end) == (0, len(text)) else ""


def _figures(text: str, words: Officialese) -> list[_Figure]:
    told = []
    for start, end, date in dates_found(text):
        if set(text[start:end]) & _OF_DAYS:
            told.append(_Figure(start, end, "", _DATED, date))
        text = f"{text[:start]}{_BLANK * (end - start)}{text[end:]}"
    return sorted((*told, *_joined(text, list(_values(text, words)))), key=lambda figure: figure.start)


def _values(text: str, words: Officialese) -> Iterator[_Figure]:
    """The numbers of which unit, bound and frequency are known."""
    for number in chinese_numbers(text):
        before, behind = text[: number.start], text[number.end :]
        if before.endswith((*_NAMED_BY_NUMBER, "每")):
            continue
        if behind.startswith("次"):
            if often := _frequency(before, number.value):
                yield _Figure(number.start, number.end + 1, "次", "", often)
            continue
        unit = _unit(behind, words)
        is_sure = number.needed or unit == "元"
        if is_sure and unit is not None and (text[number.start].isdigit() or unit == "元" or words.unit(unit)):
            yield from _with_bound(text, number, unit, words)


def _unit(behind: str, words: Officialese) -> str | None:
    """The unit or measure word behind a number; "" where there is none; None where another word may be one."""
    for size in range(MOST_UNIT_CHARS, 0, -1):
        unit = behind[:size]
        if unit == "元" or unit in _SHARES or words.is_measure(unit):
            return unit
    is_bound = behind.startswith((*_AT_LEAST, *_AT_MOST, *_RANGE))
    return "" if is_bound or not behind or not (is_han(behind[0]) or behind[0].isascii()) or behind[0] in "," else None


def _with_bound(text: str, told: Told, zh_unit: str, words: Officialese) -> Iterator[_Figure]:
    """A number with its unit, and the bound before or behind it; none where something else belongs to it."""
    end = told.end + len(zh_unit)
    behind = text[end:]
    en = _counted(told.value, zh_unit, words)
    is_time = zh_unit.endswith(tuple(_TIMES))
    bound = next((word for word in (*_AT_LEAST, *_AT_MOST) if behind.startswith(word)), "")
    if not bound and is_time and behind[:1] in ("内", "前"):
        bound = behind[0]
    before = _bound_before(text[: told.start])
    if bound in _AT_LEAST:
        en = f"{en} or more"
    elif bound == "前":
        if zh_unit.endswith(("日", "年")):  # "10日前" may be a date
            return
        en = f"{en} before"
    elif bound:
        en = f"within {en}" if is_time and bound.endswith("内") else f"{en} or less"
    elif before:
        en = f"{before} {en}"
    elif zh_unit == "年" and (told.value > MOST_YEARS or is_han(behind[:1] or ".")):
        return  # "三年行动"
    elif not zh_unit or (zh_unit not in _SHARES and zh_unit != "元" and not words.unit(zh_unit)):
        if not behind.startswith((*_CHANGES, *_RANGE)):
            return  # "12个乡镇": of what is not told
        bound = _GOES_ON
    yield _Figure(told.start, end + (len(bound) if bound != _GOES_ON else 0), zh_unit, bound, en)


def _counted(value: float, zh_unit: str, words: Officialese) -> str:
    number = f"{value:,.10g}" if value % 1 else f"{int(value):,}"
    if zh_unit in _SHARES:
        return f"{number}{zh_unit}"
    unit = "yuan" if zh_unit == "元" else words.unit(zh_unit)
    if value == 1:
        unit = _ONE.get(unit, unit.removesuffix("s"))
    return f"{number} {unit}".strip()


def _bound_before(before: str) -> str:
    """The bound that ends what stands before a number: "不少于", "超过"."""
    for size in range(MOST_BOUND_CHARS, 0, -1):
        word = before[-size:]
        if word in BOUNDS_BEFORE and len(word) == size:
            return BOUNDS_BEFORE[word]
    return "down" if before.endswith(listed("falls")) else "up" if before.endswith(listed("rises")) else ""


def _frequency(before: str, times: float) -> str:
    """How often: "每季度|1|次"; "" where the clause does not tell in what time."""
    clause = before[max((before.rfind(mark) for mark in CLAUSE_MARKS), default=-1) + 1 :]
    _, each, behind = clause.rpartition("每")
    if not each:
        return ""
    first = next(chinese_numbers(behind), None)
    every = int(first.value) if first and not first.start else 1
    unit = behind[first.end :].removeprefix("个") if first and not first.start else behind
    period = next((word for word in _EACH if unit.startswith(word)), "")
    if not period:
        return ""
    often = _OFTEN.get(int(times), f"{int(times)} times")
    bound = next((en for word, en in BOUNDS_BEFORE.items() if word in clause), "")
    of_time = f"{every} {_EACH[period]}s" if every > 1 else _EACH[period]
    return f"{bound} {often} every {of_time}".strip()


def _joined(text: str, figures: list[_Figure]) -> Iterator[_Figure]:
    """The figures, the two ends of a range as one: "1至2人", "3万元以上20万元以下", "由29座压减至18座以内"."""
    at = 0
    while at < len(figures):
        one, other = figures[at], figures[at + 1] if at + 1 < len(figures) else None
        if other and (en := _range(text, one, other)):
            yield replace(other, start=one.start, en=en)
            at += 1
        elif one.bound != _GOES_ON and not _ends_range(text[: one.start]):
            yield one
        at += 1


def _ends_range(before: str) -> bool:
    """Whether what stands before a figure is the other end of a range: "2|至|3次"; not "下降至|3起"."""
    return before.endswith(tuple(_RANGE)) and not is_han(before[-2:-1] or "x")


def _range(text: str, one: _Figure, other: _Figure) -> str:
    """Two figures as one; "" where they are no two ends of anything."""
    between = text[one.end : other.start]
    if between and between in _RANGE and other.unit != "次":
        return f"{one.en} to {other.en}"
    if not between and one.bound and other.bound:
        return f"{one.en} and {other.en}"
    falls = between.endswith(_TO) and text[: one.start].endswith(_FROM) and not set(between) & set(CLAUSE_MARKS)
    return f"from {one.en} to {other.en}" if falls else ""
