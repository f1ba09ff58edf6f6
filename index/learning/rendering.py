"""Chinese texts in, the same in other words out: English renderings and Chinese paraphrases, word by word.

A mean of token vectors knows no word order, so a question rendered from a dictionary serves as an English question
nearly as well as a sentence would (dictionary-made training data: Bonab, Sarwar and Allan 2020, SIGIR).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.learning.pairs import Pair

Cut = Callable[[str], Sequence[str]]
"""A Chinese run -> its words."""

MAX_GLOSS_WORDS = 6
"""A longer gloss explains and does not render."""
MAX_GLOSSES = 4
"""Later glosses of a dictionary word are rarer senses."""
MAX_GLOSSARY_FORMS = 12
"""The glossary's forms are all in use, so more of them are taken; the longest entries list spellings."""
GLOSSARY_SHARE = 0.85
"""How often the field's own rendering is taken where the dictionary has one too."""
MIN_QUERY_WORDS = 2
MAX_QUERY_WORDS = 8
"""As many words of the matter as people type, the words that only ask not counted."""
MAX_SYNONYMS = 12
MAX_SHARED_GLOSS_CHARS = 25
"""A gloss that more words share, or a longer one, tells a class of things ("a kind of fish") and no synonyms."""
SYNONYM_SHARE = 0.5
DROPPED_SHARE = 0.1
"""A paraphrase keeps half of its words and loses one in ten, so that what is left still tells the matter. Not tuned."""
MAX_NEIGHBOURS = 6
LEAST_NEARNESS = 0.62
"""Below this cosine the word vectors hold what goes together rather than what means the same."""
NEIGHBOUR_ROWS = 2_000
"""Words whose neighbours are looked for at once: bounds memory at half a gigabyte."""

HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_DROPPED = frozenset("的 了 和 与 及 或 在 对 将 把 被 为 以 等 其 该 并 由 所 之 而 者 于 是 有 中 上 下 不".split())


class Renderer:
    """Renders Chinese text word by word into English, differently each time it is asked."""

    def __init__(self, glossary: Iterable[Pair], dictionary: Iterable[Pair], cut: Cut) -> None:
        """Glossary terms go before dictionary words; ``cut`` finds the words between terms."""
        self._glossary = _by_left(glossary, MAX_GLOSSARY_FORMS)
        self._dictionary = _by_left(dictionary, MAX_GLOSSES)
        self._cut = whole_terms((word for word in self._glossary if len(word) > 1), cut)

    def words(self, text: str) -> list[str]:
        """The words of a text that can be rendered: longest glossary terms first, dictionary words between them."""
        found = (word for run in HAN_RUN.findall(text) for word in self._cut(run))
        return [w for w in found if w not in _DROPPED and (w in self._glossary or w in self._dictionary)]

    def render(self, words: Sequence[str], source: random.Random) -> str:
        """An English rendering of a stretch of these words, at most eight; empty when there are too few."""
        if len(words) < MIN_QUERY_WORDS:
            return ""
        size = source.randint(MIN_QUERY_WORDS, MAX_QUERY_WORDS)
        start = source.randrange(len(words) - size) if len(words) > size else 0
        return " ".join(self._rendering(word, source) for word in words[start : start + size])

    def _rendering(self, word: str, source: random.Random) -> str:
        own, general = self._glossary.get(word, ()), self._dictionary.get(word, ())
        return source.choice(own if own and (not general or source.random() < GLOSSARY_SHARE) else general)


def synonyms(dictionary: Iterable[Pair], is_common: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    """Chinese words that share an English gloss; only common words are offered."""
    by_gloss: dict[str, list[str]] = {}
    for pair in dictionary:
        if 2 <= len(pair.left) <= 4 and len(pair.right) <= MAX_SHARED_GLOSS_CHARS:
            by_gloss.setdefault(pair.right.lower(), []).append(pair.left)
    found: dict[str, set[str]] = {}
    for words in by_gloss.values():
        if len(words) <= MAX_SYNONYMS:
            for word in words:
                found.setdefault(word, set()).update(other for other in words if other != word and is_common(other))
    return {word: tuple(sorted(others)) for word, others in found.items() if others}


def alike(words: Mapping[str, NDArray[np.float32]], is_common: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    """Common Chinese words with the common words that running text uses most like them, nearest first."""
    common = [word for word in words if 2 <= len(word) <= 4 and is_common(word)]
    vectors = np.array([words[word] for word in common])
    found: dict[str, tuple[str, ...]] = {}
    for start in range(0, len(common), NEIGHBOUR_ROWS):
        nearness = vectors[start : start + NEIGHBOUR_ROWS] @ vectors.T
        for row, word in zip(nearness, common[start : start + NEIGHBOUR_ROWS], strict=True):
            candidates = np.argpartition(-row, MAX_NEIGHBOURS + 1)[: MAX_NEIGHBOURS + 1]
            nearest = candidates[np.lexsort((candidates, -row[candidates]))].tolist()
            near = tuple(common[i] for i in nearest if common[i] != word and row[i] >= LEAST_NEARNESS)
            if near:
                found[word] = near
    return found


def whole_terms(terms: Iterable[str], cut: Cut) -> Cut:
    """A cut that keeps these terms whole, longest first, and leaves the rest to ``cut``."""
    by_first: dict[str, list[str]] = {}
    for term in sorted(set(terms), key=lambda term: (-len(term), term)):
        by_first.setdefault(term[0], []).append(term)

    def cut_around(text: str) -> list[str]:
        found: list[str] = []
        rest = at = 0
        while at < len(text):
            term = next((term for term in by_first.get(text[at], ()) if text.startswith(term, at)), "")
            if term:
                found += [*cut(text[rest:at]), term]
                rest = at + len(term)
            at += len(term) or 1
        return [*found, *cut(text[rest:])]

    return cut_around


def paraphrase(text: str, synonyms_of: Mapping[str, Sequence[str]], cut: Cut, source: random.Random) -> str:
    """The text with some words replaced by a synonym and some left out."""
    words: list[str] = []
    for word in cut(text):
        if word in synonyms_of and source.random() < SYNONYM_SHARE:
            words.append(source.choice(synonyms_of[word]))
        elif source.random() >= DROPPED_SHARE:
            words.append(word)
    return "".join(words)


def _by_left(pairs: Iterable[Pair], most: int) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for pair in pairs:
        forms = groups.setdefault(pair.left, [])
        if len(pair.right.split()) <= MAX_GLOSS_WORDS and len(forms) < most and pair.right not in forms:
            forms.append(pair.right)
    return {word: tuple(forms) for word, forms in groups.items() if forms}
