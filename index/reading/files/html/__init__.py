"""Web pages, alone or saved with what belongs to them in one file."""
