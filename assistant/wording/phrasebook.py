"""The program's own words in both languages: one table a part of the program, one way to fill it."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.types import Language

Phrase = tuple[str, str]
"""A phrase in Chinese and in English."""


class Phrasebook:
    """Phrases by key, each as (Chinese, English), with `{name}` parts to be filled.

    Calling it with a language, a key and the parts gives the phrase. A key that stands in two tables is a mistake in the
    program, as is one that stands in none (KeyError).
    """

    def __init__(self, *tables: Mapping[str, Phrase]) -> None:
        self.table: dict[str, Phrase] = {}
        for table in tables:
            if twice := self.table.keys() & table.keys():
                message = f"phrases stand in two tables: {', '.join(sorted(twice))}"
                raise ValueError(message)
            self.table.update(table)

    def __call__(self, language: Language, key: str, /, **values: object) -> str:
        """The phrase of `key` in `language`; braces are kept as they are where nothing is to be filled."""
        phrase = self.table[key][language is Language.EN]
        return phrase.format(**values) if values else phrase
