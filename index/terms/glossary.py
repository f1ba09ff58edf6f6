"""The bilingual glossary: English words of a question -> Chinese terms, and Chinese clauses -> English.

`glossary.tsv` is a data file that people edit: zh, en, kind, also_zh, also_en (alternatives parted by |). `everyday.tsv`
brings everyday Chinese and English to the official words of plans: everyday, official.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import Stemmer
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from index.errors import GlossaryError
from index.terms.pinyin import pinyin

_FILE = Path(__file__).with_name("glossary.tsv")
_EVERYDAY_FILE = Path(__file__).with_name("everyday.tsv")
_WORD = re.compile(r"[a-z0-9]+(?:['’&+.][a-z0-9]+)*", re.IGNORECASE)
_STEMMER = Stemmer.Stemmer("english")
EVERYDAY = "everyday"
"""The kind of what an everyday English phrase means: searched for like a term, but nothing that an answer must hold."""
_MAKES_ANOTHER_WORD = ("ing", "er", "or")
"""What so ends may be no form of the word it has its stem from: "training" is no train, "officer" no office."""
MIN_FUZZY_CHARS = 5
"""Shorter words are not corrected: one slip makes another word of them."""
LONG_WORD_CHARS = 8
"""From here on a word may hold two slips."""
LOOSE_COST, CHARACTER_COST, TERM_COST = 1.2, 0.7, 0.25
"""Of a character in no term, a term of one character, a longer term: a cut that leaves one character less over is
taken as long as it needs no more than four further terms. Set by hand."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of the field. `en` is "-" for a word that English leaves out."""

    zh: str
    en: str
    kind: str
    also_zh: tuple[str, ...]
    also_en: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """All Chinese spellings, the plans' own first."""
        return (self.zh, *self.also_zh)


@dataclass(frozen=True, slots=True)
class Match:
    """English words of a question, `start` and `end` as word numbers, and the entries that they may mean."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    exact: bool


class Glossary:
    """The entries with their look-up tables, each made at its first use; read once, never changed."""

    def __init__(self, entries: tuple[Entry, ...], everyday: dict[str, tuple[str, ...]]) -> None:
        self.entries = entries
        self.everyday = everyday
        self._by_zh: dict[str, Entry] = {}
        for entry in entries:
            self._by_zh.setdefault(entry.zh, entry)
        for entry in entries:
            for form in entry.also_zh:
                self._by_zh.setdefault(form, entry)
        self._longest_zh = max(map(len, self._by_zh), default=1)

    def sounding_like(self, text: str) -> str | None:
        """The Chinese term of three and more characters that is pronounced like `text` and written otherwise."""
        found = self._by_sound.get(_sound(text))
        return found if found != text else None

    @cached_property
    def _by_sound(self) -> dict[str, str]:
        return {_sound(term): term for term in self._by_zh if 3 <= len(term) <= 8}

    @cached_property
    def _by_en(self) -> dict[tuple[str, ...], list[Entry]]:
        by_en: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        spoken = (Entry(own[0], word, EVERYDAY, own[1:], ()) for word, own in self.everyday.items() if word.isascii())
        for entry in (*self.entries, *spoken):
            for phrase in _phrases(entry):
                key = tuple(map(stem, phrase))
                if key and entry not in by_en[key]:
                    by_en[key].append(entry)
        return by_en

    @cached_property
    def _longest_en(self) -> int:
        return max(map(len, self._by_en), default=1)

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted({word for key in self._by_en for word in key if len(word) >= MIN_FUZZY_CHARS - 1})

    def entry(self, zh: str) -> Entry | None:
        """The entry that has `zh` among its Chinese spellings."""
        return self._by_zh.get(zh)

    def match_english(self, words: tuple[str, ...], names: frozenset[str] = frozenset()) -> Iterator[Match]:
        """The longest phrases of the glossary in `words`, left to right; a word with a slip is corrected if it can be.

        `names` are words that are taken as they stand: a person's name is no slip of another word.
        """
        stems = [stem(word) if word in names else self._corrected(stem(word)) for word in words]
        at = 0
        while at < len(stems):
            for size in range(min(self._longest_en, len(stems) - at), 0, -1):
                entries = self._nearest(words[at : at + size], tuple(stems[at : at + size]))
                if entries:
                    exact = all(stem(a) == b for a, b in zip(words[at : at + size], stems[at : at + size], strict=True))
                    yield Match(at, at + size, tuple(entries), exact)
                    at += size
                    break
            else:
                at += 1

    def _nearest(self, words: tuple[str, ...], stems: tuple[str, ...]) -> list[Entry]:
        """The entries of some stems: those of the very words first, and alone where the stem may be another word's.

        So they are where an everyday word is asked by itself; it is not meant by other forms ("cutting" is no cut in deaths).
        """
        entries = self._by_en.get(stems, [])
        asked = _singular(words)
        exact = [entry for entry in entries if any(asked == _singular(phrase) for phrase in _phrases(entry))]
        spoken = [entry for entry in exact if entry.kind == EVERYDAY]
        if spoken or (exact and asked[-1].endswith(_MAKES_ANOTHER_WORD)):
            return [*spoken, *(entry for entry in exact if entry not in spoken)]
        return [*exact, *(entry for entry in entries if entry not in exact and not (exact and entry.kind == EVERYDAY))]

    def _corrected(self, word: str) -> str:
        if len(word) < MIN_FUZZY_CHARS or (word,) in self._by_en or word in self._known_words or word.isdigit():
            return word
        found = process.extractOne(
            word,
            self._vocabulary,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=1 if len(word) < LONG_WORD_CHARS else 2,
        )
        return found[0] if found else word

    @cached_property
    def _known_words(self) -> frozenset[str]:
        return frozenset(word for key in self._by_en for word in key)

    def segment(self, text: str) -> list[tuple[str, Entry | None]]:
        """`text` cut into glossary terms (the cut with the fewest characters left over, then the fewest pieces)."""
        return self._cut(text, self._by_zh)

    def segment_question(self, text: str) -> list[tuple[str, Entry | None]]:
        """Like `segment`, with everyday words as terms too; their entry is None."""
        return self._cut(text, self._askable)

    @cached_property
    def _askable(self) -> dict[str, Entry | None]:
        return {**dict.fromkeys(word for word in self.everyday if not word.isascii()), **self._by_zh}

    def _cut(self, text: str, terms: Mapping[str, Entry | None]) -> list[tuple[str, Entry | None]]:
        size = len(text)
        best: list[tuple[float, int]] = [(0.0, size)] * (size + 1)
        for at in range(size - 1, -1, -1):
            choice = (best[at + 1][0] + LOOSE_COST, at + 1)
            for end in range(at + 1, min(size, at + self._longest_zh) + 1):
                if text[at:end] in terms:
                    cost = best[end][0] + (TERM_COST if end - at > 1 else CHARACTER_COST)
                    if cost < choice[0]:
                        choice = (cost, end)
            best[at] = choice
        pieces: list[tuple[str, Entry | None]] = []
        at = 0
        while at < size:
            end = best[at][1]
            entry = terms.get(text[at:end])
            loose = text[at:end] not in terms
            if loose and pieces and pieces[-1][0] not in terms:
                pieces[-1] = (pieces[-1][0] + text[at:end], None)
            else:
                pieces.append((text[at:end], entry))
            at = end
        return pieces


def english_words(text: str) -> tuple[str, ...]:
    """Lower-cased words and numbers of an English text."""
    return tuple(word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))


def _phrases(entry: Entry) -> Iterator[tuple[str, ...]]:
    """The English of an entry as words, without what stands in brackets."""
    return (english_words(re.sub(r"\(.*?\)", "", phrase)) for phrase in (entry.en, *entry.also_en))


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in words)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its endings (Porter's second English stemmer), so that plans/plan and mining/mine meet."""
    return str(_STEMMER.stemWord(word))


