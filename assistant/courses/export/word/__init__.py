"""A pack and its handout as Word documents: `word_look` says how they look, `word_flow` writes and counts pages."""
