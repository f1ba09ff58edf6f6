"""What a question speaks of as papers in English write it.

Comes in: concepts with Chinese spellings. Goes out: the same, each with the English that stands in a paper on file: the
words it was asked by, and those that the glossary has for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.types import Concept
from index import Index
from index.terms.glossary import Glossary, english_words, stem

_ASKING_EN = frozenset(
    stem(w)
    for w in (
        "the a an of in on to and or is are was were be been by at as it its for with from that this these those "
        "what which who whom whose when where how why do does did must should shall will would "
        "can could may might have has had there their them they he she his her you your me my i we our us please "
        "tell know say says said about into under than then so if any some each every all both "
        "plan plans according document require required requires requirement set sets out up get gets give given "
        "make made need needs needed much many long far often name named called mention mentioned state states "
        "stated "
        "list kind kinds type types thing things part parts period also not no yes more most only just such "
        "between within during per via over after before while during one ones look looks looking takes take "
        "handles handle "
        "charge supposed expected happen happens there's what's who's whats people person city prefecture region "
        "autonomous province until someone anyone somebody anybody stay "
    ).split()
)
"""Stems of words that only ask, or stand in every question."""

MOST_TERMS, MOST_PHRASES = 2, 4
"""So many spellings of a concept, and English phrases of each, are looked for; the usual ones come first."""
LEAST_STEM_CHARS = 4
"""A shorter stem stands in too many other words, and the word itself is looked for."""


def with_english(concepts: tuple[Concept, ...], glossary: Glossary, index: Index) -> tuple[Concept, ...]:
    """The concepts with their English spellings behind the Chinese ones; as they are where no paper holds any."""
    return tuple(
        replace(concept, spellings=tuple(dict.fromkeys((*concept.spellings, *_held(concept, glossary, index)))))
        for concept in concepts
    )


def says_nothing(word: str) -> bool:
    """Whether an English word only asks, or stands in every question."""
    return stem(word) in _ASKING_EN


def telling_words(text: str, concepts: tuple[Concept, ...]) -> str:
    """The English words of a question and of its concepts, each once, without those that only ask."""
    told = (text, *(concept.asked_as for concept in concepts if concept.asked_as.isascii()))
    return " ".join(dict.fromkeys(word for one in told for word in english_words(one) if not says_nothing(word)))


def english_query(concepts: tuple[Concept, ...], behind: int) -> str:
    """The English of a question that a paper holds, for the lexical index, but for the first `behind` spellings of each concept.

    The words as they were asked stand beside their forms, which may be stems and no words.
    """
    told: list[str] = []
    for concept in concepts:
        forms = [spelling for spelling in concept.spellings if spelling.isascii() and spelling[:1].isalpha()]
        own = (concept.asked_as,) if concept.asked_as.isascii() and set(forms) - {concept.asked_as} else ()
        told += (*own, *(form for form in forms if form not in concept.spellings[:behind]))
    return " ".join(dict.fromkeys(told))


def _held(concept: Concept, glossary: Glossary, index: Index) -> Iterator[str]:
    """The English of a concept that stands in some paper; for Chinese words only where it stands without these."""
    if concept.asked_as.isascii():
        yield from _parts(english_words(concept.asked_as), index)
    in_chinese = {document for spelling in concept.spellings for document in index.documents_holding(spelling)}
    for spelling in concept.spellings[:MOST_TERMS]:
        entry = glossary.entry(spelling)
        known = (entry.en, *entry.also_en) if entry and entry.en != "-" else ()
        for phrase in known[:MOST_PHRASES]:
            yield from (
                form for form in _standing(english_words(phrase), index) if index.documents_holding(form) - in_chinese
            )


def _parts(words: tuple[str, ...], index: Index) -> Iterator[str]:
    """The longest part of a phrase that stands in some paper, and likewise of the words before and behind it."""
    spans = ((at, at + size) for size in range(len(words), 0, -1) for at in range(len(words) - size + 1))
    for start, end in spans:
        only_asks = end - start == 1 < len(words) and says_nothing(words[start])
        if not only_asks and (held := _standing(words[start:end], index)):
            yield from (*held, *_parts(words[:start], index), *_parts(words[end:], index))
            return


def _standing(words: tuple[str, ...], index: Index) -> list[str]:
    """The forms of a phrase that stand in some paper."""
    return [form for form in _forms(words) if index.document_frequency(form) > 0]


def _forms(words: tuple[str, ...]) -> Iterator[str]:
    """How a phrase may stand in a text, its last word without its ending: "fire station", "Fire station", "Fire Station"."""
    if not words or not words[-1].isalpha():
        return
    last = stem(words[-1])
    if len(last) < LEAST_STEM_CHARS or not words[-1].startswith(last):
        last = words[-1]
    text = " ".join((*words[:-1], last))
    yield from dict.fromkeys((text, text.capitalize(), text.title()))
