"""Rows of tables that a question names by some of their cells, and the columns that it asks for."""

from assistant.evidence.rows.asked_rows import with_rows

__all__ = ["with_rows"]
