"""Which lines of a text are headings, of what level, and which parts of a file are papers of their own."""
