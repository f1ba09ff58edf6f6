"""Chinese and English text as units: the words that the lexical index counts.

Chinese is cut by jieba's dictionary and its model for unknown words, through rjieba, which reads them in a tenth of a
second. The glossary's names of things of the field are added, so that 三同时 or 两客一危 stays one word. Time and
memory grow with the length of a text and no faster, whatever it holds.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from index.terms.glossary import read_entries

FIELD_KINDS = frozenset("accident body equipment hazard indicator instrument measure office post sector".split())
"""Kinds of glossary entries that name things; verbs, places, times and general words are left to the dictionary."""

# Grouped digits ("1,575"), plain numbers ("0.2", "15%"), runs of Chinese characters, words of any other script.
# Not a number: the comma of "2018,125起" (four digits before it), so that a year and a count stay two words. Eight
# groups are more than anybody writes; without an end to them a list of numbers would be read anew from each of them.
_PIECE = re.compile(r"\d{1,3}(?:,\d{3}){1,8}(?![\d,])%?|\d+(?:\.\d+)*%?|[㐀-鿿〇々]+|[^\W\d_㐀-鿿〇々]+")
_CHINESE = re.compile(r"[㐀-鿿〇々]")

MAX_WORD_CHARS = 64
"""A longer run of letters, digits or characters that no word is known of is no word; its beginning stands for it."""
MAX_INNER_CHARS = 16
"""The longest word of the dictionary; the few names of the glossary that are longer stand in no other."""

_STOP_WORDS = frozenset(
    "的 了 和 与 及 在 是 对 为 等 以 于 或 之 其 "
    "the a an of in on to and or is are was were be for by at as it".split()
)


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in reading order, as both sides of the lexical index see them.

    Lower-cased, in NFKC form, without punctuation and stop words; numbers stay whole ("15%", "0.2", "1575"). A long
    Chinese word is preceded by the shorter words inside it, so that either finds it. None is longer than
    `MAX_WORD_CHARS`.
    """
    found: list[str] = []
    for piece in _PIECE.findall(unicodedata.normalize("NFKC", text).lower()):
        if _CHINESE.match(piece):
            found.extend(_chinese_words(piece))
        else:
            found.append(piece.replace(",", "")[:MAX_WORD_CHARS])
    return tuple(word for word in found if word not in _STOP_WORDS)


def segment(text: str) -> tuple[str, ...]:
    """The most likely words of `text`; put together they are `text` again."""
    return tuple(_segmenter().cut(text))


def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words with jieba's tags of them: "nr" people, "ns" places, "nt" bodies, and others."""
    return tuple(_segmenter().tag(text))


def is_word(text: str) -> bool:
    """Whether the dictionary knows `text` as a word."""
    return _segmenter().has_word(text)


@cache
def field_words() -> tuple[str, ...]:
    """The Chinese spellings of what the glossary names in the field, each once."""
    entries = (entry for entry in read_entries() if entry.kind in FIELD_KINDS)
    return tuple(dict.fromkeys(form for entry in entries for form in entry.forms if len(form) > 1))


def _chinese_words(piece: str) -> Iterator[str]:
    """Each word behind all the dictionary's words inside it: jieba's search mode, which stops at three characters."""
    segmenter = _segmenter()
    for word in segmenter.cut(piece):
        kept = word[:MAX_WORD_CHARS]
        for length in range(2, min(len(kept), MAX_INNER_CHARS + 1)):
            for start in range(len(kept) - length + 1):
                if segmenter.has_word(kept[start : start + length]):
                    yield kept[start : start + length]
        yield kept


class _Segmenter(Protocol):
    """What is used of rjieba's own segmenter, whose type stubs leave some of it out."""

    def cut(self, text: str) -> list[str]: ...

    def tag(self, text: str) -> list[tuple[str, str]]: ...

    def has_word(self, word: str) -> bool: ...

    def add_word(self, word: str, freq: int | None, tag: str | None) -> int: ...


_MAKING = threading.Lock()
"""Held while words are given to the segmenter, which takes them from one thread only."""


def _segmenter() -> _Segmenter:
    with _MAKING:
        return _made_segmenter()


@cache
def _made_segmenter() -> _Segmenter:
    """The segmenter that importing rjieba makes anyway: a second one would take its time and 24 MB once more."""
    import rjieba

    segmenter = cast(_Segmenter, rjieba)
    for word in field_words():
        segmenter.add_word(word, None, None)
    return segmenter
