"""Slips in the name of a place: one letter in English (Kizlsu), one character of the same sound in Chinese (坤明)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.question.unknown_places import LATIN_WORD, Told
from index.terms.gazetteer import gazetteer
from index.terms.lexicon import is_han
from index.terms.pinyin import sounds
from index.terms.segment import is_word, segment

LEAST_SLIP_CHARS, LONG_CHARS = 6, 8
"""Shorter English names are too easily met by a slip; from so many letters on there may be two."""
LONG_HAN_CHARS = 4
"""A Chinese name so long is known by the others, whatever one of its characters is."""

MOST_HAN_CHARS = 8
"""Longer spellings hold the names of several places, of which one has the slip."""
_BLANK = "_"

Mended = dict[tuple[int, int], tuple[str, ...]]
"""Where in a text a slip stands -> the names, in lower case, that are nearest to it."""


@dataclass(frozen=True, slots=True, eq=False)
class Slips:
    """Names that are known with a slip: English ones, and Chinese ones by what is left of them without one character."""

    english: tuple[str, ...]
    blanked: Mapping[str, tuple[str, ...]]
    sizes: tuple[int, ...]

    @classmethod
    def of(cls, names: Iterable[str]) -> Slips:
        """The slips that may happen in some names, which are in lower case."""
        every = tuple(names)
        english = tuple(name for name in every if name.isascii() and " " not in name and len(name) >= LEAST_SLIP_CHARS)
        chinese = [name for name in every if 1 < len(name) <= MOST_HAN_CHARS and all(map(is_han, name))]
        blanked: dict[str, tuple[str, ...]] = {}
        for name in chinese:
            for key, _ in _without_one(name):
                blanked[key] = (*blanked.get(key, ()), name)
        return cls(english, blanked, tuple(sorted(set(map(len, chinese)), reverse=True)))

    def in_text(self, text: str, told: Told) -> Mended:
        """The slips of a text that names no place: what is called like nothing else and is nearest to a name."""
        return self._in_english(text) or dict(self._in_chinese(text, told))

    def _in_english(self, text: str) -> Mended:
        found: Mended = {}
        for match in LATIN_WORD.finditer(text):
            word = match.group().lower().removesuffix("'s").removesuffix("’s")
            if word in gazetteer().by_english or not (match.group()[0].isupper() or text.islower()):
                continue
            near = process.extract_iter(word, self.english, scorer=DamerauLevenshtein.distance, score_cutoff=2)
            close = [(slips, name) for name, slips, _ in near if slips <= 1 + (len(name) >= LONG_CHARS)]
            nearest = tuple(name for slips, name in close if slips == min(close)[0] and name[0] == word[0])
            if nearest:
                found[match.span()] = nearest
        return found

    def _in_chinese(self, text: str, told: Told) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
        at = 0
        for start in _unknown_word_starts(text):
            for word in (
                text[start : start + size] for size in self.sizes if start >= at and start + size <= len(text)
            ):
                nearest = self._near(word)
                if nearest and not is_word(word) and not gazetteer().called(word) and not told(word):
                    at = start + len(word)
                    yield (start, at), nearest
                    break

    def _near(self, word: str) -> tuple[str, ...]:
        """Names of which one character is another that sounds alike, or in a long name any other."""
        return tuple(
            name
            for key, at in _without_one(word)
            for name in self.blanked.get(key, ())
            if name[at] != word[at] and (len(name) >= LONG_HAN_CHARS or sounds(name[at]) & sounds(word[at]))
        )


def _without_one(name: str) -> Iterator[tuple[str, int]]:
    """A name with each of its characters blanked, and which one."""
    return ((f"{name[:at]}{_BLANK}{name[at + 1 :]}", at) for at in range(len(name)))


def _unknown_word_starts(text: str) -> Iterator[int]:
    """Where a word of one character stands, or one that the dictionary does not know: names with a slip are cut into such."""
    start = 0
    for word in segment(text):
        if is_han(word[0]) and (len(word) == 1 or not is_word(word)):
            yield from range(start, start + len(word))
        start += len(word)
