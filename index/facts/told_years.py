"""The year that a date without one belongs to, as its surroundings tell it."""

from __future__ import annotations

from functools import lru_cache

from index.facts.cutting import before_on_line
from index.facts.dates import periods
from index.terms.lexicon import contains, years_in

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
    named = (set(years_in(told)) for told in (*reversed(labels), _title(text[:_HEAD_CHARS])))
    return next((years.pop() for years in named if len(years) == 1), None)


@lru_cache(maxsize=8)
def _title(head: str) -> str:
    """The first line of a text's head that names a paper and a year; "" where none does."""
    lines = (line for line in head.split("\n") if "。" not in line and contains(line, "papers") and years_in(line))
    return next(lines, "")
