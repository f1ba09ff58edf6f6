"""Chinese put into English term by term, where nothing better is known: the last resort.

It is no translation: words follow each other as in Chinese, and what no term covers stays as it is, in brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.terms.glossary import Glossary
from index.terms.lexicon import HAN, is_han
from index.translation.english_values import dates_in_english, values_in_english

_PUNCTUATION = str.maketrans("，。；：、（）？！", ",.;:,()?!")


@dataclass(frozen=True, slots=True)
class ByTerms:
    """English words in the order of the Chinese; `share`, 0 to 1, of its characters that terms cover by their own name."""

    en: str
    share: float


def by_terms(text: str, glossary: Glossary) -> ByTerms:
    """A text term by term; its dates and values are told as English does."""
    prepared = values_in_english(dates_in_english(text.translate(_PUNCTUATION)))
    words: list[str] = []
    left = 0
    for run in re.findall(rf"[{HAN}]+|[^{HAN}]+", prepared):
        if not any(map(is_han, run)):
            words.append(run)
            continue
        for piece, entry in glossary.segment(run):
            if entry is None:
                left += len(piece)
                words.append(f" ({piece}) " if len(piece) > 1 else " ")
                continue
            if entry.zh != piece:
                left += len(piece)  # a word like that of the entry need not mean the same
            if entry.en != "-":
                words.append(f" {plain(entry.en)} ")
    characters = sum(map(is_han, text))
    return ByTerms(_tidy("".join(words)), 1.0 - left / characters if characters else 1.0)


def plain(english: str) -> str:
    """A rendering without the explanation in brackets that some entries carry."""
    return english.partition("(")[0].rstrip()


def _tidy(text: str) -> str:
    """English with one space between words, none before a stop or inside brackets, and no word twice ("the the")."""
    spaced = re.sub(r" ([,.;:)”%])|([(“]) ", r"\1\2", " ".join(text.split()))
    parted = re.sub(r"([,;:])(?=[^\s\d])", r"\1 ", spaced)  # "a,b" -> "a, b"; not "1,575"
    return re.sub(r"\b(\w+)( \1\b)+", r"\1", parted)
