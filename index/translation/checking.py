"""An English line held to its Chinese source: what it loses and what it adds.

Numbers, bounds, denials, duties, dates, changes, units, grades, document numbers and names are compared by the tables of
`marks.toml` and the glossary; nothing is said of style. Translations, imports and renderings at answer time are checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.terms.glossary import Entry, Glossary, english_words, stem
from index.terms.lexicon import document_numbers, is_han, without_document_numbers
from index.translation.marks import Found, admits_number, marks, marks_in
from index.translation.numbers_told import English, Told, chinese_numbers, plain_chinese, read_english


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


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an English line loses or adds, by the words of the side that has it."""

    kind: Kind
    detail: str


NEAR_BEFORE, NEAR_AFTER = 6, 6
"""Words of English beside a number among which its bound and its unit stand: "no less than 95 per cent of …"."""
MARK_TO_NUMBER_CHARS = 6
"""Signs that may stand between a Chinese bound and its number: "不低于|每年|3次", "3|万平方米|以上"."""
LEAST_CHARS_FOR_LENGTH = 12
LEAST_RATIO, MOST_RATIO = 1.3, 9.0
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
    for number in document_numbers(zh):
        if number not in en:
            yield Finding(Kind.DOCUMENT_NUMBER, number)
    source, text = _without_document_numbers(zh, en)
    source = plain_chinese(source)
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
    """Both texts without the numbers of documents, those among them that a paper has broken ("国办发〔201935号")."""
    for word in en.split():
        written = word.strip("(),.;:")
        if "〔" in written and written in zh:
            zh, en = zh.replace(written, " "), en.replace(written, " ")
    return without_document_numbers(zh), without_document_numbers(en)


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
    whole = english.text
    for mark in found:
        bound = _bound_number(source, mark, numbers)
        if (bound is None and not mark.mark.alone) or _says_nothing(mark, bound):
            continue
        said = [number for number in english.numbers if bound is not None and number.value == bound.value]
        places: Iterable[str] = (english.around(number, NEAR_BEFORE, NEAR_AFTER) for number in said)
        if not any(map(mark.mark.english.said_in, places if said else (whole,))):
            yield Finding(Kind(mark.mark.kind), source[mark.start : mark.end])


def _says_nothing(found: Found, bound: Told | None) -> bool:
    """Whether a mark is part of a date ("2025年"), or opens a line that English puts as an order ("应当建立")."""
    date = found.mark.name == "year" and bound is not None and bound.value >= LEAST_YEAR
    return date or (found.mark.kind == Kind.DUTY and found.start == 0)


def _bound_number(source: str, found: Found, numbers: tuple[Told, ...]) -> Told | None:
    """The number that a mark binds, in its own clause; None where it binds none."""
    if found.mark.side == "after":
        near = [number for number in numbers if number.start < found.end]
        between = source[near[-1].end : found.start] if near else ""
    elif found.mark.side == "before":
        near = [number for number in numbers if number.start >= found.end][:1]
        between = source[found.end : near[0].start] if near else ""
    else:
        return None
    together = len(between) <= MARK_TO_NUMBER_CHARS and not any(sign in _PARTS_CLAUSES for sign in between)
    return near[-1] if near and together else None


def _added(source: str, english: English) -> Iterator[Finding]:
    """What the English says plainly and no sign of the Chinese admits."""
    whole = english.text
    for mark in marks():
        if mark.added.said_in(whole) and not any(word in source for word in mark.admits):
            yield Finding(Kind(mark.kind), f"added: {mark.name}")


def _names(zh: str, english: English, glossary: Glossary) -> Iterator[Finding]:
    stems = frozenset(map(stem, english.words))
    for text, entry in glossary.segment(zh):
        if entry is not None and entry.kind in _NAMES and not _named(entry, stems):
            yield Finding(Kind.NAME, text)


def _named(entry: Entry, stems: frozenset[str]) -> bool:
    for phrase in (entry.en, *entry.also_en):
        words = [stem(word) for word in english_words(phrase) if len(word) > len("the")]
        if sum(word in stems for word in words) >= LEAST_OF_NAME * len(words):
            return True
    return False
