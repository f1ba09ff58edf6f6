"""The words of the page, in Chinese and English: each page has a table of its own, and all share a few.

Text of plans, file names and answers never pass through here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from assistant.types import Language
from assistant.ui.shared import common_words, error_words
from assistant.ui.shared.reader import reader_words
from assistant.wording.phrasebook import Phrasebook

LANGUAGES = tuple(str(language) for language in Language)
DEFAULT_LANGUAGE = str(Language.ZH)
OWN_NAMES = {"zh": "中文", "en": "English"}
"""Each language by its own name."""

_SHARED = (common_words.TABLE, error_words.TABLE, reader_words.TABLE)


class Words(Protocol):
    """The wording of a key in a language, with its `{name}` parts filled; KeyError where the tables lack it."""

    def __call__(self, language: str, key: str, /, **values: object) -> str:
        """The phrase."""


def phrases(*tables: Mapping[str, tuple[str, str]]) -> Words:
    """The words of a page: its own tables beside those that all pages share."""
    book = Phrasebook(*_SHARED, *tables)

    def words(language: str, key: str, /, **values: object) -> str:
        return book(Language(known(language)), key, **values)

    return words


def known(language: str) -> str:
    """`language` if the page speaks it, else Chinese; takes browser tags such as "en-GB"."""
    short = str(language).lower()[:2]
    return short if short in LANGUAGES else DEFAULT_LANGUAGE


words = phrases()
