"""A pack as files."""
