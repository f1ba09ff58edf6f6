"""An English sentence or translation in the form in which it is compared."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from assistant.grounding.compared_form import (
    BOUNDS,
    CLAUSE_COST,
    CLAUSE_STOPS,
    PLAN_PERIOD,
    SENTENCE_COST,
    SENTENCE_STOPS,
    STEM,
    WAYS,
    Compared,
    Number,
    units_of,
)
from index.terms.glossary import english_words, load_glossary, stem
from index.terms.lexicon import is_han, without_document_numbers
from index.translation.numbers_told import English, Told, read_english
from index.translation.said_marks import marks

WORD_CHARS = 2.5
"""Chinese characters that a word takes, so that distances in both languages compare."""
MOST_MEANINGS = 3
"""Entries of the glossary that a word may mean."""
BOUND_BEFORE, BOUND_BEHIND = 6, 4
"""Words beside a number among which its bound stands."""
LABEL_WORDS = 2
"""Before a number, among which it is denied: "not in 2017"."""
CHANGE_WORDS = 8
"""Before a number, among which its change is told: "fell, by the end of 2025, by 15%"."""
LEAST_WORD = 4
"""Letters of a word that says something by itself."""
_FIVE_YEARS = ("five", "year")
_ORDINAL = "th"
"""Beside a five-year plan "the 13th" is one, too."""


def of_english(text: str) -> Compared:
    """The form of an English text."""
    narrow = unicodedata.normalize("NFKC", without_document_numbers(text))
    bare = "".join(" " if is_han(sign) else sign for sign in _without_item_numbers(narrow))
    english = read_english(bare)
    where = _english_distances(bare, len(english.words))
    places = _places(text, english, where)
    of_plans = any(english.words[one.end : one.end + len(_FIVE_YEARS)] == _FIVE_YEARS for one in english.numbers)
    numbers, loose = [], list(english.words)
    ends = [0, *(number.end for number in english.numbers)]
    starts = [*(number.start for number in english.numbers[1:]), len(english.words)]
    for number, low, high in zip(english.numbers, ends, starts, strict=False):
        in_digits = english.words[number.start][0].isdecimal()
        if not (number.needed or in_digits) or _tells_years_of_plan(english, number):
            continue
        behind = english.words[number.end : min(number.end + 2, max(high, number.end))]
        first, last = max(number.start - BOUND_BEFORE, low), min(number.end + BOUND_BEHIND, max(high, number.end))
        around = english.words[first:last]
        loose[first:last] = [""] * (last - first)
        units = units_of(mark.name for mark in marks() if mark.kind == "unit" and mark.english.times(behind))
        if english.words[number.end : number.end + len(_FIVE_YEARS)] == _FIVE_YEARS or (
            of_plans and english.words[number.start].endswith(_ORDINAL)
        ):
            units = frozenset((PLAN_PERIOD,))
        bound, before = _english_bound(around), english.words[max(number.start - LABEL_WORDS, 0) : number.start]
        label, at = (before[-1] if before else ""), where[number.start]
        numbers.append(
            Number(
                number.value,
                at,
                units,
                bound,
                _loosely(around),
                label,
                names=f"{label.capitalize()} " in text,
                is_denied=not bound and "not" in before,
                change=_english_change(english.words[max(number.start - CHANGE_WORDS, low) : number.start]),
            )
        )
        places[f"#{number.value:g}"].append(at)
    at_pairs = {pair: tuple(at) for pair, at in places.items()}
    loose_bounds = frozenset(filter(None, (_english_bound(tuple(filter(None, loose))),)))
    return Compared(text, at_pairs, tuple(numbers), True, english.words, tuple(where), loose_bounds)  # noqa: FBT003


def _english_change(before: tuple[str, ...]) -> str:
    """The change told of a number; "" where the words before it tell both."""
    told = [mark.name for mark in marks() if mark.name in WAYS and mark.plainly.times(before)]
    return told[0] if len(told) == 1 else ""


def _without_item_numbers(text: str) -> str:
    """A text without numbers in brackets, which stand before its items."""
    kept, at = "", 0
    while at < len(text):
        end = at + 1
        while text[at] == "(" and text[end : end + 1].isdecimal():
            end += 1
        if end > at + 1 and text[end : end + 1] == ")":
            at = end + 1
        else:
            kept, at = kept + text[at], at + 1
    return kept


def _places(text: str, english: English, where: list[float]) -> defaultdict[str, list[float]]:
    """Where the Chinese that the glossary gives, the stems of words, and Chinese names in brackets stand."""
    places = defaultdict[str, list[float]](list)
    for match in load_glossary().match_english(english.words):
        for entry in match.entries[:MOST_MEANINGS]:
            for form in entry.forms:
                for at in range(len(form) - 1):
                    places[form[at : at + 2]].append(where[match.start])
    for word, place in zip(english.words, where, strict=False):
        if word.isalpha() and len(word) >= LEAST_WORD:
            places[f"{STEM}{stem(word)}"].append(place)
    for pair, at in _bracketed_pairs(text):
        places[pair].append(where[min(at, len(where) - 1)])
    return places


def _english_distances(text: str, words: int) -> list[float]:
    """Where each word stands, stops counting for more than a word; as many as the text has words, and the end."""
    where, at, piece = list[float](), 0.0, ""
    for sign, following in zip(f"{text} ", f"{text[1:]}  ", strict=True):
        stop = sign in CLAUSE_STOPS + SENTENCE_STOPS or (sign == "." and following.isspace())
        if not stop or following.isdigit():
            piece += sign
            continue
        for _ in read_english(piece).words:
            where.append(at)
            at += WORD_CHARS
        at += SENTENCE_COST if sign in SENTENCE_STOPS + "." else CLAUSE_COST
        piece = ""
    while len(where) <= words:
        where.append(at)
        at += WORD_CHARS
    return where


def _tells_years_of_plan(english: English, number: Told) -> bool:
    """Whether a number is the five of "13th Five-Year Plan"."""
    before = [one.end for one in english.numbers if one.end == number.start]
    return bool(before) and english.words[number.start : number.start + len(_FIVE_YEARS)] == _FIVE_YEARS


def _bracketed_pairs(text: str) -> Iterator[tuple[str, int]]:
    for at in range(len(text) - 1):
        if is_han(text[at]) and is_han(text[at + 1]):
            yield text[at : at + 2], len(english_words(text[:at]))


def _loosely(around: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        bound
        for bound, names in BOUNDS.items()
        if any(mark.kind == "bound" and mark.name in names and mark.english.times(around) for mark in marks())
    )


def _english_bound(around: tuple[str, ...]) -> str:
    """The bound that words beside a number say plainly; of phrases that hold another, as "no less than", the longest counts."""
    at = 0
    while at < len(around):
        sizes = {
            bound: max(
                mark.plainly.size_at(around, at) for mark in marks() if mark.kind == "bound" and mark.name in names
            )
            for bound, names in BOUNDS.items()
        }
        if any(sizes.values()):
            return max(sizes, key=lambda bound: sizes[bound])
        at += 1
    return ""
