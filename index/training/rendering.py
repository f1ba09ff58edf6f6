"""Chinese texts in, bags of English words that ask for the same thing out.

A mean of token vectors knows no word order, so a question rendered word by word from a dictionary
serves as an English question as well as a sentence would (dictionary-made data for cross-lingual
retrieval: Bonab, Allan and Sitaraman 2019, ICTIR).
"""

import random
import re
from collections.abc import Callable, Iterable

from index.training.pairs import Pair

MAX_GLOSS_WORDS = 4
MAX_GLOSSES = 4
"""Later glosses of a dictionary word are rarer senses."""
GLOSSARY_SHARE = 0.85
"""How often the field's own rendering is taken where there is one."""
MIN_QUERY_WORDS = 2
MAX_QUERY_WORDS = 8
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_DROPPED = frozenset("的 了 和 与 及 或 在 对 将 把 被 为 以 等 其 该 并 由 所 之 而 者 于 是 有 中 上 下 不".split())


class Renderer:
    """Renders Chinese text word by word, a different rendering each time it is asked."""

    def __init__(self, glossary: Iterable[Pair], dictionary: Iterable[Pair], cut: Callable[[str], list[str]]) -> None:
        """Take renderings from the glossary first; ``cut`` segments a Chinese run into words."""
        self._glossary = _grouped(glossary, MAX_GLOSSES * 3)
        self._dictionary = _grouped(dictionary, MAX_GLOSSES)
        self._longest = max((len(word) for word in self._glossary), default=1)
        self._cut = cut

    def words(self, text: str) -> list[str]:
        """The words of a text that can be rendered: glossary terms first, longest match, then words."""
        found: list[str] = []
        for run in _CHINESE.findall(text):
            rest = start = 0
            while start < len(run):
                term = self._term_at(run, start)
                if term:
                    found.extend(self._cut(run[rest:start]))
                    found.append(term)
                    start += len(term)
                    rest = start
                else:
                    start += 1
            found.extend(self._cut(run[rest:]))
        return [word for word in found if word not in _DROPPED and (word in self._glossary or word in self._dictionary)]

    def render(self, words: list[str], random_source: random.Random) -> str:
        """An English rendering of each word, joined."""
        return " ".join(self._rendering(word, random_source) for word in words)

    def _term_at(self, run: str, start: int) -> str:
        for length in range(min(self._longest, len(run) - start), 1, -1):
            if run[start : start + length] in self._glossary:
                return run[start : start + length]
        return ""

    def _rendering(self, word: str, random_source: random.Random) -> str:
        own, general = self._glossary.get(word, ()), self._dictionary.get(word, ())
        forms = own if own and (not general or random_source.random() < GLOSSARY_SHARE) else general
        return random_source.choice(forms)


def pseudo_questions(pairs: Iterable[Pair], renderer: Renderer, *, seed: int, times: int) -> tuple[Pair, ...]:
    """English bags of words for the left sides, each rendered ``times`` times, long ones a stretch at a time."""
    random_source = random.Random(seed)
    found: list[Pair] = []
    for pair in pairs:
        words = renderer.words(pair.left)
        for _ in range(times if len(words) >= MIN_QUERY_WORDS else 0):
            part = _stretch(words, random_source)
            found.append(Pair(renderer.render(part, random_source), pair.right))
    return tuple(found)


def _stretch(words: list[str], random_source: random.Random) -> list[str]:
    size = random_source.randint(MIN_QUERY_WORDS, MAX_QUERY_WORDS)
    if len(words) <= size:
        return words
    start = random_source.randrange(len(words) - size)
    return words[start : start + size]


def _grouped(pairs: Iterable[Pair], most: int) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for pair in pairs:
        if len(pair.right.split()) <= MAX_GLOSS_WORDS + 2:
            forms = groups.setdefault(pair.left, [])
            if len(forms) < most and pair.right not in forms:
                forms.append(pair.right)
    return {word: tuple(forms) for word, forms in groups.items()}
