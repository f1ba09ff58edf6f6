"""The reader beside every page: a plan as text, or as the pages of its PDF, with the passage marked."""
