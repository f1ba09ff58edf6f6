"""A paper beside its translation: each sentence, clause, heading or cell of a text with the English that was made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.translation.memory import Memory, Pair, key_of
from index.translation.segments import Segment, segments


@dataclass(frozen=True, slots=True)
class Aligned:
    """The English of `text[start:end]`; `continues` the sentence of the one before."""

    start: int
    end: int
    en: str
    continues: bool = False


def aligned(text: str, memory: Memory, start: int = 0, end: int | None = None) -> Iterator[Aligned]:
    """The pieces of `text[start:end]` that were translated, in their order; what was not is left out."""
    for sentence in _sentences(text, start, end):
        yield from _of_sentence(text, sentence, memory)


def covering(text: str, memory: Memory, start: int, end: int) -> tuple[Aligned, ...]:
    """The translated pieces that `text[start:end]` lies in, whole; empty where some part of it was not translated."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    stop = len(text) if line_end < 0 else line_end
    found: list[Aligned] = []
    for sentence in _sentences(text, line_start, stop):
        pieces = _of_sentence(text, sentence, memory)
        if sentence[-1].end <= start or sentence[0].start >= end:
            continue
        if not pieces:
            return ()
        found += (piece for piece in pieces if piece.start < end and start < piece.end)
    return tuple(found)


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
            Aligned(begin, stop, pair.en, bool(number))
            for number, (begin, stop, pair) in enumerate(zip(starts, ends, pairs, strict=True))
        ]
    if pairs:
        return [Aligned(first, last, " ".join(pair.en for pair in pairs))]
    alone = [(clause, memory.translated(text[clause.start : clause.end])) for clause in clauses]
    if not all(known for _, known in alone):
        return []
    return [Aligned(c.start, c.end, " ".join(pair.en for pair in known), c.continues) for c, known in alone]


def _ends(text: str, clauses: Sequence[Segment], pairs: Sequence[Pair]) -> tuple[int, ...]:
    """Where each pair of a sentence ends in the text; empty where no clause ends there."""
    told = accumulate(pair.zh for pair in pairs)
    by_key = {key_of(text[clauses[0].start : clause.end]): clause.end for clause in clauses}
    ends = tuple(by_key.get(key_of(part), 0) for part in told)
    return ends if all(ends) else ()


def quoted_english(text: str, memory: Memory, start: int, end: int) -> str:
    """A quote in English, in whole clauses and cells; "" where some part of it was not translated."""
    pieces = covering(text, memory, start, end)
    if not pieces:
        return ""
    told: list[str] = []
    at = start
    for piece in pieces:
        told += _cells(text[at : piece.start]) if at < piece.start else ()
        told.append(piece.en)
        at = max(at, piece.end)
    told += _cells(text[at:end])
    return (" | " if "\t" in text[start:end] else " ").join(told)


def _cells(between: str) -> list[str]:
    """The cells between two that were translated: figures and signs; nothing of the numbers and marks of running text."""
    return [cell.strip() for cell in between.split("\t") if cell.strip()] if "\t" in between else []
