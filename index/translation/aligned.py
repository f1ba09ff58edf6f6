"""A paper beside its translation: each sentence, clause, heading or cell of a text with the English that was made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.translation.memory import Maker, Memory, Pair, key_of
from index.translation.segments import Segment, segments


@dataclass(frozen=True, slots=True)
class Aligned:
    """The English of `text[start:end]`; `continues` the sentence of the one before, `by_machine` if nobody checked it."""

    start: int
    end: int
    en: str
    continues: bool = False
    by_machine: bool = False


@dataclass(frozen=True, slots=True)
class QuotedEnglish:
    """The English of a quote, "" where there is none; `by_machine` if some of it was made by a machine."""

    text: str = ""
    by_machine: bool = False


def aligned(text: str, memory: Memory, start: int = 0, end: int | None = None) -> Iterator[Aligned]:
    """The pieces of `text[start:end]` that were translated, in their order; what was not is left out."""
    for sentence in _sentences(text, start, end):
        yield from _of_sentence(text, sentence, memory)


def covering(text: str, memory: Memory, start: int, end: int) -> tuple[Aligned, ...]:
    """The translated pieces that `text[start:end]` lies in, whole; empty where some part of it was not translated."""
    found = list(_touched(text, memory, start, end))
    return tuple(piece for pieces in found for piece in pieces) if all(found) else ()


def told_by_machine(text: str, memory: Memory, start: int, end: int) -> bool:
    """Whether some English of what `text[start:end]` lies in was made by a machine."""
    return any(piece.by_machine for pieces in _touched(text, memory, start, end) for piece in pieces)


def _touched(text: str, memory: Memory, start: int, end: int) -> Iterator[list[Aligned]]:
    """Of each sentence that shares text with `text[start:end]` the pieces that do; none of one that was not translated."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    for sentence in _sentences(text, line_start, len(text) if line_end < 0 else line_end):
        if start < sentence[-1].end and sentence[0].start < end:
            pieces = _of_sentence(text, sentence, memory)
            yield [piece for piece in pieces if piece.start < end and start < piece.end]


def _sentences(text: str, start: int, end: int | None) -> Iterator[list[Segment]]:
    """The clauses of each sentence."""
    clauses: list[Segment] = []
    for segment in segments(text, start, end):
        if clauses and not segment.continues:
            yield clauses
            clauses = []
        clauses.append(segment)
    if clauses:
        yield clauses


def _of_sentence(text: str, clauses: Sequence[Segment], memory: Memory) -> list[Aligned]:
    """A sentence by the clauses that were translated; as a whole where it was not cut as it is now, empty if unknown."""
    first, last = clauses[0].start, clauses[-1].end
    pairs = memory.translated(text[first:last])
    if pairs and (ends := _ends(text, clauses, pairs)):
        starts = (first, *ends[:-1])
        return [
            Aligned(begin, stop, pair.en, bool(number), by_machine((pair,)))
            for number, (begin, stop, pair) in enumerate(zip(starts, ends, pairs, strict=True))
        ]
    if pairs:
        return [_piece(first, last, pairs)]
    alone = [(clause, memory.translated(text[clause.start : clause.end])) for clause in clauses]
    if not all(known for _, known in alone):
        return []
    return [_piece(clause.start, clause.end, known, continues=clause.continues) for clause, known in alone]


def _piece(start: int, end: int, pairs: Sequence[Pair], *, continues: bool = False) -> Aligned:
    return Aligned(start, end, " ".join(pair.en for pair in pairs), continues, by_machine(pairs))


def by_machine(pairs: Iterable[Pair]) -> bool:
    """Whether some of what was translated was translated by a machine."""
    return any(pair.maker is Maker.MACHINE for pair in pairs)


def _ends(text: str, clauses: Sequence[Segment], pairs: Sequence[Pair]) -> tuple[int, ...]:
    """Where each pair of a sentence ends in the text; empty where no clause ends there."""
    told = accumulate(pair.zh for pair in pairs)
    by_key = {key_of(text[clauses[0].start : clause.end]): clause.end for clause in clauses}
    ends = tuple(by_key.get(key_of(part), 0) for part in told)
    return ends if all(ends) else ()


def quoted_english(text: str, memory: Memory, start: int, end: int) -> QuotedEnglish:
    """A quote in English, in whole clauses and cells; none where some part of it was not translated."""
    pieces = covering(text, memory, start, end)
    if not pieces:
        return QuotedEnglish()
    told: list[str] = []
    at = start
    for piece in pieces:
        told += _cells(text[at : piece.start]) if at < piece.start else ()
        told.append(piece.en)
        at = max(at, piece.end)
    told += _cells(text[at:end])
    said = (" | " if "\t" in text[start:end] else " ").join(told)
    return QuotedEnglish(said, any(piece.by_machine for piece in pieces))


def _cells(between: str) -> list[str]:
    """The cells between two that were translated: figures and signs; nothing of the numbers and marks of running text."""
    return [cell.strip() for cell in between.split("\t") if cell.strip()] if "\t" in between else []
