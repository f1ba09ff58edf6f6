"""Time within which something must be done, counted from an event and not by the calendar.

"自接到投诉之日起十五日内予以答复", "2小时内报告": the number may be in Chinese numerals. A time that only tells of which
case something is said ("24小时内降雨量超过50毫米") is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.facts.cutting import CLAUSE_MARKS, first_mark, last_mark, without_tail
from index.facts.dates import DateExpression
from index.terms.lexicon import contains, ends_with, listed, starts_with

_NUMERALS = frozenset("一二三四五六七八九十百两半0123456789")
_FROM = ("自", "从", "在", "于")
_AHEAD = "提前"
_SINCE = ("起", "后", "时")
_SHORT_OF = ("的", "工作", "各", "未", "不", "已")
"""What follows makes it a case or a name: "十日内的…", "三日内未答复的"."""


def time_limits(text: str, start: int, end: int) -> Iterator[DateExpression]:
    """Each length of time in a sentence within which something must be done, with the event that it is counted from."""
    at = text.find("内", start, end)
    while at >= 0:
        found = _limit(text, start, at, end)
        if found:
            yield found
        at = text.find("内", at + 1, end)
    at = text.find(_AHEAD, start, end)
    while at >= 0:
        stop = _length_end(text, at + len(_AHEAD), end)
        if stop:
            yield DateExpression(at, stop, text[at:stop], "", (), is_deadline=True)
        at = text.find(_AHEAD, at + 1, end)


def _length_end(text: str, first: int, end: int) -> int:
    """Behind the length of time that opens at `first`; 0 where none does."""
    at = first
    while at < end and text[at] in _NUMERALS:
        at += 1
    unit = next((unit for unit in listed("spans_of_time") if text.startswith(unit, at)), "")
    return at + len(unit) if at > first and unit else 0


def _limit(text: str, start: int, at: int, end: int) -> DateExpression | None:
    stop = at + 1
    bare = without_tail(text[start:at], ("之", "以", " "))
    unit = next((unit for unit in listed("spans_of_time") if bare.endswith(unit)), "")
    number = len(bare) - len(unit)
    first = number
    while unit and first and bare[first - 1] in _NUMERALS:
        first -= 1
    if first == number or ends_with(bare[:first], "no_limits"):
        return None
    clause = last_mark(text, CLAUSE_MARKS + "。\n", start, start + first) + 1 or start
    clause = max(clause, start)
    after = text[stop : first_mark(text, CLAUSE_MARKS + "。\n", stop, end)].strip()
    if not after:  # "十五日内,|将…报送"
        rest = text[stop:end].lstrip(",， ")
        after = rest[: first_mark(rest, CLAUSE_MARKS + "。\n", 0, len(rest))]
    if not _is_due(text[last_mark(text, ";；。\n", start, start + first) + 1 or start : start + first], after):
        return None
    opens = _event(text, clause, start + first)
    return DateExpression(opens, stop, text[opens:stop], "", (), is_deadline=True)


def _is_due(before: str, following: str) -> bool:
    """Whether something must be done within the time: its sentence says must, or what follows opens with what is done."""
    if following.startswith(_SHORT_OF) or following.endswith(("的", "时")):
        return False
    return contains(before, "must") or starts_with(following, "acts", "results") or contains(following, "due")


def _event(text: str, clause: int, first: int) -> int:
    """Where the event begins that the time is counted from: "自…之日起|", "在…后|"; `first` where none is told."""
    before = text[clause:first]
    if not before.rstrip("的").endswith(_SINCE):
        return first
    found = [at for word in _FROM if (at := before.find(word)) >= 0]
    return clause + min(found) if found else first
