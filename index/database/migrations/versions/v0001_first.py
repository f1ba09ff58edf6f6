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
        Column("source", Text(), nullable=False),
        Column("sha256", Text(), nullable=False),
        Column("size", BigInteger(), nullable=False),
        Column("changed", BigInteger(), nullable=False),
        Column("reader", Text(), nullable=False),
        Column("entry", Text(), nullable=False),
        Column("warnings", Text(), nullable=False),
        Column("front_end", Integer(), nullable=False),
        Column("first_passage", KEY, nullable=False),
        Column("lengths", LargeBinary(), nullable=False),
        Column("facts", Integer(), nullable=False),
        Column("postings", Text(), nullable=False),
        Column("checksum", Text(), nullable=False),
        Column(
            "ended",
            Float(),
            nullable=True,
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
        Column("first", KEY, nullable=False),
        Column("at", Text(), nullable=False),
        Column("body", Text(), nullable=False),
        PrimaryKeyConstraint("key", name="pk_feedback"),
    )
    op.create_table(
        "postings",
        Column("field", Text(), nullable=False),
        Column("term", Text(), nullable=False),
        Column("block", Integer(), nullable=False),
        Column("entries", LargeBinary(), nullable=False),
        Column(
            "checked",
            BigInteger(),
            nullable=False,
        ),
        PrimaryKeyConstraint("field", "term", "block", name="pk_postings"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "removed_sources",
        Column("source", Text(), nullable=False),
        PrimaryKeyConstraint("source", name="pk_removed_sources"),
    )
    op.create_table(
        "runs",
        Column("key", Text(), nullable=False),
        Column("first", KEY, nullable=False),
        Column("at", Text(), nullable=False),
        Column("body", Text(), nullable=False),
        PrimaryKeyConstraint("key", name="pk_runs"),
    )
    op.create_table(
        "state",
        Column("name", Text(), nullable=False),
        Column("value", Text(), nullable=False),
        PrimaryKeyConstraint("name", name="pk_state"),
    )
    op.create_table(
        "vector_changes",
        Column("first_passage", KEY, autoincrement=False, nullable=False),
        Column("passages", Integer(), nullable=False),
        PrimaryKeyConstraint("first_passage", name="pk_vector_changes"),
    )
    op.create_table(
        "facts",
        Column("no", KEY, nullable=False),
        Column("place", Integer(), nullable=False),
        Column("kind", Text(), nullable=False),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
        Column("body", Text(), nullable=False),
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
        Column("headings", Text(), nullable=False),
        Column("sentences", Text(), nullable=False),
        Column("sentence_vectors", LargeBinary(), nullable=False),
        Column("checksum", Text(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_passages_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("key", name="pk_passages"),
    )
    op.create_index("ix_passages_no", "passages", ["no"], unique=False)
    op.create_table(
        "plan_tables",
        Column("no", KEY, nullable=False),
        Column("place", Integer(), nullable=False),
        Column("body", Text(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_plan_tables_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", "place", name="pk_plan_tables"),
    )
    op.create_table(
        "sections",
        Column("no", KEY, nullable=False),
        Column("place", Integer(), nullable=False),
        Column("parent", Integer(), nullable=True),
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
        Column("text", Text(), nullable=False),
        Column("layout", Text(), nullable=False),
        Column("checksum", Text(), nullable=False),
        Column("structure", Text(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_texts_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", name="pk_texts"),
    )
    op.create_table(
        "vector_sets",
        Column("no", KEY, nullable=False),
        Column("vectors", LargeBinary(), nullable=False),
        Column("checksum", Text(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_vector_sets_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", name="pk_vector_sets"),
    )
    op.create_table(
        "vocabularies",
        Column("no", KEY, nullable=False),
        Column("field", Text(), nullable=False),
        Column("terms", Text(), nullable=False),
        Column("checksum", Text(), nullable=False),
        ForeignKeyConstraint(["no"], ["documents.no"], name="fk_vocabularies_no", ondelete="CASCADE"),
        PrimaryKeyConstraint("no", "field", name="pk_vocabularies"),
    )
