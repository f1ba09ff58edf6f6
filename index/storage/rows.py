"""Documents to rows of the database and back; each part can be read alone, and is held to its checksum when it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import chain
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, RowMapping, insert, select, update

from index.database.checksums import as_bytes, checksum
from index.database.schema import FACTS, PASSAGES, PLAN_TABLES, SECTIONS, TEXTS, VECTOR_SETS
from index.database.serialise import read_text, to_text
from index.errors import DocumentDamaged
from index.fact_types import Fact, Person, of_kind
from index.indexed_document import IndexedDocument
from index.search.encoders import Vectors
from index.search.lexical import PassageTerms
from index.storage.held import HeldDocument
from index.terms.person_names import name_terms
from index.terms.segment import words
from index.types import Chunk, CleanText, RecognisedLine, Repair, Section, SectionKind, Sentence, Span, Table, Trait

KINDS: Mapping[str, type[Fact]] = {kind.kind: kind for kind in get_args(Fact)}
_Layout = tuple[tuple[int, ...], tuple[Repair, ...]]
_LAYOUT: Any = _Layout  # a type expression, for which Python has no type
_Box = tuple[float, float, float, float]
_Recognised = tuple[tuple[int, int, int, _Box, float], ...]  # start, end, page, box, confidence
_RECOGNISED: Any = _Recognised
_Headings = tuple[str, ...]
Words = tuple[tuple[str, ...], ...]
"""The words of each passage, in the order of the passages."""
_Sentences = tuple[tuple[int, int, int], ...]  # start, end, traits


@dataclass(frozen=True, slots=True)
class Encoded:
    """Vectors of a document's passages and of its sentences, in their order: float32, (n, dim), rows of length 1."""

    passages: Vectors
    sentences: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A chunk as it is stored: its key in the searches, its sentences and their vectors, float16, (sentences, dim)."""

    key: int
    chunk: Chunk
    sentences: tuple[Sentence, ...]
    vectors: NDArray[np.float16] | None
    """None where there is no sentence."""


# --- writing


def insert_contents(
    connection: Connection, no: int, first_passage: int, indexed: IndexedDocument, encoded: Encoded
) -> None:
    """Write everything of a document but its own row and its postings."""
    clean = indexed.clean
    layout = to_text((clean.page_starts, clean.repairs), _Layout)
    sections = list(_section_rows(no, indexed.root))
    tables = [{"no": no, "place": at, "body": to_text(table, Table)} for at, table in enumerate(indexed.tables)]
    recognised = to_text(tuple(astuple(line) for line in clean.recognised), _Recognised)
    text = {"no": no, "text": clean.text, "layout": layout, "recognised": recognised}
    held = {"checksum": _text_checksum(text), "structure": _structure_checksum(sections, tables)}
    connection.execute(insert(TEXTS), text | held)
    _insert(connection, SECTIONS, sections)
    _insert(connection, PLAN_TABLES, tables)
    _insert(connection, PASSAGES, list(_passage_rows(no, first_passage, indexed, encoded.sentences)))
    _insert(connection, FACTS, list(_fact_rows(no, indexed.facts)))
    connection.execute(insert(VECTOR_SETS), {"no": no} | _vector_values(encoded.passages))


def update_vectors(connection: Connection, held: HeldDocument, indexed: IndexedDocument, encoded: Encoded) -> None:
    """Put the vectors of another model in the place of a document's own."""
    connection.execute(update(VECTOR_SETS).where(VECTOR_SETS.c.no == held.no).values(_vector_values(encoded.passages)))
    for row in _passage_rows(held.no, held.first_passage, indexed, encoded.sentences):
        connection.execute(update(PASSAGES).where(PASSAGES.c.key == row["key"]).values(row))


def _vector_values(vectors: Vectors) -> dict[str, object]:
    half = vectors.astype(np.float16).tobytes()
    return {"vectors": half, "checksum": checksum(half)}


def _insert(connection: Connection, table: Any, rows: Sequence[Mapping[str, object]]) -> None:  # noqa: ANN401
    if rows:
        connection.execute(insert(table), rows)


def _text_checksum(row: Mapping[str, Any] | RowMapping) -> str:
    """Without what holds nothing, as it is in rows from before there was recognised text. A damaged column may hold anything."""
    recognised = row["recognised"]
    return checksum(f"{row['text']}{row['layout']}{'' if recognised == '[]' else recognised}")


