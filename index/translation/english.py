"""Chinese of any paper in English: as it was translated where it was, else term by term.

What is made knows how much of it was translated, so that whoever shows it can say what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from index.terms.glossary import Glossary, load_glossary
from index.terms.lexicon import is_han
from index.translation.by_terms import by_terms
from index.translation.memory import Maker, Memory, Pair, load_memory
from index.translation.segments import segments


class Source(StrEnum):
    """Where English comes from, the surest first."""

    AS_WRITTEN = "as written"
    TRANSLATED = "translated"
    MACHINE = "translated by a machine"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause, sentence, heading or cell in both languages; `share`, 0 to 1, of the Chinese that the English tells."""

    zh: str
    en: str
    source: Source
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text in English, piece by piece in its order."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The whole in English."""
        return " ".join(piece.en for piece in self.pieces)

    @property
    def share(self) -> float:
        """How much of the Chinese the English tells, 0 to 1."""
        size = sum(len(piece.zh) for piece in self.pieces)
        return sum(len(piece.zh) * piece.share for piece in self.pieces) / size if size else 1.0

    @property
    def is_translation(self) -> bool:
        """Whether all of it was translated, or is English as it stands."""
        return all(piece.source is not Source.TERMS for piece in self.pieces)


class English:
    """Puts Chinese into English by a memory of translations and a glossary; may be shared between threads."""

    def __init__(self, glossary: Glossary, memory: Memory) -> None:
        self.glossary, self.memory = glossary, memory

    def render(self, zh: str) -> Rendering:
        """A text in English, sentence by sentence; the numbers that open its parts are left out."""
        if known := self.memory.translated(zh):
            return Rendering(tuple(_translated(pair) for pair in known))
        if not any(map(is_han, zh)):
            return Rendering((Piece(zh, " ".join(zh.split()), Source.AS_WRITTEN),))
        return Rendering(tuple(piece for sentence in _sentences(zh) for piece in self._sentence(sentence)))

    def _sentence(self, clauses: Sequence[str]) -> Iterator[Piece]:
        """A sentence by the longest runs of its clauses that are known; the others each for itself."""
        at = 0
        while at < len(clauses):
            for end in range(len(clauses), at, -1):
                if known := self.memory.translated("".join(clauses[at:end])):
                    yield from map(_translated, known)
                    at = end
                    break
            else:
                made = by_terms(clauses[at], self.glossary)
                yield Piece(clauses[at], made.en, Source.TERMS, made.share)
                at += 1


def _translated(pair: Pair) -> Piece:
    return Piece(pair.zh, pair.en, Source.MACHINE if pair.maker is Maker.MACHINE else Source.TRANSLATED)


def _sentences(zh: str) -> Iterator[list[str]]:
    """The clauses of each sentence."""
    clauses: list[str] = []
    for segment in segments(zh):
        if clauses and not segment.continues:
            yield clauses
            clauses = []
        clauses.append(zh[segment.start : segment.end])
    if clauses:
        yield clauses


@lru_cache(maxsize=1)
def load_english() -> English:
    """English by the shipped glossary and translations.

    Raises:
        GlossaryError: The glossary cannot be read.
        TranslationError: A file of translations cannot be read.
    """
    return English(load_glossary(), load_memory())
