"""An English line held to its Chinese source: what it loses and what it adds.

Numbers, bounds, denials, duties, dates, changes, units, grades, document numbers and names are compared by the tables of
`marks.toml` and the glossary; nothing is said of style. Translations, imports and renderings at answer time are checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.terms.glossary import Entry, Glossary, english_words, stem
from index.terms.lexicon import document_numbers, is_han, without_document_numbers
from index.terms.office_names import LEAST_CHARS
from index.translation.numbers_told import English, Told, chinese_numbers, plain_chinese, read_english
from index.translation.said_marks import (
    Found,
    admits_number,
    all_phrases,
    marks,
    marks_in,
    neutral_english,
    without_neutral,
)


class Kind(StrEnum):
    """What is wrong with an English line."""

    NUMBER_LOST = "number lost"
    NUMBER_ADDED = "number added"
    BOUND = "bound"
    NEGATION = "negation"
    DUTY = "duty"
    DATE = "date"
    CHANGE = "change"
    UNIT = "unit"
    GRADE = "grade"
    DOCUMENT_NUMBER = "document number"
    CHINESE_LEFT = "Chinese left"
    NAME = "name"
    LENGTH = "length"
    LANGUAGE = "language"
    OTHER_LINE = "other line"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an English line loses or adds, by the words of the side that has it."""

    kind: Kind
    detail: str

    def __str__(self) -> str:
        return f"{self.kind} ({self.detail})"


NEAR_BEFORE, NEAR_AFTER = 6, 6
"""Words of English beside a number among which its bound and its unit stand: "no less than 95 per cent of …"."""
CHARS_TO_NUMBER, CHARS_FROM_NUMBER = 6, 3
"""Signs that may stand between a Chinese mark and the number that it binds: "不低于|每年|3次", "3|平方米|以上"."""
_TO_A_LEVEL = "到至为"
"""Behind a verb of change, where the number is what is reached: "下降到"."""
_BOUND_WORDS = frozenset(
    "at least most no less more fewer than about around over below under within a the some approximately".split()
)
LEAST_CHARS_FOR_LENGTH = 12
LEAST_RATIO, MOST_RATIO = 1.2, 9.0
"""English letters a Chinese character, for a line of some length: of the lines of the five plans none is outside."""
LEAST_YEAR = 1900
"""From here on a number before 年 is a date and no length of time."""
_PARTS_CLAUSES = ",。;:、()"
_NAMES = ("office", "body", "instrument", "indicator", "accident")
"""Kinds of the glossary's entries that an English line must name."""
LEAST_OF_NAME = 0.5
"""Share of a name's words that must stand in the English, which may shorten it or turn it round."""


def findings(zh: str, en: str, glossary: Glossary | None = None) -> tuple[Finding, ...]:
    """What `en` loses of `zh` or adds to it; with a glossary names are compared too. Empty where the line holds."""
    return tuple(dict.fromkeys(_findings(zh, en, glossary)))


def _findings(zh: str, en: str, glossary: Glossary | None) -> Iterator[Finding]:
    source, text = _without_document_numbers(zh, en)
    yield from (Finding(Kind.DOCUMENT_NUMBER, number) for number in document_numbers(source))
    source = plain_chinese(without_document_numbers(source))
    if any(map(is_han, text)):
        yield Finding(Kind.CHINESE_LEFT, "".join(filter(is_han, text)))
    english = read_english(text)
    numbers = tuple(chinese_numbers(source))
    yield from _numbers(source, numbers, english)
    found = tuple(marks_in(source))
    yield from _lost(source, found, numbers, english)
    yield from _added(source, english)
    if glossary is not None:
        yield from _names(zh, english, glossary)
    if len(source) > LEAST_CHARS_FOR_LENGTH and not LEAST_RATIO <= len(text) / len(source) <= MOST_RATIO:
        yield Finding(Kind.LENGTH, f"{len(text) / len(source):.1f}")


def _without_document_numbers(zh: str, en: str) -> tuple[str, str]:
    """Both texts without the numbers of documents that both have, as they stand, broken ones too ("国办发〔201935号")."""
    broken = (word.strip("(),.;:") for word in en.split() if "〔" in word)
    for written in (*document_numbers(en), *broken):
        if written in zh:
            zh, en = zh.replace(written, " "), en.replace(written, " ")
    return zh, en


def _numbers(source: str, numbers: tuple[Told, ...], english: English) -> Iterator[Finding]:
    said = {number.value for number in english.numbers}
    told = {number.value for number in numbers}
    for number in numbers:
        if number.needed and number.value not in said:
            yield Finding(Kind.NUMBER_LOST, f"{number.value:g}")
    for number in english.numbers:
        if number.needed and number.value not in told and not admits_number(source, number.value):
            yield Finding(Kind.NUMBER_ADDED, f"{number.value:g}")


