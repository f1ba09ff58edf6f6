"""Every file that the program reads, as a loader of LangChain."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from langchain_core.document_loaders import BaseLoader
from langchain_core.documents import Document

from assistant.langchain.passage_documents import SECTION_JOINT, about, told
from index import IndexedDocument, Section, SectionKind, Settings, read_settings
from index.read import ReadLimits, read_source
from index.storage.sources import Source


class Pieces(StrEnum):
    """What becomes a document of its own."""

    PAPERS = "papers"
    SECTIONS = "sections"
    PASSAGES = "passages"


_DIVIDING = frozenset({SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.ATTACHMENT})
"""Sections that are documents of their own; items, boxes and tables stay with the text around them."""


class PlansLoader(BaseLoader):
    """A file (PDF, DOCX, HTML, a scan, …) to its paper or papers, read as for the index, which stays as it is.

    Each piece has what the paper tells of itself (`title`, `issuer`, `number`, `issued`, `kind`), the headings above it as
    `section`, `start` and `end` in the cleaned text, and the `page` it begins on; a piece over several has a `last_page`.
    The pieces of a paper together are its whole text, save that those of `passages` have their headings in `section`.
    """

    def __init__(
        self, path: Path | str, pieces: Pieces | str = Pieces.SECTIONS, settings: Settings | None = None
    ) -> None:
        self._path, self._pieces, self._settings = Path(path), Pieces(pieces), settings

    def lazy_load(self) -> Iterator[Document]:
        """The pieces in the order of the text.

        Raises:
            FileRejected: The file cannot be read; the message says why.
        """
        settings = self._settings or read_settings()
        limits = ReadLimits(settings.max_file_bytes, settings.max_read_seconds, settings.pages_dir)
        file = Source(
            self._path.name, self._path, sha256="", size=0, changed=0
        )  # what tells whether a file was read before
        for paper in read_source(file, limits):
            for start, end, labels in _RANGES[self._pieces](paper):
                if paper.clean.text[start:end].strip():
                    yield self._document(paper, start, end, labels)

    def _document(self, paper: IndexedDocument, start: int, end: int, labels: tuple[str, ...]) -> Document:
        page, last = paper.clean.page_of(start), paper.clean.page_of(max(start, end - 1))
        metadata = {
            "source": str(self._path),
            "section": SECTION_JOINT.join(labels),
            "page": page,
            "last_page": last if last != page else None,
            "start": start,
            "end": end,
        }
        return Document(page_content=paper.clean.text[start:end], metadata=about(paper.document) | told(metadata))


_Ranges = Iterator[tuple[int, int, tuple[str, ...]]]


def _papers(paper: IndexedDocument) -> _Ranges:
    yield 0, len(paper.clean.text), ()


def _sections(paper: IndexedDocument) -> _Ranges:
    yield from _divided(paper.root, ())


def _divided(section: Section, labels: tuple[str, ...]) -> _Ranges:
    """The text of a section that is in none of the sections below it, and those, in the order of the text."""
    at = section.span.start
    for child in section.children:
        if child.kind in _DIVIDING:
            yield at, child.span.start, labels
            yield from _divided(child, (*labels, child.label))
            at = child.span.end
    yield at, section.span.end, labels


def _passages(paper: IndexedDocument) -> _Ranges:
    for chunk in paper.chunks:
        yield chunk.span.start, chunk.span.end, chunk.heading_path


_RANGES = {Pieces.PAPERS: _papers, Pieces.SECTIONS: _sections, Pieces.PASSAGES: _passages}
