"""What every page uses: its words, its templates, and pieces of markup; the reader is in `reader`."""
