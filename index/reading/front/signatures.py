"""Who signs a paper and when: the offices in the lines right above a day, and the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.reading.front.front_lines import closed_up
from index.reading.front.paper_days import days_in, only_day
from index.reading.front.paper_kinds import ending_of
from index.reading.lines import is_han, lines_of
from index.terms.lexicon import ends_with, is_office, starts_with
from index.terms.numbering import read_number

_MOST_LINE_CHARS = 60
_LEAST_OFFICE_CHARS, _MOST_OFFICE_CHARS = 4, 34
_MOST_OFFICES = 8
_PARTS = frozenset("、（）()")
_MOST_ENGLISH_WORDS = 9


@dataclass(frozen=True, slots=True)
class Signature:
    """The offices, as they stand from above, () where none is read, and the day as YYYY-MM-DD."""

    offices: tuple[str, ...]
    day: str


def signatures(text: str) -> Iterator[Signature]:
    """All days in lines of their own, in order, the first that is signed with who signs above or before it in the line."""
    above: list[str] = []
    is_signed = False
    for line in lines_of(text):
        if len(line.text.strip()) > _MOST_LINE_CHARS or "\t" in line.text:
            above = []
            continue
        bare = closed_up(line.text.strip())
        if day := only_day(bare):
            offices = () if is_signed else _offices(above)
            is_signed = is_signed or bool(offices)
            yield Signature(offices, day)
            above = []
            continue
        last = None if is_signed else next(iter(days_in(bare)[-1:]), None)
        if last and last.end == len(bare) and (offices := _offices([bare[: last.start]])):
            is_signed = True
            yield Signature(offices, last.iso)
        above.append(bare)


def is_signing(line: str) -> bool:
    """Whether a line can be the name of who signs: an office, or a school or a firm that no list of offices holds."""
    if line.isascii():
        return 1 < len(line.split()) <= _MOST_ENGLISH_WORDS and line[0].isupper() and not line.endswith((".", ":"))
    named = _LEAST_OFFICE_CHARS <= len(line) <= _MOST_OFFICE_CHARS and all(is_han(s) or s in _PARTS for s in line)
    return named and read_number(line) is None and not starts_with(line, "posts")


def _offices(above: list[str]) -> tuple[str, ...]:
    """The names at the end of some lines; only the lowest may be one that is not known as an office."""
    found: list[str] = []
    for line in reversed(above[-_MOST_OFFICES:]):
        names = line.split(" ") if not line.isascii() else [line]
        known = all(is_office(name) or ends_with(name, "bodies") for name in names)
        if not all(map(is_signing, names)) or ending_of(line).written or not (known or not found):
            break
        found += reversed(names)
    return tuple(reversed(found))
