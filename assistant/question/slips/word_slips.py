"""A question with another word for what may be a slip: a term of the field that is written or sounds almost so.

It is offered to whoever asked, and never taken for what was asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.question.english_forms import says_nothing
from assistant.question.slips.place_slips import LONG_CHARS, Slips
from assistant.question.unknown_places import LATIN_WORD, Told
from index.terms.dictionary import load_dictionary
from index.terms.gazetteer import gazetteer
from index.terms.glossary import english_words, load_glossary, stem
from index.terms.lexicon import is_han
from index.terms.pinyin import is_pinyin, sounds

LEAST_CHARS = 6
"""Shorter English words are met by a slip of too many others."""
LEAST_TERM_CHARS, LONG_TERM_CHARS = 2, 4
"""Of a Chinese term, and of one that everyday words are near to."""
MOST_OFFERED = 2
_OF_EVERY_SENTENCE = frozenset({"connective", "time", "unit", "verb", "general", "action", "place", "population"})
"""Kinds of the glossary's terms that everyday words are near to."""


def mended(text: str, told: Told) -> tuple[str, ...]:
    """The question without its slips, the likeliest first; none where every word is known, or nothing is near.

    `told` gives the ids of the plans whose text holds a word: what stands in a plan is no slip.
    """
    found = dict(_in_chinese(text, told)) or dict(_in_english(text, told))
    return with_words(text, found)


def with_words(text: str, found: Mapping[tuple[int, int], tuple[str, ...]]) -> tuple[str, ...]:
    """A text with the words that are nearest to what stands at some places, and with the second nearest."""
    made = []
    for choice in range(MOST_OFFERED):
        whole = text
        for (start, end), near in sorted(found.items(), reverse=True):
            whole = whole[:start] + near[min(choice, len(near) - 1)] + whole[end:]
        made.append(whole)
    return tuple(one for one in dict.fromkeys(made) if one != text)


def _in_chinese(text: str, told: Told) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Terms that sound like what stands there: a character of another sound makes another thing."""
    found = _chinese().in_text(text, told) if any(map(is_han, text)) else {}
    for (start, end), near in found.items():
        alike = tuple(name for name in near if all(map(_sound_alike, name, text[start:end])))
        if alike:
            yield (start, end), alike


def _sound_alike(one: str, other: str) -> bool:
    return one == other or bool(sounds(one) & sounds(other))


def _in_english(text: str, told: Told) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    for match in LATIN_WORD.finditer(text):
        word = match.group()
        if len(word) < LEAST_CHARS or not word.islower() or _is_known(word, told):
            continue
        near = process.extract(word, _english(), scorer=DamerauLevenshtein.distance, score_cutoff=2, limit=4)
        close = [(slips, name) for name, slips, _ in near if slips <= 1 + (len(name) >= LONG_CHARS)]
        nearest = [name for slips, name in close if slips == min(close)[0] and name[0] == word[0]]
        if nearest:
            yield match.span(), tuple(nearest)


def _is_known(word: str, told: Told) -> bool:
    return (
        says_nothing(word)
        or stem(word) in _stems()
        or bool(load_dictionary().meanings((word,)))
        or word in gazetteer().by_english
        or is_pinyin(word)
        or bool(told(word))
    )


@cache
def _chinese() -> Slips:
    """The terms of the glossary."""
    return Slips.of(
        form
        for entry in load_glossary().entries
        for form in entry.forms
        if len(form) >= (LONG_TERM_CHARS if entry.kind in _OF_EVERY_SENTENCE else LEAST_TERM_CHARS)
    )


@cache
def _english() -> tuple[str, ...]:
    """The longer English words of the glossary."""
    entries: Iterable[tuple[str, ...]] = ((entry.en, *entry.also_en) for entry in load_glossary().entries)
    words = (word for phrases in entries for phrase in phrases for word in english_words(phrase))
    return tuple(sorted({word for word in words if len(word) >= LEAST_CHARS and word.isalpha()}))


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(stem, _english()))