def _section_rows(no: int, root: Section) -> Iterator[dict[str, object]]:
    waiting: list[tuple[Section, int | None]] = [(root, None)]
    place = 0
    while waiting:
        section, parent = waiting.pop()
        yield {
            "no": no,
            "place": place,
            "parent": parent,
            "kind": str(section.kind),
            "number": section.number,
            "title": section.title,
            "start": section.span.start,
            "end": section.span.end,
            "body_start": section.body_start,
        }
        waiting += [(child, place) for child in reversed(section.children)]
        place += 1


def _structure_checksum(
    sections: Iterable[Mapping[str, Any] | RowMapping], tables: Iterable[Mapping[str, Any] | RowMapping]
) -> str:
    told = [[str(row[column.name]) for column in SECTIONS.columns] for row in sections]
    return checksum(repr((told, [row["body"] for row in tables])))


def _passage_rows(
    no: int, first: int, indexed: IndexedDocument, sentence_vectors: Vectors
) -> Iterator[dict[str, object]]:
    own: dict[str, list[int]] = {}
    for at, sentence in enumerate(indexed.sentences):
        own.setdefault(sentence.chunk_id, []).append(at)
    for key, chunk in enumerate(indexed.chunks, start=first):
        places = own.get(chunk.id, [])
        told = tuple((s.span.start, s.span.end, int(s.traits)) for s in (indexed.sentences[at] for at in places))
        row = {
            "key": key,
            "no": no,
            "start": chunk.span.start,
            "end": chunk.span.end,
            "headings": to_text(chunk.heading_path, _Headings),
            "sentences": to_text(told, _Sentences),
            "sentence_vectors": sentence_vectors[places].astype(np.float16).tobytes(),
        }
        yield row | {"checksum": _passage_checksum(row)}


def _passage_checksum(row: Mapping[str, Any]) -> str:
    told = "\0".join(str(row[name]) for name in ("key", "no", "start", "end", "headings", "sentences"))
    return checksum(told.encode() + as_bytes(row["sentence_vectors"]))


def _fact_rows(no: int, facts: Sequence[Fact]) -> Iterator[dict[str, object]]:
    for place, fact in enumerate(facts):
        row = {
            "no": no,
            "place": place,
            "kind": fact.kind,
            "start": fact.span.start,
            "end": fact.span.end,
            "body": to_text(fact, type(fact)),
        }
        yield row | {"checksum": _fact_checksum(row)}


def _fact_checksum(row: Mapping[str, Any] | RowMapping) -> str:
    return checksum("\0".join(str(row[name]) for name in ("no", "place", "kind", "start", "end", "body")))


# --- reading


def read_clean(connection: Connection, held: HeldDocument) -> CleanText:
    """A document's text.

    Raises:
        DocumentDamaged: It is not what was written.
    """
    row = connection.execute(select(TEXTS).where(TEXTS.c.no == held.no)).one_or_none()
    if row is None or _text_checksum(row._mapping) != row.checksum:
        raise DocumentDamaged(held.no, held.document.id, "text")
    layout: _Layout = read_text(_LAYOUT, row.layout)
    told: _Recognised = read_text(_RECOGNISED, row.recognised)
    return CleanText(held.document.id, row.text, *layout, tuple(RecognisedLine(*line) for line in told))


def read_passages(connection: Connection, held: HeldDocument, clean: CleanText) -> tuple[Passage, ...]:
    """A document's passages, in the order of the text.

    Raises:
        DocumentDamaged: They are not what was written.
    """
    rows = connection.execute(select(PASSAGES).where(PASSAGES.c.no == held.no).order_by(PASSAGES.c.key)).all()
    if [row.key for row in rows] != list(range(held.first_passage, held.end_passage)):
        raise DocumentDamaged(held.no, held.document.id, "passages")
    return tuple(passage_of(row, held, clean) for row in rows)


