"""The marks of `marks.toml`: what a few Chinese signs say that no English of them may lose, and how English says it."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("marks.toml")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Ways to say one thing in English, by their first words, the longest first; `beginnings` are beginnings of words."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]
    beginnings: tuple[str, ...]

    def times(self, words: tuple[str, ...]) -> int:
        """How often one stands in words of small letters; those that overlap are one."""
        if not self.beginnings and self.by_first.keys().isdisjoint(words):
            return 0
        found = at = 0
        while at < len(words):
            size = self.size_at(words, at)
            found, at = found + (size > 0), at + max(size, 1)
        return found

    def without(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words without those of the phrases."""
        kept: list[str] = []
        at = 0
        while at < len(words):
            size = self.size_at(words, at)
            kept.extend(words[at : at + (size == 0)])
            at += max(size, 1)
        return tuple(kept)

    def size_at(self, words: tuple[str, ...], at: int) -> int:
        """Of how many words the longest is that begins at `at`; 0 for none."""
        for phrase in self.by_first.get(words[at], ()):
            if words[at : at + len(phrase)] == phrase:
                return len(phrase)
        return int(words[at].startswith(self.beginnings)) if self.beginnings else 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A row of the table.

    `side` is where the Chinese of a mark stands of the number that it binds ("" for none), `alone` whether it says anything
    without one, `counted` whether the English must say it as often as the Chinese. `plainly` is English that says it and
    nothing else.
    """

    name: str
    kind: str
    side: str
    alone: bool
    counted: bool
    english: Phrases
    added: Phrases
    plainly: Phrases
    admits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A mark in a Chinese text, at `start` to `end`."""

    mark: Mark
    start: int
    end: int


def marks_in(text: str) -> Iterator[Found]:
    """The marks of a Chinese text in its order, none inside a longer word."""
    words, longest = _by_word()
    at = 0
    while at < len(text):
        for size in range(min(longest.get(text[at], 0), len(text) - at), 0, -1):
            marks = words.get(text[at : at + size])
            if marks is not None:
                yield from (Found(mark, at, at + size) for mark in marks)
                at += size
                break
        else:
            at += 1


def without_neutral(text: str) -> str:
    """The text with a space for each sign of a word whose signs count nothing: "百姓", "万一"."""
    words, longest = _by_word()
    kept, at = list(text), 0
    while at < len(text):
        for size in range(min(longest.get(text[at], 0), len(text) - at), 1, -1):
            marks = words.get(text[at : at + size])
            if marks is not None and not marks:
                kept[at : at + size] = " " * size
                at += size
                break
        else:
            at += 1
    return "".join(kept)


@cache
def marks() -> tuple[Mark, ...]:
    """All rows of the table; what one of them admits are the Chinese words of all rows of its name too."""
    chinese: dict[str, list[str]] = defaultdict(list)
    for row in _table()["mark"]:
        chinese[row["name"]] += row["chinese"].split()
    return tuple(
        Mark(
            row["name"],
            row["kind"],
            row.get("side", ""),
            row.get("alone", "side" not in row),
            row.get("counted", False),
            _phrases(row["english"]),
            _phrases(row.get("added", "")),
            _phrases(row.get("plainly", "")),
            tuple(row.get("admits", "").split() + chinese[row["name"]]) if "added" in row else (),
        )
        for row in _table()["mark"]
    )


@cache
def numbers(group: str) -> dict[str, int]:
    """English words with the numbers that they stand for: "words", "also", "scales" or "months"."""
    told = (word.split("=") for word in _table()["numbers"][group].split())
    return {word: int(value) for word, value in told}


@cache
def neutral_english() -> Phrases:
    """English that denies nothing, though a word of it does elsewhere: "no less than", "not only"."""
    return _phrases(_table()["english"]["neutral"])


@cache
def all_phrases(name: str) -> Phrases:
    """The English of all rows of one name."""
    return _phrases(", ".join(row["english"] for row in _table()["mark"] if row["name"] == name))


def admits_number(text: str, value: float) -> bool:
    """Whether a Chinese text says a number without a numeral: 双向 is two-way."""
    return any(word in text for word in _table()["admits"].get(f"{value:g}", "").split())


@cache
def _by_word() -> tuple[dict[str, tuple[Mark, ...]], dict[str, int]]:
    """Chinese word -> its marks, none for a neutral one, and first sign -> the length of the longest such word."""
    words: dict[str, list[Mark]] = defaultdict(list)
    for mark, row in zip(marks(), _table()["mark"], strict=True):
        for word in dict.fromkeys(row["chinese"].split()):
            words[word].append(mark)
    longest: dict[str, int] = {}
    for word in (*words, *_table()["neutral"].split()):
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    neutral = {word: () for word in _table()["neutral"].split()}
    return neutral | {word: tuple(of_word) for word, of_word in words.items()}, longest


def _phrases(row: str) -> Phrases:
    """The phrases of a row; the last word of one may be a beginning only where it is all of it."""
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    told = [phrase.strip() for phrase in row.split(",") if phrase.strip()]
    for phrase in sorted(told, key=len, reverse=True):
        if not phrase.endswith("*"):
            words = tuple(phrase.split())
            by_first[words[0]].append(words)
    beginnings = tuple(phrase.removesuffix("*") for phrase in told if phrase.endswith("*"))
    return Phrases({first: tuple(phrases) for first, phrases in by_first.items()}, beginnings)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
