"""Quiz questions from the facts of plans."""
