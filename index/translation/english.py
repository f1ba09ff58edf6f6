"""Chinese of any paper in English: as it was translated, else like what was, else by its grammar, else term by term.

What is made knows where it comes from, so that whoever shows it can say what it is. What loses or adds a number, a bound or a
denial is not taken, however it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from index.terms.glossary import Glossary, load_glossary
from index.terms.lexicon import is_han
from index.translation.by_terms import by_terms, plain
from index.translation.checking import findings
from index.translation.grammar.clause_grammar import clause
from index.translation.grammar.officialese import Officialese, read_rows
from index.translation.memory import Maker, Memory, Pair, key_of, load_memory
from index.translation.near import NearMatches
from index.translation.segments import CLAUSE_MARKS, segments


class Source(StrEnum):
    """Where English comes from, the surest first."""

    AS_WRITTEN = "as written"
    TRANSLATED = "translated"
    MACHINE = "translated by a machine"
    NEAR = "near"
    PATTERN = "pattern"
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
        """Whether all of it reads as English: translated, made like a translation or by grammar, or so written."""
        return all(piece.source is not Source.TERMS for piece in self.pieces)


KEPT_CLAUSES = 2_000
"""Questions of one paper ask for the same clauses again."""


class English:
    """Puts Chinese into English by a memory of translations and a glossary; may be shared between threads."""

    def __init__(self, glossary: Glossary, memory: Memory) -> None:
        self.glossary, self.memory = glossary, memory
        self._told = lru_cache(maxsize=KEPT_CLAUSES)(self._told_anew)

    def warm_up(self) -> None:
        """Make the tables that the first passage nobody translated would otherwise wait for."""
        self._told("加强监管")

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
                yield from self._made_of(clauses[at])
                at += 1

    def _made_of(self, zh: str) -> Iterator[Piece]:
        """A clause that nobody translated: whole, or as far from its beginning as it can be told, the rest by terms."""
        commas = [at + 1 for at, sign in enumerate(zh[:-1]) if sign in CLAUSE_MARKS]
        for end in (len(zh), *reversed(commas)):
            if told := self._told(zh[:end]):
                yield told
                break
        else:
            end = 0
        if rest := zh[end:]:
            by_words = by_terms(rest, self.glossary)
            yield Piece(rest, by_words.en, Source.TERMS, by_words.share)

    def _told_anew(self, zh: str) -> Piece | None:
        """A clause in English that holds what it says."""
        entry = self.glossary.entry(key_of(zh))
        if name := self.words.name_of(key_of(zh)) or (entry and entry.zh == key_of(zh) and entry.en.strip("-")):
            return Piece(zh, plain(name), Source.PATTERN)
        for source, made in ((Source.NEAR, self._near.translated), (Source.PATTERN, self._by_grammar)):
            if (en := made(zh)) and not findings(zh, en):
                return Piece(zh, f"{en.rstrip('.,;')}," if zh.endswith(tuple(CLAUSE_MARKS)) else en, source)
        return None

    @cached_property
    def _near(self) -> NearMatches:
        return NearMatches(self.memory, self.words)

    @cached_property
    def words(self) -> Officialese:
        """The words of official Chinese with their part in a sentence."""
        return Officialese(read_rows(), self.glossary)

    def _by_grammar(self, zh: str) -> str | None:
        words = self.words.cut(zh)
        return clause(words, goes_on=zh.endswith(tuple(CLAUSE_MARKS))) if words else None


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
