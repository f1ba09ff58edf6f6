"""A file as a reader sees it: loaded, cleaned, its sections, tables and passages, and what it says of itself."""
