"""One plan with everything that was read out of it."""

from __future__ import annotations

from dataclasses import dataclass

from index.fact_types import Fact
from index.types import Chunk, CleanText, Document, Section, SectionKind, Sentence, Table


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """One plan with everything that was read out of it."""

    document: Document
    clean: CleanText
    root: Section
    tables: tuple[Table, ...]
    chunks: tuple[Chunk, ...]
    facts: tuple[Fact, ...] = ()
    warnings: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    """Those that may answer a question, in the order of the text."""

    @property
    def body_start(self) -> int:
        """Where the first chapter begins; what stands before it is the document's own numbers, dates and senders."""
        return min((s.span.start for s in self.root.children if s.kind is SectionKind.CHAPTER), default=0)
