"""One plan with everything that was read out of it."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from index.fact_types import Fact
from index.types import Chunk, CleanText, Document, Section, SectionKind, Sentence, Span, Table


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


def under(document: Document, nameless: IndexedDocument) -> IndexedDocument:
    """What was read of a file before it had an id, as that of `document`: text, spans and passages go by its id."""
    parts = (_under(document.id, getattr(nameless, field.name)) for field in fields(nameless)[1:])
    return IndexedDocument(document, *parts)


def _under(document_id: str, part: Any) -> Any:  # noqa: ANN401 - a value of any type of ours
    if isinstance(part, Span):
        return Span(document_id, part.start, part.end)
    if isinstance(part, tuple):
        return tuple(_under(document_id, one) for one in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    values = {field.name: _under(document_id, getattr(part, field.name)) for field in fields(part)}
    if isinstance(part, CleanText):
        values["document_id"] = document_id
    elif isinstance(part, Chunk):
        values["id"] = document_id + part.id  # which begins with the colon behind an id
    elif isinstance(part, Sentence):
        values["chunk_id"] = document_id + part.chunk_id
    return type(part)(**values)
