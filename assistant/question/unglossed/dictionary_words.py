"""Words of an English question by the general dictionary, as dictionary-based cross-language search takes them.

All Chinese words that the dictionary has for an English term are one concept (Pirkola 1998), but for those that no paper
in question holds. Of several senses those are meant that stand in one passage with most of what else is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from assistant.question.english_forms import says_nothing
from assistant.types import Concept
from index import Index
from index.terms.dictionary import load_dictionary

PHRASE_WEIGHT, RARE_WEIGHT, WORD_WEIGHT = 0.8, 0.6, 0.4
"""Of a phrase, which has few senses, of a rare word, and of any other, which decides nothing. None is ever firm.

Set on tune questions.
"""
MANY_MEANINGS = 5
"""A single English word with so many Chinese ones is a general one (stand, value, clear), and any of them would mislead."""
RARE, COMMON = 0.01, 0.04
"""Shares of the passages: what fewer hold is a topic, what more hold is none, as 需要 for "want" is."""
MOST_SENSES = 3
"""So many Chinese words of a term are kept."""
MOST_JOINED = 6
"""So many Chinese words of each half of a compound are put together."""

Spans = Mapping[tuple[int, int], Concept]
"""Where terms stand among the words of a question: first word and end -> the concept."""


def of_dictionary(
    words: Sequence[str], left: Collection[int], known: Spans, index: Index, plans: Collection[str]
) -> dict[tuple[int, int], Concept]:
    """The terms of the dictionary that hold one of the words `left` by their numbers, longest first.

    `known` are what the glossary holds; a phrase of the dictionary may reach over some of it: "water hyacinth". `plans` are
    those in question, none: all.
    """
    found: dict[tuple[int, int], Concept] = {}
    others = [concept.spellings[:MOST_SENSES] for concept in known.values() if concept.spellings]
    open_words = {at for at in left if not says_nothing(words[at]) and not words[at].isdigit()}
    for start, end, meant in _terms(words, open_words, known):
        span = range(start, end)
        if open_words.isdisjoint(span):
            continue
        spellings = _meant(meant, others, index, plans)
        if spellings:
            weight = weight_of(end - start, spellings, index)
            found[start, end] = Concept(" ".join(words[start:end]), spellings, weight)
            open_words -= set(span)
    return found


def weight_of(size: int, spellings: Sequence[str], index: Index) -> float:
    """What a term of so many English words weighs, by its Chinese."""
    if size > 1:
        return PHRASE_WEIGHT
    return RARE_WEIGHT if index.document_frequency(spellings[0]) < RARE else WORD_WEIGHT


def _terms(
    words: Sequence[str], open_words: Collection[int], known: Spans
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Phrases of the dictionary, then compounds of two words that it holds apart, then single words."""
    phrases = list(load_dictionary().phrases(words))
    single = {start: meant for start, end, meant in phrases if end - start == 1}
    yield from (one for one in phrases if one[1] - one[0] > 1 and not _only_ask(words[one[0] : one[1]]))
    of_known = {start: concept.spellings for (start, end), concept in known.items() if end - start == 1}
    for at in sorted(open_words):
        for start in (at - 1, at):
            first, second = (of_known.get(i) or single.get(i, ()) for i in (start, start + 1))
            if first and second and not any(map(says_nothing, words[start : start + 2])):
                halves = product(first[:MOST_JOINED], second[:MOST_JOINED])
                yield start, start + 2, tuple(one + other for one, other in halves if one != other)
    yield from ((start, start + 1, meant) for start, meant in single.items() if len(meant) < MANY_MEANINGS)


def _only_ask(words: Sequence[str]) -> bool:
    return any(map(says_nothing, (words[0], words[-1])))


def _meant(
    meant: Sequence[str], others: Collection[Collection[str]], index: Index, plans: Collection[str]
) -> tuple[str, ...]:
    """The words that are held, those beside most of what else is asked."""
    index.prepare("\n".join(meant))
    beside = index.together(meant, others, plans or None)
    held = [word for word in meant if beside[word] >= 0 and 0 < index.document_frequency(word) < COMMON]
    most = max((beside[word] for word in held), default=0)
    return tuple(word for word in held if beside[word] == most)[:MOST_SENSES]
