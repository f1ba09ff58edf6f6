"""Small and capital letters of English that is put together: a heading within a sentence begins small, names stay as they are."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from index.translation.memory import Memory


def lowered(text: str, memory: Memory) -> str:
    """Words as they stand within a sentence: "Number of deaths" -> "number of deaths"; not "Kunming City", "GDP", "Civil Affairs"."""
    first, _, rest = text.partition(" ")
    word = _bare(first)
    is_name = not word.istitle() or rest[:1].isupper() or word.lower() not in _common_words(memory)
    return text if is_name else f"{text[:1].lower()}{text[1:]}"


def capitalised(text: str) -> str:
    """Words as they open a sentence."""
    at = next((at for at, char in enumerate(text) if char.isalnum()), 0)
    return f"{text[:at]}{text[at : at + 1].upper()}{text[at + 1 :]}"


def _bare(word: str) -> str:
    return word.strip("“”\"'(),.;:").partition("-")[0].partition("'")[0]


A_FIRST_WORD = 0.1
"""What a first word before a small one tells: "Summarise the …" is common, unless it stands capital within sentences."""


@lru_cache(maxsize=2)
def _common_words(memory: Memory) -> frozenset[str]:
    """The words that stand with a small letter within the translated sentences more often than with a capital one."""
    small: defaultdict[str, float] = defaultdict(float)
    for pairs in memory:
        for pair in pairs:
            first, *words = map(_bare, pair.en.split())
            for word in words:
                small[word.lower()] += 1 if word.islower() else -1
            if words and words[0].islower():
                small[first.lower()] += A_FIRST_WORD
    return frozenset(word for word, more in small.items() if more > 0)
