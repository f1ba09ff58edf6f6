"""Chinese and English text as units: the words that the lexical index counts.

The glossary's names of things of the field are added to jieba's dictionary, so that 三同时 or 两客一危 stays one word.
The dictionary is loaded on first use and never cached in a shared temporary folder.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from index.terms.glossary import read_entries

FIELD_KINDS = frozenset("accident body equipment hazard indicator instrument measure office post sector".split())
"""Kinds of glossary entries that name things; verbs, places, times and general words are left to jieba."""

# Grouped digits ("1,575"), plain numbers ("0.2", "15%"), runs of Chinese characters, words of any other script.
# Not a number: the comma of "2018,125起" (four digits before it), so that a year and a count stay two words.
_PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])%?|\d+(?:\.\d+)*%?|[㐀-鿿〇々]+|[^\W\d_㐀-鿿〇々]+")
_CHINESE = re.compile(r"[㐀-鿿〇々]")

_STOP_WORDS = frozenset(
    "的 了 和 与 及 在 是 对 为 等 以 于 或 之 其 "
    "the a an of in on to and or is are was were be for by at as it".split()
)


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in reading order, as both sides of the lexical index see them.

    Lower-cased, in NFKC form, without punctuation and stop words; numbers stay whole ("15%", "0.2", "1575"). A long
    Chinese word is preceded by the shorter words inside it, so that either finds it.
    """
    found: list[str] = []
    for piece in _PIECE.findall(unicodedata.normalize("NFKC", text).lower()):
        if _CHINESE.match(piece):
            found.extend(_chinese_words(piece))
        else:
            found.append(piece.replace(",", ""))
    return tuple(word for word in found if word not in _STOP_WORDS)


def segment(text: str) -> tuple[str, ...]:
    """The most likely words of `text`; put together they are `text` again."""
    return tuple(_segmenter().cut(text))


@cache
def field_words() -> tuple[str, ...]:
    """The Chinese spellings of what the glossary names in the field, each once."""
    entries = (entry for entry in read_entries() if entry.kind in FIELD_KINDS)
    return tuple(dict.fromkeys(form for entry in entries for form in entry.forms if len(form) > 1))


def _chinese_words(piece: str) -> Iterator[str]:
    """Each word behind all the dictionary's words inside it: jieba's search mode, which stops at three characters."""
    segmenter = _segmenter()
    for word in segmenter.cut(piece):
        for length in range(2, len(word)):
            for start in range(len(word) - length + 1):
                if segmenter.FREQ.get(word[start : start + length]):
                    yield word[start : start + length]
        yield word


class _Segmenter(Protocol):
    FREQ: dict[str, int]

    def cut(self, sentence: str) -> Iterator[str]: ...


@cache
def _segmenter() -> _Segmenter:
    """Filled by hand, since the library's own start-up writes a cache to a folder that all users share."""
    import jieba

    logging.getLogger("jieba").setLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for word in field_words():
        tokenizer.add_word(word)
    return cast(_Segmenter, tokenizer)
