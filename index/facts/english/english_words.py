"""English text cut into words, and the names of offices in it: "the Housing and Construction Bureau"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.terms.lexicon import listed

_IN_WORD = frozenset("-'’&")
_IN_NUMBER = frozenset(".,")
_LINKS = ("of", "and", "for", "&")
_ARTICLES = ("the", "a", "an", "each", "every", "all", "this", "its")
MOST_NAME_WORDS = 9
"""A longer run of words is no name of an office."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark, with its offsets in the text."""

    text: str
    start: int
    end: int

    @property
    def small(self) -> str:
        """In small letters, as it is compared."""
        return self.text.lower()

    @property
    def is_name(self) -> bool:
        """Whether it opens with a capital, as parts of names do."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words: the first and behind the last, and its text as written."""

    first: int
    last: int
    text: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words, numbers and marks of `text[start:end]`, in order."""
    found: list[Word] = []
    at = start
    while at < end:
        stop = at + 1
        if text[at].isalnum():
            while stop < end and (text[stop].isalnum() or _goes_on(text, stop, end)):
                stop += 1
        if not text[at].isspace():
            found.append(Word(text[at:stop], at, stop))
        at = stop
    return found


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a mark stands within a word ("high-rise") or a number ("1,200", "6.5")."""
    following = text[at + 1 : at + 2] if at + 1 < end else ""
    of_number = text[at] in _IN_NUMBER and text[at - 1].isdigit() and following.isdigit()
    return of_number or (text[at] in _IN_WORD and following.isalnum())


def one_of(word: Word, group: str) -> bool:
    """Whether a word stands in a group of the lexicon, whatever its capitals."""
    return word.small in listed(group)


def offices_in(text: str, words: Sequence[Word]) -> Iterator[Phrase]:
    """The names of offices, in order: capitals before a word like Bureau, and "of …" behind it."""
    done = 0
    for at, word in enumerate(words):
        if at < done or not one_of(word, "english_offices"):
            continue
        first = _opening(words, at, done)
        last = _behind(words, at)
        if first < at or last > at + 1:
            done = last
            yield Phrase(first, last, text[words[first].start : words[last - 1].end])


def _opening(words: Sequence[Word], at: int, done: int) -> int:
    """Where the name of an office opens: with a capital, or, where it is written small, behind its article or first of all."""
    first = at
    capital = words[at].is_name
    while first > done and at - first < MOST_NAME_WORDS:
        before = words[first - 1]
        linked = before.small in _LINKS and first - 1 > done and words[first - 2].is_name
        linked = linked and not one_of(words[first - 2], "english_offices") and words[first - 2].small not in _ARTICLES
        stops = before.small in _ARTICLES or not before.text[0].isalpha() or one_of(before, "english_before_names")
        if stops and not linked:
            break
        part = before.is_name if capital else before.text.islower()
        if capital and not (part or linked):
            break
        first -= 1
    opened_by_article = first > 0 and words[first - 1].small in _ARTICLES
    return first if capital or opened_by_article or not first else at


def _behind(words: Sequence[Word], at: int) -> int:
    """Behind the last word of a name: "Bureau |of Public Health and Safety"."""
    last = at + 1
    if last + 1 < len(words) and words[last].small == "of":
        stop = last + 2 if words[last + 1].small == "the" else last + 1
        while stop < len(words) and (words[stop].is_name or (words[stop].small in _LINKS and stop > last + 1)):
            stop += 1
        while words[stop - 1].small in (*_LINKS, "the"):
            stop -= 1
        last = max(last, stop)
    return last
