"""Where a question names a document: how far each of its words stands beside what a kind of paper is called.

"铁路子方案里…" and "under the railway sub-plan" name a paper; the same words elsewhere are more likely what is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.types import Concept
from assistant.wording.kind_names import KIND_NAMES
from index import character_pairs, listed
from index.terms.glossary import english_words, stem
from index.terms.lexicon import is_han

TOPIC = 0.25
"""What a word counts that stands elsewhere. Set by hand."""
BEFORE_CHARS, BEFORE_WORDS, BEHIND_WORDS = 14, 7, 5
"""A name is no longer: "工业和信息化系统三年行动方案", "the industry and information technology sub-plan", "Regulation on
Urban Gas"."""
MOST_SPELLINGS = 4
"""Of an English term so many Chinese spellings are looked for in titles; the later ones are further from it."""
_CLAUSE_ENDS = ",。;?:!"
_BEFORE_A_NAME = ("the", "a", "an", "in", "under", "by", "from")
_BEHIND_A_KIND = ("on", "of", "for")
NATIONAL = ("全国", "国家", "国务", "national", "nationwide")
"""What is said of a paper of the whole country; words of its title are no sign of another one."""
_NATIONAL, _NATIONALLY = ("全国", "国家"), "national"
_KINDS_OF_TERM = ("document", "instrument")
"""Kinds of the glossary that are kinds of paper; only what they end with counts: 子方案 is a 方案."""


@dataclass(frozen=True, slots=True)
class PaperWords:
    """How far the parts of a question name a document, over 0 to 1.

    They are pairs of Chinese characters, English stems, and the Chinese spellings of English terms.
    """

    pairs: Mapping[str, float]
    stems: Mapping[str, float]
    terms: tuple[tuple[tuple[str, ...], float], ...]

    @classmethod
    def of(cls, text: str, concepts: tuple[Concept, ...]) -> PaperWords:
        """The parts of a question's text; `concepts` bring its English terms."""
        words = english_words(text)
        weights = _of_words(words)
        stems: dict[str, float] = {}
        for word, weight in zip(words, weights, strict=True):
            stems[stem(word)] = max(weight, stems.get(stem(word), 0.0))
        terms = tuple(
            (_spellings(concept), _weight_in(english_words(concept.asked_as), words, weights))
            for concept in concepts
            if concept.asked_as.isascii() and concept.spellings
        )
        return cls(_of_pairs(text), stems, terms)

    def weight_of(self, *words: str) -> float:
        """How far some words of two characters, or English ones, name a document; 0.0 where none is said."""
        return max(max(self.pairs.get(word, 0.0), self.stems.get(stem(word), 0.0)) for word in words)


def kind_marks(title: str, title_en: str, called: tuple[str, str]) -> frozenset[str]:
    """By what a question says of which kind a paper is: the last two characters or the last word of its title or kind."""
    ends = {name[-2:] for name in (title, called[0])}
    return frozenset(ends | {stem(words[-1]) for name in (title_en, called[1]) if (words := english_words(name))})


def names_national_paper(text: str) -> str:
    """The word by which a question names a paper of the whole country ("全国的规划", "the national plan"); "" for none.

    "全国两会期间的方案" is none.
    """
    for word in _NATIONAL:
        behind = text.partition(word)[2].removeprefix("的")
        if behind[:2] in _chinese_kinds():
            return word
    words = english_words(text)
    at = words.index(_NATIONALLY) if _NATIONALLY in words else len(words)
    return _NATIONALLY if any(stem(word) in _english_kinds() for word in words[at + 1 : at + 2]) else ""


def _of_pairs(text: str) -> dict[str, float]:
    """Each pair of Chinese characters with how far it names a document."""
    weights = [TOPIC] * len(text)
    for at in range(len(text) - 1):
        if text[at : at + 2] in _chinese_kinds():
            first = 1 + max(text.rfind(end, 0, at) for end in _CLAUSE_ENDS)
            first = max(first, at - BEFORE_CHARS)
            weights[first : at + 2] = [1.0] * (at + 2 - first)
    pairs: dict[str, float] = {}
    for at, pair in enumerate(character_pairs(text)):
        if len(pair) == 2 and is_han(pair[0]) and is_han(pair[1]):
            pairs[pair] = max(min(weights[at : at + 2]), pairs.get(pair, 0.0))
    return pairs


def _of_words(words: tuple[str, ...]) -> list[float]:
    weights = [TOPIC] * len(words)
    for at, word in enumerate(words):
        if stem(word) not in _english_kinds():
            continue
        first = at
        while first > max(0, at - BEFORE_WORDS) and words[first - 1] not in _BEFORE_A_NAME:
            first -= 1
        behind = words[at + 1 : at + 2]
        last = min(at + 1 + BEHIND_WORDS * (bool(behind) and behind[0] in _BEHIND_A_KIND), len(words))
        weights[first:last] = [1.0] * (last - first)
    return weights


def _spellings(concept: Concept) -> tuple[str, ...]:
    if concept.kind in _KINDS_OF_TERM:
        return (concept.spellings[0][-2:],)
    return concept.spellings[:MOST_SPELLINGS]


def _weight_in(term: tuple[str, ...], words: tuple[str, ...], weights: list[float]) -> float:
    """How far a term names a document where it stands among the words."""
    size = len(term)
    places = (at for at in range(len(words) - size + 1) if words[at : at + size] == term)
    return max((weights[at] for at in places), default=TOPIC)


@cache
def _chinese_kinds() -> frozenset[str]:
    return frozenset((*listed("papers"), *(zh[-2:] for zh, _ in KIND_NAMES.values())))


@cache
def _english_kinds() -> frozenset[str]:
    return frozenset(stem(english_words(en)[-1]) for _, en in KIND_NAMES.values())
