"""Dates and lengths of time by which something is due in English: "by the end of 2026", "before 30 June 2024", "within 30 days"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.facts.english.english_words import Word, one_of, words_of
from index.terms.lexicon import listed

_NO_LATER = ("no", "not")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_DAYS = 31


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: the words it stands in, and the last day as YYYY, YYYY-MM or YYYY-MM-DD ("" if none)."""

    first: int
    last: int
    date: str


def dues_in(words: Sequence[Word], year: int | None) -> Iterator[Due]:
    """The dates of a sentence by which something is due; `year` is that of a date which names none."""
    at = 0
    while at < len(words):
        found = _due(words, at, year)
        if found:
            yield found
        at = found.last if found else at + 1


def date_words(words: Sequence[Word]) -> set[int]:
    """The places of the words that belong to dates, whose numbers count nothing."""
    taken: set[int] = set()
    for at in range(len(words)):
        read = _date(words, at, None)
        if read:
            taken.update(range(at, read[0]))
    return taken


def english_dates(text: str) -> Iterator[str]:
    """The days and months that a text names, as YYYY-MM-DD or YYYY-MM, months in small letters too; one without a year is none."""
    words = [replace(word, text=word.text.capitalize()) for word in words_of(text, 0, len(text))]
    at = 0
    while at < len(words):
        # "the end of 2026" is no month of its own.
        read = _date(words, at, None) if words[at].small != "the" else None
        if read and "-" in read[1]:
            yield read[1]
        at = read[0] if read else at + 1


def year_of(word: Word) -> int | None:
    """The year that a word is; None for any other."""
    known = len(word.text) == len("2024") and word.text.isdecimal() and _FIRST_YEAR <= int(word.text) < _LAST_YEAR
    return int(word.text) if known else None


def _due(words: Sequence[Word], at: int, year: int | None) -> Due | None:
    first = at
    if words[at].small in _NO_LATER and [word.small for word in words[at + 1 : at + 3]] == ["later", "than"]:
        at += 2
    elif words[at].small == "within":
        return _within(words, at)
    elif words[at].small == "on" and [word.small for word in words[at + 1 : at + 3]] == ["or", "before"]:
        at += 2
    elif not one_of(words[at], "english_due"):
        return None
    read = _date(words, at + 1, year)
    return Due(first, read[0], read[1]) if read else None


def _within(words: Sequence[Word], at: int) -> Due | None:
    """A length of time: "within 30 days", "within 24 hours of the report"."""
    number, unit = at + 1, at + 2
    while unit < len(words) and one_of(words[unit], "english_kinds_of_day"):
        unit += 1
    if unit < len(words) and _counts(words[number]) and one_of(words[unit], "english_times"):
        return Due(at, unit + 1, "")
    return None


def _counts(word: Word) -> bool:
    return word.text.isdecimal() or one_of(word, "english_numbers")


def _date(words: Sequence[Word], at: int, year: int | None) -> tuple[int, str] | None:
    """Behind a date at `at`, and its last day; None where none stands."""
    end_of = [word.small for word in words[at : at + 3]] in (["the", "end", "of"], ["the", "close", "of"])
    at += 3 if end_of else 0
    if at >= len(words):
        return None
    if told := year_of(words[at]):
        return at + 1, f"{told}-12" if end_of else str(told)
    if not end_of and [word.small for word in words[at : at + 1]] == ["the"] and _day(words, at + 1):
        return _of_month(words, at + 1)
    named = at + 1 + (at + 1 < len(words) and words[at + 1].small == "of")  # "25 March", "25th of March"
    if _day(words, at) and named < len(words) and _month(words[named]):
        return _whole(words, named + 1, _month(words[named]), _day(words, at), year)
    if month := _month(words[at]):
        day = _day(words, at + 1)
        return _whole(words, at + 2 if day else at + 1, month, day, year)
    return None


def _of_month(words: Sequence[Word], at: int) -> tuple[int, str] | None:
    """What recurs: "the 25th of each month"."""
    of = [word.small for word in words[at + 1 : at + 4]]
    recurs = len(of) == len(("of", "each", "month")) and of[0] == "of" and of[1] in ("each", "every")
    return (at + 4, "") if recurs and of[2] in ("month", "quarter", "year") else None


def _whole(words: Sequence[Word], at: int, month: int, day: int, year: int | None) -> tuple[int, str] | None:
    """A date with its year behind it, after a comma perhaps, or with the year told above."""
    behind = at + 1 if at < len(words) and words[at].text == "," else at
    told = year_of(words[behind]) if behind < len(words) else None
    last = behind + 1 if told else at
    told = told or year
    if told is None:
        return None
    return last, f"{told}-{month:02d}" + (f"-{day:02d}" if day else "")


def _month(word: Word) -> int:
    """1 for January, 12 for Dec; 0 for any other word. In a name it opens with a capital."""
    months = listed("english_months")
    named = next((i for i, month in enumerate(months) if word.small in (month, month[:3])), -1)
    return named + 1 if word.is_name else 0


def _day(words: Sequence[Word], at: int) -> int:
    """The day of a month that a word is ("15", "25th"); 0 for any other."""
    if at >= len(words):
        return 0
    digits = words[at].text.rstrip("stndrh")
    return int(digits) if digits.isdecimal() and 1 <= int(digits) <= _DAYS else 0
