"""What the index keeps on disk: documents, vectors and words by generation, sources, catalogue, checks."""
