"""Whether a question is in neither Chinese nor English: such a one is asked back, since no answer to it could be trusted.

By its letters where another script is used; in Latin letters by how few of its words the English dictionaries hold.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from assistant.question.english_forms import says_nothing
from index.terms.dictionary import load_dictionary
from index.terms.gazetteer import gazetteer
from index.terms.glossary import load_glossary
from index.terms.lexicon import is_han
from index.terms.pinyin import is_pinyin

OTHER_LETTERS = 0.25
"""From this share of letters on that are neither Chinese nor Latin, they are no name that is quoted (トヨタ, Иванов)."""
MOST_ENGLISH = 0.45
"""A text of whose words fewer are English is in another language: of questions with slips 0.7 are, of German ones 0.3."""
LEAST_WORDS = 3
"""Fewer words may all be names."""
LEAST_PINYIN_CHARS = 4
"""Shorter syllables of pinyin are words of other languages as often: de, la, en."""
_OWN_SCRIPTS = ("CJK", "LATIN", "GREEK", "FULLWIDTH LATIN", "IDEOGRAPHIC", "MICRO", "SCRIPT SMALL", "DOUBLE-STRUCK")
"""How names of letters of Chinese and English texts begin, those of units and formulas too."""


def in_another_language(text: str) -> bool:
    """Whether a text is in a language that is neither Chinese nor English."""
    letters = [char for char in text if unicodedata.category(char)[0] in "LM"]
    other = sum(not unicodedata.name(char, "").startswith(_OWN_SCRIPTS) for char in letters)
    if letters and other / len(letters) >= OTHER_LETTERS:
        return True
    return not any(map(is_han, text)) and _is_foreign_latin(text)


def _is_foreign_latin(text: str) -> bool:
    """Whether most words that are no names are no English ones."""
    words = list(_words_but_names(text))
    return len(words) >= LEAST_WORDS and sum(map(_is_english, words)) / len(words) < MOST_ENGLISH


def _words_but_names(text: str) -> Iterator[str]:
    """Words in small letters, and the first one: without names, abbreviations, and what may be pinyin."""
    runs = ["".join(run) for of_letters, run in groupby(text, key=_is_of_word) if of_letters]
    for at, run in enumerate(runs):
        word = run.strip("'’").removesuffix("'s").removesuffix("’s")
        small = word.lower()
        is_name = word != small and (at > 0 or word == word.upper())
        is_name = is_name or small in gazetteer().by_english
        if len(word) > 1 and not is_name and not (len(small) >= LEAST_PINYIN_CHARS and is_pinyin(small)):
            yield small


def _is_of_word(char: str) -> bool:
    return char.isalpha() or char in "'’"


def _is_english(word: str) -> bool:
    """Whether a word is English, or a slip of a word of the field."""
    known = says_nothing(word) or load_dictionary().meanings((word,))
    return bool(known) or any(True for _ in load_glossary().match_english((word,)))