def _lost(source: str, found: tuple[Found, ...], numbers: tuple[Told, ...], english: English) -> Iterator[Finding]:
    """Marks that the English does not say, beside the number that they bind or, where they bind none, anywhere."""
    told: Counter[str] = Counter()
    denying = neutral_english().without(english.words)
    for mark in found:
        bound = _bound_number(source, mark, numbers)
        if (bound is None and not mark.mark.alone) or _says_nothing(source, mark, bound):
            continue
        told[mark.mark.name] += mark.mark.counted
        said = [number for number in english.numbers if bound is not None and number.value == bound.value]
        if mark.mark.kind == Kind.CHANGE and bound is not None and _wrong_change(source, mark, bound, english):
            yield Finding(Kind.CHANGE, f"by or to: {source[mark.start : bound.end]}")
        places = [english.around(number, NEAR_BEFORE, NEAR_AFTER) for number in said] or [english.words]
        if not any(map(mark.mark.english.times, places)):
            yield Finding(Kind(mark.mark.kind), source[mark.start : mark.end])
    for name, times in told.items():
        kind = next(mark.kind for mark in marks() if mark.name == name)
        words = denying if kind == Kind.NEGATION else english.words
        if (said_times := all_phrases(name).times(words)) < times:
            yield Finding(Kind(kind), f"{name}: {said_times} of {times}")


def _says_nothing(source: str, found: Found, bound: Told | None) -> bool:
    """Whether a mark is part of a date ("2025年"), or opens a line that English puts as an order ("应当建立")."""
    date = found.mark.name == "year" and bound is not None and _is_year(source, bound)
    return date or (found.mark.name == "duty" and found.start == 0)


def _bound_number(source: str, found: Found, numbers: tuple[Told, ...]) -> Told | None:
    """The number that a mark binds, in its own clause; None where it binds none."""
    if found.mark.side == "after":
        near = [number for number in numbers if number.start < found.end][-1:]
        between, most = source[near[0].end : found.start] if near else "", CHARS_FROM_NUMBER
    elif found.mark.side == "before":
        near = [number for number in numbers if number.start >= found.end and not _is_year(source, number)][:1]
        between = "".join(_without_years(source, found.end, near[0].start, numbers)) if near else ""
        most = CHARS_TO_NUMBER
    else:
        return None
    together = len(between) <= most and not any(sign in _PARTS_CLAUSES for sign in between)
    return near[0] if near and together else None


def _is_year(source: str, number: Told) -> bool:
    return number.value >= LEAST_YEAR and source[number.end :].lstrip().startswith("年")


def _without_years(source: str, start: int, end: int, numbers: tuple[Told, ...]) -> Iterator[str]:
    """What stands from `start` to `end` without the years in it: "下降到|2020年的|1.02"."""
    at = start
    for number in numbers:
        if start <= number.start and number.end <= end and _is_year(source, number):
            yield source[at : number.start]
            at = number.end
    yield source[at:end]


def _added(source: str, english: English) -> Iterator[Finding]:
    """What the English says plainly oftener than signs of the Chinese admit."""
    counting, denying = without_neutral(source), neutral_english().without(english.words)
    for mark in marks():
        text = counting if mark.kind in (Kind.NEGATION, Kind.DUTY) else source
        times = mark.added.times(denying if mark.kind == Kind.NEGATION else english.words)
        if times and times > sum(map(text.count, mark.admits)):
            yield Finding(Kind(mark.kind), f"added: {mark.name}")


def _wrong_change(source: str, found: Found, bound: Told, english: English) -> bool:
    """Whether "falls by 15" became "falls to 15" or the other way round at each place where the number stands."""
    level = any(sign in source[found.start : bound.start] for sign in _TO_A_LEVEL)
    told = [_preposition(english, number) for number in english.numbers if number.value == bound.value]
    return bool(told) and all(word == ("by" if level else "to") for word in told)


def _preposition(english: English, number: Told) -> str:
    """The word before a number, bounds passed over: "to" of "to no more than 15"."""
    at = number.start - 1
    while at >= 0 and english.words[at] in _BOUND_WORDS:
        at -= 1
    return english.words[at] if at >= 0 else ""


def _names(zh: str, english: English, glossary: Glossary) -> Iterator[Finding]:
    stems = frozenset(map(stem, english.words))
    for text, entry in glossary.segment(zh):
        if entry is not None and entry.kind in _NAMES and len(text) >= LEAST_CHARS and not _named(entry, stems):
            yield Finding(Kind.NAME, text)


def _named(entry: Entry, stems: frozenset[str]) -> bool:
    for phrase in (entry.en, *entry.also_en):
        words = [stem(word) for word in english_words(phrase) if len(word) > len("the")]
        if sum(word in stems for word in words) >= LEAST_OF_NAME * len(words):
            return True
    return False
