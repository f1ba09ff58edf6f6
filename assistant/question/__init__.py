"""Everything that reads the text of a question."""