def _sound(text: str) -> str:
    """The pinyin of a text sign by sign, each by its commonest reading: a look-up where whole words take 0.2 s at the start."""
    return "".join(map(_sound_of, text))


@lru_cache(maxsize=20_000)
def _sound_of(sign: str) -> str:
    return "".join(pinyin(sign))


@lru_cache(maxsize=4)
def read_entries(path: Path = _FILE) -> tuple[Entry, ...]:
    """The entries of a TSV file, in its order.

    Raises:
        GlossaryError: A line has not five columns.
    """
    return tuple(
        Entry(zh, en, kind, _alternatives(also_zh), _alternatives(also_en))
        for zh, en, kind, also_zh, also_en in _rows(path, 5)
    )


@lru_cache(maxsize=4)
def load_glossary(path: Path = _FILE) -> Glossary:
    """The glossary of a TSV file, with the everyday words.

    Raises:
        GlossaryError: A line has not as many columns as it should.
    """
    return Glossary(read_entries(path), read_everyday_words())


def read_everyday_words(path: Path = _EVERYDAY_FILE) -> dict[str, tuple[str, ...]]:
    """Everyday words with the official ones, the nearest first.

    Raises:
        GlossaryError: A line has not two columns.
    """
    return {word: _alternatives(official) for word, official in _rows(path, 2)}


def _rows(path: Path, width: int) -> Iterator[list[str]]:
    """The rows of a TSV file below its header."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        columns = [column.strip() for column in line.split("\t")]
        if len(columns) != width:
            raise GlossaryError(
                f"{path.name}, line {number}: {len(columns)} columns instead of {width}; part them by tabs"
            )
        yield columns


def _alternatives(column: str) -> tuple[str, ...]:
    if "|" not in column:  # most of 28,000 lines
        return (column,) if column else ()
    return tuple(part.strip() for part in column.split("|") if part.strip())
