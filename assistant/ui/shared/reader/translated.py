"""The English beside a plan's text, sentence by sentence, with the passage marked in it too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.ui.shared.reader.marking import Marker, PaperPiece, Pieces
from index.terms.lexicon import is_han
from index.translation.aligned import Aligned, aligned
from index.translation.memory import Memory

LEAST_SHARE = 0.9
"""Of a plan's Chinese: one with less of it in English was not translated, it only says what others say."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The translation of a plan, whether a machine made some of it, and whether it is to stand beside the plan's text."""

    memory: Memory
    by_machine: bool
    shown: bool

    def told(self, text: str) -> str:
        """A heading, caption or cell in English; "" where it was not translated, or holds no words."""
        return translated_text(text, self.memory)


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence, heading or cell and its English, empty where there is none, and whether a machine made that."""

    zh: Pieces
    en: Pieces
    by_machine: bool = False


def translated_text(text: str, memory: Memory) -> str:
    """What was translated of a text, as one text."""
    return " ".join(piece.en for piece in memory.translated(text) or aligned(text, memory))


def translation_of(text: str, memory: Memory, *, shown: bool) -> Translation | None:
    """The translation of a text that was put into English as a whole; None where it was not."""
    pieces = tuple(aligned(text, memory))
    told = sum(sum(map(is_han, text[piece.start : piece.end])) for piece in pieces)
    if not told or told < LEAST_SHARE * sum(map(is_han, text)):
        return None
    return Translation(memory, any(piece.by_machine for piece in pieces), shown)


def sentence_pairs(start: int, end: int, mark: Marker, memory: Memory) -> Iterator[SentencePair]:
    """The sentences of a line with their English; what was not translated stands with the sentence behind it."""
    at = start
    for sentence in _sentences(aligned(mark.text, memory, start, end)):
        stop = sentence[-1].end
        told = tuple(_told(piece, mark) for piece in sentence)
        yield SentencePair(mark.pieces(at, stop), told, any(piece.by_machine for piece in sentence))
        at = stop
    if mark.text[at:end].strip():
        yield SentencePair(mark.pieces(at, end), ())


def _sentences(pieces: Iterator[Aligned]) -> Iterator[list[Aligned]]:
    held: list[Aligned] = []
    for piece in pieces:
        if held and not piece.continues:
            yield held
            held = []
        held.append(piece)
    if held:
        yield held


def _told(piece: Aligned, mark: Marker) -> PaperPiece:
    return PaperPiece(f"{piece.en} ", marked=mark.covers(piece.start, piece.end))
