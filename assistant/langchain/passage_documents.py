"""Passages of the index as LangChain's documents."""

from __future__ import annotations

from typing import Any

from langchain_core.documents import Document as LangChainDocument

from index import Chunk, Document, Index

SECTION_JOINT = " > "
"""Stands between the headings above a passage, outermost first."""


def passage_document(index: Index, chunk: Chunk, score: float | None = None) -> LangChainDocument:
    """A passage with where it stands and its score, where one is given; its id is that of the passage.

    The offsets `start` and `end` are in the cleaned text of its paper; `page` is 1-based, and missing where a file has none.
    """
    document, span = index.described(chunk.span.document_id), chunk.span
    metadata = about(document) | {
        "document": document.id,
        "title": index.shown_title(document.id),
        "section": SECTION_JOINT.join(chunk.heading_path),
        "page": index.text(document.id).page_of(span.start),
        "start": span.start,
        "end": span.end,
        "score": score,
    }
    return LangChainDocument(id=chunk.id, page_content=chunk.text, metadata=told(metadata))


def about(document: Document) -> dict[str, Any]:
    """What the catalogue or a paper itself tells of the paper, in values that every store can hold."""
    return told(
        {
            "title": document.title,
            "plan": document.title,
            "place": document.place,
            "kind": str(document.kind),
            "issuer": document.issuer,
            "number": document.number,
            "issued": document.issued,
            "in_force": document.in_force,
        }
    )


def told(metadata: dict[str, Any]) -> dict[str, Any]:
    """Metadata without what is not known: many stores take neither None nor an empty text."""
    return {key: value for key, value in metadata.items() if value not in (None, "")}
