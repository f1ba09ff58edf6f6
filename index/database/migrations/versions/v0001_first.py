"""The first form of the tables."""

from __future__ import annotations

from alembic import op

from index.database.schema import METADATA

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    METADATA.create_all(op.get_bind())
