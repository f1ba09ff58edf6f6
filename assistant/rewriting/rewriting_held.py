"""A rewriting held to what was asked: it brings nothing in and leaves nothing of the question out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from assistant.grounding.compared import compared
from assistant.question.concepts import STRONG
from assistant.question.english_forms import says_nothing
from assistant.types import Concept, Understanding
from index.terms.glossary import english_words, stem
from index.terms.lexicon import contains

_NO_THINGS = frozenset(("verb", "general", "action", "connective", "time", "unit"))
"""Kinds of the glossary's entries that are said of things; a rewriting may say them otherwise."""
LEAST_ALIKE = 0.5
"""Share of a name's pairs of characters that stand in the question for it to be named there, slips and all."""
LEAST_KEPT = 0.5
"""Share of its own things, firm or not, that a question keeps; the others may be put otherwise. Both set by hand."""

Named = Callable[[Understanding], Iterable[object]]


def is_held(rewritten: Sequence[Understanding], own: Understanding, conversation: Sequence[Understanding]) -> bool:
    """Whether a question's rewriting asks of what it asks of itself, and else only of what the conversation speaks of.

    `own` is the question read by itself; `conversation` holds it and the questions before it, each read by itself and as
    the built-in way completes them.
    """
    things = _things(own)
    kept = [thing for thing in things if _is_named(thing, rewritten)]
    return (
        all(one.language is own.language for one in rewritten)
        and not any(_lacks(conversation, one) for one in rewritten)
        and all(_is_named(thing, conversation) for one in rewritten for thing in _things(one))
        and not _lacks(rewritten, own)
        and all(thing in kept for thing in things if thing.firm)
        and len(kept) >= LEAST_KEPT * len(things)
    )


def _lacks(others: Sequence[Understanding], meant: Understanding) -> bool:
    """Whether a question names a year, a number, a plan, a place or a person that none of the others names."""
    return any(set(named(meant)).difference(*map(named, others)) for named in _NAMED)


def _numbers(meant: Understanding) -> Collection[float]:
    """The numbers of a question; one is none, since it is a part of many words (一般, 县一级, "that one")."""
    return {number.value for number in compared(meant.question.text).numbers} - {1.0}


_NAMED: tuple[Named, ...] = (
    _numbers,
    lambda meant: meant.years,
    lambda meant: meant.named_plans,
    lambda meant: meant.unknown_places,
    lambda meant: meant.people,
)


def _things(meant: Understanding) -> list[Concept]:
    """What a question speaks of, without what it only asks by ("何时完成"); words that nothing holds count as names."""
    return [
        concept
        for concept in meant.concepts
        if concept.weight >= STRONG and concept.kind not in _NO_THINGS and not contains(concept.asked_as, "asking")
    ]


def _is_named(concept: Concept, others: Sequence[Understanding]) -> bool:
    """Whether one of the others speaks of a thing, in the same words or in others that mean it."""
    spellings = set(concept.spellings)
    return any(
        _stands(concept.asked_as, other.question.text)
        or any(spelling in other.question.text for spelling in spellings)
        or any(not spellings.isdisjoint(known.spellings) for known in other.concepts)
        for other in others
    )


def _stands(words: str, text: str) -> bool:
    """Whether words stand in a text: each English one that says something, of Chinese ones most pairs of characters."""
    if words.isascii():
        known = set(map(stem, english_words(text)))
        return all(stem(word) in known for word in english_words(words) if not says_nothing(word))
    pairs = [words[at : at + 2] for at in range(max(len(words) - 1, 1))]
    return sum(pair in text for pair in pairs) >= LEAST_ALIKE * len(pairs)
