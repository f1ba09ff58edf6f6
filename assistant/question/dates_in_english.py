"""The days and months that an English question names: "30 June 2024", "June 30, 2024", "the end of June 2024"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.english_values import MONTHS
from index.terms.glossary import english_words
from index.terms.lexicon import years_in

MOST_DAYS = 31


def english_dates(text: str) -> Iterator[str]:
    """Each as YYYY-MM-DD or YYYY-MM; a month without a year is none."""
    said = english_words(text)
    months = [month.casefold() for month in MONTHS]
    for at, word in enumerate(said):
        behind = said[at + 1 : at + 3]
        year = next((year for one in behind for year in years_in(one)), None)
        if word not in months or year is None:
            continue
        days = (one.rstrip("stndrh") for one in (*said[max(at - 1, 0) : at], *behind[:1]))
        day = next((int(one) for one in days if one.isdecimal() and 1 <= int(one) <= MOST_DAYS), 0)
        yield f"{year}-{months.index(word) + 1:02d}" + (f"-{day:02d}" if day else "")