def passage_of(row: Any, held: HeldDocument, clean: CleanText) -> Passage:  # noqa: ANN401 - a row of passages
    """A passage's row as the passage.

    Raises:
        DocumentDamaged: It is not what was written.
    """
    sound = row.no == held.no and _passage_checksum(row._mapping) == row.checksum
    if not sound or not 0 <= row.start <= row.end <= len(clean.text):
        raise DocumentDamaged(held.no, held.document.id, "passages")
    name = held.document.id
    headings, told = read_text(_Headings, row.headings), read_text(_Sentences, row.sentences)
    span = Span(name, row.start, row.end)
    chunk = Chunk(f"{name}:{row.start}-{row.end}", span, headings, clean.text[row.start : row.end])
    sentences = tuple(Sentence(Span(name, start, end), chunk.id, Trait(traits)) for start, end, traits in told)
    vectors = np.frombuffer(row.sentence_vectors, np.float16).reshape(len(sentences), -1) if sentences else None
    return Passage(row.key, chunk, sentences, vectors)


def read_facts(connection: Connection, held: HeldDocument) -> tuple[Fact, ...]:
    """The facts that were read out of a document, in their order.

    Raises:
        DocumentDamaged: They are not what was written.
    """
    rows = connection.execute(select(FACTS).where(FACTS.c.no == held.no).order_by(FACTS.c.place)).all()
    sound = all(_fact_checksum(row._mapping) == row.checksum for row in rows)
    if not sound or len(rows) != held.facts:
        raise DocumentDamaged(held.no, held.document.id, "facts")
    return tuple(read_text(KINDS[row.kind], row.body) for row in rows)


def read_vectors(connection: Connection, held: HeldDocument) -> Vectors:
    """The vectors of a document's passages: float32, (passages, dim), rows of length 1.

    Raises:
        DocumentDamaged: They are not what was written.
    """
    row = connection.execute(select(VECTOR_SETS).where(VECTOR_SETS.c.no == held.no)).one_or_none()
    if row is None or checksum(as_bytes(row.vectors)) != row.checksum:
        raise DocumentDamaged(held.no, held.document.id, "vectors")
    vectors = np.frombuffer(row.vectors, np.float16).reshape(len(held.lengths), -1)
    return np.asarray(vectors, dtype=np.float32)


def read_indexed(connection: Connection, held: HeldDocument) -> IndexedDocument:
    """A document with everything that was read out of it.

    Raises:
        DocumentDamaged: Some of it is not what was written.
    """
    clean = read_clean(connection, held)
    sections = connection.execute(select(SECTIONS).where(SECTIONS.c.no == held.no).order_by(SECTIONS.c.place)).all()
    tables = connection.execute(
        select(PLAN_TABLES).where(PLAN_TABLES.c.no == held.no).order_by(PLAN_TABLES.c.place)
    ).all()
    told = connection.execute(select(TEXTS.c.structure).where(TEXTS.c.no == held.no)).scalar_one()
    if told != _structure_checksum([row._mapping for row in sections], [row._mapping for row in tables]):
        raise DocumentDamaged(held.no, held.document.id, "sections")
    passages = read_passages(connection, held, clean)
    return IndexedDocument(
        held.document,
        clean,
        _root(sections, held.document.id),
        tuple(read_text(Table, row.body) for row in tables),
        tuple(passage.chunk for passage in passages),
        read_facts(connection, held),
        held.warnings,
        tuple(sentence for passage in passages for sentence in passage.sentences),
    )


def _root(rows: Sequence[Any], document_id: str) -> Section:
    """The tree of the rows, in which a section stands before those in it."""
    children: dict[int | None, list[Section]] = {}
    for row in reversed(rows):  # backwards, all inner ones are made when it is a section's turn
        inner = tuple(reversed(children.pop(row.place, [])))
        span = Span(document_id, row.start, row.end)
        section = Section(SectionKind(row.kind), row.number, row.title, span, row.body_start, inner)
        children.setdefault(row.parent, []).append(section)
    return children[None][0]


def own_words(indexed: IndexedDocument) -> Words:
    """The words of a document's passages with their headings."""
    return tuple(words(chunk.searched) for chunk in indexed.chunks)


def passage_terms(first: int, indexed: IndexedDocument, own: Words, english: Words) -> list[PassageTerms]:
    """The passages as the lexical index takes them, the first with the key `first`, with the words of their English."""
    people = of_kind(Person, indexed.facts)
    terms: list[PassageTerms] = []
    for key, (chunk, *told) in enumerate(zip(indexed.chunks, own, english, strict=True), start=first):
        here = [person for person in people if chunk.span.overlaps(person.span)]
        names = tuple(term for person in here for term in name_terms(person.name))
        terms.append(PassageTerms(key, tuple(chain(*told)), chunk.searched, names))
    return terms
