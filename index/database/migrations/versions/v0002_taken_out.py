"""What is known of a file that a person took out: enough to bring it back, and to tell when it should come back by itself."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; of what was taken out before, nothing is known but its file."""
    for name in ("id", "title", "sha256", "replaced_by"):
        op.add_column("removed_sources", Column(name, Text(), nullable=False, server_default=""))
    op.add_column("removed_sources", Column("change", BigInteger(), nullable=False, server_default="0"))
