"""The words of the field: glossary, everyday words, segmenting."""
