"""The words of a question, and whether a phrase is said in it: how each step behind it finds what it looks for.

Chinese words count wherever they stand; English ones by their stems, "_" between the words of a phrase.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from assistant.types import Language
from index.terms.glossary import english_words, stem
from index.terms.lexicon import is_han

CHARS_A_WORD = 2
"""Most Chinese words have two characters; so many count as much as one English word."""


class Said:
    """A question's text with its English words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = english_words(text.lower().replace("'s", " is").replace("’s", " is"))
        self.stems = tuple(map(stem, self.words))
        self._joined = _joined(self.stems)

    def any_of(self, words: str) -> bool:
        """Whether one of the words is said; of groups parted by "+" one of each, of those parted by "|" one group."""
        return any(
            all(any(map(self._holds, group)) for group in groups) for groups in (_phrases(g) for g in words.split("|"))
        )

    def opens_with(self, words: str) -> bool:
        """Whether the question begins with one of the words."""
        return any(
            self._joined.startswith(phrase) if is_english else self.text.startswith(phrase)
            for group in _phrases(words)
            for phrase, is_english in group
        )

    def _holds(self, phrase: tuple[str, bool]) -> bool:
        words, is_english = phrase
        return words in (self._joined if is_english else self.text)


def language_of(text: str) -> Language:
    """Chinese when at least as many words of the text are Chinese (two characters a word) as are English."""
    return Language.ZH if sum(map(is_han, text)) / CHARS_A_WORD >= max(english_count(text), 0.5) else Language.EN


def english_count(text: str) -> int:
    """How many English words a text holds: "GDP" is one; "96333" and the "A" of "A级" are none."""
    return sum(len(word) > 1 and not word[0].isdigit() for word in english_words(text))


@cache
def _phrases(words: str) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """The groups, parted by "+", of the words by which something is said: each as it is looked for, whether in English."""
    return tuple(
        tuple(
            (_joined(map(stem, word.split("_"))), True) if word.isascii() else (word, False) for word in group.split()
        )
        for group in words.split("+")
    )


def _joined(stems: Iterable[str]) -> str:
    return f"_{'_'.join(stems)}_"
