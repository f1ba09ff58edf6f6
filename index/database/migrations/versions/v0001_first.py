"""The first form of the tables."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    text,
)

revision = "0001"
down_revision = None

LIVE = text("ended is null")
KEY = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "documents",
        Column("no", KEY, autoincrement=False, nullable=False),
        Column("id", Text(), nullable=False),
        Column(
            "source", Text(), nullable=False, comment="key of the file: documents/plan.txt, uploads/<hash>/plan.pdf"
        ),
        Column("sha256", Text(), nullable=False, comment="of the file when it was read"),
        Column("size", BigInteger(), nullable=False, comment="of the file, bytes"),
        Column(
            "changed", BigInteger(), nullable=False, comment="of the file, nanoseconds: the same tells the same content"
        ),
        Column("reader", Text(), nullable=False, comment="fingerprint of the code that read it"),
        Column("entry", Text(), nullable=False, comment="JSON of its description"),
        Column("warnings", Text(), nullable=False, comment="JSON"),
        Column("front_end", Integer(), nullable=False, comment="where the front matter ends in the text"),
        Column("first_passage", KEY, nullable=False),
        Column("lengths", LargeBinary(), nullable=False, comment="words of each passage, uint16"),
        Column("facts", Integer(), nullable=False, comment="how many"),
        Column("postings", Text(), nullable=False, comment="checksum of its part of the lexical index"),
        Column("checksum", Text(), nullable=False, comment="of this row, without `ended`"),
        Column(
            "ended",
            Float(),
            nullable=True,
            comment="seconds since 1970 at which it went out of the index; null while it is in",
        ),
        PrimaryKeyConstraint("no", name="pk_documents"),
    )
    op.create_index(
        "uq_documents_live",
        "documents",
        ["id"],
        unique=True,
        sqlite_where=text("ended is null"),
        postgresql_where=text("ended is null"),
    )
    op.create_table(
        "feedback",
        Column("key", Text(), nullable=False),
        Column("first", KEY, nullable=False, comment="order in which the keys came"),
        Column("at", Text(), nullable=False, comment="when it was last set: ISO 8601, UTC"),
        Column("body", Text(), nullable=False, comment="JSON"),
        PrimaryKeyConstraint("key", name="pk_feedback"),
        comment="votes on answers",
    )
    op.create_table(
        "postings",
        Column("field", Text(), nullable=False, comment="word, pair or name"),
        Column("term", Text(), nullable=False),
        Column("block", Integer(), nullable=False, comment="of consecutive documents"),
        Column(
            "entries", LargeBinary(), nullable=False, comment="passage keys, for words with how often each stands there"
        ),
        Column(
            "checked",
            BigInteger(),
            nullable=False,
            comment="checksum of the entries, a sum: what is appended is added to it",
        ),
        PrimaryKeyConstraint("field", "term", "block", name="pk_postings"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "removed_sources",
        Column("source", Text(), nullable=False),
        PrimaryKeyConstraint("source", name="pk_removed_sources"),
        comment="files that a person took out of the index although they still exist",
    )
    op.create_table(
        "runs",
        Column("key", Text(), nullable=False),
        Column("first", KEY, nullable=False, comment="order in which the keys came"),
        Column("at", Text(), nullable=False, comment="when it was last set: ISO 8601, UTC"),
        Column("body", Text(), nullable=False, comment="JSON"),
        PrimaryKeyConstraint("key", name="pk_runs"),
        comment="reports of evaluations",
    )
    op.create_table(
        "state",
        Column("name", Text(), nullable=False),
        Column("value", Text(), nullable=False),
        PrimaryKeyConstraint("name", name="pk_state"),
        comment="revision: raised by every change; contents: checksum of the documents in the index and of removed_sources; next_no, next_passage: not used yet; model, collection, vectors_at: where vectors are; checksum: of all these",
    )
    op.create_table(
        "vector_changes",
        Column("first_passage", KEY, autoincrement=False, nullable=False),
        Column("passages", Integer(), nullable=False),
        PrimaryKeyConstraint("first_passage", name="pk_vector_changes"),
        comment="keys that Chroma may hold although their document is not in the index: the next writer deletes them",
    )
    op.create_table(
        "facts",
        Column("no", KEY, nullable=False),
        Column("place", Integer(), nullable=False),
        Column("kind", Text(), nullable=False),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
        Column("body", Text(), nullable=False, comment="JSON"),
        Column("checksum", Text(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_facts_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", "place", name="pk_facts"),
    )
    op.create_table(
        "passages",
        Column("key", KEY, autoincrement=False, nullable=False),
        Column("no", KEY, nullable=False),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
        Column("headings", Text(), nullable=False, comment="JSON: outermost first"),
        Column("sentences", Text(), nullable=False, comment="JSON: bounds, traits and years of each sentence"),
        Column("sentence_vectors", LargeBinary(), nullable=False, comment="float16, (sentences, dim)"),
        Column("checksum", Text(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_passages_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("key", name="pk_passages"),
    )
    op.create_index("ix_passages_no", "passages", ["no"], unique=False)
    op.create_table(
        "plan_tables",
        Column("no", KEY, nullable=False),
        Column("place", Integer(), nullable=False),
        Column("body", Text(), nullable=False, comment="JSON: caption, headers, rows of cells with their spans"),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_plan_tables_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", "place", name="pk_plan_tables"),
    )
    op.create_table(
        "sections",
        Column("no", KEY, nullable=False),
        Column("place", Integer(), nullable=False, comment="order of the text, a section before those in it"),
        Column("parent", Integer(), nullable=True, comment="place of the section around it"),
        Column("kind", Text(), nullable=False),
        Column("number", Text(), nullable=False),
        Column("title", Text(), nullable=False),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
        Column("body_start", Integer(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_sections_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", "place", name="pk_sections"),
    )
    op.create_table(
        "texts",
        Column("no", KEY, nullable=False),
        Column("text", Text(), nullable=False, comment="cleaned, as readers see it"),
        Column("layout", Text(), nullable=False, comment="JSON: where pages start, what was repaired"),
        Column("checksum", Text(), nullable=False, comment="of text and layout"),
        Column("structure", Text(), nullable=False, comment="checksum of its sections and tables"),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_texts_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", name="pk_texts"),
    )
    op.create_table(
        "vector_sets",
        Column("no", KEY, nullable=False),
        Column("vectors", LargeBinary(), nullable=False, comment="of the passages: float16, (passages, dim)"),
        Column("checksum", Text(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_vector_sets_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", name="pk_vector_sets"),
        comment="what Chroma is filled from; compared directly where few documents are in question",
    )
    op.create_table(
        "vocabularies",
        Column("no", KEY, nullable=False),
        Column("field", Text(), nullable=False),
        Column("terms", Text(), nullable=False, comment="JSON: the terms whose postings hold the document"),
        Column("checksum", Text(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_vocabularies_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", "field", name="pk_vocabularies"),
    )
