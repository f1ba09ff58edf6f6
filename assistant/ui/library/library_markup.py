"""What the library shows: rows of documents, passages found, facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from assistant.types import Language
from assistant.ui.library.library_words import words
from assistant.ui.library.reading_notes import note_told
from assistant.ui.shared.fact_tables import table_of
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.reader.translated import translated_text
from assistant.ui.shared.templates import renderer
from index.fact_types import Fact
from index.indexed_document import IndexedDocument
from index.translating.worksheet import Coverage
from index.translation.memory import Memory
from index.types import Chunk

MAX_PASSAGE_CHARS = 260
MAX_ROWS_SENT = 200
"""Of facts at a time: ten pages of the table."""

_render = renderer(words)


def document_rows(
    documents: Iterable[IndexedDocument],
    plans: Plans,
    language: str,
    covered: Mapping[str, Coverage] = MappingProxyType({}),
) -> str:
    """A row for each document with what it says of itself, and what can be done with it; `plans` are all on file.

    `covered` tells by id how much of it is translated.
    """
    held = [(indexed, _sections(indexed), _translated(indexed, covered, language)) for indexed in documents]
    return _render("library/rows.html", language, held=held, plans=plans, note_told=note_told)


def _translated(indexed: IndexedDocument, covered: Mapping[str, Coverage], language: str) -> str:
    own = covered.get(indexed.document.id)
    return coverage_told(own, language) if own and own.sentences else ""


def coverage_told(covered: Coverage, language: str) -> str:
    """How much of a document is translated, and by whom."""
    known = covered.sentences - covered.missing
    if not known:
        return words(language, "translated_none", sentences=covered.sentences)
    made = [
        words(language, f"translated_{maker}", count=count)
        for maker, count in (("shipped", covered.shipped), ("person", covered.person), ("machine", covered.machine))
        if count
    ]
    told = words(language, "separator").join(made)
    return words(language, "translated_some", known=known, sentences=covered.sentences, made=told)


def _sections(indexed: IndexedDocument) -> int:
    count = 0
    waiting = list(indexed.root.children)
    while waiting:
        section = waiting.pop()
        count += 1
        waiting += section.children
    return count


def found_passages(hits: Iterable[tuple[Chunk, float]], plans: Plans, language: str, memory: Memory) -> str:
    """Search hits, best first; in English with the translations of what was translated."""
    english = language == Language.EN
    found = [(chunk, translated_text(chunk.text, memory) if english else "") for chunk, _ in hits]
    return _render("library/hits.html", language, found=found, plans=plans, max_chars=MAX_PASSAGE_CHARS)


def fact_list(facts: tuple[Fact, ...], kind: str, plans: Plans, language: str, first: int = 0) -> str:
    """The facts from one on, counted from 0, as a table in which every row opens its passage."""
    at = min(max(first, 0), max(len(facts) - 1, 0))
    table = table_of(facts[at : at + MAX_ROWS_SENT], kind, plans, language).spoken
    return _render("library/facts.html", language, table=table, count=len(facts), first=at)


def removal_question(title: str, together: int, language: str) -> str:
    """The question before a document is removed, which stands in its file with so many in all."""
    return _render("library/removal.html", language, title=title, together=together)
