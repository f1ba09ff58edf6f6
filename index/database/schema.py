"""The tables: everything that the index holds but its vector search, which is Chroma's.

A document's rows are written once and never changed but for its description and its end. `documents.no` numbers
readings, not plans: a plan that is read anew gets a new number beside the old one, whose `ended` is set in the same
transaction, and whose rows a later writer deletes when no question can still be reading them. Passages are known by a
key of their own in the lexical index and in Chroma; those of one document have consecutive keys from `first_passage`.

Checksums are the first 16 hexadecimal digits of a SHA-256. Texts that hold JSON are written by `storage.serialise`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_KEY = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows by itself in a column of exactly this type


def _number(*, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    """The column that ties a row to its document."""
    owner = ForeignKey("documents.no", ondelete="CASCADE")
    return Column("no", _KEY, owner, primary_key=primary_key, nullable=nullable)


STATE = Table(
    "state",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="revision, raised by every change; where vectors are; the next number and key; checksums of all this",
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("no", _KEY, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column(
        "source", Text, nullable=False, comment="key: documents/plan.txt, uploads/<hash>/plans.pdf//title of a paper"
    ),
    Column("sha256", Text, nullable=False, comment="of the file when it was read"),
    Column("size", BigInteger, nullable=False, comment="of the file, bytes"),
    Column("changed", BigInteger, nullable=False, comment="of the file, nanoseconds: the same tells the same content"),
    Column("reader", Text, nullable=False, comment="fingerprint of the code that read it"),
    Column("entry", Text, nullable=False, comment="JSON of its description"),
    Column("warnings", Text, nullable=False, comment="JSON"),
    Column("front_end", Integer, nullable=False, comment="where the front matter ends in the text"),
    Column("first_passage", _KEY, nullable=False),
    Column("lengths", LargeBinary, nullable=False, comment="words of each passage, uint16"),
    Column("facts", Integer, nullable=False, comment="how many"),
    Column("postings", Text, nullable=False, comment="checksum of its part of the lexical index"),
    Column("checksum", Text, nullable=False, comment="of this row, without `ended`"),
    Column("ended", Float, comment="seconds since 1970 at which it went out of the index; null while it is in"),
)
Index(
    "uq_documents_live",
    DOCUMENTS.c.id,
    unique=True,
    sqlite_where=text("ended is null"),
    postgresql_where=text("ended is null"),
)

TEXTS = Table(
    "texts",
    METADATA,
    _number(primary_key=True),
    Column("text", Text, nullable=False, comment="cleaned, as readers see it"),
    Column("layout", Text, nullable=False, comment="JSON: where pages start, what was repaired"),
    Column("checksum", Text, nullable=False, comment="of text, layout and recognised, where that holds any"),
    Column("structure", Text, nullable=False, comment="checksum of its sections and tables"),
    Column(
        "recognised",
        Text,
        nullable=False,
        server_default="[]",
        comment="JSON: bounds, page, box and confidence of each line that was read from a picture",
    ),
)

SECTIONS = Table(
    "sections",
    METADATA,
    _number(primary_key=True),
    Column("place", Integer, primary_key=True, comment="order of the text, a section before those in it"),
    Column("parent", Integer, comment="place of the section around it"),
    Column("kind", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("body_start", Integer, nullable=False),
)

PLAN_TABLES = Table(
    "plan_tables",
    METADATA,
    _number(primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("body", Text, nullable=False, comment="JSON: caption, headers, rows of cells with their spans"),
)

PASSAGES = Table(
    "passages",
    METADATA,
    Column("key", _KEY, primary_key=True, autoincrement=False),
    _number(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("headings", Text, nullable=False, comment="JSON: outermost first"),
    Column("sentences", Text, nullable=False, comment="JSON: bounds, traits and years of each sentence"),
    Column("sentence_vectors", LargeBinary, nullable=False, comment="float16, (sentences, dim)"),
    Column("checksum", Text, nullable=False),
    Index("ix_passages_no", "no"),
)

FACTS = Table(
    "facts",
    METADATA,
    _number(primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("body", Text, nullable=False, comment="JSON"),
    Column("checksum", Text, nullable=False),
)

VECTOR_SETS = Table(
    "vector_sets",
    METADATA,
    _number(primary_key=True),
    Column("vectors", LargeBinary, nullable=False, comment="of the passages: float16, (passages, dim)"),
    Column("checksum", Text, nullable=False),
    comment="what Chroma is filled from; compared directly where few documents are in question",
)

POSTINGS = Table(
    "postings",
    METADATA,
    Column("field", Text, primary_key=True, comment="word, pair or name"),
    Column("term", Text, primary_key=True),
    Column("block", Integer, primary_key=True, comment="of consecutive documents"),
    Column("entries", LargeBinary, nullable=False, comment="passage keys, for words with how often each stands there"),
    Column(
        "checked", BigInteger, nullable=False, comment="checksum of the entries, a sum: what is appended is added to it"
    ),
    sqlite_with_rowid=False,
)

VOCABULARIES = Table(
    "vocabularies",
    METADATA,
    _number(primary_key=True),
    Column("field", Text, primary_key=True),
    Column("terms", Text, nullable=False, comment="JSON: the terms whose postings hold the document"),
    Column("checksum", Text, nullable=False),
)

VECTOR_CHANGES = Table(
    "vector_changes",
    METADATA,
    Column("first_passage", _KEY, primary_key=True, autoincrement=False),
    Column("passages", Integer, nullable=False),
    comment="keys that Chroma may hold although their document is not in the index: the next writer deletes them",
)

REMOVED_SOURCES = Table(
    "removed_sources",
    METADATA,
    Column("source", Text, primary_key=True),
    Column("id", Text, nullable=False, server_default="", comment="of its document, when it was taken out"),
    Column("title", Text, nullable=False, server_default="", comment="likewise"),
    Column("sha256", Text, nullable=False, server_default="", comment="likewise"),
    Column("replaced_by", Text, nullable=False, server_default="", comment="source of the file that took its place"),
    Column("change", BigInteger, nullable=False, server_default="0", comment="in which it went, 0: none to be undone"),
    comment="files that a person took out of the index although they still exist",
)


def _record(name: str, comment: str) -> Table:
    """A table of what the page keeps for its users: the last value of each key, as JSON."""
    return Table(
        name,
        METADATA,
        Column("key", Text, primary_key=True),
        Column("first", _KEY, nullable=False, comment="order in which the keys came"),
        Column("at", Text, nullable=False, comment="when it was last set: ISO 8601, UTC"),
        Column("body", Text, nullable=False, comment="JSON"),
        comment=comment,
    )


FEEDBACK = _record("feedback", "votes on answers")
RUNS = _record("runs", "reports of evaluations")
WORKS = _record("works", "saved work: what each piece is called, and which versions of it there are")
WORK_VERSIONS = _record("work_versions", "saved work: what each version holds")
