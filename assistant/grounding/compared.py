"""A sentence and a passage in one form in which they can be compared, whichever language either is in."""

from __future__ import annotations

from functools import lru_cache

from assistant.grounding.chinese_form import of_chinese
from assistant.grounding.compared_form import Compared
from assistant.grounding.english_form import of_english
from index.terms.lexicon import is_han


def is_english(text: str) -> bool:
    """Whether a sentence is English, Chinese names in brackets or not."""
    return sum(char.isascii() and char.isalpha() for char in text) > sum(map(is_han, text))


@lru_cache(maxsize=512)
def compared(text: str) -> Compared:
    """The form of a sentence or passage."""
    return of_english(text) if is_english(text) else of_chinese(text)
