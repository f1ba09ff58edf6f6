"""What loading a file gives."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from index.errors import TooMuchText
from index.types import MarkedHeading as MarkedHeading
from index.types import RecognisedLine as RecognisedLine

MOST_CHARS = 5_000_000
"""The longest plan of a country holds about 200,000; twenty-five such are no plan."""

MALFORMED = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    zlib.error,
)
"""The built-in errors with which libraries meet broken files, beside their own."""


class Standing(StrEnum):
    """How a file marks a text that may be its title."""

    SET_OFF = "set off"
    """A heading, a title's style, large letters."""
    ARTICLE = "article"
    """What the data of a page call the article that it shows."""
    PAGE_TITLE = "page title"
    """What a page or a file's properties are called, which may be the site's name."""


@dataclass(frozen=True, slots=True)
class Prominent:
    """A text that a file marks in the way of titles."""

    text: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class LoadedText:
    """What a file says, before cleaning.

    `page_starts` holds the offset at which each page begins (page 1 first) and is empty for files without pages.
    `warnings` are sentences for the person who adds the file; `prominent` is what the file marks in the way of titles;
    `headings` and `recognised` stand in the order of the text.
    """

    path: Path
    text: str
    page_starts: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    prominent: tuple[Prominent, ...] = ()
    headings: tuple[MarkedHeading, ...] = ()
    recognised: tuple[RecognisedLine, ...] = ()


MOST_CELLS_SPANNED = 100
"""A larger span of columns or rows is a mistake or an attack."""


def spanned(number: str) -> int:
    """Over how many cells a cell reaches, as a file writes it: 1 for what is no number, and never more than that."""
    digits = number.strip().lstrip("0")
    if not digits.isdecimal():
        return 1
    return min(int(digits[:_MOST_DIGITS]), MOST_CELLS_SPANNED)


_MOST_DIGITS = 4  # enough to be over the limit; Python refuses numbers of thousands of digits


_MOST_CHARS_REPEATED = 100
"""An office, a name, a place; what is longer is told once, so that a search does not find it a dozen times."""


def repeated(text: str) -> str:
    """What stands in a row into which the cell of a row above is merged down: its text, where that is short."""
    return text if len(text) <= _MOST_CHARS_REPEATED else ""


def whole_signs(text: str) -> str:
    """The text with a sign of doubt for each half of a surrogate pair, which no file and no database can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def check_length(name: str, chars: int) -> None:
    """Stop where a file holds more text than any plan.

    Raises:
        TooMuchText: It does.
    """
    if chars > MOST_CHARS:
        limit = f"{MOST_CHARS:,}"
        raise TooMuchText(
            f"{name}: holds more than {limit} characters, more than any plan; add it in parts", limit=limit
        )
