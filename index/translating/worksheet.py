"""What of a text is to be translated, and how much of it is: every sentence, heading and cell once, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.translation.memory import Line, Maker, Memory, Pair, key_of
from index.translation.segments import segments

_THE_SUREST_FIRST = (Maker.SHIPPED, Maker.PERSON, Maker.MACHINE)
_COUNTED = 64  # texts: what a list of papers shows, while their translations stay; 10 to 40 ms each


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences, headings and cells a text has, and how many of them were translated, by who made it."""

    sentences: int
    shipped: int
    person: int
    machine: int

    @property
    def missing(self) -> int:
        """How many were not translated."""
        return self.sentences - self.shipped - self.person - self.machine


@lru_cache(maxsize=_COUNTED)
def coverage(text: str, memory: Memory) -> Coverage:
    """How much of a text is translated; what is made by several counts for the least sure of them."""
    makers = [_maker(_known(clauses, memory)) for clauses in sentences(text)]
    return Coverage(len(makers), *(makers.count(maker) for maker in _THE_SUREST_FIRST))


def worksheet(text: str, memory: Memory) -> Iterator[Line]:
    """The lines of a text's translation; where nothing is known of a piece its English is empty."""
    for clauses in sentences(text):
        known = memory.translated("".join(clauses)) or [_alone(clause, memory) for clause in clauses]
        for number, pair in enumerate(known, start=1):
            yield Line(str(number) if len(known) > 1 else "", pair.zh, pair.en, pair.maker)


def sentences(text: str) -> Iterator[tuple[str, ...]]:
    """The clauses of each sentence, heading or cell; of those that say the same the first."""
    seen: set[str] = set()
    for clauses in _all_sentences(text):
        if (key := key_of("".join(clauses))) not in seen:
            seen.add(key)
            yield clauses


def _all_sentences(text: str) -> Iterator[tuple[str, ...]]:
    clauses: list[str] = []
    for segment in segments(text):
        if clauses and not segment.continues:
            yield tuple(clauses)
            clauses = []
        clauses.append(text[segment.start : segment.end])
    if clauses:
        yield tuple(clauses)


def _alone(clause: str, memory: Memory) -> Pair:
    known = memory.translated(clause)
    return Pair(" ".join(clause.split()), " ".join(pair.en for pair in known), _maker(known) or Maker.PERSON)


def _known(clauses: Sequence[str], memory: Memory) -> tuple[Pair, ...]:
    """A sentence as it was translated, whole or clause by clause; empty where some of it was not."""
    if whole := memory.translated("".join(clauses)):
        return whole
    each = [memory.translated(clause) for clause in clauses]
    return tuple(pair for known in each for pair in known) if all(each) else ()


def _maker(pairs: Sequence[Pair]) -> Maker | None:
    return max((pair.maker for pair in pairs), key=_THE_SUREST_FIRST.index, default=None)
