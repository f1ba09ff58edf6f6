"""One file to everything that is known of it: load -> clean -> describe -> structure -> chunk -> facts -> sentences.

Loads the libraries of all file types, and goes wherever a hostile file leads it: to be run by `read` in a worker.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import EmptyFile
from index.facts import read_facts, read_sentences
from index.indexed_document import IndexedDocument
from index.reading.chunk import chunk_document
from index.reading.clean import clean
from index.reading.describe import describe
from index.reading.files.load import load_file
from index.reading.files.ocr.kept_pages import keeping
from index.reading.front.compilations import title_of_all
from index.reading.front.english_papers import is_english
from index.reading.front.letters import Doubt, doubt_of
from index.reading.several_papers import Paper, papers_of
from index.reading.structure import build_structure
from index.storage.overrides import Override
from index.types import Document, PaperKind

_AS_READ = Override()
_OPENING_CHARS = 200
"""About five lines: enough to see whether two papers of one title are the same."""


@dataclass(frozen=True, slots=True)
class Described:
    """What a file says of itself, how long its text is and how it begins; `document.id` is a proposal.

    `papers` are the documents that it will be, where it holds several; of one that it is alone, `doubt` tells what is not sure.
    """

    document: Document
    chars: int
    opening: str
    papers: tuple[Document, ...] = ()
    doubt: Doubt | None = None


def read_file(
    path: Path,
    edit: Override,
    max_bytes: int,
    is_one: bool,  # noqa: FBT001 - sent to a worker by its place
    pages: Path | None = None,
) -> tuple[IndexedDocument, ...]:
    """Everything that is known of the papers in a file, or of the one that it is known to hold.

    Their ids are proposals, their place among the files is still to be told.

    `pages` is where pages are kept that were read from pictures.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    with keeping(pages):
        loaded = load_file(path, max_bytes)
    loaded = replace(loaded, warnings=(*loaded.warnings, *_chosen(path, edit)))
    papers = papers_of(clean("", loaded), loaded, edit, is_one=is_one)
    return tuple(_read_paper(path, paper) for paper in papers)


def _read_paper(path: Path, paper: Paper) -> IndexedDocument:
    nameless = paper.clean
    root, tables = build_structure(nameless)
    chunks = chunk_document(nameless, root, tables)
    if not chunks:
        raise _cleaned_away(path)
    facts = read_facts(nameless, root, tables)
    warnings = paper.warnings if facts or not is_english(nameless.text) else (*paper.warnings, _no_facts(path))
    indexed = IndexedDocument(paper.document, nameless, root, tables, chunks, facts, warnings)
    return replace(indexed, sentences=read_sentences(indexed))


def describe_file(path: Path, max_bytes: int, pages: Path | None = None, edit: Override = _AS_READ) -> Described:
    """What a file says of itself, with what was written over it.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    with keeping(pages):
        loaded = load_file(path, max_bytes)
    cleaned = clean("", loaded)
    if not cleaned.text.strip():
        raise _cleaned_away(path)
    document, opening = describe(cleaned, loaded, edit), cleaned.text[:_OPENING_CHARS].strip()
    papers = tuple(paper.document for paper in papers_of(cleaned, loaded, edit))
    if len(papers) == 1:
        return Described(document, len(cleaned.text), opening, doubt=doubt_of(cleaned, loaded, document))
    title = title_of_all(tuple(one.title for one in papers))
    document = replace(document, title=title, kind=PaperKind.COMPILATION)
    return Described(document, len(cleaned.text), opening, papers)


def _chosen(path: Path, edit: Override) -> Iterator[str]:
    for particular in edit.by_model:
        yield f"The {particular} of {path.name} was chosen by a language model when it was added; check it."


def _cleaned_away(path: Path) -> EmptyFile:
    return EmptyFile(f"{path.name}: nothing is left of it after cleaning", code="cleaned_away")


def _no_facts(path: Path) -> str:
    return (
        f"{path.name} is in English: who does what, figures and deadlines are not read out of it; its sentences are "
        f"searched and cited."
    )
