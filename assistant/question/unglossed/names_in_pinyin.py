"""Names that an English question writes in pinyin, tones and spaces aside: Luling, Lu Ling, Yingcai, Lüliang.

They are looked for wherever they may stand in the papers: in a title, a text, a cell of a table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from assistant.question.unglossed.dictionary_words import Spans
from assistant.types import Concept
from index import Index
from index.terms.gazetteer import gazetteer
from index.terms.lexicon import PLACE_LEVELS
from index.terms.segment import is_word

MOST_WORDS = 3
"""A name may be written in so many words, a syllable or a name of a person each: Lu Ling, Wang Haijiang."""
MOST_NAMES = 3
"""So many names that sound alike are kept, the commonest first."""


def in_pinyin(
    words: Sequence[str], left: Collection[int], others: Spans, index: Index, plans: Collection[str]
) -> dict[tuple[int, int], Concept]:
    """The names among the words `left`, by their numbers: the longest that some paper holds in characters.

    Of names that sound alike those are meant that stand beside most of what else is asked.
    """
    beside = [concept.spellings[:MOST_NAMES] for concept in others.values() if concept.spellings]
    found: dict[tuple[int, int], Concept] = {}
    open_words = set(left)
    for size in range(MOST_WORDS, 0, -1):
        for start in sorted(open_words):
            span = range(start, start + size)
            if open_words.issuperset(span):
                name = " ".join(words[start : start + size])
                if names := _nearest(index.called(name), beside, index, plans):
                    found[start, start + size] = Concept(name, names, 1.0)
                    open_words -= set(span)
    return found


def told_by_sound(index: Index) -> Callable[[str], frozenset[str]]:
    """The plans whose text holds the name of a place, in characters where it is written in pinyin ("Qinglan Town")."""

    def told(name: str) -> frozenset[str]:
        held = index.documents_holding(name)
        words = name.lower().split() if name.isascii() else []
        for size in range(len(words), 0, -1):
            places = [run for run in index.called(" ".join(words[:size])) if _may_be_a_place(run, index)]
            if places:
                return held.union(*map(index.documents_holding, places))
        return held

    return told


def _may_be_a_place(run: str, index: Index) -> bool:
    """Whether a run that sounds like a place is one: no common word, unless it is the place of a government."""
    named = gazetteer().called(run) or any(index.document_frequency(run + level) > 0 for level in PLACE_LEVELS)
    return bool(named) or not is_word(run)


def _nearest(
    names: Sequence[str], others: Collection[Collection[str]], index: Index, plans: Collection[str]
) -> tuple[str, ...]:
    beside = index.together(names, others, plans or None)
    most = max((met for met in beside.values() if met >= 0), default=0)
    return tuple(name for name in names if beside[name] == most)[:MOST_NAMES]
