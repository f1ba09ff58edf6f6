"""Which lines of a text were read from pictures, where they stand there, and how sure that is."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; no text that was read before was read from a picture."""
    op.add_column("texts", Column("recognised", Text(), nullable=False, server_default="[]"))
