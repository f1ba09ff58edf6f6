"""Chinese that somebody gave for words of an English question, as a language model does: held to what stands in the papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.question.unglossed.dictionary_words import weight_of
from assistant.types import Concept
from index import Index
from index.terms.glossary import english_words

Given = Sequence[tuple[str, tuple[str, ...]]]
"""English phrases of a question, each with its Chinese spellings, best first."""


def with_given(concepts: tuple[Concept, ...], given: Given, index: Index) -> tuple[Concept, ...]:
    """The concepts, those whose words stand in a given phrase with its Chinese behind their own first spelling.

    Of what is given, only what stands in the papers counts. What the word lists know and no paper speaks of stays
    untold, whatever is given for it: most often that is why a question is refused.
    """
    if not given:
        return concepts
    index.prepare("\n".join(spelling for _, spellings in given for spelling in spellings))
    for phrase, spellings in given:
        held = tuple(spelling for spelling in spellings if index.document_frequency(spelling) > 0)
        words = english_words(phrase)
        concepts = tuple(_with(held, len(words), one, index) if _is_within(one, words) else one for one in concepts)
    return concepts


def _with(given: tuple[str, ...], size: int, concept: Concept, index: Index) -> Concept:
    if given and all(map(str.isascii, concept.spellings)):
        weight = max(concept.weight, weight_of(size, given, index))
        return replace(concept, spellings=(*given, *concept.spellings), weight=weight)
    if any(index.document_frequency(one) > 0 for one in concept.spellings):
        first, *others = concept.spellings
        return replace(concept, spellings=tuple(dict.fromkeys((first, *given, *others))))
    return concept


def _is_within(concept: Concept, words: Sequence[str]) -> bool:
    own = english_words(concept.asked_as)
    return bool(own) and any(tuple(words[at : at + len(own)]) == own for at in range(len(words)))
