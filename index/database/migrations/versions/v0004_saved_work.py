"""What people made and want to find again, with its versions."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the two tables, in the form of all records."""
    for name in ("works", "work_versions"):
        op.create_table(
            name,
            Column("key", Text(), primary_key=True),
            Column("first", BigInteger().with_variant(Integer(), "sqlite"), nullable=False),
            Column("at", Text(), nullable=False),
            Column("body", Text(), nullable=False),
        )
