"""What a document is searched by: its own text, and beside it the English of what was translated.

A text in both languages is near to questions in either, by its vector and by its tokens; its English words have postings of
their own, marked so that they meet no word of a paper in English.
"""

from __future__ import annotations

from bisect import bisect_right

from index.terms.glossary import english_words, stem
from index.translation.aligned import aligned
from index.translation.memory import Memory
from index.types import Chunk, Span

_OF_A_TRANSLATION = "en:"
"""Before a word of a translation; no other word holds a colon."""


class Searched:
    """One document's text with what `memory` holds of it; read once, never changed."""

    def __init__(self, text: str, memory: Memory) -> None:
        self.memory = memory
        pieces = tuple(aligned(text, memory)) if len(memory) else ()
        self._starts, self._ends = [piece.start for piece in pieces], [piece.end for piece in pieces]
        self._told = [piece.en for piece in pieces]

    def english(self, start: int, end: int) -> str:
        """The English of all sentences, clauses and cells that share text with `start` to `end`; "" where there is none."""
        return " ".join(self._told[bisect_right(self._ends, start) : bisect_right(self._starts, end - 1)])

    def heading(self, zh: str) -> str:
        """The English of a heading; "" where it was not translated."""
        return " ".join(pair.en for pair in self.memory.translated(zh)) if zh and self._told else ""

    def passage(self, chunk: Chunk) -> str:
        """All that a passage's vector is made of."""
        return "\n".join(filter(None, (chunk.searched, self._of_passage(chunk))))

    def sentence(self, chunk: Chunk, sentence: Span) -> str:
        """All that a sentence's vector is made of."""
        above = (self.heading(heading) for heading in chunk.heading_path[-1:])
        own = (*above, self.english(sentence.start, sentence.end))
        return " ".join(filter(None, (chunk.under_heading(sentence), *own)))

    def words(self, chunk: Chunk) -> tuple[str, ...]:
        """The words of a passage's English and of its headings', for the lexical index."""
        return words_of_translations(self._of_passage(chunk))

    def _of_passage(self, chunk: Chunk) -> str:
        told = (*map(self.heading, chunk.heading_path), self.english(chunk.span.start, chunk.span.end))
        return "\n".join(filter(None, told))


def words_of_translations(text: str) -> tuple[str, ...]:
    """The words of English as the lexical index holds those of translations: without their endings, marked."""
    return tuple(f"{_OF_A_TRANSLATION}{stem(word)}" for word in english_words(text))
